"""Deleting a record with all that goes with it; an administrator can bring it back for 30 days."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete as delete_from
from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import ActKind, PressReleaseStatus, RecordKind, Role
from workshops.domain.rule_texts import LONGEST_REASON, is_too_long
from workshops.errors import N_, Conflict, Invalid, NotFound, Problem
from workshops.models import Act, PressRelease, Workshop
from workshops.models.base import now
from workshops.services import answers, audit, derived
from workshops.services.belongings import (
    Referring,
    count_belongings,
    referring,
    rows_that_let_go,
    rows_with,
    table_of,
    title_of,
)
from workshops.services.kept_rows import change_rows, keep_changed, keep_removed

CAN_BE_UNDONE_FOR: Final = timedelta(days=30)
NEEDS_REASON: Final = frozenset({RecordKind.WORKSHOP})


@dataclass(frozen=True, slots=True)
class Consequences:
    """What deleting a record would take along (rows by table), and what keeps it from going."""

    title: str
    goes: Mapping[str, int]
    lets_go: Mapping[str, int]
    referring: Sequence[Referring]


def consequences(session: Session, *, kind: RecordKind, record_id: int, by: Actor) -> Consequences:
    """What deleting would do. Raises `NotFound` where there is no such record that `by` may delete."""
    record = _to_delete(session, kind, record_id, by, lock=False)
    goes, lets_go = count_belongings(session, kind, record_id)
    return Consequences(title_of(kind, record), goes, lets_go, referring(session, kind, record_id, by=by))


def delete(session: Session, *, kind: RecordKind, record_id: int, by: Actor, reason: str = "") -> Act:
    """Delete a record with all that belongs to it. The act keeps every row until it is final.

    Raises `NotFound` where there is no such record that `by` may delete, `Invalid` for a workshop without a reason,
    `Conflict` for a record to which others refer.
    """
    reason = reason.strip()
    if kind in NEEDS_REASON and not reason:
        raise Invalid(Problem("reason", N_("Say why, in a few words.")))
    if problems := list(is_too_long("reason", N_("The reason"), reason, LONGEST_REASON)):
        raise Invalid(*problems)
    record = _to_delete(session, kind, record_id, by, lock=True)
    if referring(session, kind, record_id, by=by):
        raise Conflict(N_("Something in the record still refers to it, so it cannot be deleted."))
    act = begin(session, ActKind.DELETE, kind, [record], record_id=record_id, by=by, reason=reason)
    keep_removed(session, act_id=act.id, rows=rows_with(session, kind, record_id))
    for column, rows in rows_that_let_go(session, kind, record_id):
        after: dict[str, Any] = {column.name: None}
        if column.table.name == PressRelease.__tablename__:
            after["status"] = PressReleaseStatus.TO_REVIEW  # a workshop can be made of it once more
        keep_changed(session, act_id=act.id, table=column.table, rows=rows, after=after)
        change_rows(session, column.table, (row["id"] for row in rows), after)
    audit.note(session, record, audit.DELETED)
    derived.forget(session, kind, record_id)
    session.expunge(record)
    table = table_of(kind)
    session.connection().execute(delete_from(table).where(table.c.id == record_id))
    session.expire_all()
    return act


def last_day(at: datetime | None = None) -> datetime:
    """Until when what is deleted at a moment (now) can be brought back."""
    return (at or now()) + CAN_BE_UNDONE_FOR


def begin(
    session: Session,
    kind: ActKind,
    record_kind: RecordKind,
    gone: Sequence[Any],
    *,
    record_id: int,
    by: Actor,
    into: str = "",
    reason: str = "",
) -> Act:
    """Note an act on the record of `record_id`; `gone` are the records that go, `into` the name of one that stays."""
    at = now()
    act = Act(
        kind=kind,
        record_kind=record_kind,
        record_id=record_id,
        office_id=office_of(session, record_kind, gone[0]),
        fingerprint=fingerprint(record_kind, gone[0]),
        reference=getattr(gone[0], "reference", ""),
        title="; ".join(title_of(record_kind, record) for record in gone)[:300],
        into=into,
        reason=reason,
        user_id=by.user_id,
        at=at,
        final_at=last_day(at),
    )
    session.add(act)
    session.flush()
    answers.note_change(session)
    return act


def fingerprint(kind: RecordKind, record: Any) -> str:
    """What tells a record from any other, without saying anything of it (SHA-256 as hexadecimal digits)."""
    return hashlib.sha256(f"{kind.value} {record.id} {record.created_at.isoformat()}".encode()).hexdigest()


def office_of(session: Session, kind: RecordKind, record: Any) -> int | None:
    """The office that keeps a record; None for those that all share."""
    if kind is RecordKind.DOCUMENT:
        return session.scalar(select(Workshop.office_id).where(Workshop.id == record.workshop_id))
    return getattr(record, "office_id", None)


def _to_delete(session: Session, kind: RecordKind, record_id: int, by: Actor, *, lock: bool) -> Any:
    model = derived.MODELS[kind]
    record = session.get(model, record_id, with_for_update=lock)
    office_id = office_of(session, kind, record) if record else None
    may = by.role is not Role.VIEWER if office_id is None else by.may_write(office_id)
    if record is None or not may:
        raise NotFound
    return record
