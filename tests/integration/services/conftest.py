"""People who act, and records that several tests share."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from tests.factories import an_organiser, make_office, make_user
from workshops.domain.access import Actor
from workshops.domain.enums import (
    AgencyRole,
    AgencyType,
    Role,
)
from workshops.domain.register_details import AgencyDetails, ProjectDetails
from workshops.domain.workshop import (
    AgencyRef,
    AgencyRow,
    FunderRow,
    ParticipantRow,
    PersonRef,
    WorkshopDetails,
)
from workshops.models import (
    Agency,
    Office,
)
from workshops.services import agencies, projects, workshops


@pytest.fixture
def office(session: Session) -> Office:
    return make_office(session)


@pytest.fixture
def by(session: Session, office: Office) -> Actor:
    return replace(an_organiser(session, office), user_id=make_user(session, office=office).id)


@pytest.fixture
def chief(session: Session) -> Actor:
    user = make_user(session, role=Role.ADMINISTRATOR, office=None, office_id=None)
    return Actor(user_id=user.id, name=user.name, role=Role.ADMINISTRATOR, office_id=None)


@pytest.fixture
def two(session: Session, by: Actor) -> tuple[Agency, Agency]:
    """Two records of one agency, used side by side in every way."""
    guard = agencies.save(
        session, details=AgencyDetails(name="Border Guard", acronym="BG", aliases=("Frontier Guard",)), by=by
    )
    double = agencies.save(
        session,
        details=AgencyDetails(
            name="General Border Guard",
            acronym="GBG",
            translations={"fr": "Garde-frontière"},
            type=AgencyType.GOVERNMENT,
            country_code="MN",
            website="https://guard.example.org",
        ),
        by=by,
    )
    below = AgencyDetails(name="Border College", parent=AgencyRef(id=double.id, name=double.name))
    agencies.save(session, details=below, by=by)
    funded = ProjectDetails(title="Borders", funders=(AgencyRef(name="Border Guard"), AgencyRef(name=double.name)))
    projects.save(session, details=funded, by=by)
    for title, names in (
        ("Both", ("Border Guard", double.name)),
        ("One", ("Border Guard",)),
        ("Other", (double.name,)),
    ):
        rows = tuple(AgencyRow(agency=AgencyRef(name=name), role=AgencyRole.HOST) for name in names)
        funders = tuple(FunderRow(agency=AgencyRef(name=name)) for name in names)
        sent = tuple(
            ParticipantRow(person=PersonRef(full_name=f"{title} {name}"), agency=AgencyRef(name=name)) for name in names
        )
        details = WorkshopDetails(title=title, agencies=rows, funders=funders, participants=sent)
        workshops.register(session, details=details, office_id=by.office_id or 0, by=by)
    return guard, double
