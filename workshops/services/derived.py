"""What follows from records that were put in or taken out past the session: search index, spellings, facts."""

from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from workshops.domain.enums import RecordKind
from workshops.models import (
    Agency,
    Document,
    Engagement,
    Funding,
    Person,
    PressRelease,
    Project,
    Topic,
    Workshop,
    WorkshopAgency,
)
from workshops.services import agencies, people, projects, registers, topics, training_facts
from workshops.services.search import Kind, index_again, remove_record
from workshops.services.spellings import forget_spellings
from workshops.services.workshop_reading import search_text

AT_ONCE: Final = 500
_NAMED_BY: Final = (
    joinedload(Workshop.project),
    selectinload(Workshop.topics),
    selectinload(Workshop.agencies).joinedload(WorkshopAgency.agency),
    selectinload(Workshop.engagements).joinedload(Engagement.person),
    selectinload(Workshop.fundings).joinedload(Funding.agency),
)
"""What `search_text` reads of a workshop."""
REGISTERS: Final[dict[RecordKind, registers.Register[Any]]] = {
    RecordKind.AGENCY: agencies.REGISTER,
    RecordKind.PROJECT: projects.REGISTER,
    RecordKind.TOPIC: topics.REGISTER,
}
MODELS: Final[dict[RecordKind, type[Any]]] = {
    RecordKind.WORKSHOP: Workshop,
    RecordKind.AGENCY: Agency,
    RecordKind.PERSON: Person,
    RecordKind.PROJECT: Project,
    RecordKind.TOPIC: Topic,
    RecordKind.PRESS_RELEASE: PressRelease,
    RecordKind.DOCUMENT: Document,
}
_SEARCHED: Final[dict[RecordKind, Kind]] = {
    RecordKind.WORKSHOP: "workshop",
    RecordKind.PERSON: "person",
    RecordKind.AGENCY: agencies.KIND,
    RecordKind.PROJECT: projects.KIND,
    RecordKind.TOPIC: topics.KIND,
}


def make_anew(session: Session, kind: RecordKind, ids: Collection[int]) -> None:
    """Make records of a kind findable and countable by what their rows say now."""
    session.expire_all()
    if len(ids) > AT_ONCE:
        in_order = sorted(ids)
        for start in range(0, len(in_order), AT_ONCE):
            make_anew(session, kind, in_order[start : start + AT_ONCE])
        return
    if kind is RecordKind.WORKSHOP:
        make_findable(session, ids)
        training_facts.refresh(session, ids)
    elif kind is RecordKind.PERSON:
        for person in session.scalars(select(Person).where(Person.id.in_(ids))):
            people.index(session, person)
    elif register := REGISTERS.get(kind):
        for record in session.scalars(select(register.model).where(register.model.id.in_(ids))):
            registers.index(session, register, record)


def make_findable(session: Session, workshops: Collection[int]) -> None:
    """Let workshops, some hundreds at most, be found by what they and those they name say now."""
    whole = select(Workshop).where(Workshop.id.in_(workshops)).options(*_NAMED_BY)
    texts = [(workshop.id, search_text(workshop)) for workshop in session.scalars(whole).unique()]
    if texts:
        index_again(session, kind="workshop", texts=texts)


def forget(session: Session, kind: RecordKind, record_id: int) -> None:
    """Let nobody find a record any more that goes."""
    if kind in REGISTERS:
        forget_spellings(session, kind=_SEARCHED[kind], record_id=record_id)
    elif kind in _SEARCHED:
        remove_record(session, kind=_SEARCHED[kind], record_id=record_id)
