from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from tests.conftest import counted_statements
from tests.factories import make_office, make_user
from workshops.domain.access import Actor
from workshops.domain.enums import AttendanceStatus as Mark
from workshops.domain.enums import ParticipationStatus, Role, WorkshopStatus
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import EventRow, ParticipantRow, PersonRef, WorkshopDetails
from workshops.errors import Conflict, NotFound
from workshops.extensions import db
from workshops.models import Attendance, Workshop
from workshops.services import attendance, workshops
from workshops.services.workshop_reading import details_of


def details(people: int = 3) -> WorkshopDetails:
    return WorkshopDetails(
        title="Document fraud",
        starts_on=PartialDate(2024, 5, 14),
        ends_on=PartialDate(2024, 5, 15),
        events=(
            EventRow(title="Day 1", day=date(2024, 5, 14)),
            EventRow(title="Day 2", day=date(2024, 5, 15)),
            EventRow(title="Dinner", takes_attendance=False),
        ),
        participants=tuple(ParticipantRow(person=PersonRef(full_name=f"Person {n}")) for n in range(people)),
    )


@pytest.fixture
def by(session: Session) -> Actor:
    user = make_user(session, name="Anna Keller")
    return Actor(user_id=user.id, name=user.name, role=Role.ORGANISER, office_id=user.office_id)


@pytest.fixture
def workshop(session: Session, by: Actor) -> Workshop:
    assert by.office_id is not None
    made = workshops.register(session, details=details(), office_id=by.office_id, by=by)
    session.expire_all()
    return made


def mark(session: Session, workshop: Workshop, by: Actor, *marks: Mark | None, event: int = 0) -> None:
    """Mark the participants at one event, in their order."""
    cells = {
        (participation.id, workshop.events[event].id): said
        for participation, said in zip(workshop.participations, marks, strict=False)
    }
    attendance.record(session, reference=workshop.reference, marks=cells, by=by)


def test_a_mark_is_kept_with_who_made_it_and_when(session: Session, workshop: Workshop, by: Actor) -> None:
    mark(session, workshop, by, Mark.PRESENT, Mark.ABSENT, Mark.LATE)
    sheet = attendance.sheet(session, reference=workshop.reference, by=by)
    assert [event.title for event in sheet.events] == ["Day 1", "Day 2"]
    first, second, third = (participation.id for participation in sheet.participations.rows)
    event = sheet.events[0].id
    assert sheet.marks == {(first, event): Mark.PRESENT, (second, event): Mark.ABSENT, (third, event): Mark.LATE}
    assert sheet.seen == {event: 2}
    assert sheet.marked_by == "Anna Keller"
    assert sheet.marked_at is not None


def test_a_mark_is_taken_away_and_others_stay(session: Session, workshop: Workshop, by: Actor) -> None:
    mark(session, workshop, by, Mark.PRESENT, Mark.ABSENT)
    mark(session, workshop, by, None, Mark.LATE, event=1)
    mark(session, workshop, by, None)
    sheet = attendance.sheet(session, reference=workshop.reference, by=by)
    assert sorted(sheet.marks.values()) == [Mark.ABSENT, Mark.LATE]


def test_the_same_mark_keeps_its_moment(session: Session, workshop: Workshop, by: Actor) -> None:
    mark(session, workshop, by, Mark.PRESENT)
    kept = session.query(Attendance).one()
    recorded_at = kept.recorded_at
    mark(session, workshop, by, Mark.PRESENT)
    assert kept.recorded_at == recorded_at
    mark(session, workshop, by, Mark.LATE)
    assert kept.recorded_at > recorded_at


def test_all_others_are_present_in_one_go(session: Session, workshop: Workshop, by: Actor) -> None:
    mark(session, workshop, by, Mark.ABSENT)
    event = workshop.events[0].id
    attendance.record(session, reference=workshop.reference, marks={}, all_present_at=event, by=by)
    marks = attendance.sheet(session, reference=workshop.reference, by=by).marks
    assert sorted(marks.values()) == [Mark.ABSENT, Mark.PRESENT, Mark.PRESENT]
    assert {cell[1] for cell in marks} == {event}


def test_cells_of_others_are_passed_over(session: Session, workshop: Workshop, by: Actor) -> None:
    other = workshops.register(session, details=details(), office_id=by.office_id or 0, by=by)
    cells: dict[attendance.Cell, Mark | None] = {
        (other.participations[0].id, other.events[0].id): Mark.PRESENT,
        (workshop.participations[0].id, other.events[0].id): Mark.PRESENT,
        (workshop.participations[0].id, workshop.events[2].id): Mark.PRESENT,
    }
    attendance.record(session, reference=workshop.reference, marks=cells, all_present_at=workshop.events[2].id, by=by)
    assert session.query(Attendance).count() == 0


def test_who_will_not_come_is_not_asked_for(session: Session, workshop: Workshop, by: Actor) -> None:
    workshop.participations[0].status = ParticipationStatus.DECLINED
    session.flush()
    assert len(attendance.sheet(session, reference=workshop.reference, by=by).participations.rows) == 2


def test_who_was_seen_has_attended_once_the_workshop_is_completed(
    session: Session, workshop: Workshop, by: Actor
) -> None:
    mark(session, workshop, by, Mark.PARTIAL, Mark.ABSENT)
    statuses = [participation.status for participation in workshop.participations]
    assert set(statuses) == {ParticipationStatus.REGISTERED}
    workshop = workshops.find(session, reference=workshop.reference, by=by)
    completed = replace(details_of(workshop), status=WorkshopStatus.COMPLETED)
    workshops.update(session, reference=workshop.reference, details=completed, expected_version=workshop.version, by=by)
    mark(session, workshop, by, Mark.PARTIAL, Mark.ABSENT, Mark.PRESENT, event=1)
    assert [participation.status for participation in workshop.participations] == [
        ParticipationStatus.ATTENDED,
        ParticipationStatus.REGISTERED,
        ParticipationStatus.ATTENDED,
    ]


def test_nobody_else_reads_or_marks(session: Session, workshop: Workshop, by: Actor) -> None:
    stranger = Actor(user_id=None, name="Sok", role=Role.ORGANISER, office_id=make_office(session).id)
    viewer = Actor(user_id=None, name="Maria", role=Role.VIEWER, office_id=by.office_id)
    with pytest.raises(NotFound):
        attendance.sheet(session, reference=workshop.reference, by=stranger)
    for actor in (stranger, viewer):
        with pytest.raises(NotFound):
            mark(session, workshop, actor, Mark.PRESENT)
    assert len(attendance.sheet(session, reference=workshop.reference, by=viewer).participations.rows) == 3


def test_a_closed_workshop_stays_as_it_is(session: Session, workshop: Workshop, by: Actor) -> None:
    workshop.status = WorkshopStatus.CLOSED
    session.flush()
    with pytest.raises(Conflict):
        mark(session, workshop, by, Mark.PRESENT)


def test_many_participants_cost_no_more_statements_than_few(session: Session, by: Actor) -> None:
    counts = []
    for people in (2, 60):
        made = workshops.register(session, details=details(people), office_id=by.office_id or 0, by=by)
        mark(session, made, by, *[Mark.PRESENT] * people)
        reference = made.reference
        session.expunge_all()
        with counted_statements(db.engine) as statements:
            attendance.sheet(session, reference=reference, by=by)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 7
