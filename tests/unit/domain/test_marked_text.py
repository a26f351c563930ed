from hypothesis import given
from hypothesis import strategies as st

from workshops.domain.marked_text import Piece, pieces


def test_overlapping_marks_share_the_piece_between_them() -> None:
    assert pieces("abcdef", [(1, 4, 7), (3, 5, 8)]) == [
        Piece("a", 0),
        Piece("bc", 1, (7,)),
        Piece("d", 3, (7, 8)),
        Piece("e", 4, (8,)),
        Piece("f", 5),
    ]


def test_the_shortest_mark_and_of_the_same_words_the_first_one_is_last() -> None:
    assert pieces("abc", [(0, 2, 7), (0, 3, 8), (0, 2, 9)]) == [Piece("ab", 0, (8, 9, 7)), Piece("c", 2, (8,))]


def test_a_mark_outside_the_text_is_left_out() -> None:
    assert pieces("abc", [(2, 9, 1), (1, 1, 2), (-1, 2, 3)]) == [Piece("abc", 0)]


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("", []) == []


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-2, 42), st.integers(-2, 42), st.integers(0, 5))))
def test_the_pieces_are_the_text(text: str, marks: list[tuple[int, int, int]]) -> None:
    assert "".join(piece.text for piece in pieces(text, marks)) == text
