"""Finders that weigh all phrases of an article, with what a rule finds as one voice among others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeAlias

from workshops.domain.folding import fold
from workshops.press.entities import SMALL_WORDS
from workshops.press.facts import Finding, PressFacts
from workshops.press.learned.phrases import Phrase, Phrases
from workshops.press.learned.weights import Weights, scored, weights_of
from workshops.press.marks import Marks
from workshops.press.subject_phrases import names_subject, without_town

Finder: TypeAlias = Callable[[Marks, PressFacts], Iterable[Finding]]

MOST = {"topics": 6, "participants_description": 1}
"""The fields that can be weighed, and how many values each takes."""
_MAY_BE = {"topics": names_subject}
"""What a phrase of a field cannot be, whatever its weights."""
_SHOWN = {"topics": without_town}
"""What is shown of a chosen phrase."""
_VOICE, _JUST_THAT = 4.0, 1.0
"""What a phrase gains when the rule finds it too, and what more if the rule finds just that."""
_LEAST, _LEAST_BESIDE, _MANY = 0.0, 1.0, 3
"""The least sum that makes a finding, and the least beside so many findings of the rule. The voice and the first were
set on texts that neither rules nor weights had met."""
_SAME = 0.7
"""With so large a share of the words of the longer one, two phrases that overlap are the same."""
_SHARED = 0.5
"""With a larger share of the words of the shorter one, a phrase says what another has said."""


def weighed(find: Finder, field: str, weights: Callable[[str], Weights] | None = None) -> Finder:
    """A finder in place of `find`: its findings of `field` only have a voice, those of other fields pass unchanged.

    `weights`, by language, are those of `weights.tsv` unless others are given.
    """

    def find_weighed(marks: Marks, known: PressFacts) -> Iterable[Finding]:
        by_rule = []
        for found in find(marks, known):
            if found.field == field:
                by_rule.append(found)
            else:
                yield found
        if known.value("is_workshop"):
            learned = weights_of(field, marks.language) if weights is None else weights(marks.language)
            yield from _weigh(marks, known, field, by_rule, learned)

    return find_weighed


def _weigh(marks: Marks, known: PressFacts, field: str, by_rule: list[Finding], weights: Weights) -> Iterator[Finding]:
    phrases = Phrases(marks)
    ruled = {phrase for found in by_rule if (phrase := phrases.at(*_in_article(marks, found))) is not None}
    least = _LEAST if len(ruled) < _MANY else _LEAST_BESIDE
    sums = {
        phrase: total + _voice(marks, phrases, phrase, ruled)
        for phrase, total in scored(phrases, ruled, weights).items()
        if total + (_VOICE + _JUST_THAT) >= least
    }
    sums = {phrase: total for phrase, total in sums.items() if total >= least}
    chosen = _best(marks, phrases, sums, MOST[field], lambda start, end: _may_be(marks, known, field, start, end))
    if not chosen and not ruled:
        yield from by_rule  # what only the headline says, which has no phrases to weigh
    for index, phrase in enumerate(sorted(chosen, key=lambda phrase: phrase.first)):
        span = _SHOWN[field](marks, *phrases.span(phrase)) if field in _SHOWN else phrases.span(phrase)
        place = index if MOST[field] > 1 else None
        yield marks.finding(field, marks.text(*span), _confidence(sums[phrase]), span, f"learned {field}", place)


def _voice(marks: Marks, phrases: Phrases, phrase: Phrase, ruled: Collection[Phrase]) -> float:
    """What a phrase gains by what the rule finds."""
    if phrase in ruled:
        return _VOICE + _JUST_THAT
    near = [other for other in ruled if phrase.first < other.end and other.first < phrase.end]
    return _VOICE * any(_is_about(marks, phrases, phrase, other) for other in near)


def _may_be(marks: Marks, known: PressFacts, field: str, start: int, end: int) -> bool:
    """Whether a phrase can be a value at all; the name of a law is found elsewhere."""
    if field not in _MAY_BE:
        return True
    laws = (_in_article(marks, law) for law in known.items("legal_references"))
    return not any(a <= start < b for a, b in laws) and _MAY_BE[field](marks, start, end)


def _best(
    marks: Marks, phrases: Phrases, sums: dict[Phrase, float], most: int, may_be: Callable[[int, int], bool]
) -> list[Phrase]:
    """The phrases with the largest sums that neither overlap nor say the same twice."""
    chosen: list[Phrase] = []
    keys: list[frozenset[str]] = []
    for phrase in sorted(sums, key=lambda phrase: (-sums[phrase], phrase.first, phrase.end)):
        if len(chosen) == most:
            break
        key = _key(marks, phrases.span(phrase))
        overlaps = any(phrase.first < other.end and other.first < phrase.end for other in chosen)
        if overlaps or not key or any(len(key & k) > _SHARED * min(len(key), len(k)) for k in keys):
            continue
        if not may_be(*phrases.span(phrase)):
            continue
        chosen.append(phrase)
        keys.append(key)
    return chosen


def _confidence(total: float) -> float:
    """About how often findings with such a sum were right in texts that were not learned from."""
    return max(0.35, min(0.69, 0.4 + total / 12))


def _in_article(marks: Marks, found: Finding) -> tuple[int, int]:
    """Where the evidence of a finding stands in the article's text."""
    start, end = found.spans[0]
    return bisect_left(marks.article.places, start), bisect_left(marks.article.places, end - 1) + 1


def _key(marks: Marks, span: tuple[int, int]) -> frozenset[str]:
    words = frozenset(fold(marks.text(*span)).split())
    return words - SMALL_WORDS or words


def _is_about(marks: Marks, phrases: Phrases, one: Phrase, other: Phrase) -> bool:
    """Whether two phrases that overlap share most of their words."""
    a, b = _key(marks, phrases.span(one)), _key(marks, phrases.span(other))
    return len(a & b) >= _SAME * max(len(a), len(b))
