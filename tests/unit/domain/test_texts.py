"""What a typed text becomes, and what it may not hold."""

import pytest

from workshops.domain.texts import one_line, several_lines, unquoted, unstorable_position, visible


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Border   management \n", "Border management"),
        ("Cafe\u0301", "Café"),
        ("\u200b\u200d\ufeff \u2060", ""),
        ("\u202eevil\u202c", "evil"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u00a0\u3000", ""),
        ("👩\u200d🏫 trainer", "👩\u200d🏫 trainer"),
    ],
)
def test_one_line_keeps_what_can_be_seen(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


def test_several_lines_keep_their_line_ends_in_one_form() -> None:
    assert several_lines("\r\nfirst  \r\n  second\r\rthird\u2028fourth \n") == "first\n  second\n\nthird\nfourth"


@pytest.mark.parametrize(
    ("typed", "position"),
    [("Anna\x00", 5), ("\ud800", 1), ("a\ufffdb", 2), ("tab\tand\r\nline", None), ("Ὀδυσσεύς 𒀀 👍", None), ("\x9f", 1)],
)
def test_the_first_character_that_cannot_be_stored_is_found(typed: str, position: int | None) -> None:
    assert unstorable_position(typed) == position


def test_what_cannot_be_stored_is_shown_by_a_mark() -> None:
    assert visible("An\x00na\x07") == "An\ufffdna\ufffd"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("“We learned a lot”", "We learned a lot"),
        ("«\u202fNous avons appris\u202f»", "Nous avons appris"),
        ('"We learned"', "We learned"),
        ("“We” and “they” learned", "“We” and “they” learned"),
        ("“We” learned”", "“We” learned”"),
        ("We learned", "We learned"),
        ("", ""),
    ],
)
def test_marks_around_all_of_a_quote_are_left_to_the_page(typed: str, words: str) -> None:
    assert unquoted(typed) == words
