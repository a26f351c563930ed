"""What the shared registers (agencies, projects, topics) have in common: a name is looked up before it is added."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from rapidfuzz.fuzz import token_sort_ratio
from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import Role
from workshops.domain.naming import KEY_LENGTH, name_key, split_acronym
from workshops.domain.rule_texts import is_too_long
from workshops.errors import N_, Invalid, NotFound, Problem
from workshops.models import Base
from workshops.models.spelling import SpellingRank
from workshops.services.search import Kind
from workshops.services.spellings import record_spellings, spelt
from workshops.services.turns import NAMES, take_turn

Record = TypeVar("Record", bound=Base)
ACRONYM_LENGTH = 40
SAME_NAME = 90  # of 100: "Organization" and "Organisation" are one name, "Ministry of Justice" and "of Defence" two


@dataclass(frozen=True, slots=True)
class Named:
    """What a source calls a record: its name, its acronym, and the id that was chosen for it."""

    name: str
    acronym: str = ""
    id: int | None = None


@dataclass(frozen=True)
class Register(Generic[Record]):
    """One register: its table, the spellings of a record, how one is made, how it takes an acronym it did not have."""

    kind: Kind
    model: type[Record]
    spelled: Callable[[Record], list[tuple[SpellingRank, str]]]
    make: Callable[[Named], Record]
    learn: Callable[[Record, str], None] = lambda _record, _acronym: None


def named(name: str, acronym: str = "", record_id: int | None = None) -> Named:
    """What a source says, stripped. Raises `Invalid` for a name or an acronym that cannot be kept."""
    said = Named(name.strip(), acronym.strip(), record_id)
    problems = [
        *is_too_long("name", N_("The name"), said.name, KEY_LENGTH),
        *is_too_long("acronym", N_("The acronym"), said.acronym, ACRONYM_LENGTH),
    ]
    if not said.name and record_id is None:
        problems.append(Problem("name", N_("Enter the name.")))
    if problems:
        raise Invalid(*problems)
    return said


def named_with_acronym(name: str, acronym: str, record_id: int | None) -> Named:
    """The same, with an acronym in brackets behind the name told apart where none is given."""
    return named(name, acronym, record_id) if acronym.strip() else named(*split_acronym(name), record_id)


def resolve_all(
    session: Session,
    register: Register[Record],
    wanted: Iterable[Named],
    *,
    by: Actor,
    prefer: Callable[[Record], int] = lambda _record: 0,
) -> dict[Named, Record]:
    """The record of each name, added to the register where it has none. A fixed number of statements finds them all.

    An id counts as long as the name beside it is empty or one of that record's spellings: somebody who types another
    name over a chosen one means another record. Of several records of one name the one with the smallest `prefer` is
    meant, then the oldest. Raises `Invalid` for an id that is not in the register.
    """
    asked = list(dict.fromkeys(wanted))
    known = _Known(session, register, asked, prefer)
    if any(known.find(name) is None for name in asked) and take_turn(session, NAMES):
        known = _Known(session, register, asked, prefer)
    answer = {}
    for name in asked:
        record = known.find(name)
        if record is None:
            refuse_viewers(by)
            record = register.make(name)
            session.add(record)
        elif name.acronym and not known.has(name.acronym) and by.role is not Role.VIEWER:
            register.learn(record, name.acronym)
        known.take_in(record)
        answer[name] = record
    known.write_changes()
    return answer


def find_all(
    session: Session,
    register: Register[Record],
    wanted: Iterable[Named],
    *,
    prefer: Callable[[Record], int] = lambda _record: 0,
) -> dict[Named, Record | None]:
    """The record that `resolve_all` would take each name for, None where it would add one; nothing is written.

    An id that is not in the register any more counts as none. One statement.
    """
    asked = list(dict.fromkeys(wanted))
    known = _Known(session, register, asked, prefer)
    return {name: known.find(name if name.id in known.by_id else replace(name, id=None)) for name in asked}


def refuse_viewers(by: Actor) -> None:
    """Raise `NotFound` for somebody who may only read."""
    if by.role is Role.VIEWER:
        raise NotFound


class _Known(Generic[Record]):
    """The records that the names of one call can mean, by id and by spelling, those just added among them."""

    def __init__(
        self, session: Session, register: Register[Record], asked: list[Named], prefer: Callable[[Record], int]
    ) -> None:
        self.session, self.register, self.prefer = session, register, prefer
        keys = {name_key(text) for name in asked for text in (name.name, name.acronym) if text}
        ids = {name.id for name in asked if name.id is not None}
        self.by_id: dict[int, Record] = {}
        self.by_key: dict[str, list[tuple[SpellingRank, Record]]] = {}
        for key, rank, record in spelt(session, register.model, kind=register.kind, keys=keys, ids=ids):
            self.by_id[record.id] = record
            if key in keys:
                self.by_key.setdefault(key, []).append((rank, record))
        if unspelt := ids - self.by_id.keys():
            rows = session.scalars(select(register.model).where(register.model.id.in_(unspelt)))
            self.by_id |= {record.id: record for record in rows}
        self.before = {record: self._keys(record) for record in self.by_id.values()}
        self.seen: dict[Record, None] = {}

    def _keys(self, record: Record) -> set[str]:
        return {name_key(text) for _rank, text in self.register.spelled(record) if text}

    def has(self, text: str) -> bool:
        """Whether a record goes by this spelling."""
        return bool(self.by_key.get(name_key(text)))

    def find(self, name: Named) -> Record | None:
        """The record meant, or None where it is new. Raises `Invalid` for the id of one that is gone."""
        if name.id is not None:
            chosen = self.by_id.get(name.id)
            if chosen is None:
                message = N_("'%(name)s' is not in the register any more. Choose it again, or type its name.")
                raise Invalid(Problem("name", message, {"name": name.name}))
            if not name.name or name_key(name.name) in self._keys(chosen):
                return chosen
        found = self._meant(name.name)
        if not found and name.acronym:
            # agencies of two countries may share an acronym: it counts only beside nearly the same name
            found = [other for other in self._meant(name.acronym) if self._nearly_named(other, name.name)]
        return found[0] if found else None

    def _meant(self, text: str) -> list[Record]:
        """The records that go by this spelling, the best first."""
        found = self.by_key.get(name_key(text), [])
        return [record for _rank, record in sorted(found, key=lambda pair: (pair[0], self.prefer(pair[1])))]

    def _nearly_named(self, record: Record, name: str) -> bool:
        key = name_key(name)
        return any(token_sort_ratio(key, spelled) >= SAME_NAME for spelled in self._keys(record))

    def take_in(self, record: Record) -> None:
        """Let the names that follow find this record too, by what it is called now."""
        self.seen[record] = None
        for rank, text in self.register.spelled(record):
            known = self.by_key.setdefault(name_key(text), [])
            if text and all(other is not record for _rank, other in known):
                known.append((rank, record))

    def write_changes(self) -> None:
        """Store what is new, with the spellings by which it is found."""
        changed = [record for record in self.seen if self.before.get(record) != self._keys(record)]
        if changed:
            self.session.flush()
        for record in changed:
            index(self.session, self.register, record)


def index(session: Session, register: Register[Record], record: Record) -> None:
    """Make a flushed record findable by its present spellings."""
    record_spellings(session, kind=register.kind, record_id=record.id, spelled=register.spelled(record))
