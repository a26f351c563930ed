"""What the lists of all registers have in common: words to look for, a count of workshops, an order, pages."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, SelectBase, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.orm.interfaces import ORMOption

from workshops.domain.access import Actor
from workshops.domain.register_filter import RegisterFilter, RegisterSort
from workshops.models import Agency, Person, Project, Topic, Workshop
from workshops.services.paging import Page, paged
from workshops.services.scope import in_scope
from workshops.services.search import Kind, matching_ids

Record = TypeVar("Record", Agency, Person, Project, Topic)
Listed = tuple[Record, int]


def listed(
    session: Session,
    model: type[Record],
    wanted: RegisterFilter,
    *,
    kind: Kind,
    name: InstrumentedAttribute[str],
    took_part: SelectBase,
    where: Sequence[ColumnElement[bool]] = (),
    load: Sequence[ORMOption] = (),
    number: int,
    by: Actor,
) -> Page[Listed[Record]]:
    """One page of records, each with the number of workshops open to `by` in which it took part.

    `took_part` selects pairs of a record's id and a workshop's id, each pair once; `name` is the column to sort by.
    """
    record_id, workshop_id = took_part.subquery().c
    used = (
        select(record_id.label("record_id"), func.count().label("workshops"))
        .join(Workshop, Workshop.id == workshop_id)
        .where(in_scope(Workshop.office_id, by))
        .group_by(record_id)
        .subquery()
    )
    count = func.coalesce(used.c.workshops, 0)
    query: Select[*tuple[Any, ...]] = (
        select(model, count).outerjoin(used, used.c.record_id == model.id).where(*where).options(*load)
    )
    if wanted.text:
        query = query.where(model.id.in_(matching_ids(kind=kind, query=wanted.text)))
    order: dict[RegisterSort, tuple[Any, ...]] = {
        RegisterSort.NAME: (name,),
        RegisterSort.USED: (count.desc(), name),
        RegisterSort.NEWEST: (model.created_at.desc(),),
    }
    page = paged(session, query.order_by(*order[wanted.sort], model.id), number=number)
    return Page([(row[0], row[1]) for row in page.rows], page.number, page.total, page.size)
