"""The list of agencies, and what one of them took part in."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from workshops.domain.access import Actor
from workshops.domain.register_filter import RegisterFilter
from workshops.errors import NotFound
from workshops.models import Agency, AgencyLogo, Funding, Participation, Person, WorkshopAgency
from workshops.services import register_lists
from workshops.services.agencies import KIND
from workshops.services.paging import Page
from workshops.services.register_lists import Listed
from workshops.services.scope import in_scope
from workshops.services.workshop_lines import FUNDER, SENDER, Involvement, involvement, part

MOST_PEOPLE = 50


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """An agency with what it took part in, the bodies below it and the people known there (the first 50)."""

    agency: Agency
    workshops: Involvement
    children: Sequence[Agency]
    people: Sequence[Person]
    people_total: int
    logo: AgencyLogo | None


def listed(session: Session, wanted: RegisterFilter, *, number: int, by: Actor) -> Page[Listed[Agency]]:
    """Page `number` of the agencies with the number of workshops open to `by` in which each had a role or paid."""
    where = []
    if wanted.agency_type:
        where.append(Agency.type == wanted.agency_type)
    if wanted.country_code:
        where.append(Agency.country_code == wanted.country_code)
    took_part = (
        select(WorkshopAgency.agency_id, WorkshopAgency.workshop_id),
        select(Funding.agency_id, Funding.workshop_id),
    )
    return register_lists.listed(
        session,
        Agency,
        wanted,
        kind=KIND,
        name=Agency.folded_name,
        took_part=took_part,
        where=where,
        number=number,
        by=by,
    )


def find(session: Session, *, agency_id: int) -> Agency:
    """The agency with the one it belongs to. Raises `NotFound`."""
    agency = session.scalar(_wanted(agency_id))
    if agency is None:
        raise NotFound
    return agency


def _wanted(agency_id: int) -> Select[Agency]:
    return select(Agency).where(Agency.id == agency_id).options(joinedload(Agency.parent))


def page(session: Session, *, agency_id: int, number: int, by: Actor) -> AgencyPage:
    """Everything the page of an agency shows; `number` is the page of its workshops. Raises `NotFound`."""
    with_logo = _wanted(agency_id).outerjoin(AgencyLogo, AgencyLogo.agency_id == Agency.id).add_columns(AgencyLogo)
    found = session.execute(with_logo).one_or_none()
    if found is None:
        raise NotFound
    agency, logo = found
    parts = (
        part(WorkshopAgency.workshop_id, WorkshopAgency.role, WorkshopAgency.agency_id == agency_id),
        part(Funding.workshop_id, FUNDER, Funding.agency_id == agency_id),
        part(Participation.workshop_id, SENDER, Participation.agency_id == agency_id),
    )
    known = session.execute(
        select(Person, func.count().over())
        .where(Person.agency_id == agency_id, in_scope(Person.office_id, by))
        .order_by(Person.folded_name, Person.id)
        .limit(MOST_PEOPLE)
    ).all()
    return AgencyPage(
        agency=agency,
        workshops=involvement(session, (KIND, agency_id), parts, number=number, by=by),
        children=session.scalars(
            select(Agency).where(Agency.parent_id == agency_id).order_by(Agency.folded_name, Agency.id)
        ).all(),
        people=[person for person, _total in known],
        people_total=known[0][1] if known else 0,
        logo=logo,
    )
