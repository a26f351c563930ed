"""Who is meant where a workshop names a person: the rules by which a row finds somebody an office knows."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import Sex
from workshops.domain.naming import name_key
from workshops.domain.workshop import AgencyRef, ExpertRow, ParticipantRow
from workshops.errors import N_, Invalid, Problem
from workshops.models import Agency, Engagement, Person
from workshops.services import agencies, registers
from workshops.services.spellings import meanings

Row = ParticipantRow | ExpertRow


@dataclass(frozen=True, slots=True)
class Said:
    """What one row says of a person. `institution` is the key of an expert's affiliation."""

    name: str
    id: int | None
    sex: Sex = Sex.UNKNOWN
    agency: Agency | None = None
    institution: str = ""
    post_title: str = ""
    email: str = ""
    phone: str = ""


def read_rows(session: Session, rows: Sequence[Row], *, country_code: str, by: Actor) -> list[Said | None]:
    """The rows as facts about people, their agencies found; None for an expert without a person.

    An agency of a participant is added to the register where it is new, the affiliation of an expert is not.
    """
    refs = [row.agency for row in rows if isinstance(row, ParticipantRow) and row.agency]
    found = agencies.resolve_all(session, refs, by=by, country_code=country_code)
    affiliations = _registered(session, [row.affiliation for row in rows if isinstance(row, ExpertRow)])
    return [_read_row(row, found, affiliations) for row in rows]


class Candidates:
    """The people of an office whom rows may mean, the oldest first; those just added are told with `add`."""

    def __init__(self, session: Session, said: Iterable[Said | None], *, office_id: int) -> None:
        named = [one for one in said if one]
        ids = {one.id for one in named if one.id is not None}
        keys = {name_key(one.name) for one in named if one.name}
        mine = select(Person).where(Person.office_id == office_id, Person.id.in_(ids) | Person.folded_name.in_(keys))
        self._people = list(session.scalars(mine.order_by(Person.id)))
        self._institutions: dict[int, set[str]] = defaultdict(set)
        if any(one.institution for one in named):
            known = [person.id for person in self._people]
            engagements = select(Engagement.person_id, Engagement.affiliation).where(Engagement.person_id.in_(known))
            for person_id, affiliation in session.execute(engagements):
                self._institutions[person_id or 0].add(name_key(affiliation))

    def add(self, person: Person) -> None:
        """Let the rows that follow find this person too."""
        self._people.append(person)

    def chosen(self, one: Said) -> Person | None:
        """The person whose id was chosen, unless another name was typed over it. Raises `Invalid` for an id unknown."""
        if one.id is None:
            return None
        person = next((person for person in self._people if person.id == one.id), None)
        if person is None:
            message = N_("'%(name)s' is not in the register any more. Choose it again, or type its name.")
            raise Invalid(Problem("name", message, {"name": one.name}))
        spelled = {person.folded_name, name_key(person.native_name)}
        return person if not one.name or name_key(one.name) in spelled else None

    def same(self, one: Said) -> Person | None:
        """The oldest person who must be the one that a row without an id speaks of."""
        agency_id = one.agency.id if one.agency else None
        same = (
            person
            for person in self._people
            if is_same(person, one, self._institutions[person.id], agency_id=agency_id)
        )
        return next(same, None)


def is_same(person: Person, one: Said, institutions: Container[str], *, agency_id: int | None) -> bool:
    """Whether a row without an id must mean this person: the same name, and the e-mail or the institution.

    `institutions` are the keys of those that the person taught for, `agency_id` is the agency that the row names.
    """
    if person.folded_name != name_key(one.name):
        return False
    if person.email and one.email:
        return person.email.casefold() == one.email.casefold()
    if agency_id is not None and agency_id == person.agency_id:
        return True
    return bool(one.institution) and one.institution in institutions


def _read_row(row: Row, found: dict[AgencyRef, Agency], affiliations: dict[str, Agency]) -> Said | None:
    if row.person is None:
        return None
    named = registers.named(row.person.full_name, "", row.person.id)
    if isinstance(row, ExpertRow):
        institution = name_key(row.affiliation)
        return Said(named.name, named.id, agency=affiliations.get(institution), institution=institution)
    return Said(
        named.name,
        named.id,
        sex=row.sex,
        agency=found[row.agency] if row.agency else None,
        post_title=row.post_title.strip(),
        email=row.email.strip(),
        phone=row.phone.strip(),
    )


def _registered(session: Session, names: Iterable[str]) -> dict[str, Agency]:
    """The agencies of the register that go by these names, under their keys; of several the best known."""
    keys = {name_key(name) for name in names if name.strip()}
    ids = {key: found[0][1] for key, found in meanings(session, kind=agencies.KIND, keys=keys).items()}
    if not ids:
        return {}
    by_id = {agency.id: agency for agency in session.scalars(select(Agency).where(Agency.id.in_(ids.values())))}
    return {key: by_id[agency_id] for key, agency_id in ids.items()}
