"""The word lists are whole: nothing unused, nothing missing, nothing that is no expression."""

import re
import tomllib
from pathlib import Path

import pytest

import workshops.press
from workshops.press.words import LANGUAGES, fold_in_place, words

PRESS = Path(workshops.press.__file__).parent
CODE = "\n".join(path.read_text(encoding="utf-8") for path in PRESS.glob("*.py"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_is_used(language: str) -> None:
    table = tomllib.loads((PRESS / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    unused = [name for name in table if f'"{name}"' not in CODE and f"'{name}'" not in CODE and "event_" not in name]
    assert unused == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_an_expression_without_accents_in_the_end(language: str) -> None:
    table = tomllib.loads((PRESS / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    for name, rows in table.items():
        for row in rows:
            assert re.compile(fold_in_place(row)).match("") is None or name == "series_gap", (name, row)


def test_folding_keeps_every_place() -> None:
    text = "L’Équipe – « İstanbul » œuvre à Ñuñoa ﬁn … 研修"
    assert len(fold_in_place(text)) == len(text)
    assert fold_in_place("L’Équipe –") == "l'equipe -"


def test_a_language_that_is_not_read_gets_english_words() -> None:
    assert words("mn").entries("weekdays") == words("en").entries("weekdays")
