"""What speaks for and against a phrase, as figures that were learned: `weights.tsv` beside this file.

Each line holds what a notice of `phrases` is about, the language where it is about a word, what is there, and what that
adds for each field of the first line. `python -m tests.press_learning` makes the file anew from marked texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import repeat
from typing import TypeAlias

from workshops.press.learned.phrases import Notice, Phrase, Phrases, kinds_in

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
        self._phrases = phrases
        self._columns = defaultdict(_Column, {about: _Column(column) for about, column in weights.items()})
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
        added = 0.0
        for about, there in notices:
            added += self._columns[about][there]
        return added


class _Column(dict["str | int", float]):
    """What notices about one thing add; for several kinds, and words that were not learned, made when first asked."""

    def __missing__(self, there: str | int) -> float:
        total = 0.0 if isinstance(there, str) else sum(map(self.get, kinds_in(there), repeat(0.0)))
        self[there] = total
        return total
