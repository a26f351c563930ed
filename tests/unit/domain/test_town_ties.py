import pytest

from workshops.domain.town_ties import TownTie, town_tie


@pytest.mark.parametrize(
    ("name", "country", "tie"),
    [
        ("Oulan-Bator", "MN", TownTie("Ulan Bator", ("MN",))),
        ("Accra", "NG", TownTie("", ("GH",))),
        ("Accra", "", TownTie("", ("GH",))),
        ("Nowhereville-on-Sea", "GH", TownTie()),
    ],
)
def test_a_town_is_known_in_its_country_only(name: str, country: str, tie: TownTie) -> None:
    assert town_tie(name, country) == tie


def test_of_a_frequent_name_some_countries_are_named_and_of_no_name_nothing_is_said() -> None:
    frequent = town_tie("San José", "MN")
    assert frequent is not None
    assert 2 <= len(frequent.countries) <= 4
    assert town_tie(" ", "MN") is None
