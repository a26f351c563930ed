import pytest

from workshops.domain.countries import countries
from workshops.domain.demonyms import demonym_forms
from workshops.domain.folding import fold


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        ("Mongolian", {"MN"}),
        ("mongoles", {"MN"}),
        ("chinoises", {"CN"}),
        ("coréennes", {"KR"}),
        ("nord-coréenne", {"KP"}),
        ("Sud-Africaine", {"ZA"}),
        ("lettonnes", {"LV"}),
        ("afghanes", {"AF"}),
        ("grecque", {"GR"}),
        ("turques", {"TR"}),
        ("burkinabè", {"BF"}),
        ("malgaches", {"MG"}),
        ("alemanas", {"DE"}),
        ("japonesas", {"JP"}),
        ("marroquíes", {"MA"}),
        ("marroquís", {"MA"}),
        ("estadounidenses", {"US"}),
        ("letonas", {"LV"}),
        ("Filipinas", {"PH"}),
        ("Chinese", {"CN"}),
        ("Frenchwomen", {"FR"}),
        ("Sri Lankans", {"LK"}),
        ("Congolese", {"CD", "CG"}),
        ("Dominicans", {"DO", "DM"}),
        ("dominicaine", {"DO"}),
        ("nigérienne", {"NE"}),
        ("nigériane", {"NG"}),
    ],
)
def test_feminine_and_plural_mean_the_same_country(form: str, codes: set[str]) -> None:
    assert demonym_forms()[fold(form)] == codes


def test_forms_mean_known_countries_and_are_never_empty() -> None:
    assert "" not in demonym_forms()
    for form, codes in demonym_forms().items():
        assert codes <= set(countries()), form


def test_few_forms_mean_more_than_one_country() -> None:
    several = {codes for codes in demonym_forms().values() if len(codes) > 1}
    assert several == {frozenset({"CD", "CG"}), frozenset({"DM", "DO"}), frozenset({"MF", "SX"})}
