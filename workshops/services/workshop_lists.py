"""The workshops an office works on, by what is to be done with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, func, literal, not_, nulls_last, or_, select, union_all
from sqlalchemy.orm import Session, joinedload

from workshops.domain.access import Actor
from workshops.domain.enums import WorkshopStatus as Status
from workshops.domain.enums import WorkState
from workshops.domain.partial_date import PartialDate
from workshops.models import Workshop
from workshops.models.training_fact import training_fact
from workshops.services.answers import kept
from workshops.services.paging import ROWS, Page
from workshops.services.scope import in_scope, scope_of
from workshops.services.search import matching_ids
from workshops.services.workshop_reading import known_date

MOST_NEAR: Final = 5
_OPEN: Final = (Status.PLANNED, Status.CONFIRMED, Status.ONGOING, Status.COMPLETED, Status.POSTPONED)
_CLOSED: Final = (Status.CLOSED, Status.CANCELLED)
_fact = training_fact.c


@dataclass(frozen=True, slots=True)
class ListedWorkshop:
    """One line of the list."""

    reference: str
    title: str
    title_language: str
    starts_on: PartialDate | None
    ends_on: PartialDate | None
    city: str
    country_code: str
    status: Status
    office: str


@dataclass(frozen=True, slots=True)
class WorkshopList:
    """One page of the workshops in a state, with how many there are in each state."""

    page: Page[ListedWorkshop]
    counts: dict[WorkState, int]


def workshops_in_state(
    session: Session, *, state: WorkState | None, query: str = "", page: int = 1, today: date, by: Actor
) -> WorkshopList:
    """A page (from 1) of the workshops open to the actor, in one state or in all; a `query` finds them by their words.

    Those to be seen to first come first: the next to begin, the longest over, the last changed draft. Three statements.
    """
    counts = counts_by_state(session, query=query, today=today, by=by)
    total = sum(counts.values()) if state is None else counts[state]
    page = min(page, max(1, -(-total // ROWS)))
    shown = first_in_state(session, state=state, query=query, most=ROWS, skip=(page - 1) * ROWS, today=today, by=by)
    return WorkshopList(Page(shown, page, total), counts)


def first_in_state(
    session: Session, *, state: WorkState | None, query: str = "", most: int, skip: int = 0, today: date, by: Actor
) -> list[ListedWorkshop]:
    """The first of those workshops, in the same order, after as many as are skipped. Two statements."""
    ids = select(_fact.workshop_id).where(in_scope(_fact.office_id, by), *_found_by(query, by))
    if state is WorkState.DRAFTS:
        ids = ids.join(Workshop, Workshop.id == _fact.workshop_id)
    if state is not None:
        ids = ids.where(is_in(state, today))
    ids = ids.order_by(*_order(state)).limit(most).offset(skip)
    key = ("workshops", state, query, most, skip, today, scope_of(by))
    keys = kept(session, key, lambda: session.scalars(ids).all())
    place = {key: number for number, key in enumerate(keys)}
    listed = session.scalars(select(Workshop).where(Workshop.id.in_(keys)).options(joinedload(Workshop.office)))
    return [_line(workshop) for workshop in sorted(listed, key=lambda workshop: place[workshop.id])]


def references_near(session: Session, *, reference: str, by: Actor) -> Sequence[str]:
    """Some references of the same country and year, else of the same country: for whoever mistyped one."""
    for parts in (2, 1):
        beginning = "-".join([*reference.split("-")[:parts], ""])
        near = Workshop.reference.startswith(beginning, autoescape=True)
        wanted = select(Workshop.reference).where(near, in_scope(Workshop.office_id, by))
        if found := session.scalars(wanted.order_by(Workshop.reference.desc()).limit(MOST_NEAR)).all():
            return found
    return []


def counts_by_state(session: Session, *, query: str = "", today: date, by: Actor) -> dict[WorkState, int]:
    """How many workshops open to the actor are in each state, of those that the words of a `query` find."""

    def count() -> dict[WorkState, int]:
        told, is_closed = _state_on(today), _fact.status.in_(_CLOSED)
        which = (in_scope(_fact.office_id, by), *_found_by(query, by))
        rest = select(told, func.count()).where(*which, not_(is_closed)).group_by(told)
        closed = select(literal(WorkState.CLOSED.value), func.count())  # nearly all: they are not sorted
        counted = session.execute(union_all(rest, closed.where(*which, is_closed)))
        return dict.fromkeys(WorkState, 0) | {WorkState(name): number for name, number in counted}

    return kept(session, ("states", query, today, scope_of(by)), count)


def is_in(state: WorkState, today: date) -> ColumnElement[bool]:
    """The condition on `training_fact` that a workshop is in that state on that day."""
    if state is WorkState.DRAFTS:
        return _fact.status == Status.DRAFT
    if state is WorkState.CLOSED:
        return _state_on(today) == state.value  # nearly all: what is left out is not worth an index
    return and_(_fact.status.in_(_OPEN), _state_on(today) == state.value)


def _found_by(query: str, by: Actor) -> list[ColumnElement[bool]]:
    found = matching_ids(kind="workshop", query=query, office_id=scope_of(by))
    return [_fact.workshop_id.in_(found)] if query.strip() else []


def _line(workshop: Workshop) -> ListedWorkshop:
    return ListedWorkshop(
        reference=workshop.reference,
        title=workshop.title,
        title_language=workshop.title_language,
        starts_on=known_date(workshop.starts_on, workshop.starts_precision),
        ends_on=known_date(workshop.ends_on, workshop.ends_precision),
        city=workshop.city,
        country_code=workshop.country_code or "",
        status=workshop.status,
        office=workshop.office.name,
    )


def _state_on(today: date) -> ColumnElement[str]:
    """The state of each workshop on that day."""
    return case(
        (_fact.status == Status.DRAFT, WorkState.DRAFTS.value),
        (_fact.status.in_(_CLOSED), WorkState.CLOSED.value),
        (_fact.status == Status.POSTPONED, WorkState.PLANNED.value),
        (_fact.over_since <= today, WorkState.TO_CLOSE.value),
        (or_(_fact.status == Status.ONGOING, _fact.begins_on <= today), WorkState.RUNNING.value),
        else_=WorkState.PLANNED.value,
    )


def _order(state: WorkState | None) -> tuple[Any, ...]:
    if state is WorkState.DRAFTS:
        return Workshop.updated_at.desc(), _fact.workshop_id
    if state in (WorkState.PLANNED, WorkState.RUNNING, WorkState.TO_CLOSE):
        return nulls_last(_fact.starts_on), _fact.workshop_id
    return _fact.year.desc(), _fact.starts_on.desc(), _fact.workshop_id.desc()
