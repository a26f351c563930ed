"""What the filter of trainings can offer: only what stands in past trainings that are open to the reader."""

from collections import defaultdict
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    JSON,
    ColumnElement,
    CompoundSelect,
    Select,
    exists,
    func,
    literal,
    null,
    select,
    true,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.folding import fold
from workshops.domain.training import ChosenNames, TrainingOptions
from workshops.domain.training_filter import TrainingFilter
from workshops.models import Agency, Funding, Project, Topic, WorkshopAgency, WorkshopLanguage
from workshops.models.training_fact import training_fact
from workshops.models.workshop import workshop_topic
from workshops.services.answers import kept
from workshops.services.scope import in_scope, scope_of
from workshops.services.training_conditions import is_past
from workshops.services.training_rows import named
from workshops.services.training_selection import figures

_MOST: Final = 100  # of each register, the most used; the others are found by the free text

_fact = training_fact.c
_AnySelect = Select[*tuple[Any, ...]]
_AGENCIES: _AnySelect = select(Agency.id, Agency.name, Agency.acronym, Agency.translations)
_PROJECTS: _AnySelect = select(Project.id, Project.title, Project.acronym, Project.translations)
_TOPICS: _AnySelect = select(Topic.id, Topic.label, literal(""), Topic.translations)


def training_options(session: Session, *, language: str, today: date, by: Actor) -> TrainingOptions:
    """The countries, years, registers and languages that past trainings name, named in `language`."""

    def make() -> TrainingOptions:
        known = figures(session, TrainingFilter(), today=today, by=by)
        offers: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for key, name, acronym, translations, offered in session.execute(_registers(today, by)):
            offers[offered].append((key, named(language, name, acronym, translations or {})))
        in_order = {offered: tuple(sorted(each, key=lambda offer: fold(offer[1]))) for offered, each in offers.items()}
        return TrainingOptions(
            countries=tuple(sorted(known.by_country)),
            years=tuple(year for year, _totals in known.by_year if year),
            topics=in_order.get("topics", ()),
            agencies=in_order.get("agencies", ()),
            funders=in_order.get("funders", ()),
            projects=in_order.get("projects", ()),
            languages=tuple(code for _key, code in in_order.get("languages", ())),
        )

    return kept(session, ("training options", language, today, scope_of(by)), make)


def _registers(today: date, by: Actor) -> CompoundSelect[*tuple[Any, ...]]:
    """What past trainings name of each register, and their languages, in one statement."""
    past = (is_past(today), in_scope(_fact.office_id, by))
    trainings = select(_fact.workshop_id).where(*past)

    def most_used(offered: str, named_in: _AnySelect, key: Any, used: Any, workshop_id: Any) -> _AnySelect:
        """The rows of a register, or codes, that are used most, and by a past training at all."""
        counts = select(used).where(used.is_not(None)).group_by(used)
        is_used: ColumnElement[bool] = true()
        if scope_of(by) is None:  # nearly all workshops count: looking each one up would take longest
            is_used = exists().where(used == key, workshop_id == _fact.workshop_id, *past)
        else:
            counts = counts.where(workshop_id.in_(trainings))
        most = counts.order_by(func.count().desc(), used).limit(_MOST)
        return named_in.add_columns(literal(offered)).where(key.in_(most), is_used)

    spoken = WorkshopLanguage.language
    code = select(spoken.label("code")).distinct().subquery().c.code
    codes: _AnySelect = select(literal(0), code, literal(""), type_coerce(null(), JSON))
    return union_all(
        most_used("topics", _TOPICS, Topic.id, workshop_topic.c.topic_id, workshop_topic.c.workshop_id),
        most_used("agencies", _AGENCIES, Agency.id, WorkshopAgency.agency_id, WorkshopAgency.workshop_id),
        most_used("funders", _AGENCIES, Agency.id, Funding.agency_id, Funding.workshop_id),
        most_used("projects", _PROJECTS, Project.id, _fact.project_id, _fact.workshop_id),
        most_used("languages", codes, code, spoken, WorkshopLanguage.workshop_id),
    )


def chosen_names(session: Session, chosen: TrainingFilter, *, language: str) -> ChosenNames:
    """What the ids of a filter stand for, in `language`; an id that no register holds is said as it is.

    One statement, none where no id is chosen.
    """
    ids = {"topic": chosen.topic, "agency": chosen.agency, "funder": chosen.funder, "project": chosen.project}
    names = {what: f"#{record_id}" for what, record_id in ids.items() if record_id is not None}
    if names:
        asked = [
            statement.add_columns(literal(what)).where(key == ids[what])
            for what, statement, key in (
                ("topic", _TOPICS, Topic.id),
                ("agency", _AGENCIES, Agency.id),
                ("funder", _AGENCIES, Agency.id),
                ("project", _PROJECTS, Project.id),
            )
            if what in names
        ]
        for _id, name, acronym, translations, what in session.execute(union_all(*asked)):
            names[what] = named(language, name, acronym, translations)
    return ChosenNames(**names)
