"""A text cut where marks begin and end, so that a page can show each piece with all the marks that lie on it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text, from `start`, and the keys of the marks on it; () for plain text."""

    text: str
    start: int
    marks: tuple[int, ...] = ()


def pieces(text: str, marks: Iterable[tuple[int, int, int]]) -> list[Piece]:
    """The whole text in order, cut at every edge of a mark. A mark is (start, end, key), [start, end) in characters.

    Marks may overlap; of those that begin together the shortest is the last of a piece, and of the same words the
    mark given first. One that is empty or reaches outside the text is left out.
    """
    good = [(start, end, key) for start, end, key in marks if 0 <= start < end <= len(text)]
    good = sorted(reversed(good), key=lambda mark: mark[0] - mark[1])
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for start, end, key in good:
        opening.setdefault(start, []).append(key)
        closing.setdefault(end, []).append(key)
    edges = sorted({0, len(text), *opening, *closing})
    found, on = [], list[int]()
    for start, end in zip(edges, edges[1:], strict=False):
        for key in closing.get(start, ()):
            on.remove(key)
        on += opening.get(start, ())
        found.append(Piece(text[start:end], start, tuple(dict.fromkeys(on))))
    return found


def nearest(text: str, words: str, place: int) -> tuple[int, int] | None:
    """Where words stand in the text next to a place, whatever the blanks between them; None where they do not."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.finditer(pattern, text) if pattern else ()
    return min((match.span() for match in found), key=lambda span: abs(span[0] - place), default=None)
