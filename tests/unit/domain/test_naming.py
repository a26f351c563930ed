import pytest

from workshops.domain.naming import KEY_LENGTH, name_key, split_acronym


@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        (
            "Organisation internationale pour les migrations (OIM)",
            "Organisation internationale pour les migrations",
            "OIM",
        ),
        ("Bundesamt für Migration (BfM)", "Bundesamt für Migration", "BfM"),
        ("Государственная пограничная служба (ГПС)", "Государственная пограничная служба", "ГПС"),
        ("Police (Traffic)", "Police (Traffic)", ""),
        ("Office (2024)", "Office (2024)", ""),
        ("(IOM)", "(IOM)", ""),
        ("  Border Guard ", "Border Guard", ""),
        ("a" * 5000 + " (", "a" * 5000 + " (", ""),
    ],
)
def test_an_acronym_in_brackets_is_told_apart(text: str, name: str, acronym: str) -> None:
    assert split_acronym(text) == (name, acronym)


def test_names_share_a_key_whatever_their_case_accents_and_punctuation() -> None:
    assert name_key("Ministère de l’Intérieur") == name_key("MINISTERE DE L'INTERIEUR")


def test_a_name_of_symbols_keeps_a_key_of_its_own() -> None:
    assert name_key("***") != name_key("+++") != ""
    assert name_key("**\n  *") == "** *", "one line, parted by single spaces"


def test_a_key_fits_its_column_even_where_folding_lengthens() -> None:
    assert len(name_key("ﷺ" * 300)) == KEY_LENGTH
