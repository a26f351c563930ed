"""Trainings by country: countries filled by their numbers, of the world or of the part of it that they are in."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import cos, radians
from typing import Final

from workshops.maps.drawing import Area, Circle, Map
from workshops.maps.frame import Frame, around_all
from workshops.maps.lettering import Lettering
from workshops.maps.shapes import Point, Shape, shapes
from workshops.maps.tints import Steps, steps, tint

WORLD_HEIGHT: Final = 312.0  # of the view box of world.svg
WORLD_PER_DEGREE: Final = 2.15  # units, at the equator of that map
WORLD_SIZE, PART_SIZE = 9.0, 10.0
WIDEST_PART: Final = (90.0, 55.0)  # degrees; more than that is drawn as the world
NAMED: Final = 12  # where there are more countries, numbers stand on the map alone
DARK: Final = 3  # the first tint on which words are light
SMALL: Final = 2.0  # of the type's size: the radius of a country that may have its name beside it
SEEN: Final = 6.0  # units across; a smaller country has a circle

Counts = Mapping[str, int]
NameOf = Callable[[str], str]


@dataclass(frozen=True)
class _Place:
    """A country on a drawing: its outline, its place for words, and how many units a degree of latitude takes there."""

    shape: Shape
    number: int
    path: str
    at: Point
    per_degree: float

    @property
    def is_dot(self) -> bool:
        """Whether it is too small to be seen, and has a circle in its place."""
        return max(self._across) < SEEN

    @property
    def radius(self) -> float:
        """Of the circle that it has, or would just fill."""
        return max(SEEN, *self._across) / 2

    @property
    def room(self) -> Point:
        """How wide and how high words upon it may be."""
        return self._across[0], 2 * self.shape.clear * self.per_degree

    @property
    def _across(self) -> Point:
        wide, high = self.shape.across
        return wide * cos(radians(self.shape.label[1])) * self.per_degree, high * self.per_degree


def world_map(by_country: Counts, name_of: NameOf) -> Map:
    """The world, before which countries are filled by their trainings; by ISO 3166-1 alpha-2 code.

    `name_of` says what a country is called. A code of which no shape is known counts as unplaced.
    """
    known = {shapes()[code]: number for code, number in by_country.items() if code in shapes()}
    places = [
        _Place(shape, number, _outlines().get(shape.code, ""), shape.on_world, WORLD_PER_DEGREE)
        for shape, number in known.items()
    ]
    return _drawn(places, Lettering(WORLD_HEIGHT, WORLD_SIZE), name_of, unplaced=_rest(by_country))


def countries_map(by_country: Counts, name_of: NameOf) -> Map:
    """The same, of the part of the world these countries are in where it is small enough to be seen closer."""
    known = {shapes()[code]: number for code, number in by_country.items() if code in shapes()}
    box = around_all(shape.main for shape in known) if known else None
    if not box or box.east - box.west > WIDEST_PART[0] or box.north - box.south > WIDEST_PART[1]:
        return replace(world_map(by_country, name_of), land=_world_land())
    frame = Frame.around(box)
    places = [
        _Place(shape, number, frame.path([shape]), frame.place(*shape.label), frame.per_degree)
        for shape, number in known.items()
    ]
    land = frame.path(shape for shape in shapes().values() if shape not in known)
    return _drawn(places, Lettering(frame.height, PART_SIZE), name_of, unplaced=_rest(by_country), land=land)


def _drawn(places: list[_Place], lettering: Lettering, name_of: NameOf, *, unplaced: int, land: str = "") -> Map:
    """The areas and circles of the places, the most trainings first, and their words."""
    places = sorted(places, key=lambda place: (-place.number, place.shape.code))
    of = steps(places[0].number) if places else ()
    areas, circles = [], []
    for place in places:
        shade = tint(place.number, of)
        if place.is_dot:
            circles.append(Circle(*place.at, SEEN / 2, place.number, code=place.shape.code, tint=shade))
        else:
            areas.append(Area(place.shape.code, place.path, place.number, shade))
    _letter(places, of, name_of, lettering)
    return Map(
        lettering.height,
        lettering.size,
        land=land,
        areas=tuple(areas),
        circles=tuple(circles),
        labels=tuple(lettering.labels),
        steps=of,
        unplaced=unplaced,
    )


def _letter(places: list[_Place], of: Steps, name_of: NameOf, lettering: Lettering) -> None:
    """Names with numbers where few countries are shown, else numbers; upon a country, or beside one that is small."""
    is_named = len(places) <= NAMED
    small = [place for place in places if place.is_dot or (is_named and place.radius < lettering.size * SMALL)]

    def texts(place: _Place) -> list[str]:
        number = str(place.number)
        return [f"{name_of(place.shape.code)} {number}", number] if is_named else [number]

    for place in places:
        if place.is_dot:
            lettering.keep_free(*place.at, place.radius)
    left = []
    for place in places:
        is_light = tint(place.number, of) >= DARK
        upon = texts(place)[:1] if place in small else texts(place)
        if place.is_dot or not any(lettering.upon(*place.at, text, place.room, is_light=is_light) for text in upon):
            left.append(place)
    for place in places:
        lettering.keep_free(*place.at, place.room[1] / 2)  # what is beside one country must not seem upon another
    for place in left:
        if place in small:
            any(lettering.beside(*place.at, place.radius, text) for text in texts(place))


def _rest(by_country: Counts) -> int:
    return sum(number for code, number in by_country.items() if code not in shapes())


@cache
def _outlines() -> Mapping[str, str]:
    """The outlines of the world map, which pages have as a picture behind what they draw."""
    svg = files("workshops").joinpath("static", "world.svg").read_text("utf-8")
    return dict(re.findall(r'<path id="(..)" d="([^"]*)"', svg))


@cache
def _world_land() -> str:
    """All of them as one path, for documents."""
    return "".join(_outlines().values())
