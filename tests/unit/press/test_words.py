"""The word lists are whole: nothing unused, nothing missing, nothing that is no expression."""

import re
import tomllib
from pathlib import Path

import pytest

import workshops.press
from workshops.press.words import LANGUAGES, Words, fold_in_place, words
from workshops.press.words_in_text import WordsInText, heads_of

PRESS = Path(workshops.press.__file__).parent
CODE = "\n".join(path.read_text(encoding="utf-8") for path in PRESS.rglob("*.py"))


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
        folded = [fold_in_place(row) for row in rows] if isinstance(rows, list) else []
        assert len(folded) == len(set(folded)), name
        never = [row for row in folded if re.search(r" \(\?[=!](?:[^()]|\([^()]*\))*\)$", row)]  # a word ends before it
        assert never == [] or name == "high_places", name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_searched_for_entries_as_if_each_place_was_tried(language: str) -> None:
    samples = (Path(__file__).parents[2] / "samples" / "press" / "unseen").glob(f"{language}-*.txt")
    text = fold_in_place("\n".join(path.read_text(encoding="utf-8") for path in samples))
    lists = words(language)
    in_text = WordsInText(text, lists)
    table = tomllib.loads((PRESS / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    for name in (name for name, rows in table.items() if isinstance(rows, list)):
        plain, placed = lists.pattern(name, "said"), in_text.pattern(name, "said")
        for start, end in ((0, len(text)), (101, 3_001), (5_002, 5_060)):
            spans = [m.span() for m in plain.finditer(text, start, end)]
            assert [m.span() for m in placed.finditer(text, start, end)] == spans, name
            found = placed.search(text, start, end)
            assert (found and found.span()) == next(iter(spans), None), name
        assert placed.search("She said so, and he explained it at more length.") is not None or language != "en"


@pytest.mark.parametrize(
    ("row", "heads"),
    [
        ("trainings?", {"trai"}),
        ("(?:co-?)?(?:hosted|run) by", {"co-h", "co-r", "coho", "coru", "host", "run "}),
        (r"\d+ years", set("0123456789")),
        ("s? ?on", {"s on", "son", " on", "on"}),
        ("(?:a|de(?:l| la)) x", {"a x", "del ", "de l"}),
        (r"[^.]{0,60}news", {""}),
        (r"\w+s", {""}),
        (r"\(tot\) on", {"(tot"}),
        ("(?<!well )(?!trainer)trained", {"trai"}),
    ],
)
def test_entries_begin_with_certain_letters(row: str, heads: set[str]) -> None:
    assert heads_of(row) == heads


@pytest.mark.parametrize(("row", "word"), [("officers?", "officer"), ("officers?", "officers"), ("(?:a|b)c", "bc")])
def test_a_word_is_an_entry_whichever_way_it_is_spelt(row: str, word: str) -> None:
    lists = Words("en", {"some": [row]})
    assert lists.has(word, "some")
    assert not lists.has(word[:-2], "some")


def test_folding_keeps_every_place() -> None:
    text = "L’Équipe – « İstanbul » œuvre à Ñuñoa ﬁn … 研修"
    assert len(fold_in_place(text)) == len(text)
    assert fold_in_place("L’Équipe –") == "l'equipe -"


def test_a_language_that_is_not_read_gets_english_words() -> None:
    assert words("mn").entries("weekdays") == words("en").entries("weekdays")
