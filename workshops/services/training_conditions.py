"""Which workshops are past trainings, and which of these a filter chooses: conditions on `training_fact`."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select

from workshops.domain.enums import WorkshopStatus
from workshops.domain.training_filter import TrainingFilter
from workshops.models import Funding, Topic, WorkshopAgency, WorkshopLanguage
from workshops.models.training_fact import training_fact
from workshops.models.workshop import workshop_topic
from workshops.services.search import matching_ids

_NOT_HELD: Final = (WorkshopStatus.CANCELLED, WorkshopStatus.POSTPONED)
_fact = training_fact.c


def is_past(today: date, status: WorkshopStatus | None = None) -> ColumnElement[bool]:
    """Past is what is over by its status or its dates (see `training_facts.over_since`).

    What was cancelled or postponed is past only where that very status is asked for.
    """
    asked_for = _fact.status.not_in(_NOT_HELD) if status is None else _fact.status == status
    return and_(asked_for, _fact.over_since <= today)


def conditions(chosen: TrainingFilter, *, office_id: int | None) -> Iterator[ColumnElement[bool]]:
    """What a training must fulfil to be chosen; its country, which is counted apart, its status and office left out."""
    if chosen.year is not None:
        yield _fact.year == chosen.year
    if chosen.since is not None:  # a start known in part is taken if it may lie in the period
        yield _fact.starts_by >= chosen.since.earliest
    if chosen.until is not None:
        yield _fact.starts_on <= chosen.until.latest
    if chosen.type is not None:
        yield _fact.type == chosen.type
    if chosen.topic is not None:
        narrower = select(Topic.id).where(or_(Topic.id == chosen.topic, Topic.parent_id == chosen.topic))
        taught = select(workshop_topic.c.workshop_id).where(workshop_topic.c.topic_id.in_(narrower))
        yield _fact.workshop_id.in_(taught)
    if chosen.agency is not None:
        involved = select(WorkshopAgency.workshop_id).where(WorkshopAgency.agency_id == chosen.agency)
        if chosen.role is not None:
            involved = involved.where(WorkshopAgency.role == chosen.role)
        yield _fact.workshop_id.in_(involved)
    if chosen.funder is not None:
        yield _fact.workshop_id.in_(select(Funding.workshop_id).where(Funding.agency_id == chosen.funder))
    if chosen.project is not None:
        yield _fact.project_id == chosen.project
    if chosen.language is not None:
        spoken = select(WorkshopLanguage.workshop_id).where(WorkshopLanguage.language == chosen.language)
        yield _fact.workshop_id.in_(spoken)
    if chosen.text:
        yield _fact.workshop_id.in_(matching_ids(kind="workshop", query=chosen.text, office_id=office_id))
