"""Erasing a person who asks for it: nobody can tell any more who they were, and no number changes.

Where they took part, a person without a name stays, with sex and nationality alone: the totals of a workshop by sex and
country are counted from these rows and have been reported. Agency, post, contact data and languages go; so do contacts
and speakers of that name in the office's workshops. Their certificates stay in the register without a name. Texts that
name them are blacked out once the act is final.
"""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, func, or_, select, update
from sqlalchemy import delete as delete_from
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import ActKind, RecordKind
from workshops.domain.naming import NAMELESS, name_key
from workshops.errors import NotFound
from workshops.models import Act, Base, Certificate, Contact, Engagement, Participation, Person, Quote, Workshop
from workshops.services import audit, derived
from workshops.services.deleting import begin
from workshops.services.kept_rows import change_rows, keep_changed, keep_removed

_NAMELESS: Final = {"full_name": NAMELESS, "native_name": "", "folded_name": name_key(NAMELESS)}
_PERSON: Final[dict[str, Any]] = {
    **dict.fromkeys(("post_title", "email", "phone"), ""),
    **_NAMELESS,
    "agency_id": None,
    "languages": [],
}


@dataclass(frozen=True, slots=True)
class Traces:
    """Where a person is named: rows, quotes and certificates that lose the name, contacts that go."""

    name: str
    participations: int
    engagements: int
    contacts: int
    quotes: int
    certificates: int


def traces(session: Session, *, person_id: int, by: Actor) -> Traces:
    """What erasing a person would touch. Raises `NotFound`."""
    person = _to_erase(session, person_id, by, lock=False)
    counts = [
        session.scalar(select(func.count()).select_from(table).where(where)) or 0 for table, where in _rows_of(person)
    ]
    return Traces(person.full_name, *counts)


def erase(session: Session, *, person_id: int, by: Actor) -> Act:
    """Take away all by which a person is known. The act keeps it until it is final. Raises `NotFound`."""
    person = _to_erase(session, person_id, by, lock=True)
    act = begin(session, ActKind.ERASE, RecordKind.PERSON, [person], record_id=person_id, by=by)
    audit.note(session, person, audit.ERASED)
    (took_part, theirs), (engaged, as_expert), (contacts, as_contact), (quotes, as_speaker), held = _rows_of(person)
    workshops = set(session.scalars(select(engaged.c.workshop_id).where(as_expert)))
    session.expunge(person)
    people: Table = Base.metadata.tables["person"]
    _change(session, act, people, people.c.id == person_id, _PERSON)
    _change(session, act, took_part, theirs, {"agency_id": None, "post_title": ""})
    _change(session, act, engaged, as_expert, {"affiliation": ""})
    _change(session, act, quotes, as_speaker, {"speaker_name": "", "speaker_title": ""})
    _change(session, act, *held, {**_NAMELESS, "wording": {}})
    named = [dict(row) for row in session.execute(select(contacts).where(as_contact)).mappings()]
    keep_removed(session, act_id=act.id, rows={contacts: named})
    session.connection().execute(delete_from(contacts).where(as_contact))
    touched = {row["workshop_id"] for row in named} | workshops
    change_rows(session, Base.metadata.tables["workshop"], touched, {"updated_at": act.at})
    derived.make_anew(session, RecordKind.PERSON, [person_id])
    derived.make_anew(session, RecordKind.WORKSHOP, workshops)
    return act


def _to_erase(session: Session, person_id: int, by: Actor, *, lock: bool) -> Person:
    person = session.get(Person, person_id, with_for_update=lock)
    if person is None or not by.may_write(person.office_id) or person.full_name == NAMELESS:
        raise NotFound
    return person


def _rows_of(person: Person) -> tuple[tuple[Table, ColumnElement[bool]], ...]:
    """The rows that name a person; contacts and speakers are told by name or e-mail within the office."""
    tables = Base.metadata.tables
    took_part, engaged = tables[Participation.__tablename__], tables[Engagement.__tablename__]
    contacts, quotes = tables[Contact.__tablename__], tables[Quote.__tablename__]
    certificates = tables[Certificate.__tablename__]
    here = select(Workshop.id).where(Workshop.office_id == person.office_id)
    same_contact = [contacts.c.name == person.full_name]
    if person.email:
        same_contact.append(func.lower(contacts.c.email) == person.email.lower())
    return (
        (took_part, took_part.c.person_id == person.id),
        (engaged, engaged.c.person_id == person.id),
        (contacts, contacts.c.workshop_id.in_(here) & or_(*same_contact)),
        (quotes, quotes.c.workshop_id.in_(here) & (quotes.c.speaker_name == person.full_name)),
        (certificates, certificates.c.person_id == person.id),
    )


def _change(session: Session, act: Act, table: Table, where: ColumnElement[bool], after: dict[str, Any]) -> None:
    rows = [dict(row) for row in session.execute(select(table).where(where)).mappings()]
    keep_changed(session, act_id=act.id, table=table, rows=rows, after=after)
    version = {"version": table.c.version + 1} if "version" in table.c else {}
    if rows:
        session.connection().execute(update(table).where(where).values({**after, **version}))
