"""Records that several tests of pages share."""

import pytest
from sqlalchemy.orm import Session

from tests.factories import an_organiser
from workshops.domain.register_details import AgencyDetails, PersonDetails, ProjectDetails, TopicDetails
from workshops.models import Office
from workshops.services import agencies, people, projects, topics

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
