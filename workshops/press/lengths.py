"""How many days the text says that the event lasts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshops.press.marks import Marks
from workshops.press.numbers import Number
from workshops.press.words import worded

MOST_DAYS = 60
_LENGTH_REACH = 40
_UNIT = worded(lambda w: rf"[ -](?:{w.any_of('days_between')} )?{w.any_of('day_words', 'day_adjectives')}(?!\w)")
_HALF = worded(lambda w: rf"\s?{w.any_of('half_words')}(?!\w)")
_AND_A_HALF = re.compile(r"[ -](?:and[ -]a[ -]half)")


def length_stated(marks: Marks, *, is_dated: bool) -> tuple[int, int, int] | None:
    """The number of days that goes with the event ("three-day workshop"); any other only where no dates tell."""
    stated = list(stated_days(marks))
    sure = next((s for s in stated if _is_of_whole_event(marks, s)), None)
    if sure is not None or is_dated:
        return sure
    return next((s for s in stated if not _is_of_part(marks, s)), None)


def _is_of_whole_event(marks: Marks, stated: tuple[int, int, int]) -> bool:
    """Whether "lasts", "over", "atelier de" stand before a number of days, or the noun of the event after it."""
    w, low = marks.words, marks.article.low
    sentence = marks.article.sentence_at(stated[1])
    floor, ceiling = (sentence.start, sentence.end) if sentence else (0, len(low))
    if _is_of_part(marks, stated):
        return False
    before = low[max(floor, stated[1] - _LENGTH_REACH) : stated[1]]
    event = marks.scope.first_event(stated[2], min(ceiling, stated[2] + _LENGTH_REACH))
    if event is not None and not re.search(r"[,;:]", low[stated[2] : event.start]):
        return True
    lasting = list(w.pattern("lasting").finditer(before))
    if lasting and len(before[lasting[-1].end() :].split()) <= 2:
        return True
    return bool(marks.scope.names_event(max(floor, stated[1] - _LENGTH_REACH), stated[1])) and (
        re.search(r"(?:\bde |\bd'|\bof |\()$", before) is not None
    )


def _is_of_part(marks: Marks, stated: tuple[int, int, int]) -> bool:
    """Whether days are those of a part: "two days of the five-day course", "dos jornadas se dedican a"."""
    low = marks.article.low
    near = low[max(0, stated[1] - 24) : stated[1]] + "|" + low[stated[2] : stated[2] + 30]
    return marks.words.pattern("days_of_part").search(near) is not None


def stated_days(marks: Marks) -> Iterator[tuple[int, int, int]]:
    """(days, start, end) of each stated duration: "three-day", "deux jours et demi", "pendant quatre jours"."""
    w, low = marks.words, marks.article.low
    unit, half = _UNIT(marks.language), _HALF(marks.language)
    for one in w.pattern("one_day").finditer(low):
        if marks.scope.is_told(one.start()):
            yield 1, one.start(), one.end()
    for number in marks.numbers:
        if not 1 <= number.value <= MOST_DAYS or not marks.scope.is_told(number.start):
            continue
        halved = _half_between(marks, number, unit)
        m = unit.match(low, number.end) or halved
        after_it = m is not None and w.pattern("length_of").match(low, m.end() + 1)
        sentence = marks.article.sentence_at(number.start)
        before = low[max(sentence.start if sentence else 0, number.start - _LENGTH_REACH) : number.start]
        is_other = w.pattern("not_duration").search(before) and not after_it
        if m is None or is_other:
            continue
        added = 1 if halved or half.match(low, m.end()) or half.match(low, number.end) else 0
        yield number.value + added, number.start, m.end()


def _half_between(marks: Marks, number: Number, unit: re.Pattern[str]) -> re.Match[str] | None:
    """ "two-and-a-half-day", "cuatro días y medio" has the unit first, English may have it last."""
    m = _AND_A_HALF.match(marks.article.low, number.end)
    return unit.match(marks.article.low, m.end()) if m else None
