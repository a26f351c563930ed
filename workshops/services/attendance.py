"""Who was seen at which event of a workshop."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from workshops.domain.access import Actor
from workshops.domain.enums import AttendanceSource, ParticipationStatus, WorkshopStatus
from workshops.domain.enums import AttendanceStatus as Mark
from workshops.errors import N_, Conflict, NotFound
from workshops.models import Attendance, Event, Participation, User, Workshop
from workshops.models.base import now
from workshops.services.turns import about_workshop, take_turn

Cell = tuple[int, int]
"""The id of a participation and the id of an event."""

SEEN = (Mark.PRESENT, Mark.LATE, Mark.PARTIAL)
"""What is said of somebody who was there, at least for a while."""

_NOT_COMING = (ParticipationStatus.DECLINED, ParticipationStatus.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The events at which attendance is taken, the participants who may come, and what was marked so far.

    `marked_by` and `marked_at` are those of the latest mark.
    """

    workshop: Workshop
    events: Sequence[Event]
    participations: Sequence[Participation]
    marks: Mapping[Cell, Mark]
    marked_by: str
    marked_at: datetime | None

    def seen_at(self, event_id: int) -> int:
        """How many participants were seen at an event."""
        return sum(mark in SEEN for cell, mark in self.marks.items() if cell[1] == event_id)


def sheet(session: Session, *, reference: str, by: Actor) -> Sheet:
    """The attendance of a workshop, in a fixed number of statements. Raises `NotFound`."""
    workshop = _find(session, reference, by)
    kept = list(_kept(workshop))
    latest = max(kept, key=lambda attendance: attendance.recorded_at, default=None)
    user = session.get(User, latest.recorded_by_id) if latest and latest.recorded_by_id else None
    return Sheet(
        workshop=workshop,
        events=_events(workshop),
        participations=_expected(workshop),
        marks={_cell(attendance): attendance.status for attendance in kept},
        marked_by=user.name if user else "",
        marked_at=latest.recorded_at if latest else None,
    )


def record(
    session: Session,
    *,
    reference: str,
    marks: Mapping[Cell, Mark | None],
    by: Actor,
    all_present_at: int | None = None,
    source: AttendanceSource = AttendanceSource.MANUAL,
) -> None:
    """Keep the marks given; None takes one away, cells that are left out stay as they are.

    `all_present_at` is the id of an event at which everybody who is not marked was present. Cells of other workshops
    are passed over. Raises `NotFound`, and `Conflict` for a closed workshop.
    """
    take_turn(session, about_workshop(reference))
    workshop = _find(session, reference, by)
    if not by.may_write(workshop.office_id):
        raise NotFound
    if workshop.status is WorkshopStatus.CLOSED:
        raise Conflict(N_("This workshop is closed. Reopen it to change it."))
    events = {event.id for event in _events(workshop)}
    for participation in _expected(workshop):
        known = {attendance.event_id: attendance for attendance in participation.attendances}
        for event_id in events:
            before = known.get(event_id)
            mark = marks.get((participation.id, event_id), before.status if before else None)
            if mark is None and event_id == all_present_at:
                mark = Mark.PRESENT
            _keep(participation, event_id, before, mark, source=source, by=by)
    session.flush()
    if workshop.status is WorkshopStatus.COMPLETED:
        mark_attended(session, workshop)


def mark_attended(session: Session, workshop: Workshop) -> None:
    """Say of the participants of a completed workshop who were seen at one event or more that they attended it."""
    seen = set(
        session.scalars(
            select(Attendance.participation_id)
            .join(Participation, Participation.id == Attendance.participation_id)
            .where(Participation.workshop_id == workshop.id, Attendance.status.in_(SEEN))
        )
    )
    for participation in workshop.participations:
        if participation.id in seen:
            participation.status = ParticipationStatus.ATTENDED
    session.flush()


def _find(session: Session, reference: str, by: Actor) -> Workshop:
    workshop = session.scalar(
        select(Workshop)
        .where(Workshop.reference == reference)
        .options(
            selectinload(Workshop.events),
            selectinload(Workshop.participations).options(
                joinedload(Participation.person),
                joinedload(Participation.agency),
                selectinload(Participation.attendances),
            ),
        )
    )
    if workshop is None or not by.may_read(workshop.office_id):
        raise NotFound
    return workshop


def _events(workshop: Workshop) -> list[Event]:
    return [event for event in workshop.events if event.takes_attendance]


def _expected(workshop: Workshop) -> list[Participation]:
    """Everybody but those who will not come; who was marked already stays."""
    return [row for row in workshop.participations if row.status not in _NOT_COMING or row.attendances]


def _kept(workshop: Workshop) -> Iterator[Attendance]:
    for participation in workshop.participations:
        yield from participation.attendances


def _cell(attendance: Attendance) -> Cell:
    return attendance.participation_id, attendance.event_id


def _keep(
    participation: Participation,
    event_id: int,
    before: Attendance | None,
    mark: Mark | None,
    *,
    source: AttendanceSource,
    by: Actor,
) -> None:
    """Write one cell; who marked it and when changes only with the mark."""
    if mark is None:
        if before is not None:
            participation.attendances.remove(before)
        return
    if before is None:
        before = Attendance(event_id=event_id)
        participation.attendances.append(before)
    if before.status is not mark:
        before.status, before.source = mark, source
        before.recorded_by_id, before.recorded_at = by.user_id, now()
