"""Registering, finding and changing workshops."""

import uuid
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, raiseload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from workshops.domain.access import Actor
from workshops.domain.enums import ENDED_STATUSES, WorkshopStatus
from workshops.domain.workshop import WorkshopDetails
from workshops.domain.workshop_rules import problems
from workshops.errors import N_, Conflict, Invalid, NotFound
from workshops.models import (
    AuditEntry,
    Engagement,
    Funding,
    Office,
    Participation,
    User,
    Workshop,
    WorkshopAgency,
)
from workshops.models.base import now
from workshops.services.attendance import mark_attended
from workshops.services.references import next_reference
from workshops.services.search import index_record
from workshops.services.turns import about_workshop, take_turn
from workshops.services.workshop_reading import details_of, participants_of, search_text
from workshops.services.workshop_writing import write_details


class StaleEdit(Conflict):
    """Somebody saved the workshop after the form was opened: what it says now, who changed it and when (UTC)."""

    def __init__(self, *, current: WorkshopDetails, version: int, changed_by: str, changed_at: datetime) -> None:
        super().__init__(
            N_(
                "%(name)s changed this workshop at %(time)s. Your text is kept below; "
                "choose which version of each field to keep."
            ),
            name=changed_by,
            time=changed_at,
        )
        self.current = current
        self.version = version


_ALL_BUT_DAYS_AND_PEOPLE = (
    joinedload(Workshop.office).joinedload(Office.settings),
    joinedload(Workshop.project),
    selectinload(Workshop.topics),
    joinedload(Workshop.language_rows),  # few and short: a statement less
    selectinload(Workshop.agencies).joinedload(WorkshopAgency.agency),
    selectinload(Workshop.engagements).joinedload(Engagement.person),
    selectinload(Workshop.fundings).joinedload(Funding.agency),
    selectinload(Workshop.contacts),
    selectinload(Workshop.quotes),
)
_BUT_PARTICIPANTS = (*_ALL_BUT_DAYS_AND_PEOPLE, selectinload(Workshop.events))
_PARTICIPANTS = selectinload(Workshop.participations).options(
    joinedload(Participation.person), joinedload(Participation.agency)
)


def find(session: Session, *, reference: str, by: Actor) -> Workshop:
    """The whole record of a workshop, with all its rows loaded.

    Raises NotFound where there is none of that reference or its office is not open to the actor.
    """
    return _find(session, reference, by, *_BUT_PARTICIPANTS, _PARTICIPANTS)


def read(session: Session, *, reference: str, by: Actor) -> tuple[Workshop, WorkshopDetails]:
    """A workshop for looking at, with everything its record says; its participants are in the details alone.

    Raises as `find` does.
    """
    workshop = _find(session, reference, by, *_BUT_PARTICIPANTS, raiseload(Workshop.participations))
    return workshop, details_of(workshop, participants_of(session, workshop.id))


def read_for_sources(session: Session, *, reference: str, by: Actor) -> tuple[Workshop, WorkshopDetails]:
    """A workshop for comparing it with its sources: `read` without programme and participants."""
    without = raiseload(Workshop.participations), raiseload(Workshop.events)
    workshop = _find(session, reference, by, *_ALL_BUT_DAYS_AND_PEOPLE, *without)
    return workshop, details_of(workshop, participants=(), events=())


def _find(session: Session, reference: str, by: Actor, *load: ORMOption) -> Workshop:
    wanted = select(Workshop).where(Workshop.reference == reference).options(*load)
    workshop = session.scalars(wanted).unique().one_or_none()
    if workshop is None or not by.may_read(workshop.office_id):
        raise NotFound
    return workshop


def find_to_change(session: Session, *, reference: str, by: Actor) -> Workshop:
    """As `find`, for an actor who wants to write: raises NotFound for one who may not.

    A transaction that writes has the workshop to itself from here on.
    """
    take_turn(session, about_workshop(reference))
    workshop = find(session, reference=reference, by=by)
    if not by.may_write(workshop.office_id):
        raise NotFound
    return workshop


def register(
    session: Session,
    *,
    details: WorkshopDetails,
    office_id: int,
    by: Actor,
    cloned_from_id: int | None = None,
    told_on: date | None = None,
) -> Workshop:
    """Make the record of a workshop in an office and give it its reference.

    The reference bears the year of the first day; where that is not known that of `told_on`, the day of the source,
    else this year.

    Raises Invalid with a problem per field where the details break a rule,
    NotFound for an office not open to the actor.
    """
    if session.get(Office, office_id) is None or not by.may_write(office_id):
        raise NotFound
    _check(details)
    year = (details.starts_on or details.ends_on or told_on or now()).year
    workshop = Workshop(
        uid=str(uuid.uuid4()),
        reference=next_reference(session, country_code=details.country_code, year=year),
        office_id=office_id,
        cloned_from_id=cloned_from_id,
        status=details.status,
    )
    session.add(workshop)
    _write(session, workshop, details, by)
    return workshop


def update(session: Session, *, reference: str, details: WorkshopDetails, expected_version: int, by: Actor) -> Workshop:
    """Change a workshop to what `details` say; rows are matched by their row_id, those left out are deleted.

    `expected_version` is the version the form was opened with: raises StaleEdit if somebody saved since.
    A status that has buttons of its own (closed, cancelled, postponed) is kept whatever the details say.
    Raises Invalid and NotFound as `register` does, Conflict for a closed workshop.
    """
    workshop = find_to_change(session, reference=reference, by=by)
    if workshop.version != expected_version:
        raise _stale(session, workshop)
    if workshop.status is WorkshopStatus.CLOSED:
        raise Conflict(N_("This workshop is closed. Reopen it to change it."))
    _check(details)
    if workshop.status not in ENDED_STATUSES:
        workshop.status = details.status
    _write(session, workshop, details, by)
    if workshop.status is WorkshopStatus.COMPLETED:
        mark_attended(session, workshop)
    return workshop


def _check(details: WorkshopDetails) -> None:
    found = problems(details)
    if found:
        raise Invalid(*found)


def _write(session: Session, workshop: Workshop, details: WorkshopDetails, by: Actor) -> None:
    with session.no_autoflush:
        write_details(session, workshop, details, by=by)
    if session.new or session.deleted or any(session.is_modified(record) for record in session.dirty):
        workshop.updated_at = now()  # a change of a row alone is a new version of the workshop too
    session.flush()
    index_record(session, kind="workshop", record_id=workshop.id, text=search_text(workshop))


def _stale(session: Session, workshop: Workshop) -> StaleEdit:
    row = session.execute(
        select(User.name, AuditEntry.at)
        .outerjoin(User, User.id == AuditEntry.user_id)
        .where(AuditEntry.workshop_id == workshop.id)
        .order_by(AuditEntry.id.desc())
        .limit(1)
    ).first()
    name, at = (row[0], row[1]) if row else (None, workshop.updated_at)
    return StaleEdit(
        current=details_of(workshop), version=workshop.version, changed_by=name or "Workshops", changed_at=at
    )
