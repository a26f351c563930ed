import pytest

from workshops.services.training_rows import named

WHO = {"fr": "Organisation mondiale de la Santé (OMS)", "es": "Organización Mundial de la Salud"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "World Health Organization (WHO)"),
        ("fr", "Organisation mondiale de la Santé (OMS)"),
        ("es", "Organización Mundial de la Salud (WHO)"),
    ],
)
def test_a_name_has_one_acronym_that_of_its_language_where_it_is_known(language: str, text: str) -> None:
    assert named(language, "World Health Organization", "WHO", WHO) == text


def test_a_place_in_brackets_is_no_acronym() -> None:
    assert named("en", "Ministry of Health (Peru)", "MINSA", {}) == "Ministry of Health (Peru) (MINSA)"
