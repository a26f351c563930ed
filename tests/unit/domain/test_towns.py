import time

import pytest

from workshops.domain import towns
from workshops.domain.countries import countries
from workshops.domain.towns import find_towns


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Oulan-Bator", "MN"),
        ("Ulan Bator", "MN"),
        ("ULAANBAATAR", "MN"),
        ("Pékin", "CN"),
        ("Nur-Sultan", "KZ"),
        ("Ginebra", "CH"),
        ("Genève", "CH"),
        ("Ciudad de México", "MX"),
        ("N'Djamena", "TD"),
        ("Phnom Penh", "KH"),
        ("Le Caire", "EG"),
    ],
)
def test_a_town_is_found_in_each_of_its_spellings(name: str, country: str) -> None:
    assert find_towns(name)[0].country == country


def test_towns_of_one_name_stand_the_biggest_first() -> None:
    namesakes = find_towns("San José")
    assert len(namesakes) > 5
    assert [town.population for town in namesakes] == sorted((town.population for town in namesakes), reverse=True)


def test_a_town_knows_where_it_lies() -> None:
    geneva = find_towns("Geneva")[0]
    assert (geneva.country, round(geneva.lat), round(geneva.lon)) == ("CH", 46, 6)
    assert geneva.population > 100_000


@pytest.mark.parametrize("name", ["", "***", "Nowhere at all", "\t", "a|b"])
def test_what_is_no_town_is_not_found(name: str) -> None:
    assert find_towns(name) == ()


def test_every_town_lies_in_a_known_country_and_loading_is_quick() -> None:
    towns._lines_by_form.cache_clear()
    started = time.process_time()
    forms = towns._lines_by_form()
    assert time.process_time() - started < 1
    assert len(forms) > 100_000
    assert all(forms)
    assert {towns._town(line).country for lines in forms.values() for line in lines.splitlines()} <= set(countries())
