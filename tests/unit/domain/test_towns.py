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
    towns._table.cache_clear()
    started = time.process_time()
    table, spellings = towns._table()
    assert time.process_time() - started < 1
    assert len(spellings) > 100_000
    assert {towns._town(line).country for line in table.decode().splitlines()[1:]} <= set(countries())


def test_every_spelling_finds_its_town() -> None:
    for line in towns._table()[0].decode().splitlines()[1::50]:
        forms = line.rpartition("\t")[2].split("|")
        assert all(forms)
        for form in forms:
            assert towns._town(line) in find_towns(form)
