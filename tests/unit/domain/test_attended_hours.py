"""Hours are counted from the marks and the times of the programme."""

from datetime import date, time
from fractions import Fraction

import pytest

from workshops.domain.attended_hours import Attended, attended
from workshops.domain.enums import AttendanceStatus as Mark
from workshops.domain.workshop import EventRow

MONDAY, TUESDAY = date(2024, 5, 6), date(2024, 5, 7)


def entry(key: int, day: date | None, start: int | None = None, end: int | None = None, takes: bool = True) -> EventRow:
    return EventRow(
        title=f"Entry {key}",
        day=day,
        start_time=None if start is None else time(start),
        end_time=None if end is None else time(end),
        takes_attendance=takes,
        row_id=key,
    )


TWO_DAYS = (entry(1, MONDAY, 9, 17), entry(2, TUESDAY, 9, 13))


@pytest.mark.parametrize(
    ("mark", "minutes"),
    [(Mark.PRESENT, 480), (Mark.LATE, 480), (Mark.PARTIAL, 240), (Mark.EXCUSED, 0), (Mark.ABSENT, 0)],
)
def test_each_mark_counts_as_its_part_of_the_entry(mark: Mark, minutes: int) -> None:
    assert attended(TWO_DAYS, {1: mark}) == Attended(minutes, 720)


def test_the_share_is_that_of_the_whole_programme() -> None:
    assert attended(TWO_DAYS, {2: Mark.PRESENT}).share == Fraction(1, 3)
    assert attended((), {}).share == 0


def test_entries_without_attendance_do_not_count() -> None:
    dinner = entry(3, MONDAY, 19, 22, takes=False)
    assert attended((*TWO_DAYS, dinner), {1: Mark.PRESENT, 3: Mark.PRESENT}) == Attended(480, 720)


def test_nobody_attends_more_hours_than_the_clock_has() -> None:
    parallel = (entry(1, MONDAY, 9, 17), entry(2, MONDAY, 10, 12), entry(3, MONDAY, 11, 13))
    everything = dict.fromkeys((1, 2, 3), Mark.PRESENT)
    assert attended(parallel, everything) == Attended(480, 480)
    assert attended(parallel, {1: Mark.PARTIAL, 2: Mark.PRESENT}) == Attended(120 + 180, 480)
    assert attended(parallel, {2: Mark.PRESENT, 3: Mark.PRESENT}) == Attended(180, 480)


def test_entries_of_a_day_without_times_share_its_hours() -> None:
    days = (entry(1, MONDAY), entry(2, MONDAY), entry(3, TUESDAY))
    assert attended(days, {1: Mark.PRESENT}) == Attended(180, 720)
    assert attended(days, {1: Mark.PRESENT, 2: Mark.PARTIAL, 3: Mark.PRESENT}, hours_of_a_day=8) == Attended(840, 960)
    assert attended((entry(1, MONDAY, 9),), {1: Mark.PRESENT}) == Attended(360, 360)


def test_beside_times_an_entry_without_counts_nothing() -> None:
    opening = entry(3, MONDAY)
    assert attended((*TWO_DAYS, opening), {3: Mark.PRESENT}) == Attended(0, 720)


def test_entries_without_a_date_are_days_of_their_own() -> None:
    days = (entry(1, None), entry(2, None, 9, 11))
    assert attended(days, {1: Mark.PRESENT, 2: Mark.PRESENT}) == Attended(360 + 120, 480)


def test_three_untimed_entries_all_attended_are_the_whole_day() -> None:
    days = tuple(entry(key, MONDAY) for key in (1, 2, 3))
    assert attended(days, dict.fromkeys((1, 2, 3), Mark.PRESENT), hours_of_a_day=7).share == 1
