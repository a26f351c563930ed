"""Accepting what is sure in several press releases at once, and taking that back as one act."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import FindingStatus
from workshops.errors import Conflict, NotFound
from workshops.models import Finding, PressRelease
from workshops.models.base import now
from workshops.services import press, press_decisions


@dataclass(frozen=True, slots=True)
class Accepted:
    """How many findings of how many press releases were accepted together, and the moment by which they are known."""

    findings: int
    press_releases: int
    at: datetime


def accept(session: Session, *, press_release_ids: Iterable[int], at_least: int, by: Actor) -> Accepted:
    """Accept all undecided findings of at least this confidence (per cent) in press releases that are to review.

    Those that became workshops meanwhile, or are not open to the actor, are passed over.
    """
    at, found = now(), []
    for press_release_id in dict.fromkeys(press_release_ids):
        try:
            press_release = press.open_for_review(session, press_release_id, by)
        except (NotFound, Conflict):
            continue
        found.append(
            press_decisions.accept_all(
                session,
                press_release_id=press_release_id,
                details=press.draft(session, press_release),
                at_least=at_least,
                by=by,
                at=at,
            )
        )
    return Accepted(sum(map(len, found)), sum(1 for accepted in found if accepted), at)


def take_back(session: Session, *, at: datetime, by: Actor) -> int:
    """Undo what this actor accepted at that moment, in press releases that are still to review; gives how much."""
    taken: Sequence[Finding] = session.scalars(
        select(Finding)
        .join(Finding.press_release)
        .where(Finding.reviewed_at == at, Finding.reviewed_by_id == by.user_id, PressRelease.workshop_id.is_(None))
        .order_by(Finding.id)
    ).all()
    for finding in taken:
        press.note_review(finding, FindingStatus.PROPOSED, None, by, now())
    session.flush()
    return len(taken)
