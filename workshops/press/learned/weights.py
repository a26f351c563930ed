"""What speaks for and against a phrase, as figures that were learned: `weights.tsv` beside this file.

Each line holds what a notice of `phrases` is about, the language where it is about a word, what is there, and what that
adds for each field of the first line. `python -m tests.press_learning` makes the file anew from marked texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat
from typing import TypeAlias

from workshops.press.learned.phrases import Notice, Phrase, Phrases

Weights: TypeAlias = Mapping[str, Mapping[str, float]]
"""What notices are about, what is there, and what that adds for one field in one language."""

OF_WORDS = frozenset(("after", "begins like", "before", "ends like"))
"""What notices are about that hold in one language only."""
_NEVER = -2.0
"""A beginning that speaks so much against its phrases is never made good by how they go on: that is not looked at."""


@cache
def weights_of(field: str, language: str) -> Weights:
    """What was learned for a field. Raises ValueError for a field that nothing was learned for."""
    head, *lines = files("workshops.press.learned").joinpath("weights.tsv").read_text(encoding="utf-8").splitlines()
    column = head.split("\t").index(field)
    weights: dict[str, dict[str, float]] = {}
    for line in lines:
        cells = line.split("\t")
        if cells[column] and cells[1] in ("", language):
            weights.setdefault(cells[0], {})[cells[2]] = float(cells[column])
    return weights


def scored(phrases: Phrases, more: Iterable[Phrase], weights: Weights) -> dict[Phrase, float]:
    """The sum of what speaks for and against each phrase of an article that has a chance, and each of `more`."""
    scales = _Scales(phrases, weights)
    sums = {
        phrase: scales.sum(phrase)
        for sentence, first in phrases.beginnings()
        if scales.begun(sentence, first) >= _NEVER
        for phrase in phrases.from_there(sentence, first)
    }
    return {**sums, **{phrase: scales.sum(phrase) for phrase in more}}


class _Scales:
    """What the notices of one article add."""

    def __init__(self, phrases: Phrases, weights: Weights) -> None:
        self._phrases, self._weights = phrases, weights
        self._added: dict[Notice, float] = {}
        self._settings: dict[tuple[int, str], float] = {}
        self._begun: dict[int, float] = {}
        self._ended: dict[int, float] = {}

    def sum(self, phrase: Phrase) -> float:
        if phrase.end not in self._ended:
            self._ended[phrase.end] = self._total(self._phrases.ending(phrase.sentence, phrase.end))
        begun = self.begun(phrase.sentence, phrase.first)
        return begun + self._ended[phrase.end] + self._total(self._phrases.whole(phrase))

    def begun(self, sentence: int, first: int) -> float:
        """The part that all phrases have which begin at a token."""
        if first not in self._begun:
            setting = sentence, self._phrases.place(first)
            if setting not in self._settings:
                self._settings[setting] = self._total(self._phrases.setting(*setting))
            self._begun[first] = self._settings[setting] + self._total(self._phrases.beginning(sentence, first))
        return self._begun[first]

    def _total(self, notices: Iterable[Notice]) -> float:
        added, known = 0.0, self._added
        for notice in notices:
            total = known.get(notice)
            if total is None:
                total = known[notice] = self._weight(*notice)
            added += total
        return added

    def _weight(self, about: str, value: str | frozenset[str]) -> float:
        column = self._weights.get(about)
        if column is None:
            return 0.0
        if isinstance(value, str):
            return column.get(value, 0.0)
        return sum(map(column.get, _in_order(value), repeat(0.0)))


@lru_cache(maxsize=2_000)
def _in_order(members: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(members))
