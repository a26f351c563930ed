"""Maps without borders: towns as fine dots draw the land, circles stand where trainings were.

No line on them says what belongs to whom. Places come from `domain.towns`; degrees east run to the right, degrees north
up, narrowed by the latitude of the middle.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sqrt

from workshops.domain.towns import Town, all_towns, find_towns

WIDTH = 360.0  # units of the SVG's view box
LARGEST = 9.0  # radius of the circle of the highest number, and of FULL trainings where there are fewer
FULL = 10
SMALLEST = 1.6
CELL = 2.0  # degrees of the world map that are one dot
WORLD = (-180.0, -56.0, 180.0, 76.0)  # west, south, east, north: no towns are left out
NAMED = 5
LEAST_DEGREES = 6.0  # of the side of a map of one country


@dataclass(frozen=True)
class Circle:
    """A circle in units of the view box, for so many trainings; `name` stands beside it, "" for none."""

    x: float
    y: float
    radius: float
    number: int
    name: str = ""


@dataclass(frozen=True)
class DotMap:
    """The path of the land's dots, that of the country it is about, and the circles, the largest first.

    `unplaced` are the trainings whose place is not known.
    """

    height: float
    land: str
    own: str
    circles: tuple[Circle, ...]
    unplaced: int = 0


def world_map(by_country: Mapping[str, int]) -> DotMap:
    """Circles for the trainings of each country (ISO 3166-1 alpha-2), at its largest town."""
    towns = _largest_towns()
    placed = [(towns[code], number, "") for code, number in by_country.items() if code in towns]
    unplaced = sum(number for code, number in by_country.items() if code not in towns)
    dots = {(round(town.lon / CELL) * CELL, round(town.lat / CELL) * CELL) for town in _towns()}
    frame = _Frame(*WORLD)
    return DotMap(frame.height, frame.path(sorted(dots)), "", frame.circles(placed), unplaced)


def country_map(code: str, by_city: Mapping[str, int]) -> DotMap | None:
    """Circles for the trainings in each town of a country, under the names that the records give them.

    None for a country of which no town is known.
    """
    own = [town for town in _towns() if town.country == code]
    if not own:
        return None
    frame = _Frame.around(own)
    placed, unplaced = [], 0
    for city, number in by_city.items():
        town = next((town for town in find_towns(city) if town.country == code), None)
        if town:
            placed.append((town, number, city))
        else:
            unplaced += number
    others = [(town.lon, town.lat) for town in _towns() if town.country != code and frame.holds(town)]
    dots = [(town.lon, town.lat) for town in own]
    return DotMap(frame.height, frame.path(others), frame.path(dots), frame.circles(placed), unplaced)


@dataclass(frozen=True)
class _Frame:
    """A part of the world between these degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, towns: Iterable[Town]) -> "_Frame":
        """The towns with some room about them; no map is higher than it is wide."""
        lons, lats = zip(*((town.lon, town.lat) for town in towns), strict=True)
        narrow = cos(radians((min(lats) + max(lats)) / 2))
        height = max((max(lats) - min(lats)) * 1.2, LEAST_DEGREES)
        width = max((max(lons) - min(lons)) * 1.15, height * 1.6 / narrow)
        x, y = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
        height = max(height, width * narrow / 3)
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    @property
    def height(self) -> float:
        """In units of the view box."""
        narrow = cos(radians((self.south + self.north) / 2))
        return round(WIDTH * (self.north - self.south) / ((self.east - self.west) * narrow), 1)

    def holds(self, town: Town) -> bool:
        """Whether a town is in it."""
        return self.west <= town.lon <= self.east and self.south <= town.lat <= self.north

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place stands in the view box."""
        x = WIDTH * (lon - self.west) / (self.east - self.west)
        return round(x, 1), round(self.height * (self.north - lat) / (self.north - self.south), 1)

    def path(self, places: Iterable[tuple[float, float]]) -> str:
        """Places as dots: lines of no length, which round ends make visible."""
        return "".join(f"M{x:g} {y:g}h.01" for x, y in (self.place(*place) for place in places))

    def circles(self, placed: Iterable[tuple[Town, int, str]]) -> tuple[Circle, ...]:
        """Circles whose areas are as the numbers; the first have their names."""
        largest_first = sorted(placed, key=lambda one: (-one[1], one[2]))
        most = max([FULL, *(number for _town, number, _name in largest_first)])
        return tuple(
            Circle(
                *self.place(town.lon, town.lat),
                round(max(SMALLEST, LARGEST * sqrt(number / most)), 1),
                number,
                name if index < NAMED else "",
            )
            for index, (town, number, name) in enumerate(largest_first)
        )


@lru_cache(maxsize=1)
def _towns() -> tuple[Town, ...]:
    return tuple(all_towns())


def _largest_towns() -> dict[str, Town]:
    return {town.country: town for town in reversed(_towns())}
