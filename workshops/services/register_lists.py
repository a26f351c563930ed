"""What the lists of all registers have in common: words to look for, a count of workshops, an order, pages."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, func, literal, select, union, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.orm.interfaces import ORMOption

from workshops.domain.access import Actor
from workshops.domain.register_filter import RegisterFilter, RegisterSort
from workshops.models import Agency, Person, Project, Topic, Workshop, WorkshopAgency, training_fact
from workshops.models.workshop import workshop_topic
from workshops.services.answers import kept
from workshops.services.paging import Page, paged
from workshops.services.scope import in_scope, scope_of
from workshops.services.search import Kind, matching_ids
from workshops.services.spellings import nearness

Record = TypeVar("Record", Agency, Person, Project, Topic)
Listed = tuple[Record, int]
Part = Select[*tuple[Any, ...]]


def listed(
    session: Session,
    model: type[Record],
    wanted: RegisterFilter,
    *,
    kind: Kind,
    name: InstrumentedAttribute[str],
    took_part: Sequence[Part],
    where: Sequence[ColumnElement[bool]] = (),
    load: Sequence[ORMOption] = (),
    number: int,
    by: Actor,
) -> Page[Listed[Record]]:
    """One page of records, each with the number of workshops open to `by` in which it took part.

    `took_part` are selects of a record's id and a workshop's id; a pair that several of them name counts once.
    `name` is the column to sort by.
    """
    query: Part = select(model.id).where(*where)
    if wanted.text:
        query = query.where(model.id.in_(matching_ids(kind=kind, query=wanted.text, office_id=scope_of(by))))
    if wanted.sort is RegisterSort.USED:
        used = _used(took_part, by).subquery()
        query = query.outerjoin(used, used.c.record_id == model.id)
        query = query.order_by(func.coalesce(used.c.workshops, 0).desc(), name)
    else:
        query = query.order_by(name if wanted.sort is RegisterSort.NAME else model.created_at.desc())

    def make() -> tuple[Page[int], dict[int, int]]:
        page = paged(session, query.order_by(model.id), number=number)
        ids = [row[0] for row in page.rows]
        counts = session.execute(_used(took_part, by, only=ids))
        return Page(ids, page.number, page.total, page.size), _counts(counts)

    page, counts = kept(session, ("register", kind, wanted, number, scope_of(by)), make)
    records = session.scalars(select(model).where(model.id.in_(page.rows)).options(*load))
    by_id = {record.id: record for record in records}
    rows = [(by_id[record_id], counts.get(record_id, 0)) for record_id in page.rows]
    return Page(rows, page.number, page.total, page.size)


def most_likely(
    session: Session,
    model: type[Record],
    query: str,
    *,
    kind: Kind,
    name: InstrumentedAttribute[str],
    by: Actor,
    limit: int,
) -> list[Record]:
    """The records that somebody typing `query` may mean, best first: the same spelling, then its start, then use."""
    ids = matching_ids(kind=kind, query=query)
    found = session.execute(select(model.id, nearness(kind, query, model.id), name).where(model.id.in_(ids))).all()
    if not found:
        return []
    used = kept(session, ("used", scope_of(by)), lambda: _use_of_registers(session, by))[kind]
    best = sorted(found, key=lambda row: (row[1], -used.get(row[0], 0), row[2], row[0]))[:limit]
    by_id = {
        record.id: record for record in session.scalars(select(model).where(model.id.in_([row[0] for row in best])))
    }
    return [by_id[row[0]] for row in best]


def _use_of_registers(session: Session, by: Actor) -> dict[Kind, dict[int, int]]:
    """In how many workshops open to `by` each record of the shared registers is named. One statement for them all."""
    parts: dict[Kind, Part] = {
        "agency": select(WorkshopAgency.agency_id, WorkshopAgency.workshop_id),
        "project": select(Workshop.project_id, Workshop.id),
        "topic": select(workshop_topic.c.topic_id, workshop_topic.c.workshop_id),
    }
    use: dict[Kind, dict[int, int]] = {kind: {} for kind in parts}
    counts = [_used([part], by).add_columns(literal(kind)) for kind, part in parts.items()]
    for record_id, count, kind in session.execute(union_all(*counts)):
        use[kind][record_id] = count
    return use


def _used(took_part: Sequence[Part], by: Actor, *, only: Sequence[int] | None = None) -> Part:
    """How many workshops open to `by` each record took part in; of `only` these records, where they are named."""
    parts = took_part if only is None else [one.where(one.selected_columns[0].in_(only)) for one in took_part]
    record_id, workshop_id = (union(*parts) if len(parts) > 1 else parts[0]).subquery().c
    counts: Part = select(record_id.label("record_id"), func.count().label("workshops")).group_by(record_id)
    if scope_of(by) is not None:
        here = training_fact.c
        counts = counts.join(training_fact, here.workshop_id == workshop_id).where(in_scope(here.office_id, by))
    return counts.where(record_id.is_not(None))


def _counts(rows: Iterable[Any]) -> dict[int, int]:
    return {row[0]: row[1] for row in rows}
