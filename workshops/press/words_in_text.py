"""The word lists as one text meets them: an entry is looked for only where a word begins as the entry does."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain
from string import digits

from workshops.press.article import Sentence
from workshops.press.words import Expression, Words, words

_LETTERS = 4
"""By so many of its first letters a word tells that it opens no entry of a list."""
_LEAST_LENGTH = 40
"""In a shorter stretch of text it takes longer to look up the words than to look for the entries."""
_PLAIN = re.compile(rf"\w[\w' -]{{{_LETTERS - 1}}}(?![?*+{{])")
_PIECE = re.compile(r"\\.|\[[^\]]+\]|.")
_WORD = re.compile(r"\b\w|\(")


class WordsInText(Words):
    """The lists of a language; searching a folded text for their entries is quick, elsewhere it is as usual."""

    def __init__(self, low: str, words: Words) -> None:
        vars(self).update(vars(words))  # what is known of the lists is kept for all texts
        self._low = low
        self._placed: dict[tuple[str, ...], Expression] = {}

    def pattern(self, *names: str) -> Expression:
        placed = self._placed.get(names)
        if placed is None:
            whole, heads = super().pattern(*names), _heads_of_lists(self.language, names)
            placed = whole if heads is None else Placed(self._low, whole, heads, self._beginnings)
            self._placed[names] = placed
        return placed

    @cached_property
    def _beginnings(self) -> _Beginnings:
        return _Beginnings(self._low)


class _Beginnings:
    """Where the words of a text begin, by their first letters, from one to `_LETTERS`."""

    def __init__(self, low: str) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for start in [m.start() for m in _WORD.finditer(low)]:
            self._places[low[start : start + _LETTERS]].append(start)
        for head in tuple(self._places):
            for size in range(1, len(head)):
                self._places[head[:size]] += self._places[head]
        self._heads = frozenset(self._places)

    def places(self, heads: frozenset[str]) -> list[int]:
        """Where words begin as one of `heads` says, none of which begins another, in order."""
        return sorted(chain.from_iterable(map(self._places.__getitem__, heads & self._heads)))


class Placed:
    """An expression that is tried at certain places of a text; it finds what it finds when tried at every place."""

    def __init__(self, low: str, whole: Expression, heads: frozenset[str], beginnings: _Beginnings) -> None:
        self._low, self._whole, self._heads, self._beginnings = low, whole, heads, beginnings
        self.match, self.fullmatch = whole.match, whole.fullmatch

    def search(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        if string is not self._low or endpos - pos < _LEAST_LENGTH:
            return self._whole.search(string, pos, endpos)
        places, match = self._places, self.match
        for n in range(bisect_left(places, pos), len(places)):
            if places[n] >= endpos:
                return None
            if found := match(string, places[n], endpos):
                return found
        return None

    def finditer(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        if string is not self._low or endpos - pos < _LEAST_LENGTH:
            return self._whole.finditer(string, pos, endpos)
        return self._found(pos, endpos)

    def only(self, sentences: Iterable[Sentence]) -> list[Sentence]:
        """Those of some sentences in which anything can be found."""
        places, last = self._places, len(self._places)
        return [
            sentence
            for sentence in sentences
            if (n := bisect_left(places, sentence.start)) < last and places[n] < sentence.end
        ]

    def _found(self, pos: int, endpos: int) -> Iterator[re.Match[str]]:
        places, match, low = self._places, self.match, self._low
        for n in range(bisect_left(places, pos), len(places)):
            place = places[n]
            if place >= endpos:
                return
            if place >= pos and (found := match(low, place, endpos)):
                pos = found.end()
                yield found

    @cached_property
    def _places(self) -> list[int]:
        return self._beginnings.places(self._heads)


@cache
def _heads_of_lists(language: str, names: tuple[str, ...]) -> frozenset[str] | None:
    """What all entries of the lists begin with; None if one can begin with anything, or with no letter."""
    heads = {sys.intern(head) for name in names for row in words(language).entries(name) for head in heads_of(row)}
    if not all(_WORD.match(head) for head in heads):
        return None
    return frozenset(head for head in heads if not any(head[:size] in heads for size in range(1, len(head))))


def heads_of(row: str) -> frozenset[str]:
    """What begins all that an entry stands for: its first letters, as far as they are sure.

    "trainings?" gives "trai"; "(?:co-)?hosted" gives "co-h" and "host"; "" says that it can begin with anything.
    """
    return frozenset({row[:_LETTERS]} if _PLAIN.match(row) else _heads(_PIECE.findall(row), _LETTERS))


def _heads(pieces: list[str], letters: int) -> set[str]:
    if not pieces or not letters:
        return {""}
    if pieces[:2] == ["(", "?"] and pieces[2] in "<!=":  # looks at what stands before or behind
        return _heads(_members(pieces)[1], letters)
    if pieces[:3] == ["(", "?", ":"]:
        members, rest = _members(pieces)
    elif pieces[0] == r"\d":
        members, rest = [[digit] for digit in digits], pieces[1:]
    elif re.match(r"[\w' -]|\\\(", pieces[0]):
        members, rest = [], pieces[1:]
    else:
        return {""}
    count, after = (rest[0], rest[1:]) if rest[:1] and rest[0] in "?*+{" else ("", rest)
    if count in ("*", "{"):
        return {""}
    rest = ["."] if count == "+" else after
    without = _heads(after, letters) if count == "?" else set()
    if members:
        return without.union(*(_heads(member + rest, letters) for member in members))
    return without | {pieces[0][-1] + following for following in _heads(rest, letters - 1)}


def _members(pieces: list[str]) -> tuple[list[list[str]], list[str]]:
    """The alternatives of the group that some pieces of an expression begin with, and what follows it."""
    members: list[list[str]] = [[]]
    depth = 0
    for n, piece in enumerate(pieces[3:], 3):
        if piece == ")" and not depth:
            return members, pieces[n + 1 :]
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            members.append([])
        else:
            members[-1].append(piece)
    return members, []
