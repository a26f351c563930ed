"""Any file with a text to its text: picks the module of its kind."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from workshops.domain.file_kinds import FileKind
from workshops.domain.file_problems import DAMAGED
from workshops.errors import UnreadableFile
from workshops.press.files.lines import storable
from workshops.press.reading import decode

MODULES: Final[Mapping[FileKind, str]] = {
    FileKind.HTML: "html_page",
    FileKind.WORD: "word",
    FileKind.OPEN_TEXT: "open_text",
    FileKind.PDF: "pdf",
    FileKind.EMAIL: "mail",
}
"""The modules, imported when a file of their kind comes: PDFium alone costs 100 ms and 30 MB."""


def text_of(body: bytes, kind: FileKind) -> str:
    """The text of a file that passed the gate; "" where a readable file holds none.

    Raises `UnreadableFile` (422) for damaged and protected files, PDFs over 200 pages or of pictures only.
    """
    if kind is FileKind.TEXT:
        return decode(body)
    read: Callable[[bytes], str] = import_module(f"workshops.press.files.{MODULES[kind]}").text_of
    try:
        return storable(read(body))
    except (ParseError, BadZipFile, KeyError, ValueError, RecursionError, EOFError):
        raise UnreadableFile(DAMAGED, status=422) from None
