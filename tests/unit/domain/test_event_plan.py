"""Proposals for the programme."""

from datetime import date, time

import pytest

from workshops.domain.event_plan import propose_events, split_event, why_nothing
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import EventRow
from workshops.translating import translator

MONDAY, FRIDAY, NEXT_FRIDAY = PartialDate(2024, 5, 6), PartialDate(2024, 5, 10), PartialDate(2024, 5, 17)


def test_every_day_gets_an_entry_in_the_language_of_the_workshop() -> None:
    events = propose_events(MONDAY, FRIDAY, translator("fr").gettext)
    assert [event.title for event in events] == ["Jour 1", "Jour 2", "Jour 3", "Jour 4", "Jour 5"]
    assert [event.day for event in events] == [date(2024, 5, day) for day in range(6, 11)]
    assert all(event.takes_attendance for event in events)


def test_one_day_is_enough() -> None:
    assert [event.day for event in propose_events(MONDAY, None, str)] == [date(2024, 5, 6)]


def test_weekends_are_left_out_where_the_duration_says_so() -> None:
    assert len(propose_events(MONDAY, NEXT_FRIDAY, str)) == 12
    working = propose_events(MONDAY, NEXT_FRIDAY, str, duration_days=10)
    assert len(working) == 10
    assert working[5].day == date(2024, 5, 13)


def test_nothing_is_made_up_about_vague_or_endless_dates() -> None:
    assert propose_events(None, FRIDAY, str) == ()
    assert propose_events(PartialDate(2024, 5), None, str) == ()
    assert propose_events(MONDAY, PartialDate(2024, 6), str) == ()
    assert propose_events(FRIDAY, MONDAY, str) == ()
    assert propose_events(MONDAY, PartialDate(9999, 12, 31), str) == ()
    assert len(propose_events(PartialDate(9999, 12, 1), PartialDate(9999, 12, 31), str)) == 31


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        (None, FRIDAY, "Enter the first and the last day first"),
        (MONDAY, PartialDate(2024, 6), "Enter the first and the last day first"),
        (FRIDAY, MONDAY, "is before the start date"),
        (MONDAY, PartialDate(9999, 12, 31), "at most 60 days"),
    ],
)
def test_it_is_said_why_nothing_is_proposed(start: PartialDate | None, end: PartialDate, says: str) -> None:
    problem = why_nothing(start, end)
    assert problem is not None
    assert says in problem.message % problem.params
    assert why_nothing(MONDAY, FRIDAY) is None


def test_a_day_is_split_into_halves_and_its_time_shared_out() -> None:
    day = EventRow(title="Day 1", day=date(2024, 5, 6), start_time=time(9), end_time=time(16, 30), row_id=7)
    morning, afternoon = split_event(day, 2, str)
    assert (morning.title, afternoon.title) == ("Day 1 – morning", "Day 1 – afternoon")
    assert (morning.start_time, morning.end_time) == (time(9), time(12, 45))
    assert (afternoon.start_time, afternoon.end_time) == (time(12, 45), time(16, 30))
    assert (morning.row_id, afternoon.row_id) == (7, None)
    assert afternoon.day == day.day


def test_sessions_are_numbered_and_no_time_is_made_up() -> None:
    sessions = split_event(EventRow(title="", start_time=time(9)), 3, translator("es").gettext)
    assert [session.title for session in sessions] == ["sesión 1", "sesión 2", "sesión 3"]
    assert [session.start_time for session in sessions] == [time(9), None, None]


def test_a_split_that_makes_no_sense_changes_nothing() -> None:
    day = EventRow(title="Day 1")
    assert split_event(day, 1, str) == split_event(day, 13, str) == (day,)
