from zoneinfo import available_timezones

import pytest
from babel import Locale

from workshops.domain.countries import countries, country_forms, country_name, country_names, find_country, in_country
from workshops.domain.folding import fold
from workshops.domain.languages import INTERFACE_LANGUAGES, LANGUAGES


def test_every_country_is_whole_and_its_codes_its_own() -> None:
    table = countries()
    assert len(table) == 250
    assert len({country.alpha3 for country in table.values()}) == 250
    for code, country in table.items():
        assert (len(code), len(country.alpha3)) == (2, 3)
        assert country.time_zone in available_timezones(), code
        assert all(country.names[language] for language in INTERFACE_LANGUAGES)


def test_no_spelling_belongs_to_two_countries() -> None:
    for country in countries().values():
        for name in (*country.names.values(), *country.aliases):
            assert country_forms()[fold(name)] == country.code, name


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("LA", "en", "Lao People’s Democratic Republic"),
        ("VN", "fr", "Viet Nam"),
        ("BO", "es", "Bolivia (Estado Plurinacional de)"),
        ("CD", "fr", "République démocratique du Congo"),
        ("CI", "en", "Côte d’Ivoire"),
        ("TR", "en", "Türkiye"),
    ],
)
def test_names_are_those_of_the_united_nations(code: str, language: str, name: str) -> None:
    assert country_name(code, language) == name


@pytest.mark.parametrize(
    ("code", "language", "place"),
    [
        ("PH", "en", "in the Philippines"),
        ("MN", "fr", "en Mongolie"),
        ("VN", "fr", "au Viet Nam"),
        ("PH", "fr", "aux Philippines"),
        ("CU", "fr", "à Cuba"),
        ("PS", "fr", "dans l’État de Palestine"),
        ("PE", "es", "en el Perú"),
        ("MN", "es", "en Mongolia"),
    ],
)
def test_each_country_has_its_own_word_for_in(code: str, language: str, place: str) -> None:
    assert in_country(code, language) == place


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mongolie", "MN"),
        ("  MONGOLIA ", "MN"),
        ("laos", "LA"),
        ("Lao PDR", "LA"),
        ("Vietnam", "VN"),
        ("Bolivia", "BO"),
        ("L'Afghanistan", "AF"),
        ("the Philippines", "PH"),
        ("les Philippines", "PH"),
        ("Corée du Sud", "KR"),
        ("RDC", "CD"),
        ("Congo", "CG"),
        ("Kosovo", "XK"),
        ("Cote d'Ivoire", "CI"),
        ("EE.UU.", "US"),
        ("MN", "MN"),
        ("MNG", "MN"),
        ("mn", None),
        ("Atlantis", None),
        ("the", None),
        ("***", None),
        ("", None),
    ],
)
def test_a_country_is_found_by_what_people_call_it(text: str, code: str | None) -> None:
    assert find_country(text) == code


def test_names_stand_in_the_order_of_the_alphabet_whatever_their_accents() -> None:
    french = [name for _, name in country_names("fr")]
    assert french.index("Égypte") < french.index("El Salvador") < french.index("Émirats arabes unis")
    assert french.index("Iraq") > french.index("Îles Salomon")


def test_every_language_has_a_name_in_the_languages_of_the_interface() -> None:
    assert set(INTERFACE_LANGUAGES) <= set(LANGUAGES)
    assert len(set(LANGUAGES)) == len(LANGUAGES)
    for interface in INTERFACE_LANGUAGES:
        assert set(LANGUAGES) <= set(Locale(interface).languages)
