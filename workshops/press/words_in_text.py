"""The word lists as one text meets them: an entry is looked for only where a word begins as the entry does."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from string import digits

from workshops.press.words import Expression, Words, words

_LETTERS = 4
"""By so many of its first letters a word tells that it opens no entry of a list."""
_LEAST_LENGTH = 40
"""In a shorter stretch of text it takes longer to look up the words than to look for the entries."""
_PLAIN = re.compile(rf"\w[\w' -]{{{_LETTERS - 1}}}(?![?*+{{])")
_PIECE = re.compile(r"\\.|\[[^\]]+\]|.")
_WORD = re.compile(r"\b\w")


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
            placed = whole if heads is None else _Placed(self._low, whole, heads, self._words_by_head)
            self._placed[names] = placed
        return placed

    @cached_property
    def _words_by_head(self) -> dict[str, list[int]]:
        """Where the words begin that begin with some letters, from one to `_LETTERS`."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for start in [m.start() for m in _WORD.finditer(self._low)]:
            places[self._low[start : start + _LETTERS]].append(start)
        for head in tuple(places):
            for size in range(1, len(head)):
                places[head[:size]] += places[head]
        return places


class _Placed:
    """An expression that is tried at certain places of a text; it finds what it finds when tried at every place."""

    def __init__(self, low: str, whole: Expression, heads: frozenset[str], by_head: dict[str, list[int]]) -> None:
        self._low, self._whole, self._heads, self._by_head = low, whole, heads, by_head
        self.match, self.fullmatch = whole.match, whole.fullmatch

    def search(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        if string is not self._low or endpos - pos < _LEAST_LENGTH:
            return self._whole.search(string, pos, endpos)
        for place in self._between(pos, endpos):
            if found := self.match(string, place, endpos):
                return found
        return None

    def finditer(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        if string is not self._low or endpos - pos < _LEAST_LENGTH:
            return self._whole.finditer(string, pos, endpos)
        places = self._between(pos, endpos)
        return self._found(places, endpos) if places else iter(())

    def _found(self, places: list[int], endpos: int) -> Iterator[re.Match[str]]:
        end = 0
        for place in places:
            if place >= end and (found := self.match(self._low, place, endpos)):
                end = found.end()
                yield found

    def _between(self, pos: int, endpos: int) -> list[int]:
        places = self._places
        return places[bisect_left(places, pos) : bisect_left(places, endpos)]

    @cached_property
    def _places(self) -> list[int]:
        return sorted({place for head in self._heads & self._by_head.keys() for place in self._by_head[head]})


@cache
def _heads_of_lists(language: str, names: tuple[str, ...]) -> frozenset[str] | None:
    """What all entries of the lists begin with; None if one can begin with anything, or with no letter."""
    heads = {head for name in names for row in words(language).entries(name) for head in heads_of(row)}
    return frozenset(heads) if all(re.match(r"\w", head) for head in heads) else None


def heads_of(row: str) -> frozenset[str]:
    """What begins all that an entry stands for: its first letters, as far as they are sure.

    "trainings?" gives "trai"; "(?:co-)?hosted" gives "co-h" and "host"; "" says that it can begin with anything.
    """
    return frozenset({row[:_LETTERS]} if _PLAIN.match(row) else _heads(_PIECE.findall(row), _LETTERS))


def _heads(pieces: list[str], letters: int) -> set[str]:
    if not pieces or not letters:
        return {""}
    if pieces[:3] == ["(", "?", ":"]:
        members, rest = _members(pieces)
    elif pieces[0] == r"\d":
        members, rest = [[digit] for digit in digits], pieces[1:]
    elif re.match(r"[\w' -]", pieces[0]):
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
    return without | {pieces[0] + following for following in _heads(rest, letters - 1)}


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
