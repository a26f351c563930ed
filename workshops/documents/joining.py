"""Several PDF files as one: their pages as they look, and nothing that acts.

Pages of files that somebody attached may carry links, scripts and forms. What annotations show becomes part of the
page; the annotations themselves, and everything that belongs to a file as a whole, stays behind.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

import pikepdf

MOST_PAGES: Final = 300
"""Of an attached file; one with more stays a file of its own."""
ACTING: Final = ("/Annots", "/AA")


def number_of_pages(pdf: bytes) -> int:
    """Gives how many pages of a file can be joined to others: 0 if it cannot be read, or has too many."""
    try:
        with _opened(pdf) as document:
            pages = len(document.pages)
    except pikepdf.PdfError:
        return 0
    return pages if pages <= MOST_PAGES else 0


def joined(first: bytes, others: Sequence[bytes]) -> bytes:
    """Gives a document of ours, which keeps its tags, title and language, with the pages of other files behind it.

    Raises `pikepdf.PdfError` for a file that cannot be read.
    """
    target = BytesIO()
    with _opened(first) as whole:
        for pdf in others:
            with _opened(pdf) as document:
                _calm(document)
                whole.pages.extend(document.pages)
        whole.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def _calm(document: Any) -> None:
    """Leave of forms what they show, and nothing that acts."""
    if "/AcroForm" in document.Root:
        document.generate_appearance_streams()
    document.flatten_annotations("screen")
    for page in document.pages:
        for name in ACTING:
            if name in page.obj:
                del page.obj[name]


def _opened(pdf: bytes) -> Any:
    return pikepdf.open(BytesIO(pdf))
