"""Trainings of one country by town: its shape among its neighbours, and circles where trainings were."""

from collections.abc import Mapping
from math import sqrt
from typing import Final

from workshops.domain.towns import Town, find_towns
from workshops.maps.drawing import Circle, Map
from workshops.maps.frame import Frame, around_all
from workshops.maps.lettering import Lettering
from workshops.maps.shapes import Box, shapes

LARGEST, SMALLEST = 18.0, 3.5  # radius of a circle in units of the drawing
FULL: Final = 10  # trainings of the largest circle, where no town has more
SIZE: Final = 10.0  # of the type


def country_map(code: str, by_city: Mapping[str, int]) -> Map | None:
    """The trainings in each town of a country, under the names that the records give them; "" is not a town.

    A country is known by its ISO 3166-1 alpha-2 code; None for one without a shape.
    """
    shape = shapes().get(code)
    if not shape:
        return None
    places = {city: _town(city, code) for city in by_city}
    found = {city: town for city, town in places.items() if town}
    frame = Frame.around(around_all([shape.main, *(_spot(town, shape.main) for town in found.values())]))
    circles = _circles(frame, found, by_city)
    return Map(
        frame.height,
        SIZE,
        land=frame.path(other for other in shapes().values() if other != shape),
        own=frame.path([shape]),
        circles=circles,
        labels=tuple(_lettered(frame, circles).labels),
        unplaced=sum(number for city, number in by_city.items() if city not in found),
    )


def _town(city: str, code: str) -> Town | None:
    return next((town for town in find_towns(city) if town.country == code), None)


def _spot(town: Town, beside: Box) -> Box:
    """A town as a box, on the same turn of the globe as another."""
    middle = (beside.west + beside.east) / 2
    lon = middle + (town.lon - middle + 180) % 360 - 180
    return Box(lon, town.lat, lon, town.lat)


def _circles(frame: Frame, towns: Mapping[str, Town], by_city: Mapping[str, int]) -> tuple[Circle, ...]:
    """Circles whose areas are as the numbers, the largest first."""
    largest_first = sorted(towns, key=lambda city: (-by_city[city], city))
    most = max([FULL, *(by_city[city] for city in towns)])
    return tuple(
        Circle(
            *frame.place(towns[city].lon, towns[city].lat),
            round(max(SMALLEST, LARGEST * sqrt(by_city[city] / most)), 1),
            by_city[city],
            city,
        )
        for city in largest_first
    )


def _lettered(frame: Frame, circles: tuple[Circle, ...]) -> Lettering:
    lettering = Lettering(frame.height, SIZE)
    for circle in circles:
        lettering.keep_free(circle.x, circle.y, circle.radius * 0.9)
    for circle in circles:
        lettering.beside(circle.x, circle.y, circle.radius, f"{circle.name} {circle.number}")
    return lettering
