"""Erasing a person: nobody can tell who it was, and no number of a workshop changes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories import an_organiser, make_office
from tests.integration.services.dumps import dump
from workshops.domain.access import Actor
from workshops.domain.enums import ParticipationStatus, Sex, WorkshopStatus
from workshops.domain.register_details import PersonDetails
from workshops.domain.register_filter import RegisterFilter
from workshops.domain.workshop import (
    AgencyRef,
    ContactRow,
    EventRow,
    ExpertRow,
    ParticipantRow,
    PersonRef,
    QuoteRow,
    WorkshopDetails,
)
from workshops.errors import NotFound
from workshops.files.folder import FolderFiles
from workshops.models import Base, Person, PressRelease, Workshop, training_fact
from workshops.services import people, person_pages, press, purging, workshops
from workshops.services.erasing import erase, traces
from workshops.services.search import matching_ids
from workshops.services.undoing import undo

NAME, EMAIL = "Zazie Quezon", "zazie@example.org"
NATIVE = "Зази Кезон"


@pytest.fixture
def zazie(session: Session, by: Actor) -> Person:
    """Somebody who took part, taught, is a contact and is quoted; a press release and a summary name them."""
    office_id = by.office_id or 0
    known = PersonDetails(
        full_name=NAME, native_name=NATIVE, sex=Sex.FEMALE, nationality="MN", email=EMAIL, phone="+976 7012 3456"
    )
    person = people.save(session, details=known, office_id=office_id, by=by)
    ref = PersonRef(full_name=NAME, id=person.id)
    agency = AgencyRef(name="Border Guard")
    attended = ParticipationStatus.ATTENDED
    details = WorkshopDetails(
        title="Risk analysis",
        status=WorkshopStatus.COMPLETED,
        summary=f"Led by {NAME}, not by Zazie Quezonada.",
        events=(EventRow(title="Day 1", day=date(2024, 5, 1), led_by=NAME.upper()),),
        participants=(
            ParticipantRow(person=ref, sex=Sex.FEMALE, agency=agency, post_title="Inspector", status=attended),
            ParticipantRow(person=PersonRef(full_name="Bat"), sex=Sex.MALE, status=attended),
        ),
        experts=(ExpertRow(person=ref, country_code="MN", affiliation="Border College"),),
        contacts=(ContactRow(name="Office", email=EMAIL.upper()), ContactRow(name="Bat")),
        quotes=(QuoteRow(text="Well done", speaker_name=NAME, speaker_title="Inspector"),),
    )
    workshops.register(session, details=details, office_id=office_id, by=by)
    press.receive(session, text=f"Ulaanbaatar. “We learn”, said {NAME}. Write to {EMAIL}.", office_id=office_id, by=by)
    return person


def everything(session: Session) -> str:
    rows = (row for table in Base.metadata.sorted_tables for row in session.execute(select(table)))
    return "\n".join(str(row) for row in rows)


def test_the_numbers_stay_and_the_person_goes(session: Session, zazie: Person, by: Actor) -> None:
    before = session.execute(select(training_fact)).all()
    found = traces(session, person_id=zazie.id, by=by)
    assert (found.participations, found.engagements, found.contacts, found.quotes) == (1, 1, 1, 1)
    act = erase(session, person_id=zazie.id, by=by)
    assert session.execute(select(training_fact)).all() == before
    workshop = session.scalars(select(Workshop)).one()
    [row] = [row for row in workshop.participations if row.person_id == act.record_id]
    assert (row.person.full_name, row.person.sex, row.person.nationality) == ("–", Sex.FEMALE, "MN")
    assert (row.agency_id, row.post_title, row.person.email, row.person.phone) == (None, "", "", "")
    assert [contact.name for contact in workshop.contacts] == ["Bat"]
    assert workshop.quotes[0].speaker_name == workshop.engagements[0].affiliation == ""
    assert session.scalars(matching_ids(kind="person", query="Zazie")).all() == []
    listed = person_pages.listed(session, RegisterFilter(), number=1, by=by)
    assert [person.full_name for person, _count in listed.rows] == ["Bat"]
    with pytest.raises(NotFound):
        erase(session, person_id=act.record_id, by=by)


def test_it_can_be_brought_back(session: Session, zazie: Person, by: Actor) -> None:
    before = dump(session)
    act = erase(session, person_id=zazie.id, by=by)
    undo(session, act_id=act.id, by=by)
    assert dump(session) == before


def test_once_it_is_final_no_text_names_the_person(session: Session, zazie: Person, by: Actor, tmp_path: Path) -> None:
    undo(session, act_id=erase(session, person_id=zazie.id, by=by).id, by=by)  # its act named the person too
    act = erase(session, person_id=zazie.id, by=by)
    assert NAME in everything(session)
    assert purging.purge(session, FolderFiles(tmp_path), at=act.final_at) == 1
    session.expire_all()
    left = everything(session)
    for canary in (NAME, NAME.upper(), NATIVE, EMAIL, "7012 3456", "\\u0417\\u0430\\u0437\\u0438"):
        assert canary not in left.replace("Zazie Quezonada", ""), canary
    workshop, release = session.scalars(select(Workshop)).one(), session.scalars(select(PressRelease)).one()
    assert workshop.summary == f"Led by {'█' * len(NAME)}, not by Zazie Quezonada."
    for finding in release.findings:
        for start, end in finding.spans:
            assert end <= len(release.text)
            assert start < end


def test_other_offices_keep_their_texts(session: Session, zazie: Person, by: Actor, tmp_path: Path) -> None:
    other = an_organiser(session, make_office(session))
    details = WorkshopDetails(title="Elsewhere", summary=f"{NAME} of another office")
    theirs = workshops.register(session, details=details, office_id=other.office_id or 0, by=other)
    with pytest.raises(NotFound):
        erase(session, person_id=zazie.id, by=other)
    with pytest.raises(NotFound):
        erase(session, person_id=zazie.id, by=replace(by, office_id=other.office_id))
    act = erase(session, person_id=zazie.id, by=by)
    purging.purge(session, FolderFiles(tmp_path), at=act.final_at)
    session.refresh(theirs)
    assert theirs.summary == details.summary
