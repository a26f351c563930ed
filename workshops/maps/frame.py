"""A part of the world on a map: degrees north and east at right angles, true to length at its middle latitude."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians
from typing import Final

from workshops.maps.drawing import WIDTH
from workshops.maps.shapes import Box, Point, Ring, Shape

ROOM: Final = 0.06  # of its sides, about what a map shows
SHAPES: Final = (1.7, 2.6)  # how many times as wide as high a map is, at least and at most
LEAST: Final = 0.05  # degrees of the side of a map
BEYOND: Final = 4.0  # units by which outlines go over the edge, so that where they are cut is not seen


@dataclass(frozen=True)
class Frame:
    """What a map shows."""

    box: Box

    @classmethod
    def around(cls, box: Box) -> "Frame":
        """A box with some room about it, in the shape of a page across."""
        narrow = cos(radians((box.south + box.north) / 2))
        width = max((box.east - box.west) * narrow, LEAST) * (1 + 2 * ROOM)
        height = max(box.north - box.south, LEAST) * (1 + 2 * ROOM)
        width, height = max(width, height * SHAPES[0]), max(height, width / SHAPES[1])
        x, y = (box.west + box.east) / 2, (box.south + box.north) / 2
        return cls(Box(x - width / narrow / 2, y - height / 2, x + width / narrow / 2, y + height / 2))

    @property
    def per_degree(self) -> float:
        """Units of the drawing for a degree to the north."""
        return WIDTH / ((self.box.east - self.box.west) * self._narrow)

    @property
    def height(self) -> float:
        """Of the drawing."""
        return round((self.box.north - self.box.south) * self.per_degree, 1)

    @property
    def _narrow(self) -> float:
        return cos(radians((self.box.south + self.box.north) / 2))

    def place(self, lon: float, lat: float) -> Point:
        """Where a place stands on the drawing, on the turn of the globe that is nearest to its middle."""
        middle = (self.box.west + self.box.east) / 2
        lon = middle + (lon - middle + 180) % 360 - 180
        return self._at((lon, lat))

    def path(self, shapes: Iterable[Shape]) -> str:
        """The outlines of all parts of these that can be seen, for the rule of even and odd."""
        return "".join(
            _written(seen)
            for shape in shapes
            for turn in (-360, 0, 360)
            if self.box.meets(shape.whole.shifted(turn))
            for ring in shape.rings()
            if (seen := self._cut([self._at((lon + turn, lat)) for lon, lat in ring]))
        )

    def _at(self, point: Point) -> Point:
        lon, lat = point
        return (lon - self.box.west) * self._narrow * self.per_degree, (self.box.north - lat) * self.per_degree

    def _cut(self, ring: Ring) -> Ring:
        """The part of a ring within the drawing and a little beyond, side by side (Sutherland and Hodgman)."""
        for axis, end in ((0, WIDTH), (1, self.height)):
            for bound, sign in ((-BEYOND, 1), (end + BEYOND, -1)):
                ring = _half(ring, axis, bound, sign)
        return ring


def _half(ring: Ring, axis: int, bound: float, sign: int) -> Ring:
    """The part of a ring on one side of a line."""
    kept = []
    before = ring[-1] if ring else (0.0, 0.0)
    for point in ring:
        depth, depth_before = (point[axis] - bound) * sign, (before[axis] - bound) * sign
        if (depth < 0) != (depth_before < 0):
            part = depth_before / (depth_before - depth)
            kept.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
        if depth >= 0:
            kept.append(point)
        before = point
    return kept


def _written(ring: Ring) -> str:
    return "M" + " ".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "z"


def around_all(boxes: Iterable[Box]) -> Box:
    """The narrowest box with all of these in it, over the date line if that is shorter. There is at least one."""
    known = list(boxes)

    def together(first: float) -> Box:
        turned = [box.shifted(360) if box.west < first else box for box in known]
        return Box(
            min(box.west for box in turned),
            min(box.south for box in turned),
            max(box.east for box in turned),
            max(box.north for box in turned),
        )

    return min((together(box.west) for box in known), key=lambda box: box.east - box.west)
