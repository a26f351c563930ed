"""The rows that point to merged records: moved to the one that stays, or united with the row it has already."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Table, UniqueConstraint, insert, select
from sqlalchemy import delete as delete_from
from sqlalchemy.orm import Session

from workshops.domain.enums import AttendanceStatus as Seen
from workshops.domain.enums import ParticipationStatus as Came
from workshops.domain.enums import RecordKind
from workshops.models import Attendance, Participation
from workshops.models.base import now
from workshops.services import audit, derived, refinding
from workshops.services.belongings import holding, pointing_to, table_of
from workshops.services.kept_rows import (
    AT_A_TIME,
    Row,
    change_rows,
    change_where,
    keep_added,
    keep_changed,
    keep_moved,
    keep_removed,
    rows_where,
    same_keys,
)

SAME_ROW: Final = {"engagement": ("workshop_id", "person_id", "role", "country_code", "affiliation")}
"""Where the database allows a row twice: the columns in which two rows say the same."""
BEST_FIRST: Final = (Seen.PRESENT, Seen.LATE, Seen.PARTIAL, Seen.EXCUSED, Seen.ABSENT)
FURTHEST_FIRST: Final = (
    *(Came.ATTENDED, Came.CONFIRMED, Came.SELECTED, Came.RESERVE, Came.REGISTERED, Came.NOMINATED, Came.INVITED),
    *(Came.NO_SHOW, Came.WITHDRAWN, Came.DECLINED),
)


@dataclass
class Touched:
    """The records that own rows which were moved or united."""

    ids: defaultdict[RecordKind, set[int]] = field(default_factory=lambda: defaultdict(set))


def move(session: Session, *, act_id: int, kind: RecordKind, into_id: int, others: Sequence[int]) -> Touched:
    """Let all that pointed to `others` or belonged to them point to the record that stays; gives whose rows it was."""
    touched = Touched()
    for column in (*holding(kind), *pointing_to(table_of(kind), "CASCADE")):
        own = column.table is table_of(kind)
        spared = [column.table.c.id.not_in([into_id, *others])] if own else []
        if rows := rows_where(session, column, others, *spared):
            _move_rows(session, act_id, column, rows, into_id, touched, spared)
    return touched


def follow(session: Session, *, kind: RecordKind, into_id: int, touched: Touched) -> None:
    """Versions of the records that were touched, and what is derived from them."""
    if kind is RecordKind.PERSON:  # a sex that is known now counts in all workshops
        took_part = select(Participation.workshop_id).where(Participation.person_id == into_id)
        touched.ids[RecordKind.WORKSHOP] |= set(session.scalars(took_part))
    for owner, ids in touched.ids.items():
        change_rows(session, table_of(owner), ids, {"updated_at": now()})
        if owner is RecordKind.WORKSHOP and kind is not RecordKind.AGENCY:
            derived.make_anew(session, owner, ids)
    if kind is RecordKind.AGENCY:
        refinding.follow(session, [into_id])
    session.expire_all()


def _move_rows(
    session: Session,
    act_id: int,
    column: Column[Any],
    rows: Sequence[Row],
    into_id: int,
    touched: Touched,
    where: Sequence[ColumnElement[bool]],
) -> None:
    table, name = column.table, column.name
    moved, doubles = _parted(session, column, rows, into_id)
    _note_owners(table, rows, touched)
    for stays, goes in doubles:
        if table is Participation.__table__:
            _unite_participations(session, act_id, stays, goes)
    gone = [row for _stays, row in doubles]
    if "id" not in table.c:
        added = [{**row, name: into_id} for row in moved]
        _take_out(session, act_id, table, rows)
        if added:
            keep_added(session, act_id=act_id, table=table, rows=added)
            session.connection().execute(insert(table), added)
        return
    _take_out(session, act_id, table, gone)
    is_told = audit.is_told(table)
    for before in sorted({row[name] for row in moved}):  # all that still point there: thousands in one statement
        if is_told:
            audit.note_moved(session, column, before=before, after=into_id, where=where)
        keep_moved(session, column, act_id=act_id, before=before, after=into_id, where=where)
        change_where(session, table, {name: into_id}, column == before, *where)
    if is_told:
        audit.note_changes(session, (_goes(table, name, row) for row in gone))


def _parted(
    session: Session, column: Column[Any], rows: Sequence[Row], into_id: int
) -> tuple[list[Row], list[tuple[Row, Row]]]:
    """The rows to move, and those that would say what another says already, each behind that other."""
    table, name = column.table, column.name
    once = _once(table, name)
    there: dict[Any, Row] = {}
    if once:  # of the one that stays, only rows in the same workshops and the like may say the same
        place = next((at for at, each in enumerate(once) if each != name), 0)  # 0: it may have one such row at all
        said = {_key(once, name, row, into_id)[place] for row in rows}
        same = rows_where(session, table.c[once[place]], said, column == into_id)
        there = {_key(once, name, row, into_id): row for row in same}
    moved: list[Row] = []
    doubles: list[tuple[Row, Row]] = []
    for row in rows:
        key = _key(once, name, row, into_id)
        if not key or key not in there:
            there[key] = row
            moved.append(row)
        else:
            doubles.append((there[key], row))
    return moved, doubles


def _key(once: Sequence[str], name: str, row: Row, into_id: int) -> tuple[Any, ...]:
    """What a row says in these columns after the move."""
    return tuple(into_id if each == name else row[each] for each in once)


def _once(table: Table, name: str) -> Sequence[str]:
    """The columns, this one among them, which may say the same in one row of the table only; () for none."""
    unique = [
        [column.name for column in each.columns]
        for each in table.constraints
        if isinstance(each, UniqueConstraint) and name in each.columns
    ]
    if "id" not in table.c:
        unique.append([column.name for column in table.primary_key])
    return unique[0] if unique else SAME_ROW.get(table.name, ())


def _unite_participations(session: Session, act_id: int, stays: Row, goes: Row) -> None:
    """One person twice in a workshop: what either row says is kept, and at each event the better mark."""
    after: dict[str, Any] = {"status": min(stays["status"], goes["status"], key=FURTHEST_FIRST.index)}
    for name in ("agency_id", "post_title"):
        if not stays[name] and goes[name]:
            after[name] = goes[name]
    after = {name: value for name, value in after.items() if stays[name] != value}
    table: Table = Participation.__table__  # type: ignore[assignment]
    if after:
        keep_changed(session, act_id=act_id, table=table, rows=[stays], after=after)
        change_rows(session, table, [stays["id"]], after)
    marks: Table = Attendance.__table__  # type: ignore[assignment]
    own = {row["event_id"]: row for row in rows_where(session, marks.c.participation_id, [stays["id"]])}
    removed = []
    for row in rows_where(session, marks.c.participation_id, [goes["id"]]):
        mine = own.get(row["event_id"])
        if mine is None:
            values: dict[str, Any] = {"participation_id": stays["id"]}
            keep_changed(session, act_id=act_id, table=marks, rows=[row], after=values)
            change_rows(session, marks, [row["id"]], values)
            continue
        removed.append(row)
        if BEST_FIRST.index(row["status"]) < BEST_FIRST.index(mine["status"]):
            values = {name: row[name] for name in ("status", "source", "recorded_by_id", "recorded_at")}
            keep_changed(session, act_id=act_id, table=marks, rows=[mine], after=values)
            change_rows(session, marks, [mine["id"]], values)
    _take_out(session, act_id, marks, removed)


def _take_out(session: Session, act_id: int, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        keep_removed(session, act_id=act_id, rows={table: rows})
        for start in range(0, len(rows), AT_A_TIME):
            some = same_keys(table, rows[start : start + AT_A_TIME])
            session.connection().execute(delete_from(table).where(some))


def _note_owners(table: Table, rows: Collection[Row], touched: Touched) -> None:
    if table.name in set(RecordKind):
        touched.ids[RecordKind(table.name)] |= {row["id"] for row in rows}
        return
    for owner in (RecordKind.WORKSHOP, RecordKind.PROJECT):
        touched.ids[owner] |= {row[f"{owner}_id"] for row in rows if row.get(f"{owner}_id")}


def _goes(table: Table, name: str, row: Row) -> dict[str, Any]:
    """What the history of a workshop tells of a row that says what another says already."""
    place = {"entity": table.name, "entity_id": row["id"], "workshop_id": row.get("workshop_id")}
    return {**place, "action": audit.DELETED, "field": "", "before": {name: row[name]}, "after": None}
