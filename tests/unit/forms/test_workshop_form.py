"""The form of a workshop: details in, details out, problems on their fields, rows planned by buttons."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Field

from workshops.domain import enums as e
from workshops.domain import workshop as w
from workshops.domain.partial_date import PartialDate
from workshops.errors import Problem
from workshops.forms.merging import sent_pairs
from workshops.forms.row_forms import TooManyRows
from workshops.forms.rows import after_row_action
from workshops.forms.workshop import ROWS, WorkshopForm

pytestmark = pytest.mark.usefixtures("page")

IOM = w.AgencyRef(id=1, name="International Organization for Migration", acronym="IOM")
FULL = w.WorkshopDetails(
    title="Document examination",
    title_language="fr",
    title_translations={"en": "Document examination", "es": "Examen de documentos"},
    type=e.WorkshopType.TRAINING_OF_TRAINERS,
    mode=e.DeliveryMode.HYBRID,
    status=e.WorkshopStatus.PLANNED,
    starts_on=PartialDate(2024, 5, 6),
    ends_on=PartialDate(2024, 5, 10),
    date_note="first week",
    duration_days=5,
    time_zone="Asia/Ulaanbaatar",
    country_code="MN",
    city="Ulaanbaatar",
    venue="Border Police College",
    languages=("en", "mn"),
    objectives="One\n\nTwo",
    summary="Three",
    methodology="By turns",
    results="Learnt",
    follow_up="Again",
    topics=(w.TopicRef(id=4, label="Visas"), w.TopicRef(label="Forged documents")),
    legal_references=("Law No. 5", "Decree 7"),
    target_audience="Inspectors",
    planned_seats=25,
    headcount=w.Headcount(women=0, men=12, source=e.HeadcountSource.REPORT, qualifier=e.CountQualifier.ABOUT),
    participant_countries=("MN", "PT"),
    project=w.ProjectRef(id=9, title="Borders for All", acronym="BFA"),
    agencies=(w.AgencyRow(agency=IOM, role=e.AgencyRole.ORGANISER, row_id=11),),
    experts=(
        w.ExpertRow(country_code="PT", affiliation="SEF", row_id=21),
        w.ExpertRow(person=w.PersonRef(id=3, full_name="Anna Keller"), role=e.ExpertRole.LEAD_TRAINER),
    ),
    funders=(w.FunderRow(agency=IOM, amount=Decimal("1250.50"), currency="DEM", grant_reference="TC.0001", row_id=31),),
    events=(
        w.EventRow(title="Day 1", day=date(2024, 5, 6), start_time=time(9), end_time=time(17), row_id=41),
        w.EventRow(title="Dinner", takes_attendance=False),
    ),
    participants=(
        w.ParticipantRow(
            person=w.PersonRef(id=5, full_name="Бат Болд"),
            sex=e.Sex.MALE,
            agency=w.AgencyRef(name="General Authority for Border Protection", acronym="GABP"),
            post_title="Inspector",
            email="bat@example.org",
            phone="+976 11 318 100",
            status=e.ParticipationStatus.ATTENDED,
            row_id=51,
        ),
        w.ParticipantRow(person=w.PersonRef(full_name="Sara")),
    ),
    contacts=(w.ContactRow(organisation="IOM", phone="11 318 100", purpose=e.ContactPurpose.PRESS, row_id=61),),
    quotes=(w.QuoteRow(text="Welcome\nto all", speaker_name="X", speaker_title="Y", language="mn", row_id=71),),
)


def posted(form: WorkshopForm) -> MultiDict[str, str]:
    """What a browser sends back of a form as it stands."""

    return MultiDict(sent_pairs(form))


def errors(form: WorkshopForm) -> dict[str, list[str]]:
    """The sentences by the name of their field."""

    def found(field: Field) -> Any:
        if hasattr(field, "entries"):
            for entry in field.entries:
                for inner in entry.form:
                    yield from found(inner)
        elif field.errors:
            yield field.name, list(field.errors)

    return {name: sentences for field in form for name, sentences in found(field)}


def test_what_the_form_shows_comes_back_unchanged() -> None:
    form = WorkshopForm(posted(WorkshopForm.from_details(FULL)))
    assert form.validate(), form.errors
    assert form.to_details() == FULL


def test_the_example_fills_every_field_of_the_details() -> None:
    empty = w.WorkshopDetails(title="")
    assert [name for name in FULL.__dataclass_fields__ if getattr(FULL, name) == getattr(empty, name)] == []


def test_a_title_is_enough() -> None:
    form = WorkshopForm(MultiDict({"title": " Visas ", "title_language": "en", "type": "seminar", "mode": "online",
                                   "status": "draft", "headcount_qualifier": "exact"}))  # fmt: skip
    assert form.validate(), form.errors
    assert form.to_details() == w.WorkshopDetails(
        title="Visas", type=e.WorkshopType.SEMINAR, mode=e.DeliveryMode.ONLINE
    )


def test_new_rows_without_a_word_are_dropped_and_stored_ones_are_asked_about() -> None:
    form = WorkshopForm.from_details(replace(FULL, agencies=()))
    sent = posted(form)
    sent.update({"agencies-0-row_id": "", "agencies-0-agency_name": " \u200b", "agencies-0-role": "host"})
    sent.update({"agencies-1-row_id": "", "agencies-1-agency_name": "Customs", "agencies-1-role": "host"})
    sent.setlist("contacts-0-organisation", [""])
    sent.setlist("contacts-0-phone", [""])
    form = WorkshopForm(sent)
    assert not form.validate()
    assert [row.agency.name for row in form.to_details().agencies] == ["Customs"]
    assert errors(form) == {"contacts-0-name": ["Enter a name, an organisation, an e-mail address or a phone number."]}


def test_problems_stand_at_their_fields_and_everything_typed_stays() -> None:
    sent = posted(WorkshopForm.from_details(FULL))
    sent.setlist("title", ["\u200b"])
    sent.setlist("ends_on", ["3 May 2024"])
    sent.setlist("country_code", ["Atlantis"])
    sent.setlist("participants-1-email", ["anna@"])
    sent.setlist("funders-0-amount", ["a lot"])
    form = WorkshopForm(sent)
    assert not form.validate()
    assert errors(form) == {
        "title": ["Enter the workshop title."],
        "ends_on": ["The end date (3 May) is before the start date (6 May). Change one of them."],
        "country_code": ["'Atlantis' is not a country of the list."],
        "participants-1-email": ["'anna@' is not a complete e-mail address, such as anna@example.org."],
        "funders-0-amount": ["Enter the amount as a number with at most two decimals."],
    }
    assert posted(form)["country_code"] == "Atlantis"
    assert posted(form)["funders-0-amount"] == "a lot"
    assert form.errors


def test_what_the_service_finds_wrong_comes_back_on_the_field_or_on_top() -> None:
    form = WorkshopForm(posted(WorkshopForm.from_details(FULL)))
    assert form.validate()
    form.show(
        [Problem("agencies-0-agency_name", "Twice"), Problem("agencies-7-agency_name", "Lost"), Problem("x", "?")]
    )
    assert errors(form) == {"agencies-0-agency_name": ["Twice"]}
    assert form.form_errors == ["Lost", "?"]
    assert form.errors["agencies"]


@pytest.mark.parametrize(
    "key", ["agencies-²-role", "agencies-99999999999999999999-role", "agencies--role", "agencies-x-role", "agencies-0"]
)
def test_numbers_of_rows_that_are_none_are_passed_over(key: str) -> None:
    form = WorkshopForm(posted(WorkshopForm.from_details(FULL)) | MultiDict({key: "host"}))
    assert len(form.agencies.rows) == 1


def test_more_rows_than_fit_are_refused_before_they_are_read() -> None:
    sent = posted(WorkshopForm.from_details(FULL))
    sent.update({f"quotes-{n}-text": "Welcome" for n in range(1, 501)})
    with pytest.raises(TooManyRows):
        WorkshopForm(sent)


def test_acts_have_their_own_buttons_so_their_statuses_cannot_be_posted() -> None:
    sent = posted(WorkshopForm.from_details(FULL))
    sent.setlist("status", ["closed"])
    form = WorkshopForm(sent)
    assert not form.validate()
    assert errors(form) == {"status": ["Choose one from the list."]}
    sent.setlist("status", ["postponed"])
    assert WorkshopForm(sent, status_now=e.WorkshopStatus.POSTPONED).validate()


@pytest.mark.parametrize(
    ("action", "names"),
    [
        ("add:topics", ["Visas", "Forged documents", ""]),
        ("remove:topics:0", ["Forged documents"]),
        ("up:topics:1", ["Forged documents", "Visas"]),
        ("down:topics:0", ["Forged documents", "Visas"]),
        ("down:topics:1", ["Visas", "Forged documents"]),
        ("remove:topics:9", ["Visas", "Forged documents"]),
        ("explode:topics:0", ["Visas", "Forged documents"]),
    ],
)
def test_rows_are_added_removed_and_moved_without_a_script(action: str, names: list[str]) -> None:
    sent = posted(WorkshopForm.from_details(FULL))
    sent["row_action"] = action
    form = WorkshopForm(after_row_action(sent))
    assert [row.topic_name.data for row in form.topics.rows] == names
    assert not form.errors
    for rows in ROWS:
        if rows != "topics":
            assert form[rows].to_rows() == getattr(FULL, rows)


def test_days_are_proposed_beside_those_that_are_there() -> None:
    form = WorkshopForm(posted(WorkshopForm.from_details(FULL)))
    form.plan("propose:events")
    events = form.events.to_rows()
    assert [event.title for event in events] == ["Day 1", "Dinner", "Jour 2", "Jour 3", "Jour 4", "Jour 5"]
    assert events[0].row_id == 41
    assert form.events.note == ""
    form.plan("propose:events")
    assert len(form.events.rows) == 6
    assert form.events.note == "Each day has its entry already."


def test_a_day_is_split_where_it_stands() -> None:
    form = WorkshopForm(posted(WorkshopForm.from_details(FULL)))
    form.plan("split:events:0:2")
    events = form.events.to_rows()
    assert [event.title for event in events] == ["Day 1 – matin", "Day 1 – après-midi", "Dinner"]
    assert [event.row_id for event in events] == [41, None, None]
    assert [row.title.name for row in form.events.rows] == ["events-0-title", "events-1-title", "events-2-title"]


@pytest.mark.parametrize("action", ["split:events:9:2", "split:events:0:99", "split:events:0:", "propose:topics", ""])
def test_plans_that_make_no_sense_change_nothing(action: str) -> None:
    form = WorkshopForm(posted(WorkshopForm.from_details(FULL)))
    form.plan(action)
    assert form.events.to_rows() == FULL.events
