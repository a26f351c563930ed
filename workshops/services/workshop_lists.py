"""The workshops an office works on, by what is to be done with them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session, joinedload

from workshops.domain.access import Actor
from workshops.domain.enums import DatePrecision, WorkState
from workshops.domain.enums import WorkshopStatus as Status
from workshops.domain.partial_date import PartialDate
from workshops.models import Workshop
from workshops.services.paging import ROWS, Page
from workshops.services.scope import in_scope
from workshops.services.search import matching_ids
from workshops.services.training_conditions import is_past
from workshops.services.workshop_reading import known_date


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

    Those to be seen to first come first: the next to begin, the longest over, the last changed draft. Two statements.
    """
    which = [in_scope(Workshop.office_id, by)]
    if query.strip():
        which.append(Workshop.id.in_(matching_ids(kind="workshop", query=query)))
    told = state_on(today)
    counted = session.execute(select(told, func.count()).where(*which).group_by(told))
    counts = dict.fromkeys(WorkState, 0) | {WorkState(name): number for name, number in counted}
    if state is not None:
        which.append(told == state.value)
    total = sum(counts.values()) if state is None else counts[state]
    page = min(page, max(1, -(-total // ROWS)))
    listed = (
        select(Workshop)
        .where(*which)
        .options(joinedload(Workshop.office))
        .order_by(*_order(state), Workshop.id)
        .limit(ROWS)
        .offset((page - 1) * ROWS)
    )
    return WorkshopList(Page([_line(workshop) for workshop in session.scalars(listed)], page, total), counts)


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


def state_on(today: date) -> ColumnElement[str]:
    """The state of each workshop on that day."""
    has_begun = and_(Workshop.starts_precision == DatePrecision.DAY, Workshop.starts_on <= today)
    return case(
        (Workshop.status == Status.DRAFT, WorkState.DRAFTS.value),
        (Workshop.status.in_((Status.CLOSED, Status.CANCELLED)), WorkState.CLOSED.value),
        (Workshop.status == Status.POSTPONED, WorkState.PLANNED.value),
        (is_past(today), WorkState.TO_CLOSE.value),
        (or_(Workshop.status == Status.ONGOING, has_begun), WorkState.RUNNING.value),
        else_=WorkState.PLANNED.value,
    )


def _order(state: WorkState | None) -> tuple[Any, ...]:
    unknown_last = Workshop.starts_on.is_(None)
    if state is WorkState.DRAFTS:
        return (Workshop.updated_at.desc(),)
    if state in (WorkState.PLANNED, WorkState.RUNNING, WorkState.TO_CLOSE):
        return unknown_last, Workshop.starts_on
    return unknown_last, Workshop.starts_on.desc()
