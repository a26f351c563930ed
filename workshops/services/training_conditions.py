"""Which workshops are past trainings, and which of these a filter chooses."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from workshops.domain.enums import DatePrecision, WorkshopStatus
from workshops.domain.training_filter import TrainingFilter
from workshops.models import Funding, Topic, Workshop, WorkshopAgency, WorkshopLanguage
from workshops.models.workshop import workshop_topic
from workshops.services.search import matching_ids

_HELD = (WorkshopStatus.COMPLETED, WorkshopStatus.CLOSED)
_NOT_HELD = (WorkshopStatus.CANCELLED, WorkshopStatus.POSTPONED)


def is_past(today: date, status: WorkshopStatus | None = None) -> ColumnElement[bool]:
    """Past is what is said to be over, and what must be over by its dates, as far as they are known.

    What was cancelled or postponed is past only where that very status is asked for.
    """
    first_of_month, first_of_year = today.replace(day=1), today.replace(month=1, day=1)
    starts_before = case(
        (Workshop.starts_precision == DatePrecision.YEAR, Workshop.starts_on < first_of_year),
        (Workshop.starts_precision == DatePrecision.MONTH, Workshop.starts_on < first_of_month),
        else_=Workshop.starts_on < today,
    )
    is_over = or_(Workshop.ends_on < today, and_(Workshop.ends_on.is_(None), starts_before))
    if status is None:
        return or_(Workshop.status.in_(_HELD), and_(Workshop.status.not_in(_NOT_HELD), is_over))
    return and_(Workshop.status == status, or_(Workshop.status.in_(_HELD), is_over))


def conditions(chosen: TrainingFilter) -> Iterator[ColumnElement[bool]]:
    """What a training must fulfil to be chosen; its country, which is counted apart, and its status left out."""
    yield from _dates(chosen)
    if chosen.type is not None:
        yield Workshop.type == chosen.type
    if chosen.topic is not None:
        narrower = select(Topic.id).where(or_(Topic.id == chosen.topic, Topic.parent_id == chosen.topic))
        taught = select(workshop_topic.c.workshop_id).where(workshop_topic.c.topic_id.in_(narrower))
        yield Workshop.id.in_(taught)
    if chosen.agency is not None:
        involved = select(WorkshopAgency.workshop_id).where(WorkshopAgency.agency_id == chosen.agency)
        if chosen.role is not None:
            involved = involved.where(WorkshopAgency.role == chosen.role)
        yield Workshop.id.in_(involved)
    if chosen.funder is not None:
        yield Workshop.id.in_(select(Funding.workshop_id).where(Funding.agency_id == chosen.funder))
    if chosen.project is not None:
        yield Workshop.project_id == chosen.project
    if chosen.language is not None:
        spoken = select(WorkshopLanguage.workshop_id).where(WorkshopLanguage.language == chosen.language)
        yield Workshop.id.in_(spoken)
    if chosen.text:
        yield Workshop.id.in_(matching_ids(kind="workshop", query=chosen.text))


def _dates(chosen: TrainingFilter) -> Iterator[ColumnElement[bool]]:
    """A start known in part is taken if it may lie in the period; without a start, the end counts."""
    starts_on = func.coalesce(Workshop.starts_on, Workshop.ends_on)
    if chosen.year is not None:
        yield starts_on.between(date(chosen.year, 1, 1), date(chosen.year, 12, 31))
    if chosen.since is not None:
        since = chosen.since.earliest
        yield case(
            (Workshop.starts_precision == DatePrecision.YEAR, starts_on >= since.replace(month=1, day=1)),
            (Workshop.starts_precision == DatePrecision.MONTH, starts_on >= since.replace(day=1)),
            else_=starts_on >= since,
        )
    if chosen.until is not None:
        yield starts_on <= chosen.until.latest
