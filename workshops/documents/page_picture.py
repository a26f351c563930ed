"""A page of a printed document as a picture, to be looked at on a page of the site."""

from io import BytesIO

POINTS_PER_INCH = 72
SCALE = 110 / POINTS_PER_INCH  # sharp enough to read a letter on a screen
MOST_COLOURS = 64


def first_page(pdf: bytes) -> bytes:
    """Gives the first page of our own PDF as PNG."""
    import pypdfium2  # here: a web worker that shows no preview does without its 10 MB

    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=SCALE).to_pil().convert("RGB").quantize(MOST_COLOURS)
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
