"""The rows of a list of trainings: a fixed number of statements for some hundred at a time."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Result, Select, select
from sqlalchemy.orm import Session

from workshops.domain.enums import AgencyRole
from workshops.domain.training import Training
from workshops.models import Agency, Funding, Project, Topic, Workshop, WorkshopAgency, WorkshopLanguage
from workshops.models.workshop import workshop_topic
from workshops.services.training_selection import Selected
from workshops.services.workshop_reading import known_date

_ACRONYM_AT_THE_END: Final = re.compile(r"\([A-Z][\w.&-]*[A-Z]\)$")
_AT_A_TIME: Final = 500  # of all; more at a time would save no time, and cost memory
_ORGANISING: Final = (AgencyRole.ORGANISER, AgencyRole.CO_ORGANISER)

_AnySelect = Select[*tuple[Any, ...]]

_OWN: _AnySelect = select(
    Workshop.id,
    Workshop.reference,
    Workshop.title.label("own_title"),
    Workshop.title_translations,
    Workshop.type,
    Workshop.status,
    Workshop.starts_on,
    Workshop.starts_precision,
    Workshop.ends_on,
    Workshop.ends_precision,
    Workshop.city,
    Project.title,
    Project.acronym,
    Project.translations,
).outerjoin(Project, Project.id == Workshop.project_id)
_NAME = (Agency.name, Agency.acronym, Agency.translations)
_AGENCIES: _AnySelect = select(WorkshopAgency.workshop_id, WorkshopAgency.role, *_NAME).join(Agency)
_FUNDERS: _AnySelect = select(Funding.workshop_id, *_NAME).join(Agency)
_TOPICS: _AnySelect = select(workshop_topic.c.workshop_id, Topic.label, Topic.translations).join(Topic)
_LANGUAGES: _AnySelect = select(WorkshopLanguage.workshop_id, WorkshopLanguage.language)


def named(language: str, name: str, acronym: str, translations: Mapping[str, str]) -> str:
    """The name in `language` where it is known, with its acronym: "General Agency for Border Protection (GABP)".

    A translation may bring the acronym that the agency has in that language: "Organisation mondiale … (OMS)".
    """
    said = translations.get(language) or name
    is_complete = not acronym or acronym == said or _ACRONYM_AT_THE_END.search(said)
    return said if is_complete else f"{said} ({acronym})"


def training_rows(session: Session, chosen: Sequence[Selected], *, language: str) -> Iterator[Training]:
    """The rows of the chosen trainings, in their order, texts in `language` where the record has them."""
    for start in range(0, len(chosen), _AT_A_TIME):
        yield from _some_rows(session, chosen[start : start + _AT_A_TIME], language)


def _some_rows(session: Session, chosen: Sequence[Selected], language: str) -> Iterator[Training]:
    ids = [training.id for training in chosen]

    def rows(statement: _AnySelect, workshop_id: Any, *place: Any) -> Result[*tuple[Any, ...]]:
        return session.execute(statement.where(workshop_id.in_(ids)).order_by(workshop_id, *place))

    agencies: Mapping[tuple[int, bool], list[str]] = defaultdict(list)
    for workshop, role, *name in rows(_AGENCIES, WorkshopAgency.workshop_id, WorkshopAgency.position):
        agencies[workshop, role in _ORGANISING].append(named(language, *name))
    funders: Mapping[int, list[str]] = defaultdict(list)
    for workshop, *name in rows(_FUNDERS, Funding.workshop_id, Funding.position):
        funders[workshop].append(named(language, *name))
    topics: Mapping[int, list[str]] = defaultdict(list)
    for workshop, label, translations in rows(_TOPICS, workshop_topic.c.workshop_id, Topic.folded_label):
        topics[workshop].append(named(language, label, "", translations))
    languages: Mapping[int, list[str]] = defaultdict(list)
    for workshop, code in rows(_LANGUAGES, WorkshopLanguage.workshop_id, WorkshopLanguage.position):
        languages[workshop].append(code)
    own = {row.id: row for row in rows(_OWN, Workshop.id)}

    for training in chosen:
        record = own[training.id]
        yield Training(
            reference=record.reference,
            title=record.title_translations.get(language) or record.own_title,
            type=record.type,
            status=record.status,
            starts_on=known_date(record.starts_on, record.starts_precision),
            ends_on=known_date(record.ends_on, record.ends_precision),
            country=training.country,
            city=record.city,
            languages=tuple(languages[training.id]),
            organisers=_once(agencies[training.id, True]),
            partners=_once(agencies[training.id, False]),
            funders=_once(funders[training.id]),
            project=named(language, record.title, record.acronym, record.translations) if record.title else "",
            topics=tuple(topics[training.id]),
            reach=training.reach,
        )


def _once(names: Sequence[str]) -> tuple[str, ...]:
    """Each name once, in order: an agency may have several roles."""
    return tuple(dict.fromkeys(names))
