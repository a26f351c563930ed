"""Records that several tests of pages share."""

from collections.abc import Callable
from datetime import date, time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories import an_organiser
from workshops.domain import workshop as w
from workshops.domain.enums import AgencyRole
from workshops.domain.partial_date import PartialDate
from workshops.domain.register_details import AgencyDetails, PersonDetails, ProjectDetails, TopicDetails
from workshops.models import Office, Workshop
from workshops.services import agencies, people, projects, topics, workshops
from workshops.services.workshop_reading import details_of

OIM = AgencyDetails(
    name="Organisation internationale pour les migrations", acronym="OIM", aliases=("IOM",), country_code="CH"
)


@pytest.fixture
def records(session: Session, office: Office) -> dict[str, int]:
    """One record of each register, by the name of the register."""
    by = an_organiser(session, office)
    bat = PersonDetails(
        full_name="Bat Erdene", native_name="Бат-Эрдэнэ", email="bat@example.org", phone="+976 7012 34 56"
    )
    made = {
        "agencies": agencies.save(session, details=OIM, by=by),
        "people": people.save(session, details=bat, office_id=office.id, by=by),
        "projects": projects.save(session, details=ProjectDetails(title="Border management", acronym="BM"), by=by),
        "topics": topics.save(session, details=TopicDetails(label="Document fraud"), by=by),
    }
    session.commit()
    return {register: record.id for register, record in made.items()}


@pytest.fixture
def stored(session: Session, office: Office) -> Workshop:
    """A workshop of the office with two rows of everything that moves."""
    details = w.WorkshopDetails(
        title="Risk analysis",
        starts_on=PartialDate(2024, 5, 6),
        ends_on=PartialDate(2024, 5, 10),
        city="Darkhan",
        agencies=(
            w.AgencyRow(agency=w.AgencyRef(name="Customs", acronym="CGA"), role=AgencyRole.HOST),
            w.AgencyRow(agency=w.AgencyRef(name="Police")),
        ),
        events=(w.EventRow(title="Day 1", day=date(2024, 5, 6), start_time=time(9), end_time=time(17)),),
        participants=(w.ParticipantRow(person=w.PersonRef(full_name="Anna Keller"), post_title="Inspector"),),
    )
    workshop = workshops.register(session, details=details, office_id=office.id, by=an_organiser(session, office))
    session.commit()
    return workshop


@pytest.fixture
def now_stored(session: Session) -> Callable[[str], w.WorkshopDetails]:
    """Reads a workshop anew."""

    def read(reference: str) -> w.WorkshopDetails:
        session.expire_all()
        return details_of(session.scalars(select(Workshop).where(Workshop.reference == reference)).one())

    return read
