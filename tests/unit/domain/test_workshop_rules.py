"""The rules of the record that every door shares."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from workshops.domain.enums import AgencyRole
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import (
    AgencyRef,
    AgencyRow,
    ContactRow,
    EventRow,
    ExpertRow,
    FunderRow,
    Headcount,
    ParticipantRow,
    PersonRef,
    ProjectRef,
    QuoteRow,
    TopicRef,
    WorkshopDetails,
)
from workshops.domain.workshop_rules import problems

IOM = AgencyRef(name="International Organization for Migration", acronym="IOM")
MAY_1 = PartialDate(2025, 5, 1)
ANNA = PersonRef(full_name="Anna Keller")
START, END = PartialDate(2024, 5, 6), PartialDate(2024, 5, 10)


def fields(**details: Any) -> list[str]:
    """The fields that the rules complain about."""
    return [problem.field for problem in problems(WorkshopDetails(**{"title": "Document examination", **details}))]


def test_a_title_is_enough() -> None:
    assert fields() == []


def test_nothing_else_stands_in_for_the_title() -> None:
    assert fields(title="") == ["title"]
    assert fields(title="", title_translations={"fr": "Examen de documents"}) == ["title"]


def test_lengths_are_said_with_the_number_of_characters() -> None:
    (problem,) = problems(WorkshopDetails(title="x" * 612))
    assert problem.message % problem.params == "The title has 612 characters; at most 300 fit."
    assert fields(title="x" * 300) == []


@pytest.mark.parametrize(
    ("start", "end", "is_wrong"),
    [
        (PartialDate(2025, 5, 5), PartialDate(2025, 5, 3), True),
        (PartialDate(2025, 5, 5), PartialDate(2025, 5, 5), False),
        (PartialDate(2025, 5, 5), PartialDate(2025, 5), False),
        (PartialDate(2025, 5), PartialDate(2025, 4, 30), True),
        (PartialDate(2025), PartialDate(2025, 1, 1), False),
        (None, PartialDate(2025), False),
    ],
)
def test_the_end_can_not_come_before_the_start(start: PartialDate, end: PartialDate, is_wrong: bool) -> None:
    assert fields(starts_on=start, ends_on=end) == (["ends_on"] if is_wrong else [])


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        (PartialDate(1800, 1, 1), PartialDate(2015, 1, 1), ["starts_on", "ends_on"]),
        (PartialDate(1944), None, ["starts_on"]),
        (PartialDate(1945), None, []),
        (PartialDate(2023, 1, 1), PartialDate(2024, 1, 1), []),
        (PartialDate(2023, 1, 1), PartialDate(2024, 1, 2), ["ends_on"]),
        (PartialDate(2023), PartialDate(2024), []),
        (PartialDate(2013), PartialDate(2015), ["ends_on"]),
    ],
)
def test_dates_that_no_workshop_has_are_asked_about(start: PartialDate, end: PartialDate, wrong: list[str]) -> None:
    assert fields(starts_on=start, ends_on=end) == wrong


def test_days_of_training_may_be_fewer_than_those_of_the_calendar_and_as_many_as_vague_dates_allow() -> None:
    assert fields(starts_on=MAY_1, ends_on=PartialDate(2025, 5, 3), duration_days=2) == []
    assert fields(starts_on=PartialDate(2025, 4), ends_on=PartialDate(2025, 5), duration_days=61) == []


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"duration_days": 0}, "duration_days"),
        ({"duration_days": 400, "starts_on": MAY_1, "ends_on": PartialDate(2025, 5, 3)}, "duration_days"),
        ({"planned_seats": -1}, "planned_seats"),
        ({"headcount": Headcount(women=100_001)}, "headcount_women"),
        ({"country_code": "ZZ"}, "country_code"),
        ({"participant_countries": ("PT", "??")}, "participant_countries"),
        ({"languages": ("en", "klingon")}, "languages"),
        ({"time_zone": "Asia/Nowhere"}, "time_zone"),
        ({"title_language": "xx"}, "title_language"),
        ({"title_translations": {"en": "The same language again"}}, "title_en"),
        ({"title_translations": {"tlh": "Klingon"}}, "title_language"),
        ({"title_translations": {"fr": "x" * 301}}, "title_fr"),
        ({"project": ProjectRef(title="")}, "project_name"),
        ({"topics": (TopicRef(label="Visas"), TopicRef(label=""))}, "topics-1-topic_name"),
        ({"legal_references": ("x" * 301,)}, "legal_references"),
        ({"agencies": (AgencyRow(agency=AgencyRef(name="")),)}, "agencies-0-agency_name"),
        ({"agencies": (AgencyRow(agency=AgencyRef(name="Police"), seats=0),)}, "agencies-0-seats"),
        ({"agencies": (AgencyRow(agency=AgencyRef(name="Police"), seats=1_001),)}, "agencies-0-seats"),
        ({"experts": (ExpertRow(),)}, "experts-0-person_name"),
        ({"experts": (ExpertRow(country_code="ZZ"),)}, "experts-0-country_code"),
        ({"contacts": (ContactRow(),)}, "contacts-0-name"),
        ({"contacts": (ContactRow(email="anna@"),)}, "contacts-0-email"),
        ({"contacts": (ContactRow(phone="1" * 61),)}, "contacts-0-phone"),
        ({"participants": (ParticipantRow(person=ANNA, email="n/a"),)}, "participants-0-email"),
        ({"participants": (ParticipantRow(person=ANNA, agency=AgencyRef(name="")),)}, "participants-0-agency_name"),
        ({"quotes": (QuoteRow(text=""),)}, "quotes-0-text"),
        ({"quotes": (QuoteRow(text="Welcome", language="xx"),)}, "quotes-0-language"),
    ],
)
def test_each_problem_stands_at_its_field(details: dict[str, Any], field: str) -> None:
    assert fields(**details) == [field]


@pytest.mark.parametrize(
    ("amount", "currency", "wrong"),
    [
        ("1000", "USD", None),
        ("1000.50", "DEM", None),
        (None, "", None),
        ("0", "EUR", None),
        ("-1", "EUR", "amount"),
        ("1.005", "EUR", "amount"),
        ("1e12", "EUR", "amount"),
        ("NaN", "EUR", "amount"),
        ("5", "", "currency"),
        ("5", "XXZ", "currency"),
        (None, "EUR", "amount"),
    ],
)
def test_money_has_both_amount_and_currency(amount: str | None, currency: str, wrong: str | None) -> None:
    row = FunderRow(agency=IOM, amount=None if amount is None else Decimal(amount), currency=currency)
    assert fields(funders=(row,)) == ([f"funders-0-{wrong}"] if wrong else [])


@pytest.mark.parametrize(
    ("day", "start", "end", "is_inside"),
    [
        (date(2024, 5, 6), START, END, True),
        (date(2024, 5, 10), START, END, True),
        (date(2024, 5, 11), START, END, False),
        (date(2024, 5, 5), START, END, False),
        (date(2024, 5, 31), PartialDate(2024, 5), None, True),
        (date(2024, 6, 1), PartialDate(2024, 5), None, False),
        (date(2024, 6, 1), START, None, True),
        (date(2024, 6, 1), None, None, True),
        (date(2024, 6, 1), None, END, False),
    ],
)
def test_the_programme_lies_inside_the_dates(
    day: date, start: PartialDate | None, end: PartialDate | None, is_inside: bool
) -> None:
    found = fields(starts_on=start, ends_on=end, events=(EventRow(title="Day", day=day),))
    assert found == ([] if is_inside else ["events-0-day"])


def test_an_entry_ends_after_it_starts() -> None:
    entry = EventRow(title="Opening", start_time=time(9), end_time=time(9))
    assert fields(events=(entry,)) == ["events-0-end_time"]
    assert fields(events=(replace(entry, end_time=time(9, 1)),)) == []


def test_an_agency_has_each_role_once_however_it_is_spelt() -> None:
    host = AgencyRow(agency=AgencyRef(name="Garde-frontière"), role=AgencyRole.HOST)
    again = replace(host, agency=AgencyRef(name="garde frontiere"))
    assert fields(agencies=(host, again)) == ["agencies-1-agency_name"]
    assert fields(agencies=(host, replace(again, role=AgencyRole.ORGANISER))) == []


def test_a_person_stands_in_the_list_once_but_two_may_bear_one_name() -> None:
    row = ParticipantRow(person=ANNA)
    assert fields(participants=(row, replace(row, person=PersonRef(full_name="anna keller")))) == [
        "participants-1-person_name"
    ]
    assert fields(participants=(row, replace(row, post_title="Inspector"))) == []
    known = ParticipantRow(person=PersonRef(id=7, full_name="Anna Keller"))
    assert fields(participants=(known, replace(known, post_title="Inspector"))) == ["participants-1-person_name"]


def test_experts_known_by_country_only_may_be_several() -> None:
    assert fields(experts=(ExpertRow(country_code="PT"), ExpertRow(country_code="PT"))) == []


def test_the_number_of_rows_has_a_limit() -> None:
    quotes = tuple(QuoteRow(text="Welcome") for _ in range(501))
    assert fields(quotes=quotes) == ["quotes"]
