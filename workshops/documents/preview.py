"""Pages of a printed document as pictures, to be looked at before anybody prints it on paper."""

from io import BytesIO
from typing import Final

import pypdfium2

LONGER_SIDE: Final = 1400  # pixels: sharp in a column of a page, and small enough for a slow line
COLOURS: Final = 64  # our documents are ink on paper with one accent


def page_picture(pdf: bytes, number: int) -> tuple[int, bytes]:
    """Gives how many pages a document of ours has, and the page of that number (from 1) as PNG; of another, b""."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = len(document)
        if not 1 <= number <= pages:
            return pages, b""
        page = document[number - 1]
        image = page.render(scale=LONGER_SIDE / max(page.get_size())).to_pil()
    target = BytesIO()
    image.quantize(COLOURS).save(target, "PNG")
    return pages, target.getvalue()
