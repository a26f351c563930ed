"""The marks by which a scanned sheet is read: a square in each corner, a code on each page, a bar beside each row.

`docs/scanned_sheets.md` tells whoever reads them where they are. They are painted as artifacts: what they say stands in
letters beside them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from workshops.documents.qr_code import QrCode, qr_code

MM = 96 / 25.4  # CSS pixels
CORNER = 4 * MM  # side of the square in each corner
CORNER_CENTRE = 8 * MM  # from both edges of the paper
BAR_WIDTH = 1.2 * MM
BAR_GAP = 1 * MM  # between the bar and the upper and lower end of its row


@dataclass(frozen=True)
class CodeBox:
    """The square of a page that is kept for its code, in CSS pixels, and what the codes of all pages begin with."""

    x: float
    y: float
    side: float
    text: str


def page_code(sheet_id: str, page: int, first_row: str, boxes: str) -> str:
    """What the code of a page says: sheet, page, and if it has rows the number of the first and the boxes in them.

    Numbers have as many digits on each page, so that their codes are made quickly one after the other.
    """
    return f"{sheet_id}/{page:04}" + (f"/{int(first_row):05}/{boxes}" if first_row else "")


def marks(
    size: tuple[float, float], box: CodeBox, code: str, left: float, rows: Iterable[tuple[float, float]]
) -> bytes:
    """Gives what paints the marks of a page of this width and height, whose rows have these tops and heights.

    All in CSS pixels from the upper left corner of the page; the bars stand at `left`.
    """
    width, height = size
    near = CORNER_CENTRE - CORNER / 2
    squares = [(x, y) for x in (near, width - near - CORNER) for y in (near, height - near - CORNER)]
    ops = [b"/Artifact BMC\nq\n0 g\n"]
    ops += [b"%f %f %f %f re\n" % (x, y, CORNER, CORNER) for x, y in squares]
    ops += [b"%f %f %f %f re\n" % (left, top + BAR_GAP, BAR_WIDTH, tall - 2 * BAR_GAP) for top, tall in rows]
    return b"".join([*ops, b"f\n", _code(box, qr_code(code)), b"Q\nEMC\n"])


def _code(box: CodeBox, code: QrCode) -> bytes:
    module = box.side / code.side
    return b"%f 0 0 %f %f %f cm\n%bf\n" % (module, module, box.x, box.y, code.ops())
