"""The trainings a filter chooses, with their numbers, ready to be sorted, counted and summed up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, func, literal, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import ParticipationStatus, Sex
from workshops.domain.reach import Reach, reach
from workshops.domain.training_filter import NO_COUNTRY, OrderKey, TrainingFilter
from workshops.domain.workshop import Headcount
from workshops.models import Participation, Person, Workshop
from workshops.services.scope import in_scope
from workshops.services.training_conditions import conditions, is_past

_ENTERED = (Workshop.women, Workshop.men, Workshop.other, Workshop.unknown)


@dataclass(frozen=True, slots=True)
class Selected:
    """A chosen training, with what it is counted and summed up by, and the value of the column that sorts, if any."""

    id: int
    country: str
    starts_on: date | None
    sorts_by: Any
    reach: Reach | None

    def is_in(self, country: str | None) -> bool:
        """Whether it was held in the country that a filter asks for."""
        return country is None or self.country == ("" if country == NO_COUNTRY else country)


def selected(
    session: Session,
    chosen: TrainingFilter,
    *,
    language: str,
    today: date,
    by: Actor,
    order: OrderKey = OrderKey.STARTS_ON,
) -> list[Selected]:
    """The past trainings open to `by` that the filter chooses, whatever country it names, in no order.

    Titles to sort by are those in `language` where the record has them.
    """
    wanted = (is_past(today, chosen.status), in_scope(Workshop.office_id, by), *conditions(chosen))
    listed = _listed_people(session, wanted)
    rows = session.execute(
        select(
            Workshop.id,
            func.coalesce(Workshop.country_code, ""),
            func.coalesce(Workshop.starts_on, Workshop.ends_on),
            _sorting_column(order, language),
            *_ENTERED,
        ).where(*wanted)
    )
    return [
        Selected(
            id=key,
            country=country,
            starts_on=starts_on,
            sorts_by=sorts_by,
            reach=reach(Headcount(women=women, men=men, other=other, unknown=unknown), ()) or listed.get(key),
        )
        for key, country, starts_on, sorts_by, women, men, other, unknown in rows
    ]


def _sorting_column(order: OrderKey, language: str) -> ColumnElement[Any]:
    """What only the order needs; dates, countries and numbers are there anyway."""
    columns: Mapping[OrderKey, Any] = {
        OrderKey.REFERENCE: Workshop.reference,
        OrderKey.TITLE: func.coalesce(Workshop.title_translations[language].as_string(), Workshop.title),
        OrderKey.TYPE: Workshop.type,
        OrderKey.STATUS: Workshop.status,
    }
    column: ColumnElement[Any] = columns.get(order, literal(""))
    return column


def _listed_people(session: Session, wanted: Sequence[ColumnElement[bool]]) -> dict[int, Reach]:
    """People marked as having attended, by workshop, where none was entered by hand: the rule of `domain.reach`."""
    without_numbers = select(Workshop.id).where(*wanted, func.coalesce(*_ENTERED).is_(None))
    by_sex = [func.sum(case((Person.sex == sex, 1), else_=0)) for sex in (Sex.FEMALE, Sex.MALE, Sex.OTHER, Sex.UNKNOWN)]
    rows = session.execute(
        select(Participation.workshop_id, *by_sex)
        .join(Person, Person.id == Participation.person_id)
        .where(Participation.status == ParticipationStatus.ATTENDED, Participation.workshop_id.in_(without_numbers))
        .group_by(Participation.workshop_id)
    )
    return {
        key: Reach(women=women, men=men, other=other, unknown=unknown, is_from_list=True)
        for key, women, men, other, unknown in rows
    }
