"""Which of several workshops a sentence names: by its town, its number, its month or days, or those
who took part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from workshops.press.article import Sentence
from workshops.press.facts import Span
from workshops.press.marks import Marks
from workshops.press.words import worded, words

_REACH_OF_HOUSE: Final = 75
_TWO: Final = 2
_IN_HOUSE: Final = worded(
    lambda w: (
        rf"(?<!\w){w.any_of('in_place')} {w.any_of('the_house')}[^\d.,;:()\n]{{3,60}} {w.any_of('town_of_house')}$"
    )
)
"""What stands before the town of a building: "en la Cámara de la Construcción de", "at the port of"."""
_ACTS: Final = worded(lambda w: rf"{w.any_of('ordinal_acts')}(?!\w)")


@dataclass(frozen=True)
class Known:
    """What one of the workshops can be told by: towns, first and last days as month and day, who took part."""

    towns: frozenset[str]
    days: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    publics: frozenset[str] = frozenset()

    @property
    def months(self) -> set[int]:
        return {day[0] for days in self.days for day in days}


@dataclass(frozen=True)
class Naming:
    """Words that name one workshop, by its place among them."""

    span: Span
    number: int


def named_in(marks: Marks, sentence: Sentence, known: tuple[Known, ...]) -> list[Naming]:
    """The namings of single workshops in a sentence, in order; by their publics only where nothing else names one."""
    found = [
        *_by_town(marks, sentence, known),
        *_by_order(marks, sentence, len(known)),
        *_by_time(marks, sentence, known),
    ]
    return sorted(found or _by_public(marks, sentence, known), key=lambda naming: naming.span)


def is_of_all(marks: Marks, sentence: Sentence) -> bool:
    """Whether a sentence speaks of all the workshops: "both courses", "les deux ateliers", "cada taller"."""
    return marks.words.pattern("of_all_events").search(marks.article.low, sentence.start, sentence.end) is not None


def _own(values: list[frozenset[str]]) -> Iterator[tuple[int, str]]:
    """Each value that one alone has, with whose it is; none that is part of another's."""
    for n, mine in enumerate(values):
        others = [each for other, theirs in enumerate(values) if other != n for each in theirs]
        yield from ((n, each) for each in mine if not any(each in other or other in each for other in others))


def _by_town(marks: Marks, sentence: Sentence, known: tuple[Known, ...]) -> Iterator[Naming]:
    """ "In Kara", "that in Kara", "the Kara training", "celui de Kara", "los participantes de Arequipa"."""
    low = marks.article.low
    for n, town in _own([each.towns for each in known]):
        for m in _of_town(marks.language, town).finditer(low, sentence.start, sentence.end):
            yield Naming(m.span(), n)
        for m in re.compile(rf"(?<!\w){re.escape(town)}(?!\w)").finditer(low, sentence.start, sentence.end):
            house = _IN_HOUSE(marks.language).search(low, max(sentence.start, m.start() - _REACH_OF_HOUSE), m.start())
            if house and not marks.words.pattern("people_nouns").search(low, *house.span()):
                yield Naming(m.span(), n)


@cache
def _of_town(language: str, town: str) -> re.Pattern[str]:
    name = re.escape(town)
    if language == "en":
        after = rf"|(?:the )?{name} (?:\w+ )?{_events(language)}"
    else:
        after = rf"|{_events(language)} (?:de |d'){name}"
    return re.compile(rf"(?<!\w)(?:(?:{_in_place(language)}) {name}{after})(?!\w)")


@cache
def _in_place(language: str) -> str:
    return words(language).any_of("in_place", "that_of")


@cache
def _events(language: str) -> str:
    kinds = ("workshop", "training_course", "seminar", "webinar", "study_visit", "other", "again")
    return rf"(?:participant(?:e?s)?|{words(language).any_of(*(f'event_{kind}' for kind in kinds), 'plain_people')})"


def _by_order(marks: Marks, sentence: Sentence, count: int) -> Iterator[Naming]:
    """ "The first course", "the second, on fraud, ...", "le premier a réuni", "el segundo trató de"."""
    low, w = marks.article.low, marks.words
    events = {event.start for event in marks.scope.events_in(sentence.start, sentence.end)}
    for n, ordinal in enumerate(w.entries("ordinals")[:count]):
        for m in _ordinal(marks.language, ordinal).finditer(low, sentence.start, sentence.end):
            following = low[m.end() : m.end() + 1]
            acts = following in (",", ":", "(") or _ACTS(marks.language).match(low, m.end() + 1)
            if m.end() + 1 in events or m[1] and acts:
                yield Naming(m.span(), n)

    for n, last in enumerate(w.entries("former_and_latter")[:count] if count == _TWO else ()):
        for m in _ordinal(marks.language, last).finditer(low, sentence.start, sentence.end):
            yield Naming(m.span(), n)


@cache
def _ordinal(language: str, ordinal: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({words(language).any_of('singular_articles')} )?{ordinal}(?!\w)")


def _by_time(marks: Marks, sentence: Sentence, known: tuple[Known, ...]) -> Iterator[Naming]:
    """ "On 16 June", "the June session", "en mai": a time within the days, or the month, of one alone."""
    for day in marks.dates_in(sentence.start, sentence.end):
        if day.first is None or day.last is None:
            continue
        ends = (day.first.month, day.first.day), (day.last.month, day.last.day)
        of = [n for n, each in enumerate(known) if any(a <= ends[1] and ends[0] <= b for a, b in each.days)]
        if len(of) == 1:
            yield Naming((day.start, day.end), of[0])
    months = marks.words.mapping("month_numbers")
    for m in marks.words.pattern("months").finditer(marks.article.low, sentence.start, sentence.end):
        of = [n for n, each in enumerate(known) if months.get(m.group().rstrip(".")) in each.months]
        is_part = any(day.start < m.end() and m.start() < day.end for day in marks.dates_in(m.start() - 30, m.end()))
        if len(of) == 1 and not is_part:
            yield Naming(m.span(), of[0])


def _by_public(marks: Marks, sentence: Sentence, known: tuple[Known, ...]) -> Iterator[Naming]:
    """ "The course for police officers", "les greffiers ont appris": those whom the text counts at one alone."""
    for n, public in _own([each.publics for each in known]):
        for m in re.compile(rf"(?<!\w){re.escape(public)}(?!\w)").finditer(
            marks.article.low, sentence.start, sentence.end
        ):
            yield Naming(m.span(), n)
