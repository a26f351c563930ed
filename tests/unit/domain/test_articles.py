import pytest

from workshops.domain.articles import with_any_article, with_article


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("en", "IOM Development Fund", "the IOM Development Fund"),
        ("en", "European Union (EU)", "the European Union (EU)"),
        ("en", "General Agency for Border Protection (GABP)", "the General Agency for Border Protection (GABP)"),
        ("en", "Government of Japan", "the Government of Japan"),
        ("en", "UNHCR", "UNHCR"),
        ("en", "The Asia Foundation", "The Asia Foundation"),
        ("en", "Save the Children", "Save the Children"),
        ("en", "Fonds 1035", "Fonds 1035"),
        ("fr", "Fonds de l’OIM pour le développement", "le Fonds de l’OIM pour le développement"),
        ("fr", "Agence générale des frontières", "l’Agence générale des frontières"),
        ("fr", "Nations Unies", "les Nations Unies"),
        ("fr", "Surintendance nationale des migrations", "la Surintendance nationale des migrations"),
        ("fr", "UNFPA", "l’UNFPA"),
        ("fr", "INTERPOL", "INTERPOL"),
        ("fr", "PNUD", "PNUD"),
        ("fr", "IOM Development Fund", "IOM Development Fund"),
        ("es", "Organización Internacional para las Migraciones", "la Organización Internacional para las Migraciones"),
        ("es", "Fondo 1035", "el Fondo 1035"),
        ("es", "ACNUR", "ACNUR"),
        ("en", "", ""),
        ("fr", "***", "***"),
    ],
)
def test_common_nouns_take_their_article(language: str, name: str, said: str) -> None:
    assert with_article(name, language) == said


def test_a_body_called_by_a_common_noun_and_its_country_takes_no_english_article() -> None:
    assert with_any_article("Police Scotland", "en") == "Police Scotland"
    assert with_any_article("Police nationale", "en") == "the Police nationale"
