"""The people an office knows. Two may share a name, so a name alone never decides who somebody is."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from workshops.domain.access import Actor
from workshops.domain.enums import Sex
from workshops.domain.naming import name_key
from workshops.domain.register_details import PersonDetails
from workshops.errors import NotFound
from workshops.models import Office, Person
from workshops.services import agencies, registers
from workshops.services.person_matching import Candidates, Row, Said, read_rows
from workshops.services.register_writing import check, to_change
from workshops.services.scope import in_scope, scope_of
from workshops.services.search import Kind, index_record, matching_ids
from workshops.services.spellings import case_of
from workshops.services.turns import NAMES, take_turn

KIND: Kind = "person"
LOOKED_AT: Final = 200  # of a common name in all offices, the persons who were added last


def resolve_all(
    session: Session, rows: Sequence[Row], *, office_id: int, by: Actor, country_code: str = ""
) -> list[Person | None]:
    """The person of each row, in the order of the rows; None for an expert of whom no person is named.

    The id that was chosen decides, as long as the name beside it is that person's. Without one it is the person of
    this office with the same full name and either the same e-mail, or the same agency (for experts: or institution)
    and no other e-mail. Everybody else is a new person. What a row says (sex, e-mail, phone, agency, post) fills what
    is not known of a person. It replaces only sex, e-mail and phone of somebody who was chosen, and whose values
    therefore stood in the row to be corrected; agency and post in a row are those of the time. `country_code` is that
    of the workshop (see `agencies.resolve_all`). Raises `Invalid` for an id of no such person.
    """
    said = read_rows(session, rows, country_code=country_code, by=by)
    known = Candidates(session, said, office_id=office_id)
    is_new = (known.chosen(one) is None and known.same(one) is None for one in said if one)
    if any(is_new) and take_turn(session, NAMES):
        known = Candidates(session, said, office_id=office_id)
    people: list[Person | None] = []
    added = []
    for one in said:
        if one is None:
            people.append(None)
            continue
        chosen = known.chosen(one)
        person = chosen or known.same(one)
        if person is None:
            registers.refuse_viewers(by)
            person = Person(office_id=office_id, full_name=one.name, folded_name=name_key(one.name), sex=Sex.UNKNOWN)
            session.add(person)
            known.add(person)
            added.append(person)
        if by.may_write(office_id):
            _fill(person, one, may_replace=person is chosen)
        people.append(person)
    if added:
        session.flush()
    for person in added:
        index(session, person)
    return people


def index(session: Session, person: Person) -> None:
    """Make a flushed person findable by name."""
    index_record(session, kind=KIND, record_id=person.id, text=f"{person.full_name} {person.native_name}")


def suggest(
    session: Session,
    query: str,
    *,
    by: Actor,
    office_id: int | None = None,
    limit: int = 8,
) -> Sequence[Person]:
    """The people, of one office or of all that `by` may read, of whose names each word of `query` starts a word."""
    key, name = name_key(query), Person.folded_name
    starts = case_of(name == key, name.startswith(key, autoescape=True))
    only = scope_of(by) if office_id is None else office_id
    ids = matching_ids(kind=KIND, query=query, most=LOOKED_AT, office_id=only)
    return session.scalars(
        select(Person)
        .where(in_scope(Person.office_id, by), Person.id.in_(ids))
        .where(*([Person.office_id == office_id] if office_id is not None else []))
        .order_by(starts, name, Person.id)
        .options(joinedload(Person.agency))
        .limit(limit)
    ).all()


def save(
    session: Session,
    *,
    details: PersonDetails,
    by: Actor,
    office_id: int | None = None,
    person_id: int | None = None,
    version: int | None = None,
) -> Person:
    """Add a person to the office of `office_id`, or change the one of `person_id` as it was at `version`.

    Raises `Invalid`, `StaleRecord`, and `NotFound` also for an office that is not open to `by`.
    """
    check(details, by=by)
    person = to_change(session, Person, record_id=person_id, version=None)
    if person_id is None:
        person.office_id = _office_to_write(session, office_id)
    if not by.may_write(person.office_id):
        raise NotFound
    if person_id is not None:
        to_change(session, Person, record_id=person_id, version=version)
    person.full_name, person.folded_name = details.full_name, name_key(details.full_name)
    person.native_name, person.sex = details.native_name, details.sex
    person.nationality, person.post_title = details.nationality or None, details.post_title
    person.email, person.phone, person.languages = details.email, details.phone, list(details.languages)
    person.agency = agencies.resolve_all(session, [details.agency], by=by)[details.agency] if details.agency else None
    session.add(person)
    session.flush()
    index(session, person)
    return person


def _office_to_write(session: Session, office_id: int | None) -> int:
    if office_id is None or session.get(Office, office_id) is None:
        raise NotFound
    return office_id


def _fill(person: Person, one: Said, *, may_replace: bool) -> None:
    """Add to a person what was not known of them, and correct what may be corrected."""
    if one.sex is not Sex.UNKNOWN and (may_replace or person.sex is Sex.UNKNOWN):
        person.sex = one.sex
    if one.email and (may_replace or not person.email):
        person.email = one.email
    if one.phone and (may_replace or not person.phone):
        person.phone = one.phone
    if person.agency_id is None and one.agency is not None:
        person.agency_id = one.agency.id
    person.post_title = person.post_title or one.post_title
