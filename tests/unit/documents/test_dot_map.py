import pytest

from workshops.documents.dot_map import LARGEST, SMALLEST, country_map, world_map


def test_circles_stand_where_the_trainings_were_the_largest_first() -> None:
    made = world_map({"PE": 1, "MN": 100, "": 2, "XX": 1})
    assert [circle.number for circle in made.circles] == [100, 1]
    assert made.unplaced == 3
    mongolia, peru = made.circles
    assert mongolia.x == pytest.approx(180 + 107, abs=1)
    assert (mongolia.radius, peru.radius) == (LARGEST, SMALLEST)
    assert peru.x < mongolia.x
    assert peru.y > mongolia.y, "south is below"


def test_areas_are_as_the_numbers() -> None:
    large, small = world_map({"MN": 4, "KG": 1}).circles
    assert large.radius == pytest.approx(2 * small.radius, abs=0.15)


def test_a_map_of_a_country_knows_its_towns_by_the_names_of_the_record() -> None:
    made = country_map("MN", {"Oulan-Bator": 3, "Erdenet": 1, "Lima": 2})
    assert made is not None
    assert [(circle.name, circle.number) for circle in made.circles] == [("Oulan-Bator", 3), ("Erdenet", 1)]
    assert made.unplaced == 2
    assert made.own.count("M") > 15
    assert 0 < made.height < 360
    assert all(0 < circle.x < 360 and 0 < circle.y < made.height for circle in made.circles)


def test_of_a_country_without_towns_there_is_no_map() -> None:
    assert country_map("XX", {}) is None
