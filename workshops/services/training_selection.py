"""The trainings a filter chooses, in one statement with their numbers, ready to be sorted, counted and summed up."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Subquery, case, func, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import ParticipationStatus, Sex, WorkshopStatus, WorkshopType
from workshops.domain.reach import Reach, reach
from workshops.domain.training_filter import NO_COUNTRY, TrainingFilter
from workshops.domain.workshop import Headcount
from workshops.models import Participation, Person, Workshop
from workshops.services.scope import in_scope
from workshops.services.training_conditions import conditions, is_past

_SEXES = ((Sex.FEMALE, "women"), (Sex.MALE, "men"), (Sex.OTHER, "other"), (Sex.UNKNOWN, "unknown"))


@dataclass(frozen=True, slots=True)
class Selected:
    """A chosen training, with what it is sorted, counted and summed up by."""

    reach: Reach | None
    id: int
    reference: str
    title: str
    type: WorkshopType
    status: WorkshopStatus
    country: str
    starts_on: date | None

    def is_in(self, country: str | None) -> bool:
        """Whether it was held in the country that a filter asks for."""
        return country is None or self.country == ("" if country == NO_COUNTRY else country)


def selected(session: Session, chosen: TrainingFilter, *, language: str, today: date, by: Actor) -> list[Selected]:
    """The past trainings open to `by` that the filter chooses, whatever country it names, in no order.

    Titles are those in `language` where the record has them.
    """
    listed = _listed_people()
    statement = (
        select(
            Workshop.id,
            Workshop.reference,
            func.coalesce(Workshop.title_translations[language].as_string(), Workshop.title),
            Workshop.type,
            Workshop.status,
            func.coalesce(Workshop.country_code, ""),
            func.coalesce(Workshop.starts_on, Workshop.ends_on),
            *(Workshop.women, Workshop.men, Workshop.other, Workshop.unknown),
            *(listed.c.women, listed.c.men, listed.c.other, listed.c.unknown),
        )
        .outerjoin(listed, listed.c.workshop_id == Workshop.id)
        .where(is_past(today, chosen.status), in_scope(Workshop.office_id, by), *conditions(chosen))
    )
    return [_selected(row) for row in session.execute(statement)]


def _listed_people() -> Subquery:
    """People marked as having attended, by workshop and sex, where no number was entered by hand."""
    by_sex = (func.sum(case((Person.sex == sex, 1), else_=0)).label(name) for sex, name in _SEXES)
    return (
        select(Participation.workshop_id, *by_sex)
        .join(Person, Person.id == Participation.person_id)
        .join(Workshop, Workshop.id == Participation.workshop_id)
        .where(
            Participation.status == ParticipationStatus.ATTENDED,
            func.coalesce(Workshop.women, Workshop.men, Workshop.other, Workshop.unknown).is_(None),
        )
        .group_by(Participation.workshop_id)
        .subquery()
    )


def _selected(row: Row[*tuple[Any, ...]]) -> Selected:
    return Selected(_reach(row[7:11], row[11:]), *row[:7])


def _reach(entered: tuple[int | None, ...], listed: tuple[int | None, ...]) -> Reach | None:
    """The rule of `domain.reach` over what the statement gave."""
    women, men, other, unknown = entered
    by_hand = reach(Headcount(women=women, men=men, other=other, unknown=unknown), ())
    if by_hand is not None or listed[0] is None:
        return by_hand
    women, men, other, unknown = listed
    return Reach(women=women or 0, men=men or 0, other=other or 0, unknown=unknown or 0, is_from_list=True)
