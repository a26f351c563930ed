"""Proposals for the programme: an entry per day, and days split into half-days or sessions."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import EventRow
from workshops.errors import N_, Problem

MOST_DAYS: Final = 60
MOST_SESSIONS: Final = 12
_SATURDAY = 5


def propose_events(
    starts_on: PartialDate | None,
    ends_on: PartialDate | None,
    translate: Callable[[str], str],
    *,
    duration_days: int | None = None,
) -> tuple[EventRow, ...]:
    """One entry a day, named "Day 1", "Day 2", ... by `translate`, which gives a message in the workshop's language.

    Where the duration says that the days off were left out, so are Saturdays and Sundays. Nothing is proposed while
    the dates are not known to the day, or where they lie more than 60 days apart.
    """
    days = list(_days(starts_on, ends_on))
    weekdays = [day for day in days if day.weekday() < _SATURDAY]
    if duration_days == len(weekdays):
        days = weekdays
    title = translate(N_("Day %(number)s"))
    return tuple(EventRow(title=title % {"number": n}, day=day) for n, day in enumerate(days, start=1))


def why_nothing(starts_on: PartialDate | None, ends_on: PartialDate | None) -> Problem | None:
    """Why no entries can be proposed from these dates, said of the programme; None if they can."""
    last = ends_on or starts_on
    if starts_on is None or last is None or starts_on.day is None or last.day is None:
        return Problem("events", N_("Enter the first and the last day first, each with its month and year."))
    length = (last.earliest - starts_on.earliest).days + 1
    if length < 1:
        message = N_("The end date (%(end)s) is before the start date (%(start)s). Change one of them.")
        return Problem("events", message, {"start": starts_on, "end": last})
    if length > MOST_DAYS:
        message = N_("Entries are proposed for at most %(most)s days; from the first to the last there are %(days)s.")
        return Problem("events", message, {"most": MOST_DAYS, "days": length})
    return None


def split_event(event: EventRow, parts: int, translate: Callable[[str], str]) -> tuple[EventRow, ...]:
    """The entry as `parts` entries one after the other: morning and afternoon for 2, else sessions.

    The time, where it is known, is shared out equally; the first keeps the stored row.
    """
    if not 2 <= parts <= MOST_SESSIONS:
        return (event,)
    if parts == 2:
        names = [translate(N_("morning")), translate(N_("afternoon"))]
    else:
        names = [translate(N_("session %(number)s")) % {"number": n} for n in range(1, parts + 1)]
    bounds = _bounds(event.start_time, event.end_time, parts)
    return tuple(
        replace(
            event,
            title=f"{event.title} – {name}" if event.title else name,
            start_time=bounds[n],
            end_time=bounds[n + 1],
            row_id=event.row_id if n == 0 else None,
        )
        for n, name in enumerate(names)
    )


def _days(starts_on: PartialDate | None, ends_on: PartialDate | None) -> Iterator[date]:
    if starts_on is None or why_nothing(starts_on, ends_on):
        return
    length = ((ends_on or starts_on).earliest - starts_on.earliest).days + 1
    yield from (starts_on.earliest + timedelta(days=n) for n in range(length))


def _bounds(start: time | None, end: time | None, parts: int) -> list[time | None]:
    """The times at which the parts begin and end, to the minute; the ends alone where only they are known."""
    if start is None or end is None or end <= start:
        return [start, *[None] * (parts - 1), end]
    first = datetime.combine(date.min, start)
    length = datetime.combine(date.min, end) - first
    minutes = [round(length.total_seconds() / 60 * n / parts) for n in range(parts + 1)]
    return [(first + timedelta(minutes=m)).time() for m in minutes]
