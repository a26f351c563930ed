from itertools import combinations

import pytest

from workshops.domain.countries import country_name
from workshops.maps.countries import countries_map, world_map
from workshops.maps.drawing import WIDTH, Label, Map
from workshops.maps.shapes import shapes
from workshops.maps.tints import steps, tint
from workshops.maps.towns import LARGEST, country_map


def in_english(code: str) -> str:
    return country_name(code, "en")


def texts(drawn: Map) -> set[str]:
    return {label.text for label in drawn.labels}


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (1, ((1, 1),)),
        (3, ((1, 1), (2, 2), (3, 3))),
        (5, ((1, 2), (3, 5))),
        (16, ((1, 2), (3, 5), (6, 10), (11, 16))),
        (300, ((1, 5), (6, 20), (21, 100), (101, 300))),
    ],
)
def test_numbers_fall_into_few_steps(most: int, expected: tuple[tuple[int, int], ...]) -> None:
    assert steps(most) == expected
    assert [tint(low, expected) for low, _high in expected] == [tint(high, expected) for _low, high in expected]


def test_countries_far_apart_stand_on_the_world_map() -> None:
    drawn = countries_map({"MN": 16, "PE": 1, "LC": 2, "": 3, "AQ": 1}, in_english)
    assert [(area.code, area.tint) for area in drawn.areas] == [("MN", 4), ("PE", 1)]
    assert [(circle.code, circle.number, circle.tint) for circle in drawn.circles] == [("LC", 2, 1)]
    assert drawn.unplaced == 4
    assert drawn.land
    assert {"16", "1", "Saint Lucia 2"} <= texts(drawn)


def test_countries_that_are_neighbours_are_seen_closer() -> None:
    drawn = countries_map({"MN": 16, "KG": 7}, in_english)
    assert texts(drawn) == {"Mongolia 16", "Kyrgyzstan 7"}
    kyrgyzstan, mongolia = sorted(drawn.labels, key=lambda label: label.x)
    assert kyrgyzstan.text.startswith("Kyrgyzstan"), "west is left"
    assert kyrgyzstan.y > mongolia.y, "south is below"
    pacific = countries_map({"FJ": 1, "WS": 1}, in_english)
    assert pacific.height < WIDTH, "over the date line, not around the globe"
    assert {label.text for label in pacific.labels} == {"Fiji 1", "Samoa 1"}


def test_many_countries_have_their_numbers_alone() -> None:
    counts = {code: 5 for code in shapes() if code != "-"}
    drawn = world_map(counts, in_english)
    assert len(drawn.areas) + len(drawn.circles) == len(counts)
    assert all(area.path for area in drawn.areas), "what is no circle can be seen"
    assert not drawn.land, "a picture behind it, on pages"
    assert texts(drawn) == {"5"}


def test_a_map_of_a_country_knows_its_towns_by_the_names_of_the_record() -> None:
    drawn = country_map("MN", {"Oulan-Bator": 12, "Erdenet": 3, "Lima": 2, "": 1})
    assert drawn is not None
    assert [(circle.name, circle.number) for circle in drawn.circles] == [("Oulan-Bator", 12), ("Erdenet", 3)]
    assert drawn.unplaced == 3
    assert texts(drawn) == {"Oulan-Bator 12", "Erdenet 3"}
    large, small = drawn.circles
    assert (large.radius, small.radius) == (LARGEST, LARGEST / 2), "areas are as the numbers"
    assert drawn.own
    assert drawn.land, "its neighbours"


def test_a_town_far_from_the_rest_of_a_country_is_on_its_map() -> None:
    drawn = country_map("US", {"Honolulu": 1, "Washington": 1})
    assert drawn is not None
    assert all(0 < circle.x < WIDTH and 0 < circle.y < drawn.height for circle in drawn.circles)
    assert country_map("AQ", {}) is None


def test_labels_overlap_nowhere_and_stay_on_the_map() -> None:
    towns = ("Lagos", "Ibadan", "Abeokuta", "Ikorodu", "Ilaro", "Epe", "Abuja", "Kano", "Benin City", "Badagry", "Ota")
    drawn = country_map("NG", dict.fromkeys(towns, 4))
    assert drawn is not None
    assert 5 < len(drawn.labels) < len(towns), "not all have room"
    assert not any(_overlap(*pair, drawn.size) for pair in combinations(drawn.labels, 2))


def _overlap(one: Label, other: Label, size: float) -> bool:
    """Of texts whose letters are at least 0.45 of their size wide."""

    def ends(label: Label) -> tuple[float, float]:
        width = 0.45 * size * len(label.text)
        left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        return left, left + width

    (left, right), (other_left, other_right) = ends(one), ends(other)
    return abs(one.y - other.y) < size * 0.9 and left < other_right and other_left < right
