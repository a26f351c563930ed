"""How many of the participants are women and how many are men, where the text says so beside their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from workshops.press.article import Sentence
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.numbers import EXACT
from workshops.press.words import words

_SEXES: Final = {"women_count": "women", "men_count": "men"}
_LABELS: Final = {"women_count": "women_label", "men_count": "men_label"}
_LABEL_REACH: Final = 14
_DERIVED: Final = 0.6
"""For the rest, which the text does not say: a person should look."""


def find_women_and_men(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """`women_count` and `men_count`: numbers in the sentence that counts the participants, or in the next one.

    The other sex is the rest of an exact number, less surely; a share in per cent is not reckoned.
    """
    total = known.value("participants_count")
    if total is None:
        return
    half = total // 2 if total % 2 == 0 and known.value("participants_qualifier") == EXACT else None
    for sentence in _beside_the_number(marks, total):
        found = {name: span for name in _SEXES if (span := _number_of(marks, sentence, name, half)) is not None}
        if not found:
            continue
        for name, (start, end, value) in found.items():
            yield marks.finding(name, value, 0.85, (start, end), "number of a sex beside that of the participants")
        (rest,) = set(_SEXES) - set(found) or {""}
        told = next(iter(found.values()))
        if rest and told[2] <= total and known.value("participants_qualifier") == EXACT:
            yield marks.finding(rest, total - told[2], _DERIVED, told[:2], f"rest: {total} - {told[2]}")
        return


def _beside_the_number(marks: Marks, total: int) -> Iterator[Sentence]:
    """Sentences that name the number of participants, or two groups that make it, each with the one after it."""
    sentences = marks.article.sentences
    for number, sentence in enumerate(sentences):
        values = [n.value for n in marks.numbers_in(sentence.start, sentence.end)]
        sums = {a + b for place, a in enumerate(values) for b in values[place + 1 :]}
        if sentence in marks.scope.told and (total in values or total in sums):
            yield from sentences[number : number + 2]


def _number_of(marks: Marks, sentence: Sentence, name: str, half: int | None) -> tuple[int, int, int] | None:
    noun = _after_number(marks.language, _SEXES[name])
    for number in marks.numbers_in(sentence.start, sentence.end):
        if not marks.scope.is_told(number.start):
            continue
        if m := noun.match(marks.article.low, number.end, sentence.end):
            return number.start, m.end(), number.value
        floor = max(sentence.start, number.start - _LABEL_REACH)
        if m := _label(marks.language, _LABELS[name]).search(marks.article.low, floor, number.start):
            return m.start(), number.end, number.value
    m = _half(marks.language, _SEXES[name]).search(marks.article.low, sentence.start, sentence.end) if half else None
    if m is None or half is None or not marks.scope.is_told(m.start()):
        return None
    before = marks.article.low[max(sentence.start, m.start() - _LABEL_REACH) : m.start()]
    return None if marks.words.pattern("about", "more_than").search(before) else (*m.span(), half)


@cache
def _half(language: str, sex: str) -> re.Pattern[str]:
    w = words(language)
    return re.compile(rf"(?<!\w){w.any_of('half_of')} ?{w.any_of(sex)}(?!\w)")


@cache
def _after_number(language: str, sex: str) -> re.Pattern[str]:
    w = words(language)
    return re.compile(rf"(?: {w.any_of('before_sex')}){{0,4}} {w.any_of(sex)}(?!\w)")


@cache
def _label(language: str, labels: str) -> re.Pattern[str]:
    """Before a number, as in "50 officers (F: 20, M: 30)"."""
    return re.compile(rf"(?<!\w){words(language).any_of(labels)} ?[:=] ?$")
