"""Whom of the people of an office the names in a draft mean, surely or perhaps, and what tells these from others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from workshops.domain.naming import name_key, with_acronym
from workshops.domain.register_ties import PersonRow, Tie
from workshops.domain.workshop import ContactRow, ExpertRow
from workshops.models import Engagement, Person, Workshop
from workshops.services.person_likeness import Words, likeness, sounds, words_of
from workshops.services.person_matching import Said, is_same

_LEAST: Final = 0.8
"""Names of this likeness are shown as perhaps those of one person."""
_MOST_PEOPLE: Final = 20_000
_AT_ONCE: Final = 1_000  # people of an office: all of them at once would be 5 MB for a page
_MOST_ALIKE: Final = 5


@dataclass(frozen=True, slots=True)
class _Known:
    """A person whom a name may mean, and the engagements as an expert, the newest first."""

    person: Person
    engagements: list[tuple[str, str, str]]

    def institutions(self) -> set[str]:
        return {name_key(affiliation) for affiliation, _country, _reference in self.engagements if affiliation}

    def about(self) -> tuple[str, ...]:
        """What a person who knows them would say of them: institution and post, else the workshop they were at."""
        agency = self.person.agency
        institution = with_acronym(agency.name, agency.acronym) if agency else ""
        institution = institution or next((one[0] for one in self.engagements if one[0]), "")
        said = tuple(text for text in (self.person.post_title, institution) if text)
        return said or tuple(reference for _affiliation, _country, reference in self.engagements[:1])

    def country_code(self) -> str:
        return self.person.nationality or next((one[1] for one in self.engagements if one[1]), "")


def ties(
    session: Session, rows: Iterable[PersonRow], *, office_id: int, spelt: Mapping[str, int]
) -> dict[PersonRow, Tie]:
    """What each row that names a person is taken for; `spelt` are all spellings of agencies.

    Known is who was chosen, and whom registering takes for the same (see `people.resolve_all`): the name and the
    e-mail, or the name and the institution. A name that is only alike, or says no more, is offered and never taken.
    At most two statements, however many names.
    """
    wanted = {row: one for row in rows if (one := _read(row)).name}
    if not wanted:
        return {}
    alike = _alike(session, list(dict.fromkeys(name_key(one.name) for one in wanted.values())), office_id)
    meant = {row: [*alike[name_key(one.name)], *filter(None, [one.id])] for row, one in wanted.items()}
    people = _people(session, {person_id for ids in meant.values() for person_id in ids}, office_id)
    return {
        row: _tie(one, [people[person_id] for person_id in meant[row] if person_id in people], spelt)
        for row, one in wanted.items()
    }


def _read(row: PersonRow) -> Said:
    if isinstance(row, ContactRow):
        return Said(row.name, None, institution=name_key(row.organisation), email=row.email.strip())
    name, person_id = (row.person.full_name, row.person.id) if row.person else ("", None)
    if isinstance(row, ExpertRow):
        return Said(name, person_id, institution=name_key(row.affiliation))
    return Said(name, person_id, institution=name_key(row.agency.name) if row.agency else "", email=row.email.strip())


def _alike(session: Session, keys: Sequence[str], office_id: int) -> dict[str, list[int]]:
    """The people whose names are most like each of these, the most alike first."""
    people = (
        select(Person.id, Person.folded_name)
        .where(Person.office_id == office_id)
        .order_by(Person.id)
        .limit(_MOST_PEOPLE)
    )
    keys_of: dict[str, set[str]] = defaultdict(set)  # the names in which a word sounds like that
    words: dict[str, Words] = {}
    for key, sound in zip(keys, sounds(keys), strict=True):
        words[key] = words_of(key, sound)
        for word in sound.split():
            keys_of[word].add(key)
    wanted = frozenset(keys_of)
    found: dict[str, list[tuple[float, int]]] = {key: [] for key in keys}
    for part in session.execute(people.execution_options(yield_per=_AT_ONCE)).partitions():
        for (person_id, folded), sound in zip(part, sounds(folded for _id, folded in part), strict=True):
            shared = wanted.intersection(sound.split())
            if not shared:
                continue
            known = words_of(folded, sound)
            for key in set[str]().union(*(keys_of[word] for word in shared)):
                if (score := likeness(words[key], known)) >= _LEAST:
                    found[key].append((-score, person_id))
    return {key: [person_id for _score, person_id in sorted(found[key])[:_MOST_ALIKE]] for key in keys}


def _people(session: Session, ids: set[int], office_id: int) -> dict[int, _Known]:
    if not ids:
        return {}
    asked = (
        select(Person, Engagement.affiliation, Engagement.country_code, Workshop.reference)
        .outerjoin(Engagement, Engagement.person_id == Person.id)
        .outerjoin(Workshop, Workshop.id == Engagement.workshop_id)
        .where(Person.office_id == office_id, Person.id.in_(ids))
        .order_by(Engagement.id.desc())
        .options(joinedload(Person.agency))
    )
    found: dict[int, _Known] = {}
    for person, affiliation, country_code, reference in session.execute(asked):
        known = found.setdefault(person.id, _Known(person, []))
        if reference:
            known.engagements.append((affiliation, country_code or "", reference))
    return found


def _tie(one: Said, people: list[_Known], spelt: Mapping[str, int]) -> Tie:
    for known in people:
        spelled = known.person.folded_name, name_key(known.person.native_name)
        if one.id == known.person.id and name_key(one.name) in spelled:
            return _shown(known, is_known=True)
    same = [known for known in sorted(people, key=lambda known: known.person.id) if _is_same(known, one, spelt)]
    if same:
        return _shown(same[0], is_known=True)
    offered = sorted(people, key=lambda known: not _agrees(known, one, spelt))  # of several, whose institution it is
    return _shown(offered[0], is_known=False) if offered else Tie()


def _is_same(known: _Known, one: Said, spelt: Mapping[str, int]) -> bool:
    return is_same(known.person, one, known.institutions(), agency_id=spelt.get(one.institution))


def _agrees(known: _Known, one: Said, spelt: Mapping[str, int]) -> bool:
    agency_id = spelt.get(one.institution)
    return one.institution in known.institutions() or (agency_id is not None and agency_id == known.person.agency_id)


def _shown(known: _Known, *, is_known: bool) -> Tie:
    return Tie(is_known, known.person.id, known.person.full_name, known.about(), known.country_code())
