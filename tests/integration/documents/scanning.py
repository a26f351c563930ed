"""A reader of scanned sheets, as `docs/scanned_sheets.md` describes it."""

import re
from dataclasses import dataclass

import segno
from PIL import Image

A4 = (297.0, 210.0)  # mm
DOTS = 8  # to a millimetre, after deskewing
DARK = 110
MARGIN = 14.0
CODE = re.compile(r"(?P<sheet>.+)/(?P<page>\d{4})/(?P<row>\d{5})/(?P<first>\d+)-(?P<boxes>\d+)x(?P<width>\d+)")


@dataclass(frozen=True)
class Rows:
    """The rows of a page, each with its upper and lower edge in mm, and the edges of its boxes from left to right."""

    rows: list[tuple[float, float]]
    boxes: list[tuple[float, float]]


def deskewed(scan: Image.Image, size: tuple[float, float] = A4) -> Image.Image:
    """The page in its true proportions, with `DOTS` to a millimetre."""
    width, height = size
    wanted = [(8 * DOTS, 8 * DOTS), ((width - 8) * DOTS, 8 * DOTS), (8 * DOTS, (height - 8) * DOTS)]
    found = [_square(scan, corner) for corner in ((0, 0), (1, 0), (0, 1))]
    (x0, y0), (x1, _y1), (_x2, y2) = wanted
    (u0, v0), (u1, v1), (u2, v2) = found
    across, down = ((u1 - u0) / (x1 - x0), (v1 - v0) / (x1 - x0)), ((u2 - u0) / (y2 - y0), (v2 - v0) / (y2 - y0))
    data = (
        across[0],
        down[0],
        u0 - across[0] * x0 - down[0] * y0,
        across[1],
        down[1],
        v0 - across[1] * x0 - down[1] * y0,
    )
    whole = (round(width * DOTS), round(height * DOTS))
    made = scan.transform(whole, Image.Transform.AFFINE, data, Image.Resampling.BICUBIC, fillcolor=255)
    fourth = _square(made, (1, 1))
    assert abs(fourth[0] - (width - 8) * DOTS) < DOTS
    assert abs(fourth[1] - (height - 8) * DOTS) < DOTS
    return made


def _square(scan: Image.Image, corner: tuple[int, int]) -> tuple[float, float]:
    """The centre of the square near a corner (0 or 1 from left and from top) of a picture of the whole page."""
    unit = max(scan.size) / 297  # about a millimetre
    reach = round(25 * unit)
    left, top = corner[0] * (scan.width - reach), corner[1] * (scan.height - reach)
    near = scan.crop((left, top, left + reach, top + reach))
    step = round(2.5 * unit)
    patches = [
        (_mean(near, (x, y, x + step, y + step)), x + step / 2, y + step / 2)
        for x in range(0, reach - step, max(step // 4, 1))
        for y in range(0, reach - step, max(step // 4, 1))
    ]
    _shade, x, y = min(patches)
    area = 3.5 * unit
    points = [
        (u, v)
        for u in range(max(round(x - area), 0), min(round(x + area), reach))
        for v in range(max(round(y - area), 0), min(round(y + area), reach))
        if near.getpixel((u, v)) < DARK
    ]
    return left + sum(u for u, _v in points) / len(points) + 0.5, top + sum(v for _u, v in points) / len(points) + 0.5


def rows_of(page: Image.Image, code: str, size: tuple[float, float] = A4) -> Rows:
    """The rows and boxes of a deskewed page that has this code."""
    strip = page.crop((round(14.2 * DOTS), 0, round(15.0 * DOTS), page.height)).resize(
        (1, page.height), Image.Resampling.BOX
    )
    dark = [y for y in range(page.height) if strip.getpixel((0, y)) < DARK]
    runs: list[list[int]] = []
    for y in dark:
        if runs and y == runs[-1][-1] + 1:
            runs[-1].append(y)
        else:
            runs.append([y])
    rows = [(run[0] / DOTS - 1, (run[-1] + 1) / DOTS + 1) for run in runs if len(run) >= 6 * DOTS]
    said = CODE.fullmatch(code)
    assert said is not None
    count, width, right = int(said["boxes"]), int(said["width"]), size[0] - MARGIN
    boxes = [(right - (count - k) * width, right - (count - k - 1) * width) for k in range(count)]
    return Rows(rows, boxes)


def ink(page: Image.Image, box: tuple[float, float, float, float]) -> float:
    """How much of a box (mm) is dark, its lines left out, from 0 to 1."""
    left, top, right, bottom = box
    inner = page.crop(tuple(round(edge * DOTS) for edge in (left + 1, top + 1, right - 1, bottom - 1)))
    shades = inner.tobytes()
    return sum(shade < 160 for shade in shades) / len(shades)


def modules_at(page: Image.Image, text: str, left: float, top: float, side: float = 13) -> float:
    """What part of the modules of the code of a text are as they should be, its square at this place (mm)."""
    matrix = [
        list(row)
        for row in segno.make(
            text.encode(), error="m", mask=3, mode="byte", micro=False, boost_error=False
        ).matrix_iter(border=4)
    ]
    module = side / len(matrix)
    right = 0
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            place = (round((left + (x + 0.5) * module) * DOTS), round((top + (y + 0.5) * module) * DOTS))
            right += (page.getpixel(place) < 128) == bool(dark)
    return right / len(matrix) ** 2


def _mean(picture: Image.Image, box: tuple[int, int, int, int]) -> float:
    shades = picture.crop(box).tobytes()
    return sum(shades) / len(shades)
