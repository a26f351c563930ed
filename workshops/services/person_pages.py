"""The list of people, and what one of them took part in."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from workshops.domain.access import Actor
from workshops.domain.naming import NAMELESS
from workshops.domain.register_filter import RegisterFilter
from workshops.errors import NotFound
from workshops.models import Contact, Engagement, Participation, Person, Quote, Workshop
from workshops.services import register_lists
from workshops.services.paging import Page
from workshops.services.people import KIND
from workshops.services.register_lists import Listed
from workshops.services.scope import in_scope
from workshops.services.workshop_lines import CONTACT, PARTICIPANT, QUOTED, Involvement, involvement, part


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person with the workshops they had a part in. Contacts and quotes are found by the same name."""

    person: Person
    workshops: Involvement


def listed(session: Session, wanted: RegisterFilter, *, number: int, by: Actor) -> Page[Listed[Person]]:
    """Page `number` of the people open to `by`, each with the number of workshops as expert or participant."""
    where = [in_scope(Person.office_id, by), Person.full_name != NAMELESS]
    if wanted.country_code:
        where.append(Person.nationality == wanted.country_code)
    if wanted.agency_id:
        where.append(Person.agency_id == wanted.agency_id)
    took_part = (
        select(Engagement.person_id, Engagement.workshop_id),
        select(Participation.person_id, Participation.workshop_id),
    )
    load = (joinedload(Person.agency), joinedload(Person.office))
    return register_lists.listed(
        session,
        Person,
        wanted,
        kind=KIND,
        name=Person.folded_name,
        took_part=took_part,
        where=where,
        load=load,
        number=number,
        by=by,
    )


def find(session: Session, *, person_id: int, by: Actor) -> Person:
    """The person with agency and office. Raises `NotFound`, also for a person of an office not open to `by`."""
    loaded = (joinedload(Person.agency), joinedload(Person.office))
    person = session.scalar(select(Person).where(Person.id == person_id).options(*loaded))
    if person is None or not by.may_read(person.office_id):
        raise NotFound
    return person


def page(session: Session, *, person_id: int, number: int, by: Actor) -> PersonPage:
    """Everything the page of a person shows; `number` is the page of their workshops. Raises `NotFound`."""
    person = find(session, person_id=person_id, by=by)
    here = select(Workshop.id).where(Workshop.office_id == person.office_id)
    parts = (
        part(Engagement.workshop_id, Engagement.role, Engagement.person_id == person_id),
        part(Participation.workshop_id, PARTICIPANT, Participation.person_id == person_id),
        part(Participation.workshop_id, Participation.status, Participation.person_id == person_id),
        part(Quote.workshop_id, QUOTED, Quote.speaker_name == person.full_name, Quote.workshop_id.in_(here)),
        part(Contact.workshop_id, CONTACT, Contact.name == person.full_name, Contact.workshop_id.in_(here)),
    )
    return PersonPage(person, involvement(session, (KIND, person_id), parts, number=number, by=by))
