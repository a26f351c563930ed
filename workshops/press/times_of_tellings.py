"""The times at which a text says that workshops are held: days, months named alone, lists that share a month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workshops.press.dates import MONTH, RANGE, DateMention, DayOf
from workshops.press.facts import Span
from workshops.press.marks import Marks
from workshops.press.words import worded

_REACH_OF_IN: Final = 8
_LAST_OF_MONTH: Final = 31
_YEAR: Final = worded(lambda w: rf",? (?:{w.any_of('date_of')} )?(?:19|20)\d\d(?!\d)")
_IN_MONTH: Final = worded(lambda w: rf"(?<!\w){w.any_of('in_month')}[ -]$")


def months_told(marks: Marks) -> Iterator[DateMention]:
    """Months named alone, as all their days: "in May", "en mai 2025", "a principios de junio"."""
    months, numbers = marks.words.pattern("months"), marks.words.mapping("month_numbers")
    taken = [(day.start, day.end) for day in marks.dates if day.precision != MONTH]
    for m in months.finditer(marks.article.low):
        month = numbers.get(m.group().rstrip("."), 0)
        before = _IN_MONTH(marks.language).search(marks.article.low, max(0, m.start() - _REACH_OF_IN), m.start())
        is_time = month and before and marks.scope.is_told(m.start())
        if is_time and not any(a < m.end() and m.start() < b for a, b in taken):
            yield DateMention(m.start(), m.end(), RANGE, DayOf(1, month, None), DayOf(_LAST_OF_MONTH, month, None))


def apart(days: list[DateMention]) -> list[DateMention]:
    """Without mentions of days that an earlier one has already, and of a month of which days are named."""
    kept: list[DateMention] = []
    of_month = [day for day in days if _is_month(day)]
    for day in days:
        if day in of_month and any(
            ends_of(other)[0][0] == ends_of(day)[0][0] for other in days if other not in of_month
        ):
            continue
        first, last = ends_of(day)
        if not any(first <= ends_of(other)[1] and ends_of(other)[0] <= last for other in kept):
            kept.append(day)
    return kept


def _is_month(mention: DateMention) -> bool:
    """Whether it is a month named alone."""
    return ends_of(mention) == ((ends_of(mention)[0][0], 1), (ends_of(mention)[0][0], _LAST_OF_MONTH))


def ends_of(mention: DateMention) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last day as month and day."""
    days = [(day.month, day.day) for day in (mention.first, mention.last) if day is not None]
    return days[0], days[-1]


def without_shared(marks: Marks, times: list[Span]) -> list[Span]:
    """The times, without what the first has not of its own: month and year in "from 3 to 5 and from 10 to 12 May"."""
    for shared in (marks.words.pattern("months"), _YEAR(marks.language)):
        if not shared.search(marks.article.low, *times[0]):
            found = [(time, shared.search(marks.article.low, *time)) for time in times]
            return [
                (start, m.start() - (marks.article.low[m.start() - 1] == " ") if m else end)
                for (start, end), m in found
            ]
    return times
