from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from tests.conftest import counted_statements
from tests.factories import an_organiser, make_office
from workshops.documents.attendee_sheet import Column
from workshops.domain.access import command_actor
from workshops.domain.enums import AgencyRole, ExpertRole, ParticipationStatus, Sex
from workshops.domain.partial_date import PartialDate
from workshops.domain.training_filter import TrainingFilter
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
from workshops.errors import NotFound
from workshops.files import Files
from workshops.files.folder import FolderFiles
from workshops.models import Office, PressRelease, Workshop
from workshops.services import printing, workshops
from workshops.services.prints import KINDS
from workshops.services.prints.kinds import NothingToPrint, Scope

OBVIOUS = {"certificates.kinds"}
TODAY = date(2024, 6, 3)
Register = Callable[..., Workshop]


def participant(name: str, status: ParticipationStatus = ParticipationStatus.REGISTERED) -> ParticipantRow:
    return ParticipantRow(
        person=PersonRef(full_name=name),
        sex=Sex.FEMALE,
        agency=AgencyRef(name="General Authority", acronym="GABP"),
        post_title="Officer",
        email="officer@example.org",
        phone="+976 7014 3100",
        status=status,
    )


@pytest.fixture
def register(session: Session, office: Office) -> Register:
    def registered(**details: object) -> Workshop:
        given = WorkshopDetails(**{"title": "Border management", **details})  # type: ignore[arg-type]
        return workshops.register(session, details=given, office_id=office.id, by=an_organiser(session, office))

    return registered


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return FolderFiles(tmp_path)


@pytest.fixture
def drafted(session: Session, office: Office, files: Files) -> Callable[..., printing.Draft]:
    """What would be printed."""

    def draft(name: str, workshop: Workshop, language: str = "en", **chosen: Sequence[object]) -> printing.Draft:
        session.expire_all()
        given = {"lang": [language], **{name: list(map(str, values)) for name, values in chosen.items()}}
        by = an_organiser(session, office)
        subject = printing.of_workshop(session, reference=workshop.reference, by=by)
        return printing.draft(
            session,
            subject,
            kind=subject.kind(name),
            given=given,
            interface="en",
            by=by,
            today=TODAY,
            files=files,
        )

    return draft


@pytest.fixture
def printed(drafted: Callable[..., printing.Draft]) -> Callable[..., str]:
    """The page that would be printed."""
    return lambda *asked, **chosen: drafted(*asked, **chosen).page()


def test_the_brief_says_the_whole_record(
    session: Session, register: Register, printed: Callable[..., str], office: Office
) -> None:
    workshop = register(
        title_translations={"fr": "Gestion des frontières"},
        starts_on=PartialDate(2024, 5, 6),
        ends_on=PartialDate(2024, 5, 8),
        country_code="MN",
        city="Ulaanbaatar",
        venue="Training hall",
        languages=("en", "mn"),
        objectives="Prevent irregular movements.",
        summary="Three days of work.",
        target_audience="Officers at border control",
        topics=(TopicRef(label="Document fraud"),),
        legal_references=("Smuggling Protocol",),
        planned_seats=45,
        headcount=Headcount(women=17, men=23),
        project=ProjectRef(title="Capacity building", acronym="CBMM"),
        agencies=(AgencyRow(agency=AgencyRef(name="Immigration Agency", acronym="MIA"), role=AgencyRole.HOST),),
        experts=(ExpertRow(person=PersonRef(full_name="Inês Carvalho"), role=ExpertRole.LEAD_TRAINER),),
        funders=(
            FunderRow(
                agency=AgencyRef(name="Development Fund"),
                amount=Decimal(125000),
                currency="USD",
                grant_reference="TC.0714",
                visibility_statement="Made possible by the Fund.",
            ),
        ),
        contacts=(ContactRow(name="Kieran Best", email="kieran@example.org"),),
        quotes=(QuoteRow(text="It will help.", speaker_name="Dashdorj Murun"),),
    )
    session.add(
        PressRelease(
            office_id=office.id, workshop_id=workshop.id, sha256="0" * 64, text="...", headline="Against smuggling"
        )
    )
    session.flush()
    page = printed("brief", workshop, "fr")
    for said in (
        workshop.reference, "Gestion des frontières", "6–8 mai 2024", "Mongolie", "Training hall", "Anglais et mongol",
        "Prevent irregular", "Three days", "Officers at border", "Document fraud", "Smuggling Protocol", "CBMM",
        "Immigration Agency", "Hôte", "Inês Carvalho", "125\u202f000\u00a0USD", "TC.0714", "Made possible", "17", "45",
        "Kieran Best", "kieran@example.org", "It will help.", "Dashdorj Murun", "Against smuggling",
        "3\u00a0juin\u00a02024",
    ):  # fmt: skip
        assert said in page


def test_the_sheet_lists_who_is_expected(register: Register, printed: Callable[..., str]) -> None:
    every = [participant(f"Person {status}", status) for status in ParticipationStatus]
    page = printed("attendee-sheet", register(participants=tuple(every)))
    absent = [status for status in ParticipationStatus if f"Person {status}<" not in page]
    assert absent == ["invited", "reserve", "declined", "withdrawn"]
    assert "General Authority (GABP)" in page
    assert "officer@example.org" not in page


def test_phone_and_email_are_printed_if_chosen(register: Register, printed: Callable[..., str]) -> None:
    workshop = register(participants=(participant("Ana"),))
    page = printed("attendee-sheet", workshop, columns=(Column.PHONE, Column.EMAIL))
    assert "officer@example.org" in page
    assert "+976 7014 3100" in page
    assert "General Authority" not in page


def test_events_that_take_attendance_get_a_box_unless_others_are_chosen(
    register: Register, printed: Callable[..., str]
) -> None:
    events = (
        EventRow(title="Opening", day=date(2024, 5, 6), start_time=time(9)),
        EventRow(title="Dinner", day=date(2024, 5, 6), takes_attendance=False),
    )
    workshop = register(starts_on=PartialDate(2024, 5, 6), ends_on=PartialDate(2024, 5, 6), events=events)
    page = printed("attendee-sheet", workshop)
    assert ("Opening" in page, "Dinner" in page) == (True, False)
    page = printed("attendee-sheet", workshop, events=[workshop.events[1].id])
    assert ("Opening" in page, "Dinner" in page) == (False, True)


def test_without_a_programme_each_day_gets_a_box(register: Register, printed: Callable[..., str]) -> None:
    workshop = register(starts_on=PartialDate(2024, 5, 6), ends_on=PartialDate(2024, 5, 8))
    page = printed("attendee-sheet", workshop, "es")
    assert page.count('<th scope="col" class="box">') == 3
    assert "lun 6 may" in page


@pytest.mark.parametrize(
    ("people", "planned", "asked", "blank"),
    [(0, None, None, 8), (2, None, None, 5), (2, 30, None, 28), (2, 4, None, 2), (2, 2, None, 5), (2, 30, 7, 7)],
)
def test_blank_rows_are_for_the_places_that_are_free(
    people: int, planned: int | None, asked: int | None, blank: int, register: Register, printed: Callable[..., str]
) -> None:
    rows = tuple(participant(f"Person {number}") for number in range(people))
    page = printed("attendee-sheet", register(participants=rows, planned_seats=planned), blank_rows=[asked or ""])
    assert page.count('<tr class="blank">') == blank


def test_a_sheet_has_one_id_and_sheets_of_other_people_have_others(
    register: Register, printed: Callable[..., str]
) -> None:
    workshop, other = register(participants=(participant("Ana"),)), register(participants=(participant("Bat"),))
    ids = [
        page.split('class="sheet-id"><bdi dir="ltr" class="code">')[1].split("<")[0]
        for page in (printed("attendee-sheet", one) for one in (workshop, workshop, other))
    ]
    assert ids[0] == ids[1]
    assert ids[0].startswith(f"{workshop.reference}/")
    assert ids[2].rpartition("/")[2] != ids[0].rpartition("/")[2]


def test_files_are_named_so_that_a_person_finds_them_again(
    register: Register, drafted: Callable[..., printing.Draft]
) -> None:
    workshop = register(title="Traite & trafic", country_code="MN", starts_on=PartialDate(2013))
    assert drafted("brief", workshop, "fr").file_name == f"{workshop.reference} brief 2013 fr.pdf"
    days = tuple(EventRow(title=f"Day {day}", day=date(2013, 5, day)) for day in (13, 14))
    workshop = register(starts_on=PartialDate(2013, 5, 13), ends_on=PartialDate(2013, 5, 14), events=days)
    sheet = drafted("attendee-sheet", workshop)
    assert sheet.file_name == f"{workshop.reference} attendee sheet 2013-05-13 en.pdf"
    sheet = drafted("attendee-sheet", workshop, "es", events=[workshop.events[1].id])
    assert sheet.file_name == f"{workshop.reference} attendee sheet 2013-05-14 es.pdf", "the day it is for"


@pytest.mark.parametrize("document", [name for name, kind in KINDS.items() if kind.scope is Scope.WORKSHOP])
def test_statements_do_not_grow_with_the_people(
    document: str, session: Session, register: Register, printed: Callable[..., str]
) -> None:
    few, many = (
        register(
            agencies=(AgencyRow(agency=AgencyRef(name="Police")),),
            events=(EventRow(title="Opening"),),
            experts=tuple(ExpertRow(person=PersonRef(full_name=f"Expert {number}")) for number in range(people)),
            participants=tuple(participant(f"Person {number}") for number in range(people)),
        )
        for people in (2, 30)
    )
    counts = []
    for workshop in (few, many):
        with counted_statements(session.get_bind().engine) as statements, suppress(NothingToPrint):
            printed(document, workshop)
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_workshops_of_other_offices_are_not_printed(session: Session, register: Register) -> None:
    stranger = an_organiser(session, make_office(session))
    with pytest.raises(NotFound):
        printing.of_workshop(session, reference=register().reference, by=stranger)


def test_every_kind_is_found_by_its_name_and_says_what_it_is_for(session: Session, register: Register) -> None:
    workshop = printing.of_workshop(session, reference=register().reference, by=command_actor())
    trainings = printing.of_trainings(session, chosen=TrainingFilter(country="MN"), today=TODAY, by=command_actor())
    assert [*workshop.kinds, *trainings.kinds] == sorted(KINDS.values(), key=lambda kind: kind.scope is Scope.TRAININGS)
    for subject, other in ((workshop, trainings), (trainings, workshop)):
        for kind in subject.kinds:
            assert subject.kind(kind.name) is kind
            assert kind.about.endswith(".")
            names = [choice.name for choice in kind.all_choices]
            assert len(set(names)) == len(names)
            silent = {f"{kind.name}.{choice.name}" for choice in kind.choices if not choice.hint}
            assert silent <= OBVIOUS, "say what a choice is for"
            with pytest.raises(NotFound):
                other.kind(kind.name)
    filters = {field.name for field in fields(TrainingFilter)}
    assert not {choice.name for kind in trainings.kinds for choice in kind.all_choices} & filters


def test_badges_are_for_all_who_are_expected_and_for_experts(register: Register, printed: Callable[..., str]) -> None:
    workshop = register(
        participants=(
            ParticipantRow(person=PersonRef(full_name="Zoë Ward"), post_title="Officer"),
            ParticipantRow(person=PersonRef(full_name="Ana Ruiz"), status=ParticipationStatus.CONFIRMED),
            ParticipantRow(person=PersonRef(full_name="Not There"), status=ParticipationStatus.WITHDRAWN),
        ),
        experts=(ExpertRow(person=PersonRef(full_name="Inês Carvalho"), role=ExpertRole.LEAD_TRAINER),),
        contacts=(ContactRow(name="Kieran Best"),),
    )
    for kind in ("badges", "name-cards"):
        page = printed(kind, workshop, "fr")
        assert page.index("Ana Ruiz") < page.index("Zoë Ward") < page.index("Inês Carvalho")
        assert "Not There" not in page
        assert "Kieran Best" not in page
        assert "Kieran Best" in (only := printed(kind, workshop, "fr", who=["organiser"]))
        assert "Ana Ruiz" not in only
    assert "Formateur" in printed("badges", workshop, "fr")
    assert 'class="sheet size-86x54"' in printed("badges", workshop, size=["86x54"], sheets=["1"])


def test_without_anybody_there_are_no_badges(register: Register, printed: Callable[..., str]) -> None:
    with pytest.raises(NothingToPrint):
        printed("badges", register())
