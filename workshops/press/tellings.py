"""Where a text says when a workshop is held: once in a sentence, or once for each of several that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from workshops.domain.folding import fold
from workshops.domain.towns import find_towns
from workshops.press.article import Sentence
from workshops.press.dates import DateMention
from workshops.press.event_types import number_of_events
from workshops.press.facts import Span
from workshops.press.marks import Marks
from workshops.press.places import towns_named
from workshops.press.scope import whole_sentences
from workshops.press.tokens import capital_run
from workshops.press.when import dates_told

_PART: Final = {
    "en": r"(?:day|part|phase|module|half|leg|week|stage|round of|component)",
    "fr": r"(?:jour|journee|partie|phase|module|volet|etape|semaine|moitie|temps|manche)",
    "es": r"(?:dia|jornada|parte|fase|modulo|etapa|semana|mitad|tramo|bloque)",
}
"""What one workshop may have several of."""
_ANOTHER: Final = {
    "en": r"(?:second|third|fourth|another|further|similar|next|last)",
    "fr": r"(?:second|seconde|deuxieme|troisieme|quatrieme|autre|semblable|similaire|suivante?|dernier|derniere)",
    "es": r"(?:segund[oa]|tercer[oa]?|cuart[oa]|otr[oa]|similar|siguiente|ultim[oa])",
}
_FIRST: Final = {"en": "first", "fr": "premiere?", "es": "primer[oa]?"}
_REACH_OF_ANOTHER: Final = 60
_JOINT: Final = re.compile(
    r"[,;:)]?\s(?:and|et|y|e|puis|then|luego|while|(?:tandis|alors|mientras) que|mientras|followed by)\s|[,;)]\s"
)
_BETWEEN_MEMBERS: Final = re.compile(
    r"\s?[,;]?\s?(?:and|et|y|e)?\s?(?:from|on|in|at|du|le|les|au|a|en|del?|el|los|the)?\s?(?:the|le|les|los)?\s?"
)


@dataclass(frozen=True)
class Telling:
    """One workshop in a sentence: its days as month and day, its town folded, "" if none is named with them.

    `start` to `end` is what is said of it alone, `core` the span of its days and its town. `is_clause` tells whether
    that has a verb of its own: what is said of several at once stands before the first.
    """

    start: int
    end: int
    core: Span
    first: tuple[int, int]
    last: tuple[int, int]
    town: str
    is_another: bool
    is_clause: bool


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
    days, towns = dates_told(marks), towns_named(marks)
    for sentence in whole_sentences(marks.article.low, marks.scope.told):
        start, end = sentence.start, sentence.end
        told = _apart([day for day in days if start <= day.start < end])
        is_another = _is_another(marks, start, min(end, start + _REACH_OF_ANOTHER))
        if not told or not (is_another or _names_event(marks, sentence)):
            continue
        several = _several(marks, sentence, told, towns) if len(told) > 1 else None
        if several is not None:
            yield several
            continue
        place = next((town for town in towns if start <= town[0] < end), None)
        one = _telling(marks, (start, end), told[0], place, is_another=is_another, is_clause=True)
        yield TellingSentence(sentence, (one,))


def _is_another(marks: Marks, start: int, end: int) -> bool:
    """Whether a span speaks of a second, another, a similar one - and not of a second day or part."""
    low, language = marks.article.low, marks.language
    if re.compile(rf"(?<!\w)(?:{_FIRST[language]}|{_ANOTHER[language]}) (?:\w+ )?{_PART[language]}").search(
        low, start, end
    ):
        return False
    return re.compile(rf"(?<!\w){_ANOTHER[language]}(?!\w)").search(low, start, end) is not None


def _names_event(marks: Marks, sentence: Sentence) -> bool:
    again = marks.words.pattern("event_again").search(marks.article.low, sentence.start, sentence.end)
    return again is not None or marks.scope.names_event(sentence.start, sentence.end)


def _apart(days: list[DateMention]) -> list[DateMention]:
    """Without mentions of days that an earlier one has already."""
    kept: list[DateMention] = []
    for day in days:
        first, last = _ends_of(day)
        if not any(first <= _ends_of(other)[1] and _ends_of(other)[0] <= last for other in kept):
            kept.append(day)
    return kept


def _ends_of(mention: DateMention) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last day as month and day."""
    days = [(day.month, day.day) for day in (mention.first, mention.last) if day is not None]
    return days[0], days[-1]


def _is_of_several(marks: Marks, sentence: Sentence) -> bool:
    """Whether a sentence with several times tells of several events: "a second one", "workshops"."""
    if _is_another(marks, sentence.start, sentence.end):
        return True
    return any(
        _is_plural(marks.article.low[event.start : event.end])
        for event in marks.scope.events
        if sentence.start <= event.start < sentence.end
    )


def _is_plural(event: str) -> bool:
    """Whether an event is named in the plural: "training courses", "formations des formateurs", not "cours"."""
    words = re.split(r" (?:of|for|de|des|d'|en) ?", event)[0].split()
    return words[-1].endswith("s") and words != ["cours"]


def _is_counted(marks: Marks, count: int) -> bool:
    number = number_of_events(marks)
    return number is not None and number.value == count


def _all_towns(marks: Marks, sentence: Sentence, named: list[Span]) -> list[Span]:
    """The towns of a sentence, those too that stand behind another and have no "in" of their own."""
    found = [town for town in named if sentence.start <= town[0] < sentence.end]
    tokens = marks.tokens_in(sentence.start, sentence.end)
    skip = 0
    for n, token in enumerate(tokens):
        if (
            n < skip
            or not token.is_capital
            or marks.agencies_around(token.start)
            or marks.people_in(token.start, token.end)
        ):
            continue
        run = capital_run(tokens[n:])
        skip = n + len(run)
        span = (token.start, run[-1].end)
        is_new = not any(a < span[1] and span[0] < b for a, b in found)
        is_time = marks.words.has(token.low, "months", "weekdays")
        if is_new and not is_time and not marks.countries_in(*span) and find_towns(marks.text(*span)):
            found.append(span)
    return sorted(found)


def _several(marks: Marks, sentence: Sentence, days: list[DateMention], named: list[Span]) -> TellingSentence | None:
    """The tellings of a sentence with several times, if each is that of an event of its own."""
    is_counted = _is_counted(marks, len(days))
    if not is_counted and not _is_of_several(marks, sentence):
        return None
    whole = (sentence.start, sentence.end)
    towns, times = _all_towns(marks, sentence, named), [(day.start, day.end) for day in days]
    if len(towns) == len(days) and _is_list(marks, towns) and _is_list(marks, times) and _follow(towns, times):
        told = (
            _telling(marks, whole, day, town, is_another=True, is_clause=False)
            for day, town in zip(days, towns, strict=True)
        )
        return TellingSentence(sentence, tuple(told), (tuple(towns), tuple(_without_shared_month(marks, times))))
    places = _beside(sentence, times, towns)
    different = {fold(marks.text(*place)) for place in places if place is not None}
    if len(different) < len(days):
        if not is_counted and not _is_another(marks, *whole):
            return None
        places = [None] * len(days)  # a town that is not said of each is that of all
    cores = [hull(time, place) for time, place in zip(times, places, strict=True)]
    cuts = [cut(marks, a[1], b[0]) for a, b in pairwise(cores)]
    has_verb = [_has_verb(marks, a[1], b[0]) for a, b in pairwise(cores)]
    counts = any(_counts_people(marks, core[0], cut) for core, cut in zip(cores, cuts, strict=False))
    starts, ends = (
        [sentence.start, *cuts],
        [*cuts, last_word(marks, sentence) if counts or has_verb[-1] else cores[-1][1]],
    )
    told = (
        _telling(marks, (starts[n], ends[n]), day, places[n], is_another=True, is_clause=has_verb[max(n - 1, 0)])
        for n, day in enumerate(days)
    )
    return TellingSentence(sentence, tuple(told))


def _without_shared_month(marks: Marks, times: list[Span]) -> list[Span]:
    """The times, without month and year if the first has none of its own: "from 3 to 5 and from 10 to 12 May"."""
    month = marks.words.pattern("months")
    if month.search(marks.article.low, *times[0]):
        return times
    found = [(time, month.search(marks.article.low, *time)) for time in times]
    return [(start, m.start() - 1 if m else end) for (start, end), m in found]


def _telling(
    marks: Marks, span: Span, day: DateMention, place: Span | None, *, is_another: bool, is_clause: bool
) -> Telling:
    town = fold(marks.text(*place)) if place else ""
    return Telling(*span, hull((day.start, day.end), place), *_ends_of(day), town, is_another, is_clause)


def hull(time: Span, place: Span | None) -> Span:
    """The span that holds both."""
    return (min(time[0], place[0]), max(time[1], place[1])) if place else time


def _is_list(marks: Marks, spans: Sequence[Span]) -> bool:
    return all(_BETWEEN_MEMBERS.fullmatch(marks.article.low, a[1], b[0]) for a, b in pairwise(spans))


def _follow(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether all of one list stands before all of the other."""
    return one[-1][1] <= other[0][0] or other[-1][1] <= one[0][0]


def _beside(sentence: Sentence, days: Sequence[Span], towns: Sequence[Span]) -> list[Span | None]:
    """The town of each time: the last before it where the first town stands before the first time, else the next."""
    places: list[Span | None] = []
    is_before = bool(towns) and towns[0][0] < days[0][0]
    for n, day in enumerate(days):
        if is_before:
            floor = days[n - 1][1] if n else sentence.start
            near = [town for town in towns if floor <= town[0] < day[0]][-1:]
        else:
            ceiling = days[n + 1][0] if n + 1 < len(days) else sentence.end
            near = [town for town in towns if day[1] <= town[0] < ceiling][:1]
        places.append(near[0] if near else None)
    return places


def last_word(marks: Marks, sentence: Sentence) -> int:
    """Where the last word of a sentence ends, its full stop left out."""
    return sentence.start + len(marks.article.text[sentence.start : sentence.end].rstrip(" ."))


def cut(marks: Marks, start: int, end: int) -> int:
    """Where what is said of one ends, between its days, town or number and those of the next: at the last joint."""
    joints = list(_JOINT.finditer(marks.article.low, max(0, start - 1), end))
    return max(joints[-1].start(), start) if joints else start


def _has_verb(marks: Marks, start: int, end: int) -> bool:
    verbs = marks.words.pattern("organise_active", "organise_passive", "held", "people_verbs")
    return verbs.search(marks.article.low, start, end) is not None


def _counts_people(marks: Marks, start: int, end: int) -> bool:
    people = marks.words.pattern("people_nouns")
    return any(people.search(marks.article.low, n.end, min(n.end + 40, end)) for n in marks.numbers_in(start, end))
