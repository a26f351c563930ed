"""What the filter of trainings can offer: only what stands in past trainings that are open to the reader."""

from datetime import date
from typing import Any, Final

from sqlalchemy import Select, func, literal, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.folding import fold
from workshops.domain.training import ChosenNames, TrainingOptions
from workshops.domain.training_filter import TrainingFilter
from workshops.models import Agency, Funding, Project, Topic, Workshop, WorkshopAgency, WorkshopLanguage
from workshops.models.workshop import workshop_topic
from workshops.services.scope import in_scope
from workshops.services.training_conditions import is_past
from workshops.services.training_rows import named

_MOST: Final = 100  # of each register, the most used; the others are found by the free text

_AnySelect = Select[*tuple[Any, ...]]
_AGENCIES: _AnySelect = select(Agency.id, Agency.name, Agency.acronym, Agency.translations)
_PROJECTS: _AnySelect = select(Project.id, Project.title, Project.acronym, Project.translations)
_TOPICS: _AnySelect = select(Topic.id, Topic.label, literal(""), Topic.translations)


def training_options(session: Session, *, language: str, today: date, by: Actor) -> TrainingOptions:
    """The countries, years, registers and languages that past trainings name, named in `language`."""
    is_open = (is_past(today), in_scope(Workshop.office_id, by))
    starts_on = func.coalesce(Workshop.starts_on, Workshop.ends_on)
    year = func.extract("year", starts_on)

    trainings = select(Workshop.id).where(*is_open)

    def most_used(statement: _AnySelect, key: Any, used: Any, workshop_id: Any) -> tuple[tuple[int, str], ...]:
        counts = select(used).where(workshop_id.in_(trainings), used.is_not(None)).group_by(used)
        found = statement.where(key.in_(counts.order_by(func.count().desc(), used).limit(_MOST)))
        names = [(row[0], named(language, *row[1:])) for row in session.execute(found)]
        return tuple(sorted(names, key=lambda name: fold(name[1])))

    def every(column: Any) -> Any:
        return session.scalars(select(column).where(*is_open).distinct().order_by(column))

    return TrainingOptions(
        countries=tuple(every(func.coalesce(Workshop.country_code, ""))),
        years=tuple(number for number in every(year) if number is not None)[::-1],
        topics=most_used(_TOPICS, Topic.id, workshop_topic.c.topic_id, workshop_topic.c.workshop_id),
        agencies=most_used(_AGENCIES, Agency.id, WorkshopAgency.agency_id, WorkshopAgency.workshop_id),
        funders=most_used(_AGENCIES, Agency.id, Funding.agency_id, Funding.workshop_id),
        projects=most_used(_PROJECTS, Project.id, Workshop.project_id, Workshop.id),
        languages=tuple(
            session.scalars(
                select(WorkshopLanguage.language)
                .where(WorkshopLanguage.workshop_id.in_(trainings))
                .distinct()
                .order_by(WorkshopLanguage.language)
            )
        ),
    )


def chosen_names(session: Session, chosen: TrainingFilter, *, language: str) -> ChosenNames:
    """What the ids of a filter stand for, in `language`; an id that no register holds is said as it is."""

    def name(statement: _AnySelect, key: Any, record_id: int | None) -> str | None:
        if record_id is None:
            return None
        row = session.execute(statement.where(key == record_id)).first()
        return f"#{record_id}" if row is None else named(language, *row[1:])

    return ChosenNames(
        topic=name(_TOPICS, Topic.id, chosen.topic),
        agency=name(_AGENCIES, Agency.id, chosen.agency),
        funder=name(_AGENCIES, Agency.id, chosen.funder),
        project=name(_PROJECTS, Project.id, chosen.project),
    )
