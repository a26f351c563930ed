"""A sheet that was printed, signed, and scanned askew and smaller is read as `docs/scanned_sheets.md` says."""

import io
from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from tests.integration.documents import scanning
from workshops.documents.attendee_sheet import AttendeeSheetContext, attendee_stamps
from workshops.documents.engine import stamped

Sheet = Callable[..., AttendeeSheetContext]
DPI = 150
SHEET = "MNG-2024-003/7K3F9QXA"


@pytest.fixture
def printed(sheet: Sheet) -> list[Image.Image]:
    stamps = attendee_stamps(sheet(people=14, sessions=3), "en")
    with pypdfium2.PdfDocument(io.BytesIO(stamped(stamps.specimen, stamps.rows))) as document:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for page in document]


def scanned(page: Image.Image, degrees: float, scale: float) -> Image.Image:
    """The page as a scanner may give it: smaller, not in the middle, turned, on paper that is not quite white."""
    small = page.resize((round(page.width * scale), round(page.height * scale)), Image.Resampling.BICUBIC)
    whole = Image.new("L", page.size, 245)
    whole.paste(small, ((page.width - small.width) // 2 + 6, (page.height - small.height) // 2 - 4))
    return whole.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=245)


def sign(page: Image.Image, box: tuple[float, float, float, float]) -> None:
    """Scribbles into a box given in mm."""
    left, top, right, bottom = (edge / 25.4 * DPI for edge in box)
    middle, wide = (top + bottom) / 2, right - left
    points = [(left + wide * (0.2 + 0.06 * n), middle + (-1) ** n * (bottom - top) * 0.2) for n in range(10)]
    ImageDraw.Draw(page).line(points, fill=60, width=3)


@pytest.mark.parametrize(("degrees", "scale"), [(0, 1), (1.5, 0.95), (-1.2, 0.97)])
def test_the_boxes_that_were_signed_are_found_again(degrees: float, scale: float, printed: list[Image.Image]) -> None:
    signed = {(2, 0), (5, 2), (9, 1), (12, 0), (18, 2)}  # row and box, both from 0
    first, found = 0, set()
    for number, page in enumerate(printed, 1):
        code = f"{SHEET}/{number:04}/{first + 1:05}/1-3x48"
        known = scanning.rows_of(scanning.deskewed(page), code)
        for row, box in signed:
            if 0 <= row - first < len(known.rows):
                (top, bottom), (left, right) = known.rows[row - first], known.boxes[box]
                sign(page, (left, top, right, bottom))
        scan = scanning.deskewed(scanned(page, degrees, scale))
        assert scanning.modules_at(scan, code, left=297 - 14 - 13, top=210 - 5.25 - 13) > 0.98
        read = scanning.rows_of(scan, code)
        assert sum(read.rows, ()) == pytest.approx(sum(known.rows, ()), abs=0.3)
        for row, (top, bottom) in enumerate(read.rows, first):
            found |= {
                (row, box)
                for box, (left, right) in enumerate(read.boxes)
                if scanning.ink(scan, (left, top, right, bottom)) > 0.004
            }
        first += len(known.rows)
    assert first == 14 + 5
    assert found == signed


def test_the_rows_touch_each_other_and_their_boxes_are_where_the_lines_are(printed: list[Image.Image]) -> None:
    page = scanning.deskewed(printed[1])
    read = scanning.rows_of(page, f"{SHEET}/0002/00010/1-3x48")
    edges = [edge for row in read.rows for edge in row]
    assert edges[1:-1:2] == pytest.approx(edges[2::2], abs=0.3)
    height = page.height
    for edge in (read.boxes[0][0], *(right for _left, right in read.boxes)):
        around = page.crop((round((edge - 0.4) * 8), 0, round((edge + 0.4) * 8), height))
        column = around.crop((0, round((edges[0] + 1) * 8), around.width, round((edges[1] - 1) * 8)))
        assert min(column.resize((column.width, 1), Image.Resampling.BOX).tobytes()) < 200


def test_the_code_of_another_page_is_not_taken_for_this_one(printed: list[Image.Image]) -> None:
    page = scanning.deskewed(printed[0])
    assert scanning.modules_at(page, f"{SHEET}/0002/00010/1-3x48", left=270, top=191.75) < 0.95
