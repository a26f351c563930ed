"""Merging people: rows of one workshop are united without loss."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.integration.services.dumps import dump
from tests.integration.services.merges import PERSON, merged
from workshops.domain.access import Actor
from workshops.domain.enums import (
    AttendanceStatus,
    ParticipationStatus,
    Sex,
    WorkshopStatus,
)
from workshops.domain.workshop import (
    EventRow,
    ExpertRow,
    ParticipantRow,
    PersonRef,
    WorkshopDetails,
)
from workshops.models import (
    Attendance,
    Participation,
    Person,
    Workshop,
    training_fact,
)
from workshops.models.base import now
from workshops.services import workshops
from workshops.services.undoing import undo


@pytest.fixture
def bats(session: Session, by: Actor) -> tuple[Person, Person, Workshop]:
    """One man under two spellings, registered twice for one workshop, seen at other events under each."""
    details = WorkshopDetails(
        title="Risk analysis",
        status=WorkshopStatus.COMPLETED,
        events=tuple(EventRow(title=f"Day {day}", day=date(2024, 5, day)) for day in (1, 2, 3)),
        participants=(
            ParticipantRow(person=PersonRef(full_name="Bat Erdene"), status=ParticipationStatus.CONFIRMED),
            ParticipantRow(
                person=PersonRef(full_name="Bat-Erdene B."),
                sex=Sex.MALE,
                email="bat@example.org",
                post_title="Inspector",
                status=ParticipationStatus.ATTENDED,
            ),
        ),
        experts=(ExpertRow(person=PersonRef(full_name="Bat Erdene"), country_code="MN"),),
    )
    workshop = workshops.register(session, details=details, office_id=by.office_id or 0, by=by)
    marks = {0: (AttendanceStatus.LATE, None, None), 1: (AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, None)}
    for index, statuses in marks.items():
        for event, status in zip(workshop.events, statuses, strict=True):
            if status:
                mark = Attendance(event=event, status=status, recorded_at=now())
                workshop.participations[index].attendances.append(mark)
    session.flush()
    first, second = (row.person for row in workshop.participations)
    return first, second, workshop


def test_a_person_twice_in_a_workshop_is_there_once_with_all_that_is_known(
    session: Session, bats: tuple[Person, Person, Workshop], by: Actor
) -> None:
    first, second, workshop = bats
    before, workshop_id = dump(session), workshop.id
    act = merged(session, PERSON, (first.id, second.id), by)
    [row] = session.scalars(select(Participation).where(Participation.workshop_id == workshop_id)).all()
    assert (row.person_id, row.status, row.post_title) == (act.record_id, ParticipationStatus.ATTENDED, "Inspector")
    assert [mark.status for mark in row.attendances] == [AttendanceStatus.PRESENT, AttendanceStatus.ABSENT]
    assert (row.person.sex, row.person.email) == (Sex.MALE, "bat@example.org")
    fact = session.execute(select(training_fact.c.men, training_fact.c.total)).one()
    assert tuple(fact) == (1, 1)
    undo(session, act_id=act.id, by=by)
    assert dump(session) == before
