"""The press releases that somebody still has to review, one after the other: the oldest first."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, false, func, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import PressReleaseStatus, Role
from workshops.models import PressRelease
from workshops.services.scope import in_scope


@dataclass(frozen=True, slots=True)
class Place:
    """Where a press release stands among those to review. `number` counts from 1, 0 where it is none of them."""

    number: int
    total: int
    previous_id: int | None
    next_id: int | None


def waiting(session: Session, *, by: Actor) -> int:
    """How many press releases the actor still has to review."""
    return session.scalar(select(func.count()).select_from(PressRelease).where(*_to_review(by))) or 0


def place(session: Session, *, press_release_id: int, by: Actor) -> Place:
    """Where a press release stands, with its neighbours; one statement."""
    before, after = PressRelease.id < press_release_id, PressRelease.id > press_release_id
    here = PressRelease.id == press_release_id
    row = session.execute(
        select(
            func.count(),
            _count(before),
            _count(here),
            func.max(case((before, PressRelease.id))),
            func.min(case((after, PressRelease.id))),
        ).where(*_to_review(by))
    ).one()
    total, passed, is_here, previous_id, next_id = row
    return Place(passed + 1 if is_here else 0, total, previous_id, next_id)


def next_after(session: Session, *, press_release_id: int = 0, by: Actor) -> int | None:
    """The next one to review after another, then the oldest that was passed over; None where none is left."""
    found = place(session, press_release_id=press_release_id, by=by)
    if found.next_id is not None:
        return found.next_id
    return session.scalar(select(func.min(PressRelease.id)).where(*_to_review(by), PressRelease.id != press_release_id))


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _to_review(by: Actor) -> tuple[ColumnElement[bool], ...]:
    """The conditions of those that are to review and that the actor may register."""
    may_register = in_scope(PressRelease.office_id, by) if by.role is not Role.VIEWER else false()
    return PressRelease.status == PressReleaseStatus.TO_REVIEW, may_register
