"""Shapes of countries and territories by ISO 3166-1 code; `workshops/data/SOURCES.md` says where they are from.

The table is unpacked once and its rings, most of its size, stay text until a map needs them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from workshops.domain.data_files import read_content

Point = tuple[float, float]
Ring = list[Point]

PER_DEGREE: Final = 1000  # steps of the table


@dataclass(frozen=True)
class Box:
    """A part of the world between these degrees; `east` is beyond 180 where it runs over the date line."""

    west: float
    south: float
    east: float
    north: float

    def shifted(self, degrees: float) -> "Box":
        """The same one turn of the globe further east or west."""
        return Box(self.west + degrees, self.south, self.east + degrees, self.north)

    def meets(self, other: "Box") -> bool:
        """Whether they share a place."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


@dataclass(frozen=True)
class Shape:
    """A country by its ISO 3166-1 alpha-2 code.

    `label` is a place well within it, in degrees east and north, `clear` how many degrees of latitude that is from any
    border, `on_world` the same place on the world map. `across` is how far its largest part reaches from west to east
    and from south to north, in degrees; `main` holds its larger parts, `whole` all of them. `steps` are its rings as
    the table has them.
    """

    code: str
    label: Point
    clear: float
    on_world: Point
    across: tuple[float, float]
    main: Box
    whole: Box
    steps: bytes

    def rings(self) -> list[Ring]:
        """Its outlines, in degrees east and north; a lake or another country within it is a ring too."""
        return [_ring(steps) for steps in self.steps.split(b";")]


@cache
def shapes() -> Mapping[str, Shape]:
    """All shapes by code; "-" is land of which it is not said to whom it belongs. Antarctica is not there."""
    rows = (line.split(b"\t") for line in read_content("shapes.tsv.gz").splitlines()[1:])
    return MappingProxyType({row[0].decode(): _shape(row) for row in rows})


def _shape(row: list[bytes]) -> Shape:
    lon, lat, clear, x, y, wide, high, *sides = map(float, row[1:16])
    return Shape(row[0].decode(), (lon, lat), clear, (x, y), (wide, high), Box(*sides[:4]), Box(*sides[4:]), row[16])


def _ring(steps: bytes) -> Ring:
    """Steps east and north, each from the place before, as degrees."""
    x = y = 0
    ring = []
    values = map(int, steps.split())
    for east, north in zip(values, values, strict=True):
        x, y = x + east, y + north
        ring.append((x / PER_DEGREE, y / PER_DEGREE))
    return ring
