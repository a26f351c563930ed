"""Accepting what is sure in several press releases at once, and taking that back as one act."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, cast, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.errors import Conflict, NotFound
from workshops.models import Finding, PressRelease
from workshops.models.base import now
from workshops.services import press, press_decisions, press_drafts, press_findings


@dataclass(frozen=True, slots=True)
class Accepted:
    """How many findings of how many press releases were accepted together, and the moment by which they are known."""

    findings: int
    press_releases: int
    at: datetime


def accept(session: Session, *, press_release_ids: Iterable[int], at_least: int, by: Actor) -> Accepted:
    """Accept all undecided findings of at least this confidence (per cent) in press releases that are to review.

    Those that tell of no workshop, became workshops meanwhile, or are not open to the actor, are passed over.
    """
    at, found = now(), []
    chosen = tuple(dict.fromkeys(press_release_ids))
    telling = of_workshops(session, chosen)
    for press_release_id in (one for one in chosen if one in telling):
        try:
            press_release = press.open_for_review(session, press_release_id, by)
        except (NotFound, Conflict):
            continue
        found.append(
            press_decisions.accept_all(
                session,
                press_release_id=press_release_id,
                details=press_drafts.draft(session, press_release),
                at_least=at_least,
                by=by,
                at=at,
            )
        )
    return Accepted(sum(map(len, found)), sum(1 for accepted in found if accepted), at)


def of_workshops(session: Session, press_release_ids: Iterable[int]) -> frozenset[int]:
    """Those of some press releases that are read as telling of a workshop; texts in a language not read are none."""
    wanted = select(Finding.press_release_id).where(
        Finding.press_release_id.in_(tuple(press_release_ids)),
        Finding.field == "is_workshop",
        cast(Finding.value, String) == "true",
    )
    return frozenset(session.scalars(wanted))


def take_back(session: Session, *, at: datetime, by: Actor) -> int:
    """Undo what this actor accepted at that moment, in press releases that are still to review; gives how much."""
    taken: Sequence[Finding] = session.scalars(
        select(Finding)
        .join(Finding.press_release)
        .where(Finding.reviewed_at == at, Finding.reviewed_by_id == by.user_id, PressRelease.workshop_id.is_(None))
        .order_by(Finding.id)
    ).all()
    for finding in taken:
        press_findings.take_back_review(finding, by)
    session.flush()
    return len(taken)
