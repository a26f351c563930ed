import pytest

from workshops.documents.fonts import SCRIPTS
from workshops.documents.shortening import MORE, first_of, lines_of, shortened

STOPS = {"Han": "。", "Devanagari": "। ", "Arabic": "؟ "}


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("lines", [1, 2, 5, 9])
def test_a_text_is_cut_behind_a_word_and_where_it_can_be_behind_a_sentence(script: str, lines: int) -> None:
    word, stop = SCRIPTS[script], STOPS.get(script, ". ")
    text = "\n".join(((" ".join([word] * 5) + stop) * 4).strip() for _ in range(3))
    kept = shortened(text, 32, lines)
    assert kept.endswith(MORE)
    assert lines_of(kept, 32) <= lines
    start = kept.removesuffix(MORE)
    assert text.startswith(start)
    rest = text.removeprefix(start)
    if stop.strip() in start:
        assert start.endswith(stop.strip())
    else:
        assert not rest or not rest[0].isalpha()


@pytest.mark.parametrize(
    ("text", "lines", "expected"),
    [
        ("One. Two.", 1, "One. Two."),
        ("It helped us all. " + "word " * 40, 2, "It helped us all." + MORE),
        ("He said “it helped.” " + "word " * 40, 2, "He said “it helped.”" + MORE),
        ("Officers, drivers, " + "w" * 200, 2, "Officers, drivers" + MORE),
        ("ក" * 400, 2, "ក" * 49 + MORE),  # a script without spaces between its words
        ("ក្ក" * 400, 2, "ក្ក" * 24 + MORE),  # never within what is written as one
        ("", 1, ""),
    ],
)
def test_where_a_text_is_cut(text: str, lines: int, expected: str) -> None:
    assert shortened(text, 20, lines) == expected


def test_only_whole_sentences_or_nothing_where_that_is_asked() -> None:
    text = "Made possible by the Fund. " + "Its members are many, " * 20
    assert shortened(text, 20, 9, whole_sentences=True) == "Made possible by the Fund." + MORE
    assert shortened("Its members are many, " * 20, 20, 3, whole_sentences=True) == ""


def test_the_first_of_a_list_fit_their_lines_or_are_as_few_as_may_be() -> None:
    assert first_of("abcd", 2, lambda _: 1) == "ab"
    assert first_of("abcd", 2, lambda _: 1, least=3) == "abc"
    assert first_of("abcd", 9, lambda _: 1) == "abcd"
