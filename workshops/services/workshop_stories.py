"""What workshops tell as far as stories are compared: read in one statement, without the rest of their records."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import CompoundSelect, Integer, cast, func, literal, null, or_, select, union_all
from sqlalchemy.orm import Session

from workshops.domain import workshop as w
from workshops.models import Agency, Contact, Engagement, Funding, Person, Project, Quote, Workshop, WorkshopAgency
from workshops.services.workshop_reading import known_date

_NEAR: Final = timedelta(days=7)
_MOST_LOOKED_AT: Final = 100


def near(
    session: Session, details: w.WorkshopDetails, *, office_id: int
) -> Iterator[tuple[str, str, w.WorkshopDetails]]:
    """Reference, title and story of the newest workshops of an office in the country and about the days of these
    details, and of those of which country or days are not known. Whoever is named in them counts as an expert.
    """
    rows: dict[Any, list[Any]] = {}
    for row in session.execute(_names(details, office_id)):
        rows.setdefault(tuple(row[:-4]), []).append(row[-4:])
    for workshop, named in rows.items():
        yield _told(workshop, [each for each in named if each[2]])


def _told(workshop: tuple[Any, ...], named: list[Any]) -> tuple[str, str, w.WorkshopDetails]:
    _id, reference, title, country, city, starts, starts_as, ends, ends_as, days, *counts, project, acronym = workshop
    women, men, other, unknown = counts
    return (
        reference,
        title,
        w.WorkshopDetails(
            title=title,
            country_code=country or "",
            city=city,
            starts_on=known_date(starts, starts_as),
            ends_on=known_date(ends, ends_as),
            duration_days=days,
            headcount=w.Headcount(women=women, men=men, other=other, unknown=unknown),
            project=w.ProjectRef(title=project, acronym=acronym) if project else None,
            agencies=tuple(
                w.AgencyRow(agency=w.AgencyRef(id=record_id, name=name, acronym=short))
                for is_agency, record_id, name, short in named
                if is_agency
            ),
            experts=tuple(
                w.ExpertRow(person=w.PersonRef(full_name=name))
                for is_agency, _record_id, name, _short in named
                if not is_agency
            ),
        ),
    )


def _names(details: w.WorkshopDetails, office_id: int) -> CompoundSelect[*tuple[Any, ...]]:
    """The workshops to look at, a row for each name in them: whether it is an agency's, its id, name and acronym."""
    start = details.starts_on
    wanted = Workshop.office_id == office_id
    if details.country_code:
        wanted &= or_(Workshop.country_code == details.country_code, Workshop.country_code.is_(None))
    if start is not None and start.day is not None:
        near_day = Workshop.starts_on.between(start.earliest - _NEAR, start.earliest + _NEAR)
        wanted &= or_(near_day, Workshop.starts_on.is_(None), Workshop.starts_precision != "day")
    them = (
        select(
            *(Workshop.id, Workshop.reference, Workshop.title, Workshop.country_code, Workshop.city),
            *(Workshop.starts_on, Workshop.starts_precision, Workshop.ends_on, Workshop.ends_precision),
            *(Workshop.duration_days, Workshop.women, Workshop.men, Workshop.other, Workshop.unknown),
            *(Project.title.label("project"), Project.acronym.label("project_acronym")),
        )
        .outerjoin(Project, Project.id == Workshop.project_id)
        .where(wanted)
        .order_by(Workshop.id.desc())
        .limit(_MOST_LOOKED_AT)
        .cte()
    )
    none, no_id = literal(""), cast(null(), Integer)
    person = literal(False), no_id
    agency = literal(True), Agency.id, Agency.name, Agency.acronym
    contact = func.coalesce(func.nullif(Contact.name, ""), Contact.email)
    of_workshop = them.c.id
    return union_all(
        select(them, *person, none, none),
        select(them, *agency).join(WorkshopAgency, WorkshopAgency.workshop_id == of_workshop).join(Agency),
        select(them, *agency).join(Funding, Funding.workshop_id == of_workshop).join(Agency),
        select(them, *person, Person.full_name, none)
        .join(Engagement, Engagement.workshop_id == of_workshop)
        .join(Person),
        select(them, *person, Quote.speaker_name, none).join(Quote, Quote.workshop_id == of_workshop),
        select(them, *person, contact, none).join(Contact, Contact.workshop_id == of_workshop),
    )
