"""Who was seen at which event of a workshop."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from workshops.domain.access import Actor
from workshops.domain.enums import AttendanceSource, ParticipationStatus, WorkshopStatus
from workshops.domain.enums import AttendanceStatus as Mark
from workshops.errors import N_, Conflict, NotFound
from workshops.models import Attendance, Event, Participation, User, Workshop
from workshops.models.base import now
from workshops.services.paging import ROWS, Page, paged
from workshops.services.turns import about_workshop, take_turn

Cell = tuple[int, int]
"""The id of a participation and the id of an event."""

SEEN = (Mark.PRESENT, Mark.LATE, Mark.PARTIAL)
"""What is said of somebody who was there, at least for a while."""

EVERYBODY = 1_000_000
"""As many as no workshop has: all participants on one page."""

_NOT_COMING = (ParticipationStatus.DECLINED, ParticipationStatus.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The events at which attendance is taken, a page of the participants who may come, and what is marked of these.

    `seen` says how many of all were seen at each event; `marked_by` and `marked_at` are those of the latest mark.
    """

    workshop: Workshop
    events: Sequence[Event]
    participations: Page[Participation]
    marks: Mapping[Cell, Mark]
    seen: Mapping[int, int]
    marked_by: str
    marked_at: datetime | None


def sheet(session: Session, *, reference: str, number: int = 1, size: int = ROWS, by: Actor) -> Sheet:
    """One page of the attendance of a workshop, in a fixed number of statements. Raises `NotFound`."""
    workshop = _find(session, reference, by)
    expected = _expected(workshop).options(joinedload(Participation.person), joinedload(Participation.agency))
    page = paged(session, expected, number=number, size=size)
    shown: list[Participation] = [row for (row,) in page.rows]
    cells = select(Attendance.participation_id, Attendance.event_id, Attendance.status)
    of_shown = Attendance.participation_id.in_([row.id for row in shown])
    of_workshop = Participation.workshop_id == workshop.id
    seen = select(Attendance.event_id, func.count()).join(Participation).where(of_workshop, Attendance.status.in_(SEEN))
    latest = (
        select(Attendance.recorded_at, User.name)
        .join(Participation)
        .outerjoin(User, User.id == Attendance.recorded_by_id)
        .where(of_workshop)
        .order_by(Attendance.recorded_at.desc(), Attendance.id.desc())
        .limit(1)
    )
    at, name = session.execute(latest).one_or_none() or (None, None)
    return Sheet(
        workshop=workshop,
        events=_events(workshop),
        participations=Page(shown, page.number, page.total, size),
        marks={(row, event): mark for row, event, mark in session.execute(cells.where(of_shown))},
        seen={event: count for event, count in session.execute(seen.group_by(Attendance.event_id))},
        marked_by=name or "",
        marked_at=at,
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
    concerned = _expected(workshop).options(selectinload(Participation.attendances))
    if all_present_at is None:
        concerned = concerned.where(Participation.id.in_({participation_id for participation_id, _event_id in marks}))
    for participation in session.scalars(concerned):
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
    workshop = session.scalar(select(Workshop).where(Workshop.reference == reference))
    if workshop is None or not by.may_read(workshop.office_id):
        raise NotFound
    return workshop


def _events(workshop: Workshop) -> list[Event]:
    return [event for event in workshop.events if event.takes_attendance]


def _expected(workshop: Workshop) -> Select[Participation]:
    """Everybody but those who will not come; who was marked already stays."""
    is_expected = or_(Participation.status.not_in(_NOT_COMING), Participation.attendances.any())
    of_workshop = select(Participation).where(Participation.workshop_id == workshop.id, is_expected)
    return of_workshop.order_by(Participation.position, Participation.id)


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
