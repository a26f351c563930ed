"""The workshops something or somebody took part in, as the pages of the registers list them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Select,
    SelectBase,
    SQLColumnExpression,
    String,
    func,
    literal,
    nulls_last,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import AgencyRole, ExpertRole, ParticipationStatus, WorkshopStatus
from workshops.domain.partial_date import PartialDate
from workshops.errors import N_
from workshops.labels import labels
from workshops.models import Workshop
from workshops.services.paging import Page, paged
from workshops.services.scope import in_scope
from workshops.services.workshop_reading import known_date

FUNDER, SENDER = "funder", "sender"
PARTICIPANT, QUOTED, CONTACT = "participant", "quoted", "contact"
SUBJECT = "subject"  # what the workshop belongs to or is about: goes without saying
ROLES: dict[str, str] = {
    **labels(AgencyRole),
    FUNDER: N_("Funder"),
    SENDER: N_("Sent participants"),
    **labels(ExpertRole),
    PARTICIPANT: N_("Participant"),
    **labels(ParticipationStatus),
    QUOTED: N_("Quoted"),
    CONTACT: N_("Contact"),
}
"""What somebody or something is for a workshop, with the message that says it, in the order in which it is said."""

Part = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class WorkshopLine:
    """One workshop of a list. `roles` are messages to translate."""

    id: int
    reference: str
    title: str
    title_language: str
    starts_on: PartialDate | None
    ends_on: PartialDate | None
    country_code: str | None
    city: str
    status: WorkshopStatus
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Involvement:
    """One page of the workshops, the newest first, and in how many of them all each role was had."""

    page: Page[WorkshopLine]
    totals: tuple[tuple[str, int], ...]


def part(workshop_id: SQLColumnExpression[Any], role: SQLColumnExpression[Any] | str, *where: Any) -> Part:
    """One kind of involvement: the column of the workshop, the role (fixed, or a column) and the conditions."""
    said = literal(role) if isinstance(role, str) else type_coerce(role, String)
    return select(workshop_id.label("workshop_id"), said.label("role")).where(*where)


def involvement(session: Session, parts: Iterable[Part], *, number: int, by: Actor) -> Involvement:
    """The workshops in which one has one of the `parts`, as far as they are open to `by`; four statements."""
    had = union_all(*parts)
    page = workshop_lines(session, had, number=number, by=by)
    involved = had.subquery()
    totals = session.execute(
        select(involved.c.role, func.count(involved.c.workshop_id.distinct()))
        .join(Workshop, Workshop.id == involved.c.workshop_id)
        .where(in_scope(Workshop.office_id, by))
        .group_by(involved.c.role)
    )
    counted = {role: count for role, count in totals}
    return Involvement(page, tuple((ROLES[role], counted[role]) for role in ROLES if role in counted))


def workshop_lines(session: Session, had: SelectBase, *, number: int, by: Actor) -> Page[WorkshopLine]:
    """One page of the workshops named by `had` (rows of workshop_id and role), with the roles in each."""
    ids = select(had.subquery().c.workshop_id)
    newest_first = (nulls_last(Workshop.starts_on.desc()), Workshop.id.desc())
    query = select(Workshop).where(Workshop.id.in_(ids), in_scope(Workshop.office_id, by)).order_by(*newest_first)
    page = paged(session, query, number=number)
    workshops = [workshop for (workshop,) in page.rows]
    roles = _roles(session, had, [workshop.id for workshop in workshops])
    return Page([line(workshop, roles[workshop.id]) for workshop in workshops], page.number, page.total, page.size)


def line(workshop: Workshop, roles: Iterable[str] = ()) -> WorkshopLine:
    """A workshop as one line; `roles` are keys of `ROLES`."""
    had = set(roles)
    return WorkshopLine(
        id=workshop.id,
        reference=workshop.reference,
        title=workshop.title,
        title_language=workshop.title_language,
        starts_on=known_date(workshop.starts_on, workshop.starts_precision),
        ends_on=known_date(workshop.ends_on, workshop.ends_precision),
        country_code=workshop.country_code,
        city=workshop.city,
        status=workshop.status,
        roles=tuple(message for role, message in ROLES.items() if role in had),
    )


def _roles(session: Session, had: SelectBase, ids: list[int]) -> dict[int, set[str]]:
    involved = had.subquery()
    found: dict[int, set[str]] = defaultdict(set)
    for workshop_id, role in session.execute(select(involved).where(involved.c.workshop_id.in_(ids))):
        found[workshop_id].add(role)
    return found
