"""Undoing an act on a whole record: a deleted one comes back, merged ones come apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Table, delete, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import ActKind, RecordKind, Role
from workshops.errors import N_, Conflict, NotFound
from workshops.models import Act, Forwarding, KeptRow
from workshops.models.base import now
from workshops.services import answers, audit, derived, refinding
from workshops.services.belongings import table_of
from workshops.services.kept_rows import Kept, change_rows, existing, kept_by, values_of_ids
from workshops.services.putting_back import Moved, PutBack, put_back

_Ids = defaultdict[RecordKind, set[int]]

ACTION = {ActKind.DELETE: audit.RESTORED, ActKind.MERGE: audit.UNMERGED, ActKind.ERASE: audit.RESTORED}


@dataclass(frozen=True, slots=True)
class Undone:
    """An act that is undone: `left_out` rows need what is gone for good, `kept_newer` were changed by others since.

    `separated` are the agencies that were one: for `refinding.order`.
    """

    act: Act
    left_out: int
    kept_newer: int
    separated: Sequence[int] = ()


class AlreadyUndone(Conflict):
    """The same was asked twice, by a double click or by two people."""

    def __init__(self) -> None:
        super().__init__(N_("This was undone already."))


def may_undo(act: Act, *, by: Actor) -> bool:
    """Whether somebody may undo an act: an administrator any, others what they did themselves and may still write."""
    if by.role is Role.ADMINISTRATOR:
        return True
    is_own = by.user_id is not None and act.user_id == by.user_id and by.role is not Role.VIEWER
    return is_own and (act.office_id is None or by.may_write(act.office_id))


def undo(session: Session, *, act_id: int, by: Actor) -> Undone:
    """Undo an act, down to the numbers of its rows. What others have changed since stays as they changed it.

    Raises `NotFound` for an act that is not open to `by`, `AlreadyUndone`, and `Conflict` where it is final, where
    another act has to be undone first, or where something new stands in the place of what would come back.
    """
    act = session.get(Act, act_id, with_for_update=True)
    if act is None or not may_undo(act, by=by):
        raise NotFound
    if act.undone_at is not None:
        raise AlreadyUndone
    if act.purged_at is not None or act.final_at <= now():
        raise Conflict(N_("This is final and can no longer be undone."))
    return _undo(session, act)


def _undo(session: Session, act: Act) -> Undone:
    kept = kept_by(session, act.id)
    _refuse_out_of_order(session, act, kept)
    act.undone_at = now()
    answers.note_change(session)
    session.execute(delete(KeptRow).where(KeptRow.act_id == act.id))
    back = session.scalars(select(Forwarding.old_id).where(Forwarding.act_id == act.id)).all()
    session.execute(delete(Forwarding).where(Forwarding.act_id == act.id))
    session.flush()

    def find(table: Table, missing: int) -> Moved | None:
        if table.name not in set(RecordKind):
            return None
        kind = RecordKind(table.name)
        if gone := _open_act(session, kind, missing):
            if kind is RecordKind.WORKSHOP:  # what belongs to a workshop does not bring it back by the way
                raise _first(gone)
            _undo(session, gone)
            return None
        return _moved(session, kind, missing)

    done = put_back(session, kept, find=find)
    separated = (act.record_id, *back) if act.kind is ActKind.MERGE and act.record_kind is RecordKind.AGENCY else ()
    _make_anew(session, act, done, separated)
    record = session.get_one(derived.MODELS[act.record_kind], act.record_id, populate_existing=True)
    audit.note(session, record, ACTION[act.kind])
    return Undone(act, done.left_out, done.kept_newer, separated)


def _refuse_out_of_order(session: Session, act: Act, kept: Iterable[Kept]) -> None:
    """Raise `Conflict` where rows that this act changed were taken out by a later one that can be undone itself."""
    changed: defaultdict[Table, set[int]] = defaultdict(set)
    for one in kept:
        if one.before and one.after is not None:
            changed[one.table].add(one.key["id"])
    for table, ids in changed.items():
        missing = ids - existing(session, table, ids)
        later = select(Act).join(KeptRow, KeptRow.act_id == Act.id)
        later = later.where(Act.id > act.id, KeptRow.table_name == table.name, KeptRow.row_id.in_(missing))
        if missing and (first := session.scalar(later.where(KeptRow.after.is_(None)).order_by(Act.id.desc()).limit(1))):
            raise _first(first)


def _first(act: Act) -> Conflict:
    if act.kind is ActKind.MERGE:
        return Conflict(N_("Undo first that %(name)s was merged into %(other)s."), name=act.title, other=act.into)
    return Conflict(N_("Bring back %(name)s first."), name=" ".join(filter(None, (act.reference, act.title))))


def _open_act(session: Session, kind: RecordKind, record_id: int) -> Act | None:
    return session.scalar(
        select(Act)
        .where(Act.kind == ActKind.DELETE, Act.record_kind == kind, Act.record_id == record_id)
        .where(Act.undone_at.is_(None), Act.purged_at.is_(None))
        .order_by(Act.id.desc())
        .limit(1)
    )


def _moved(session: Session, kind: RecordKind, record_id: int) -> Moved | None:
    """Where a merged record is now, over several merges; None where that is gone as well."""
    step, act_id = record_id, 0
    seen = set[int]()
    while step not in seen:
        seen.add(step)
        forwarded = (Forwarding.record_kind == kind, Forwarding.old_id == step)
        row = session.execute(select(Forwarding.new_id, Forwarding.act_id).where(*forwarded)).first()
        if row is None:
            break
        step, act_id = row
    return Moved(step, act_id) if act_id and existing(session, table_of(kind), [step]) else None


def _make_anew(session: Session, act: Act, done: PutBack, separated: Sequence[int]) -> None:
    """Search index, facts and versions of all records that the undoing has touched."""
    session.expire_all()
    whole, touched = _reached(session, done)
    workshops = touched[RecordKind.WORKSHOP]
    if act.kind is not ActKind.DELETE and workshops:
        change_rows(session, table_of(RecordKind.WORKSHOP), workshops, {"updated_at": now()})
    if separated:
        workshops.clear()
        refinding.follow(session, separated)
    for kind in RecordKind:
        if ids := whole[kind] | touched[kind]:
            derived.make_anew(session, kind, ids)


def _reached(session: Session, done: PutBack) -> tuple[_Ids, _Ids]:
    """The records that came back whole, and those of which only a part did or a value changed, by their ids."""
    whole: _Ids = defaultdict(set)
    touched: _Ids = defaultdict(set)
    for table, rows in done.put_in.items():
        if table.name in set(RecordKind):
            whole[RecordKind(table.name)] |= {row["id"] for row in rows}
        else:
            touched[RecordKind.WORKSHOP] |= {row["workshop_id"] for row in rows if row.get("workshop_id")}
    for table, ids in done.changed.items():
        if table.name in set(RecordKind):
            touched[RecordKind(table.name)] |= ids
        if "workshop_id" in table.c:
            touched[RecordKind.WORKSHOP] |= set(values_of_ids(session, table.c.workshop_id, ids))
    touched[RecordKind.WORKSHOP] -= whole[RecordKind.WORKSHOP]
    return whole, touched
