"""The workshops something or somebody took part in, as the pages of the registers list them."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Select,
    SelectBase,
    SQLColumnExpression,
    String,
    func,
    literal,
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
from workshops.models.training_fact import training_fact
from workshops.services.answers import kept
from workshops.services.paging import Page, paged
from workshops.services.scope import in_scope, scope_of
from workshops.services.workshop_reading import known_date

_fact = training_fact.c
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


def involvement(session: Session, whose: Hashable, parts: Iterable[Part], *, number: int, by: Actor) -> Involvement:
    """The workshops in which one has one of the `parts`, as far as they are open to `by`; five statements, or none.

    `whose` names all that the parts depend on.
    """
    had = union_all(*parts)

    def make() -> Involvement:
        page = workshop_lines(session, had, number=number, by=by)
        involved = had.subquery()
        totals = session.execute(
            select(involved.c.role, func.count(involved.c.workshop_id.distinct()))
            .join(training_fact, _fact.workshop_id == involved.c.workshop_id)
            .where(in_scope(_fact.office_id, by))
            .group_by(involved.c.role)
        )
        counted = {role: count for role, count in totals}
        return Involvement(page, tuple((ROLES[role], counted[role]) for role in ROLES if role in counted))

    return kept(session, ("involvement", whose, number, scope_of(by)), make)


def workshop_lines(session: Session, had: SelectBase, *, number: int, by: Actor) -> Page[WorkshopLine]:
    """One page of the workshops named by `had` (rows of workshop_id and role), with the roles in each."""
    mine = (_fact.workshop_id.in_(select(had.subquery().c.workshop_id)), in_scope(_fact.office_id, by))
    newest_first = (_fact.year.desc(), _fact.starts_on.desc(), _fact.workshop_id.desc())
    page = paged(session, select(_fact.workshop_id).where(*mine).order_by(*newest_first), number=number)
    ids = [workshop_id for (workshop_id,) in page.rows]
    by_id = {workshop.id: workshop for workshop in session.scalars(select(Workshop).where(Workshop.id.in_(ids)))}
    roles = _roles(session, had, ids)
    return Page([line(by_id[each], roles[each]) for each in ids], page.number, page.total, page.size)


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
