"""The workshops that a text tells of, each with where it does so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from workshops.press.event_types import number_of_events
from workshops.press.facts import Span
from workshops.press.marks import Marks
from workshops.press.publication import published_on
from workshops.press.tellings import Telling, TellingSentence, telling_sentences

MOST: Final = 6
_MOST_TOLD: Final = 12
_HALF_A_YEAR: Final = 6
_SEASON: Final = 9
"""Months between workshops of one story at most: what lies further back is history."""


@dataclass
class Workshop:
    """One of the workshops: where it is told of, and what is left blank when it is read by itself."""

    told: list[Telling] = field(default_factory=list)
    blank: list[Span] = field(default_factory=list)
    own: list[Span] = field(default_factory=list)
    """Sentences that are said of it alone."""
    others_tables: list[Span] = field(default_factory=list)
    """Tables of participants of another one, by their places in the text as received."""

    @property
    def towns(self) -> frozenset[str]:
        """The towns in which it is told to be held, folded; those told first."""
        return frozenset(telling.town for telling in self.told[:_MOST_TOLD] if telling.town)


def told_apart(marks: Marks) -> tuple[list[Workshop], list[tuple[TellingSentence, list[int | None]]]]:
    """The workshops in their order, and the sentences that tell of them with which of them each telling is of.

    A workshop counts as another one if it has other days, and another town or a word such as "second". At most `MOST`,
    and no more than the text counts; a telling beyond has None.
    """
    workshops: list[Workshop] = []
    counted = number_of_events(marks)
    most = min(MOST, counted.value) if counted else MOST
    sentences = [
        (told, [_number_of(t, workshops, most) for t in told.tellings])
        for told in _news(marks, list(telling_sentences(marks)))
    ]
    return workshops, sentences


def _news(marks: Marks, sentences: list[TellingSentence]) -> list[TellingSentence]:
    return _without_plans(marks, _in_order(marks, _without_history(marks, sentences)))


def _without_history(marks: Marks, sentences: list[TellingSentence]) -> list[TellingSentence]:
    """Those that tell of the workshop nearest to the day of publication, else of the first, or of one in its season."""
    published = marks.once(published_on)
    months = [_month(telling) for told in sentences for telling in told.tellings if telling.year]
    if not months:
        return sentences
    news = min(months, key=lambda month: abs(month - 12 * published.year - published.month)) if published else months[0]
    return [told for told in sentences if any(not t.year or abs(_month(t) - news) <= _SEASON for t in told.tellings)]


def _in_order(marks: Marks, sentences: list[TellingSentence]) -> list[TellingSentence]:
    """Those that tell of workshops as they follow each other: what was held before the first one told is history,
    unless the text counts it. Of a sentence that goes back only its first remains."""
    if number_of_events(marks) is not None or not sentences:
        return sentences
    first = sentences[0].tellings[0]
    kept = []
    for told in sentences:
        goes_back = any(_is_before(telling, first) for telling in told.tellings[1:])
        if not _is_before(told.tellings[0], first):
            kept.append(replace(told, tellings=told.tellings[:1], lists=()) if goes_back else told)
    return kept


def _is_before(telling: Telling, other: Telling) -> bool:
    """Whether one was over before the other began; without years, by the shorter way round the year."""
    if telling.last >= other.first and telling.first <= other.last:
        return False
    if telling.year and other.year and telling.year != other.year:
        return telling.year < other.year
    months = other.first[0] - telling.last[0]
    if abs(months) > _HALF_A_YEAR and not (telling.year and other.year):
        return months < 0
    return telling.last < other.first


def _month(telling: Telling) -> int:
    return 12 * (telling.year or 0) + telling.first[0]


def _without_plans(marks: Marks, sentences: list[TellingSentence]) -> list[TellingSentence]:
    """Those without what is to follow workshops that were held, unless the text counts both."""
    planned = marks.words.pattern("planned_event")
    is_planned = [
        planned.search(marks.article.low, told.sentence.start, told.sentence.end) is not None for told in sentences
    ]
    number = number_of_events(marks)
    held = sum(len(told.tellings) for told, later in zip(sentences, is_planned, strict=True) if not later)
    if number is not None and held < number.value:
        return sentences
    return [told for told, later in zip(sentences, is_planned, strict=True) if not later or is_planned[0]]


def _number_of(telling: Telling, workshops: list[Workshop], most: int) -> int | None:
    """Which of the workshops known is told of, a new one at their end; None beyond `most`."""
    number = next((n for n, workshop in enumerate(workshops) if not _is_other(telling, workshop)), len(workshops))
    if number == most:
        return None
    if number == len(workshops):
        workshops.append(Workshop())
    workshops[number].told.append(telling)
    return number


def _is_other(telling: Telling, workshop: Workshop) -> bool:
    has_other_town = bool(telling.town and workshop.towns and telling.town not in workshop.towns)
    if any(telling.first <= each.last and each.first <= telling.last for each in workshop.told):
        return has_other_town and any(each.is_beside for each in (telling, *workshop.told))
    return telling.is_another or has_other_town
