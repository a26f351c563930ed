import pytest

from workshops.domain.countries import countries
from workshops.maps.drawing import WIDTH
from workshops.maps.shapes import shapes


def holds(code: str, lon: float, lat: float) -> bool:
    """Whether a place lies within a country: a line to the east crosses its outlines an odd number of times."""
    crossings = 0
    for ring in shapes()[code].rings():
        for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y0 > lat) != (y1 > lat) and lon < x0 + (x1 - x0) * (lat - y0) / (y1 - y0):
                crossings += 1
    return crossings % 2 == 1


def test_every_country_but_antarctica_has_a_shape_with_its_place_on_the_world_map() -> None:
    assert set(countries()) - set(shapes()) == {"AQ"}
    for shape in shapes().values():
        assert all(len(ring) >= 3 for ring in shape.rings()), shape.code
        x, y = shape.on_world
        assert 0 < x < WIDTH, shape.code
        assert 0 < y < 312, shape.code


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (106.92, 47.91, "MN"),  # Ulaanbaatar
        (34.10, 44.95, "UA"),  # Simferopol, by General Assembly resolution 68/262
        (-12.5, 25.5, "EH"),  # west of the berm
        (33.5, 35.25, "CY"),  # north of the buffer zone
        (44.07, 9.56, "SO"),  # Hargeysa
        (21.16, 42.66, "XK"),  # Pristina
        (35.8, 33.0, "SY"),  # the Golan
        (-53.0, 4.0, "GF"),  # apart from France
        (185.0, 67.0, "RU"),  # beyond the date line
    ],
)
def test_a_place_lies_in_the_shape_of_its_country_alone(lon: float, lat: float, code: str) -> None:
    assert [other for other in shapes() if holds(other, lon, lat)] == [code]


def test_a_country_over_the_date_line_is_in_one_piece() -> None:
    fiji = shapes()["FJ"].main
    assert 176 < fiji.west < 180 < fiji.east < 182
