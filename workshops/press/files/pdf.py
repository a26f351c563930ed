"""PDF files with text: read by PDFium, set in order by `pdf_layout`."""

import ctypes
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from workshops.domain.file_problems import DAMAGED, DAMAGED_AT_PAGE, PICTURES_ONLY, PROTECTED, TOO_MANY_PAGES
from workshops.errors import UnreadableFile
from workshops.press.files.pdf_layout import Piece, text_of_pages

MOST_PAGES: Final = 200
_WRONG_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_GAP: Final = 1.0
"""A gap between two characters, in heights of a line, from which they belong to different pieces."""


def text_of(body: bytes) -> str:
    """The text of a PDF. Raises `UnreadableFile` (422): password, damage, more than 200 pages, pictures only."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == _WRONG_PASSWORD
        raise UnreadableFile(PROTECTED if is_locked else DAMAGED, status=422) from None
    if len(document) > MOST_PAGES:
        raise UnreadableFile(TOO_MANY_PAGES, status=422, most=MOST_PAGES, pages=len(document))
    text = text_of_pages([_pieces(document, number) for number in range(len(document))])
    if not text:
        raise UnreadableFile(PICTURES_ONLY, status=422)
    return text


def _pieces(document: Any, number: int) -> list[Piece]:
    """The pieces of a page: runs of characters of one line without a wide gap."""
    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        raise UnreadableFile(DAMAGED_AT_PAGE, status=422, page=number + 1) from None
    pieces = list(_runs(text.raw, text.count_chars()))
    text.close()
    page.close()
    return pieces


def _runs(text: Any, count: int) -> Iterator[Piece]:
    run: Piece | None = None
    box = pdfium.FS_RECTF()
    for place in range(count):
        code = pdfium.FPDFText_GetUnicode(text, place)
        character = chr(code) if code < 0x110000 else ""
        if character in "\r\n":
            if run:
                yield run
            run = None
            continue
        if pdfium.FPDFText_IsHyphen(text, place) == 1:
            character = "\u00ad"
        if character.isspace() or not pdfium.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box)):
            if run:
                run.text += " "
            continue
        if run and _is_far(run, box):
            yield run
            run = None
        if run is None:
            run = Piece("", box.left, box.right, box.bottom, box.top)
        run.text += unicodedata.normalize("NFKC", character) if "\ufb00" <= character <= "\ufb06" else character
        run.widen(box.left, box.right, box.bottom, box.top)
    if run:
        yield run


def _is_far(run: Piece, box: Any) -> bool:
    gap = max(box.left - run.right, run.left - box.right)
    shared = min(run.top, box.top) - max(run.bottom, box.bottom)
    return bool(gap > _GAP * run.height or shared < 0)
