"""How long somebody was there: the marks of attendance against the times of the programme."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from typing import Final

from workshops.domain.enums import AttendanceStatus as Mark
from workshops.domain.workshop import EventRow

USUAL_DAY: Final = 6
"""Hours of training in a day whose entries have no times, unless somebody says otherwise."""
LONGEST_DAY: Final = 24

COUNTED: Final = {
    Mark.PRESENT: Fraction(1),
    Mark.LATE: Fraction(1),
    Mark.PARTIAL: Fraction(1, 2),
    Mark.EXCUSED: Fraction(0),
    Mark.ABSENT: Fraction(0),
}
"""The part of an entry that a mark counts as. How late somebody came is not recorded, so late counts whole; an excuse
says why somebody was away, not that they were there."""


@dataclass(frozen=True, slots=True)
class Attended:
    """Minutes that somebody was there, of the minutes of the programme."""

    minutes: int
    offered: int

    @property
    def share(self) -> Fraction:
        """The part of the programme that was attended; 0 of a programme without any length."""
        return Fraction(self.minutes, self.offered) if self.offered else Fraction(0)


def attended(programme: Iterable[EventRow], marks: Mapping[int, Mark], *, hours_of_a_day: int = USUAL_DAY) -> Attended:
    """What the marks (by the `row_id` of the entry) come to.

    Only entries at which attendance is taken count; one that is not marked counts as missed. Of entries at the same
    time the one with the better mark counts, so nobody attends more hours than the clock has. On a day without any
    times the entries share `hours_of_a_day` equally; beside entries with times, one without counts nothing. An entry
    without a date is a day of its own.
    """
    days: defaultdict[date | int | None, list[EventRow]] = defaultdict(list)
    for event in programme:
        if event.takes_attendance:
            days[event.day or event.row_id].append(event)
    there, offered = Fraction(0), Fraction(0)
    for events in days.values():
        weights = {key: COUNTED[marks[key]] for event in events if (key := event.row_id or 0) in marks}
        day_there, day_offered = _day(events, weights, hours_of_a_day * 60)
        there, offered = there + day_there, offered + day_offered
    return Attended(round(there), round(offered))


def _day(events: Sequence[EventRow], weights: Mapping[int, Fraction], whole: int) -> tuple[Fraction, Fraction]:
    """Minutes attended and offered on one day, which has so many minutes where no times are known."""
    timed = [
        (_minute(event.start_time), _minute(event.end_time), weights.get(event.row_id or 0, Fraction(0)))
        for event in events
        if event.start_time is not None and event.end_time is not None
    ]
    if not timed:
        return sum(weights.values(), Fraction(0)) * whole / len(events), Fraction(whole)
    moments = sorted({moment for start, end, _weight in timed for moment in (start, end)})
    there, offered = Fraction(0), Fraction(0)
    for begin, stop in zip(moments, moments[1:], strict=False):
        running = [weight for start, end, weight in timed if start <= begin and stop <= end]
        if running:
            offered += stop - begin
            there += (stop - begin) * max(running)
    return there, offered


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute
