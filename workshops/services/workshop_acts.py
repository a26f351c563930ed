"""What is done with a workshop as a whole: clone, postpone, cancel, close, reopen."""

from dataclasses import replace

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.completeness import missing
from workshops.domain.enums import WorkshopStatus as Status
from workshops.domain.workshop import Headcount, WorkshopDetails
from workshops.errors import N_, Conflict, Invalid, Problem
from workshops.models import Workshop
from workshops.models.base import now
from workshops.services.workshop_reading import details_of
from workshops.services.workshops import find, find_to_change, register

_BEFORE_IT_BEGAN = (Status.DRAFT, Status.PLANNED, Status.CONFIRMED)
_AFTER_REOPENING = {
    Status.POSTPONED: Status.PLANNED,
    Status.CANCELLED: Status.PLANNED,
    Status.CLOSED: Status.COMPLETED,
}


def acts_open_to(workshop: Workshop, *, by: Actor) -> tuple[str, ...]:
    """The acts that make sense for a workshop as it stands and that the actor may do, by their names here."""
    if not by.may_write(workshop.office_id):
        return ()
    acts = ["clone"]
    if workshop.status in _BEFORE_IT_BEGAN:
        acts.append("postpone")
    if workshop.status in (*_BEFORE_IT_BEGAN, Status.ONGOING, Status.POSTPONED):
        acts.append("cancel")
    if workshop.status is Status.COMPLETED:
        acts.append("close")
    if workshop.status in _AFTER_REOPENING:
        acts.append("reopen")
    acts.append("delete")
    return tuple(acts)


def postpone(session: Session, *, reference: str, reason: str, by: Actor) -> Workshop:
    """Put a workshop off that has not begun. Raises NotFound, Conflict where it has."""
    return _change_status(session, reference, "postpone", Status.POSTPONED, reason, by)


def cancel(session: Session, *, reference: str, reason: str, by: Actor) -> Workshop:
    """Call a workshop off. Raises NotFound, Conflict where it is over."""
    return _change_status(session, reference, "cancel", Status.CANCELLED, reason, by)


def close(session: Session, *, reference: str, by: Actor) -> Workshop:
    """End the work on a completed workshop's record.

    Raises NotFound, Conflict where it is not completed, Invalid with a problem per thing that is still missing.
    """
    workshop = find_to_change(session, reference=reference, by=by)
    lacking = missing(details_of(workshop))
    if lacking:
        raise Invalid(*(Problem(item.field, item.message) for item in lacking))
    _change_status(session, reference, "close", Status.CLOSED, "", by)
    workshop.closed_at = now()
    session.flush()
    return workshop


def reopen(session: Session, *, reference: str, by: Actor) -> Workshop:
    """Take a postponed, cancelled or closed workshop up again. Raises NotFound, Conflict where it is none of these."""
    workshop = find_to_change(session, reference=reference, by=by)
    status = _AFTER_REOPENING.get(workshop.status, workshop.status)
    workshop.closed_at = None
    return _change_status(session, reference, "reopen", status, "", by)


def clone(session: Session, *, reference: str, by: Actor) -> Workshop:
    """A new draft like an existing workshop: same agencies, experts, funders, topics and texts.

    What belongs to the one occasion stays behind: dates, programme, participants, numbers, amounts, quotes.
    Raises NotFound.
    """
    original = find(session, reference=reference, by=by)
    office_id = original.office_id if by.office_id is None else by.office_id
    return register(
        session, details=_like(details_of(original)), office_id=office_id, by=by, cloned_from_id=original.id
    )


def _like(details: WorkshopDetails) -> WorkshopDetails:
    return replace(
        details,
        status=Status.DRAFT,
        starts_on=None,
        ends_on=None,
        date_note="",
        headcount=Headcount(),
        events=(),
        participants=(),
        quotes=(),
        agencies=tuple(replace(row, row_id=None) for row in details.agencies),
        experts=tuple(replace(row, row_id=None) for row in details.experts),
        contacts=tuple(replace(row, row_id=None) for row in details.contacts),
        funders=tuple(
            replace(row, row_id=None, amount=None, currency="", grant_reference="") for row in details.funders
        ),
    )


def _change_status(session: Session, reference: str, act: str, status: Status, reason: str, by: Actor) -> Workshop:
    workshop = find_to_change(session, reference=reference, by=by)
    if act not in acts_open_to(workshop, by=by):
        raise Conflict(N_("This is not possible with the workshop as it stands now. Look at its status and try again."))
    workshop.status, workshop.status_reason = status, reason.strip()
    session.flush()
    return workshop
