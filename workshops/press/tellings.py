"""Where a text says when a workshop is held: once in a sentence, or once for each of several that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final

from workshops.domain.folding import fold
from workshops.press.article import Sentence
from workshops.press.dates import DateMention
from workshops.press.event_types import number_of_events, numbers_of_events
from workshops.press.facts import Span
from workshops.press.joints import counts_people, cut, is_leading
from workshops.press.marks import Marks
from workshops.press.places import towns_named
from workshops.press.publication import publication_mentions
from workshops.press.scope import EventMention, whole_sentences
from workshops.press.times_of_tellings import apart, ends_of, months_told, without_shared
from workshops.press.towns_of_tellings import all_towns, beside, follow, hull, is_list, towns_of_houses
from workshops.press.when import dates_told
from workshops.press.words import worded, words

_REACH_OF_ANOTHER: Final = 60
_REACH_OF_IN: Final = 8
_REACH_OF_EVENT: Final = 25
_ONE: Final = worded(lambda w: rf" {w.any_of('one_again')}(?!\w)")
_IN_PLACE: Final = worded(lambda w: rf"(?<!\w){w.any_of('in_place')} $")
_PARTED: Final = worded(lambda w: rf" {w.any_of('of', 'of_event')}(?: |(?<='))")
"""What parts the noun of an event from what it is of: "formation de formateurs"."""


@dataclass(frozen=True)
class Telling:
    """One workshop in a sentence: its days as month and day, its town folded, "" if none is named with them.

    `start` to `end` is what is said of it alone, `core` the span of its days and its town. `is_clause` tells whether
    that has a verb of its own: what is said of several at once stands before the first. `is_beside` tells that the
    sentence counts its workshops and gives each its town: they may be held on the same days.
    """

    start: int
    end: int
    core: Span
    first: tuple[int, int]
    last: tuple[int, int]
    town: str
    is_another: bool
    is_clause: bool
    is_beside: bool = False
    year: int | None = None


@dataclass(frozen=True)
class TellingSentence:
    """A sentence with what it tells, one for each workshop in it.

    `lists` holds the towns and the days where they stand apart: "in Lomé and Kara on 3 and on 10 May respectively".
    """

    sentence: Sentence
    tellings: tuple[Telling, ...]
    lists: tuple[tuple[Span, ...], ...] = ()


def telling_sentences(marks: Marks) -> Iterator[TellingSentence]:
    """The sentences that say on which days a workshop is held, in order; those a semicolon parts count as one."""
    counts = marks.once(numbers_of_events)
    counted = bool(counts)
    days, towns = [*dates_told(marks), *(months_told(marks) if counted else ())], towns_named(marks)
    later = [sentence for sentence in marks.scope.background if opens_later(marks, sentence)]
    days += [day for each in later for day in marks.dates_in(each.start, each.end) if day.first]
    towns += [town for each in later for town in all_towns(marks, each, [])]
    days.sort(key=lambda day: day.start)
    lines = [line.end for line in marks.once(publication_mentions)]
    for whole in whole_sentences(marks.article.low, sorted((*marks.scope.told, *later), key=lambda each: each.start)):
        start, end = max([whole.start, *(line for line in lines if line <= whole.end)]), whole.end
        sentence = whole._replace(start=start)
        told = apart([day for day in days if start <= day.start < end])
        if not told:
            continue
        is_another = _is_another(marks, start, min(end, start + _REACH_OF_ANOTHER)) or _opens_with_that(marks, start)
        if not (is_another or _names_event(marks, sentence) or counted and _opens_first(marks, sentence)):
            continue
        counts_here = any(start <= count.start < end for count in counts)
        several = _beside_each_other(marks, sentence, told, towns) if counts_here and len(told) == 1 else None
        several = several or (_several(marks, sentence, told, towns) if len(told) > 1 else None)
        if several is not None:
            yield several
            continue
        if counts_here:  # when all of them are held, not one
            continue
        place = next((town for town in towns if start <= town[0] < end), None)
        one = _telling(marks, (start, end), told[0], place, is_another=is_another, is_clause=True)
        yield TellingSentence(sentence, (one,))


def opens_later(marks: Marks, sentence: Sentence) -> Span | None:
    """The opening of "A week later, another workshop was held in Kara", which makes no history of it."""
    low, w = marks.article.low, marks.words
    opening = w.pattern("background_start").match(low, sentence.start, sentence.end)
    if opening is None or not w.pattern("days_or_weeks").search(opening.group()):
        return None
    end = min(sentence.end, opening.end() + _REACH_OF_ANOTHER)
    is_another = _is_another(marks, opening.end(), end)
    return (opening.start(), opening.end() + low.startswith(", ", opening.end()) * 2) if is_another else None


def _is_another(marks: Marks, start: int, end: int) -> bool:
    """Whether a span speaks of a second, another, a similar one - and not of a second day or part, or of a second of
    the "two groups" of one."""
    low = marks.article.low
    if _part_of_one(marks.language, has_sessions=number_of_events(marks) is None).search(low, start, end):
        return False
    found = marks.words.pattern("another_event").finditer(low, start, end)
    has_parts = marks.once(_counts_parts)
    return any(
        not has_parts
        or _ONE(marks.language).match(low, m.end())
        or marks.scope.names_event(m.end(), m.end() + _REACH_OF_EVENT)
        for m in found
    )


def _opens_with_that(marks: Marks, start: int) -> bool:
    """Whether a sentence opens with "The one in", "Celui de": a workshop like the one before."""
    return marks.words.pattern("that_of").match(marks.article.low, start) is not None


def _counts_parts(marks: Marks) -> bool:
    """Whether the text tells of one workshop with a number of parts: "in two phases", "deux modules"."""
    parts = _number_of_parts(marks.language).search(marks.article.low)
    return parts is not None and number_of_events(marks) is None


@cache
def _number_of_parts(language: str) -> re.Pattern[str]:
    w = words(language)
    return re.compile(rf"(?<!\w)(?:[2-9]|{w.any_of('number_words')}) (?:[\w-]+ )?{w.any_of('parts_of_event')}(?!\w)")


@cache
def _part_of_one(language: str, *, has_sessions: bool) -> re.Pattern[str]:
    """ "The first part", "la segunda fase", "the last two days"; of one course "the first session" too."""
    w = words(language)
    part = w.any_of("part_of_event", *(["session_of_event"] if has_sessions else []))
    return re.compile(rf"(?<!\w){w.any_of('another_event', 'ordinals')} (?:\w+ )?{part}")


def _opens_first(marks: Marks, sentence: Sentence) -> bool:
    """Whether a sentence on one of several that were counted opens with "The first": "Le premier s'est déroulé ..."."""
    first = marks.words.pattern("one_event").match(marks.article.low, sentence.start, sentence.end)
    part = _part_of_one(marks.language, has_sessions=False)
    return first is not None and not part.search(marks.article.low, sentence.start, sentence.end)


def _names_event(marks: Marks, sentence: Sentence) -> bool:
    again = marks.words.pattern("event_again").search(marks.article.low, sentence.start, sentence.end)
    return again is not None or marks.scope.names_event(sentence.start, sentence.end)


def _is_of_several(marks: Marks, sentence: Sentence) -> bool:
    """Whether a sentence with several times tells of several events: "a second one", "workshops"."""
    if _is_another(marks, sentence.start, sentence.end):
        return True
    return any(is_plural(marks, event) for event in marks.scope.events_in(sentence.start, sentence.end))


def is_plural(marks: Marks, event: EventMention) -> bool:
    """Whether an event is named in the plural: "training courses", "formations des formateurs", not "cours"."""
    noun = _PARTED(marks.language).split(marks.article.low[event.start : event.end])[0]
    return noun.endswith("s") and not marks.words.has(noun, "invariable_events")


def _is_counted(marks: Marks, count: int) -> bool:
    number = number_of_events(marks)
    return number is not None and number.value == count


def _beside_each_other(
    marks: Marks, sentence: Sentence, days: list[DateMention], named: list[Span]
) -> TellingSentence | None:
    """The tellings of "three workshops in Lomé, Kara and Dapaong in May": as many towns as are counted, one time."""
    towns = all_towns(marks, sentence, named)
    if len(towns) < 2 or not _is_counted(marks, len(towns)) or not is_list(marks, towns):
        return None
    opening = marks.article.low[max(sentence.start, towns[0][0] - _REACH_OF_IN) : towns[0][0]]
    if not _IN_PLACE(marks.language).search(opening):
        return None
    told = (
        replace(
            _telling(marks, (sentence.start, sentence.end), days[0], town, is_another=True, is_clause=False),
            is_beside=True,
        )
        for town in towns
    )
    return TellingSentence(sentence, tuple(told), (tuple(towns),))


def _several(marks: Marks, sentence: Sentence, days: list[DateMention], named: list[Span]) -> TellingSentence | None:
    """The tellings of a sentence with several times, if each is that of an event of its own."""
    is_counted = _is_counted(marks, len(days))
    if not is_counted and not _is_of_several(marks, sentence):
        return None
    whole = (sentence.start, sentence.end)
    towns, times = all_towns(marks, sentence, named), [(day.start, day.end) for day in days]
    if len(towns) < len(days):
        towns = towns_of_houses(marks, sentence, towns)
    if len(towns) == len(days) and is_list(marks, towns) and is_list(marks, times) and follow(towns, times):
        told = (
            _telling(marks, whole, day, town, is_another=True, is_clause=False)
            for day, town in zip(days, towns, strict=True)
        )
        return TellingSentence(sentence, tuple(told), (tuple(towns), tuple(without_shared(marks, times))))
    places = beside(sentence, times, towns)
    different = {fold(marks.text(*place)) for place in places if place is not None}
    if len(different) < len(days):
        if not is_counted and not _is_another(marks, *whole):
            return None
        places = [None] * len(days)  # a town that is not said of each is that of all
    cores = [hull(time, place) for time, place in zip(times, places, strict=True)]
    leading = is_leading(marks, sentence.start, cores[0][0])
    cuts = [cut(marks, a[1], b[0], is_leading=leading) for a, b in pairwise(cores)]
    has_verb = [_has_verb(marks, a[1], b[0]) for a, b in pairwise(cores)]
    ends_counting = leading and counts_people(marks, cores[-1][1], sentence.end)
    counts = ends_counting or any(counts_people(marks, a[0], b) for a, b in zip(cores, cuts, strict=False))
    starts, ends = (
        [sentence.start, *cuts],
        [*cuts, last_word(marks, sentence) if counts or has_verb[-1] else _with_venue(marks, cores[-1][1])],
    )
    told = (
        _telling(marks, (starts[n], ends[n]), day, places[n], is_another=True, is_clause=has_verb[max(n - 1, 0)])
        for n, day in enumerate(days)
    )
    return TellingSentence(sentence, tuple(told))


def _with_venue(marks: Marks, end: int) -> int:
    """Where a house that stands behind the days ends: "du 14 au 16 mars à la préfecture de Bouaké"."""
    venue = re.compile(rf" {marks.words.any_of('in_place')} [^,.;:()\n]{{2,80}}").match(marks.article.low, end)
    return venue.end() if venue else end


def _telling(
    marks: Marks, span: Span, day: DateMention, place: Span | None, *, is_another: bool, is_clause: bool
) -> Telling:
    town = fold(marks.text(*place)) if place else ""
    return Telling(
        *span,
        hull((day.start, day.end), place),
        *ends_of(day),
        town,
        is_another,
        is_clause,
        year=day.first.year if day.first else None,
    )


def last_word(marks: Marks, sentence: Sentence) -> int:
    """Where the last word of a sentence ends, its full stop left out."""
    return sentence.start + len(marks.article.text[sentence.start : sentence.end].rstrip(" ."))


def _has_verb(marks: Marks, start: int, end: int) -> bool:
    verbs = marks.words.pattern("organise_active", "organise_passive", "held", "people_verbs")
    return verbs.search(marks.article.low, start, end) is not None
