"""How many of the participants are women and how many are men, where the text says so beside their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from workshops.press.article import Sentence
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.numbers import EXACT, Number
from workshops.press.words import worded, words

_SEXES: Final = {"women_count": "women", "men_count": "men"}
_ALONE: Final = {"women_count": "one_woman", "men_count": "one_man"}
_LABELS: Final = {"women_count": "women_label", "men_count": "men_label"}
_BESIDE_MEN: Final = {"women_count": "women_label_beside_men", "men_count": "men_label_beside_men"}
_LABEL_REACH: Final = 14
_BOTH: Final = worded(lambda w: rf",? {w.any_of('and')} (?:{w.any_of('men')}|{w.any_of('men_of_both')})(?!\w)")
_OUT_OF: Final = worded(lambda w: rf" {w.any_of('out_of')} ")
_DERIVED: Final = 0.6
"""For the rest, which the text does not say: a person should look."""
_NOUN: Final = re.compile(r" ([^\W\d]{4,})(?!\w)")
_COUNTED_BEHIND: Final = re.compile(r"(?<!\w)([^\W\d]{4,}) \($")
_LONGEST_NOUN: Final = 30
_TOLD_REACH: Final = 24


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
        found = found or dict(zip(_SEXES, _of_a_pair(marks, sentence), strict=False))
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
    title, sentences = marks.article.title, marks.article.sentences
    for number, sentence in enumerate(sentences):
        values = [n.value for n in marks.numbers_in(sentence.start, sentence.end)]
        sums = {a + b for place, a in enumerate(values) for b in values[place + 1 :]}
        if sentence in marks.scope.told and (total in values or total in sums):
            yield from sentences[number : number + 2]
    if title is not None and any(n.value == total for n in marks.numbers_in(title.start, title.end)):
        yield Sentence(title.start, title.end, 0)


def _is_told(marks: Marks, place: int) -> bool:
    """Whether the headline or the telling of the event holds a place."""
    title = marks.article.title
    return marks.scope.is_told(place) or title is not None and title.start <= place < title.end


def _number_of(marks: Marks, sentence: Sentence, name: str, half: int | None) -> tuple[int, int, int] | None:
    noun = _after_number(marks.language, _SEXES[name])
    for number in marks.numbers_in(sentence.start, sentence.end):
        if not _is_told(marks, number.start):
            continue
        m = noun.match(marks.article.low, number.end, sentence.end)
        if m and not _BOTH(marks.language).match(marks.article.low, m.end()):
            part = _part_before(marks, sentence, number) or number
            return part.start, m.end(), part.value
        floor = max(sentence.start, number.start - _LABEL_REACH)
        label = _label(marks.language, _labels(marks, sentence, name))
        if m := label.search(marks.article.low, floor, number.start):
            return m.start(), number.end, number.value
    if lone := _one_of(marks, sentence, name):
        return lone
    m = _half(marks.language, _SEXES[name]).search(marks.article.low, sentence.start, sentence.end) if half else None
    if m is None or half is None or not marks.scope.is_told(m.start()):
        return None
    before = marks.article.low[max(sentence.start, m.start() - _LABEL_REACH) : m.start()]
    return None if marks.words.pattern("about", "more_than").search(before) else (*m.span(), half)


def _part_before(marks: Marks, sentence: Sentence, number: Number) -> Number | None:
    """The six in "six of the nineteen were women"."""
    before = marks.numbers_in(max(sentence.start, number.start - _TOLD_REACH), number.start)
    is_part = before and _OUT_OF(marks.language).fullmatch(marks.article.low, before[-1].end, number.start)
    return before[-1] if is_part else None


def _one_of(marks: Marks, sentence: Sentence, name: str) -> tuple[int, int, int] | None:
    """ "35 officers, including one woman", "dont une femme": a lone one, whom no number counts."""
    low, w = marks.article.low, marks.words
    for m in w.pattern(_ALONE[name]).finditer(low, sentence.start, sentence.end):
        before = low[max(sentence.start, m.start() - _TOLD_REACH) : m.start()].rstrip()
        if _is_told(marks, m.start()) and any(a.end() == len(before) for a in w.pattern("all_told").finditer(before)):
            return m.start(), m.end(), 1
    return None


def _labels(marks: Marks, sentence: Sentence, name: str) -> str:
    """The list of labels for a sex in a sentence: Spanish "M" stands for women beside "H", for men beside "F"."""
    is_beside_men = marks.words.pattern("beside_m_of_women").search(marks.article.low, sentence.start, sentence.end)
    return _BESIDE_MEN[name] if is_beside_men else _LABELS[name]


def _of_a_pair(marks: Marks, sentence: Sentence) -> tuple[tuple[int, int, int], ...]:
    """Women and men whom the two forms of a noun count: "12 inspectrices et 20 inspecteurs", "enfermeras (72) y
    enfermeros (9)"; or women alone, "dont 20 infirmières", where the text has the other form too.
    """
    counted = [c for n in marks.numbers_in(sentence.start, sentence.end) if (c := _with_noun(marks, n))]
    for women, (start, end, value) in counted:
        masculine = _masculine(marks.language, women)
        men = next((span for noun, span in counted if noun in masculine), None)
        if not marks.scope.is_told(start):
            continue
        if men is not None:
            return (start, end, value), men
        before = marks.article.low[max(sentence.start, start - _TOLD_REACH) : start]
        if marks.words.pattern("all_told").search(before) and masculine & marks.once(_all_words):
            return ((start, end, value),)
    return ()


def _all_words(marks: Marks) -> frozenset[str]:
    return frozenset(token.low for token in marks.tokens)


def _with_noun(marks: Marks, number: Number) -> tuple[str, tuple[int, int, int]] | None:
    """The noun that a number counts, with the words of both and the number."""
    low = marks.article.low
    if m := _COUNTED_BEHIND.search(low, max(0, number.start - _LONGEST_NOUN), number.start):
        return m[1], (m.start(), number.end, number.value)
    m = _NOUN.match(low, number.end)
    return (m[1], (number.start, m.end(), number.value)) if m else None


@cache
def _masculine(language: str, noun: str) -> frozenset[str]:
    """The forms for men that a noun for women may have, by their ends; none if it does not end like such a noun."""
    ends = words(language).mapping("ends_of_women")
    return frozenset(noun.removesuffix(w) + m for w, men in ends.items() for m in men if noun.endswith(w))


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
