"""What was deleted or erased for good, as a list without names: after an older backup is restored, it goes again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Self

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import ActKind, RecordKind
from workshops.domain.naming import NAMELESS
from workshops.errors import N_, Conflict, Invalid, Problem
from workshops.files import Files
from workshops.models import Act, Person
from workshops.models.base import now
from workshops.services import derived
from workshops.services.belongings import title_of
from workshops.services.deleting import delete, fingerprint
from workshops.services.erasing import erase
from workshops.services.purging import finish

ORDER: Final = tuple(RecordKind)  # workshops first: what they refer to goes after them


@dataclass(frozen=True, slots=True)
class Gone:
    """One record: what was done, its kind and number, and the fingerprint that tells it from any other."""

    act: ActKind
    kind: RecordKind
    id: int
    fingerprint: str

    def line(self) -> str:
        """As one line of a file."""
        return f"{self.act} {self.kind} {self.id} {self.fingerprint}"

    @classmethod
    def read(cls, line: str) -> Self:
        """The record of a line. Raises `Invalid`."""
        try:
            act, kind, number, mark = line.split()
            return cls(ActKind(act), RecordKind(kind), int(number), mark)
        except ValueError:
            raise Invalid(Problem("list", N_("This is no list of what was deleted for good."))) from None


@dataclass(frozen=True, slots=True)
class Again:
    """How many records went again, and the names of those that others still refer to."""

    number: int
    in_use: Sequence[str]


def listed(session: Session) -> list[Gone]:
    """All that is gone for good, the oldest first."""
    acts = session.scalars(select(Act).where(Act.purged_at.is_not(None), Act.kind != ActKind.MERGE).order_by(Act.id))
    return [Gone(act.kind, act.record_kind, act.record_id, act.fingerprint) for act in acts]


def delete_again(session: Session, files: Files, *, gone: Iterable[Gone], by: Actor) -> Again:
    """Delete for good what is in the list and in this database, whether as a record or kept by an act."""
    wanted = sorted(gone, key=lambda each: (ORDER.index(each.kind), each.id))
    number, in_use = 0, []
    for one in wanted:
        record = session.get(derived.MODELS[one.kind], one.id)
        is_erased = isinstance(record, Person) and record.full_name == NAMELESS
        if record is not None and not is_erased and fingerprint(one.kind, record) == one.fingerprint:
            name = title_of(one.kind, record)
            try:
                number += _again(session, files, one, by)
            except Conflict:
                in_use.append(name)
        kept = select(Act).where(Act.fingerprint == one.fingerprint, Act.purged_at.is_(None), Act.undone_at.is_(None))
        if acts := session.scalars(kept.where(Act.kind != ActKind.MERGE)).all():
            number += finish(session, files, acts, now())
    return Again(number, in_use)


def _again(session: Session, files: Files, one: Gone, by: Actor) -> int:
    """Delete one record; a person to whom others refer is erased. Raises `Conflict` for another that is in use."""
    if one.act is ActKind.ERASE:
        act = erase(session, person_id=one.id, by=by)
    else:
        try:
            act = delete(session, kind=one.kind, record_id=one.id, reason="restored", by=by)
        except Conflict:
            if one.kind is not RecordKind.PERSON:
                raise
            act = erase(session, person_id=one.id, by=by)
    return finish(session, files, [act], now())
