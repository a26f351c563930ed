"""What was changed in a text, word by word."""

import random

import pytest

from workshops.domain.text_differences import Fate, Piece, differences

WORDS = ["please ", "answer ", "by ", "{deadline}", "{dates}", ", ", "\n\n", "«", "»", "  ", "été"]


def test_words_that_stay_stand_between_those_that_go_and_come() -> None:
    assert differences("Please answer by {deadline}.", "Kindly answer by {dates}.") == [
        Piece(Fate.REMOVED, "Please"),
        Piece(Fate.ADDED, "Kindly"),
        Piece(Fate.KEPT, " answer by "),
        Piece(Fate.REMOVED, "{deadline}"),
        Piece(Fate.ADDED, "{dates}"),
        Piece(Fate.KEPT, "."),
    ]


@pytest.mark.parametrize(("before", "after"), [("", ""), ("a", "a")])
def test_equal_texts_differ_in_nothing(before: str, after: str) -> None:
    assert [piece for piece in differences(before, after) if piece.fate is not Fate.KEPT] == []


def test_quite_another_text_is_not_set_word_into_word() -> None:
    assert differences("De mi consideración:", "Dear all, thank you") == [
        Piece(Fate.REMOVED, "De mi consideración:"),
        Piece(Fate.ADDED, "Dear all, thank you"),
    ]


def test_both_texts_can_be_read_from_the_pieces() -> None:
    chance = random.Random(7)
    for _ in range(200):
        before, after = ("".join(chance.choices(WORDS, k=chance.randrange(12))) for _ in range(2))
        pieces = differences(before, after)
        assert "".join(piece.text for piece in pieces if piece.fate is not Fate.ADDED) == before
        assert "".join(piece.text for piece in pieces if piece.fate is not Fate.REMOVED) == after


def test_a_text_without_end_is_compared_at_once() -> None:
    pieces = differences("word " * 50_000, "words " * 50_000)
    assert [piece.fate for piece in pieces] == [Fate.REMOVED, Fate.ADDED]
