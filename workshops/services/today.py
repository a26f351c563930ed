"""What there is to do today: the workshops that run, those that come, the records to complete, the texts to review."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, exists, func, nulls_last, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.completeness import ORGANISING, Missing, lacking
from workshops.domain.enums import ENDED_STATUSES, PressReleaseStatus, WorkState
from workshops.models import AuditEntry, Funding, PressRelease, Workshop, WorkshopAgency
from workshops.models.training_fact import training_fact
from workshops.models.workshop import workshop_topic
from workshops.services.answers import kept
from workshops.services.scope import in_scope, scope_of
from workshops.services.workshop_lines import WorkshopLine, line
from workshops.services.workshop_lists import counts_by_state, is_in

SHOWN: Final = 5
TO_COMPLETE_SHOWN: Final = 10
ENTRIES_LOOKED_AT: Final = 1000  # of one's trail, the latest: one act may write a hundred
_fact = training_fact.c


@dataclass(frozen=True, slots=True)
class ToComplete:
    """A workshop that is over and not closed, with what it lacks: nothing where it only waits to be closed."""

    workshop: WorkshopLine
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class ToReview:
    """A press release nobody has confirmed yet."""

    id: int
    title: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Recent:
    """A workshop one has changed, and when (UTC)."""

    workshop: WorkshopLine
    at: datetime


@dataclass(frozen=True, slots=True)
class Today:
    """The start page; `to_complete` and `to_review` show the oldest of as many as their counts say."""

    running: tuple[WorkshopLine, ...]
    coming: tuple[WorkshopLine, ...]
    to_complete: tuple[ToComplete, ...]
    to_complete_count: int
    to_review: tuple[ToReview, ...]
    to_review_count: int
    recent: tuple[Recent, ...]


def today(session: Session, *, day: date, by: Actor) -> Today:
    """The start page for `by`; `day` is the date where they are. The number of statements is always the same; a page
    that was made before and that nothing has changed since takes one.
    """

    def make() -> Today:
        coming = (_fact.status.not_in(ENDED_STATUSES), _fact.year >= day.year, _fact.starts_on > day)
        waiting = and_(PressRelease.status == PressReleaseStatus.TO_REVIEW, in_scope(PressRelease.office_id, by))
        return Today(
            running=_lines(session, by, is_in(WorkState.RUNNING, day), order=Workshop.ends_on, shown=2 * SHOWN),
            coming=_lines(session, by, *coming, order=_fact.starts_on, shown=SHOWN),
            to_complete=_to_complete(session, by, is_in(WorkState.TO_CLOSE, day)),
            to_complete_count=counts_by_state(session, today=day, by=by)[WorkState.TO_CLOSE],
            to_review=_to_review(session, waiting),
            to_review_count=session.scalar(select(func.count()).select_from(PressRelease).where(waiting)) or 0,
            recent=_recent(session, by),
        )

    return kept(session, ("today", day, scope_of(by), by.user_id), make)


def _first(by: Actor, *conditions: ColumnElement[bool], order: Any, shown: int) -> Select[Workshop]:
    """The first workshops open to `by` that fulfil conditions on `training_fact`, by a column of it."""
    facts = select(Workshop).join(training_fact, _fact.workshop_id == Workshop.id)
    in_order = (nulls_last(order), Workshop.id)
    return facts.where(in_scope(_fact.office_id, by), *conditions).order_by(*in_order).limit(shown)


def _lines(
    session: Session, by: Actor, *conditions: ColumnElement[bool], order: Any, shown: int
) -> tuple[WorkshopLine, ...]:
    return tuple(line(workshop) for workshop in session.scalars(_first(by, *conditions, order=order, shown=shown)))


def _to_complete(session: Session, by: Actor, ended: ColumnElement[bool]) -> tuple[ToComplete, ...]:
    oldest = _first(by, ended, order=_fact.starts_on, shown=TO_COMPLETE_SHOWN)
    found = session.execute(
        oldest.add_columns(
            exists().where(WorkshopAgency.workshop_id == Workshop.id, WorkshopAgency.role.in_(ORGANISING)),
            exists().where(workshop_topic.c.workshop_id == Workshop.id),
            _fact.total.is_not(None),
            exists().where(Funding.workshop_id == Workshop.id),
        )
    )
    return tuple(ToComplete(line(workshop), _lacking(workshop, *has)) for workshop, *has in found)


def _lacking(
    workshop: Workshop, has_organiser: bool, has_topic: bool, has_numbers: bool, has_funder: bool
) -> tuple[Missing, ...]:
    return lacking(
        starts_on=workshop.starts_on,
        ends_on=workshop.ends_on,
        country_code=workshop.country_code,
        city=workshop.city,
        mode=workshop.mode,
        text=workshop.summary or workshop.objectives,
        has_organiser=has_organiser,
        has_topic=has_topic,
        has_numbers=has_numbers,
        has_funder=has_funder,
    )


def _to_review(session: Session, waiting: ColumnElement[bool]) -> tuple[ToReview, ...]:
    oldest = select(PressRelease).where(waiting).order_by(PressRelease.created_at, PressRelease.id).limit(SHOWN)
    return tuple(
        ToReview(id=release.id, title=release.headline or release.file_name, received_at=release.created_at)
        for release in session.scalars(oldest)
    )


def _recent(session: Session, by: Actor) -> tuple[Recent, ...]:
    mine = select(AuditEntry.workshop_id, AuditEntry.at).where(AuditEntry.user_id == by.user_id)
    entries = mine.order_by(AuditEntry.id.desc()).limit(ENTRIES_LOOKED_AT).subquery()
    last = func.max(entries.c.at).label("at")
    changed = (
        select(entries.c.workshop_id, last)
        .where(entries.c.workshop_id.is_not(None))
        .group_by(entries.c.workshop_id)
        .order_by(last.desc(), entries.c.workshop_id.desc())
        .limit(SHOWN)
        .subquery()
    )
    rows = session.execute(
        select(Workshop, changed.c.at)
        .join(changed, changed.c.workshop_id == Workshop.id)
        .where(in_scope(Workshop.office_id, by))
        .order_by(changed.c.at.desc(), Workshop.id.desc())
    )
    return tuple(Recent(line(workshop), at) for workshop, at in rows)
