"""Puts back what an act has kept, checked against what happened since: nobody's later change is lost."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Table, UniqueConstraint
from sqlalchemy import delete as delete_from
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workshops.errors import N_, Conflict
from workshops.models import Base
from workshops.services import audit
from workshops.services.belongings import lets_go
from workshops.services.kept_rows import (
    AT_A_TIME,
    Kept,
    Row,
    change_rows,
    existing,
    insert_rows,
    keep_changed,
    keep_removed,
    rows_of_ids,
    same_keys,
)


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a record went that a row points to: merged into another by an act."""

    new_id: int
    act_id: int


@dataclass
class PutBack:
    """What was done: rows put in by table, rows left out because what they need is gone for good, rows kept newer."""

    put_in: dict[Table, list[Row]] = field(default_factory=dict)
    changed: dict[Table, set[int]] = field(default_factory=lambda: defaultdict(set))
    left_out: int = 0
    kept_newer: int = 0


Find = Callable[[Table, int], Moved | None]
"""Where the missing row of a table went; the finder may bring it back itself, and then says None."""


def put_back(session: Session, kept: Iterable[Kept], *, find: Find) -> PutBack:
    """Take out what was added, put in what was taken out, give back the values that nobody has changed since.

    Raises `Conflict` where something new stands in the place of a row.
    """
    done = PutBack()
    removed: defaultdict[Table, list[Row]] = defaultdict(list)
    added: defaultdict[Table, list[Row]] = defaultdict(list)
    changed: defaultdict[Table, dict[int, Kept]] = defaultdict(dict)
    for one in kept:
        if one.after is None:
            removed[one.table].append(one.before)
        elif not one.before:
            added[one.table].append(one.after)
        else:
            earlier = changed[one.table].get(one.key["id"])
            if earlier:  # changed twice by the same act
                one = replace(
                    one, before={**one.before, **earlier.before}, after={**(earlier.after or {}), **one.after}
                )
            changed[one.table][one.key["id"]] = one
    for table, rows in added.items():
        session.connection().execute(delete_from(table).where(same_keys(table, rows)))
    _put_in(session, removed, find, done)
    for table in (each for each in Base.metadata.sorted_tables if each in changed):
        _give_back(session, table, list(changed[table].values()), find, done)
    return done


def _put_in(session: Session, removed: Mapping[Table, list[Row]], find: Find, done: PutBack) -> None:
    dropped: dict[tuple[Table, Any], int | None] = {}
    for table in (each for each in Base.metadata.sorted_tables if each in removed):
        links = _Links(session, table, removed[table], removed, dropped, find)
        rows: list[Row] = []
        seen = set[tuple[Any, ...]]()
        # those that were moved by a merge come last: they make way for what stood there before
        for row, (fitted, act_id) in sorted(
            ((row, links.fitted(row)) for row in removed[table]), key=lambda pair: pair[1][1] is not None
        ):
            double = fitted is not None and any(key in seen for key in _unique_keys(table, fitted))
            if fitted is None or double:
                dropped[table, row.get("id")] = act_id
                if act_id is None:
                    done.left_out += 1
                else:
                    keep_removed(session, act_id=act_id, rows={table: [row]})
                continue
            seen.update(_unique_keys(table, fitted))
            if act_id is not None:
                after = {name: value for name, value in fitted.items() if value != row[name]}
                keep_changed(session, act_id=act_id, table=table, rows=[row], after=after)
            rows.append(fitted)
        own = {row.get("id") for row in rows}
        above = [column.name for column, target in links.columns if target is table]
        rows.sort(key=lambda row: any(row[name] in own for name in above))
        try:
            with session.begin_nested():
                insert_rows(session, table, rows)
        except IntegrityError as error:
            raise Conflict(
                N_("Something that was added since stands in its place. Delete or change that first.")
            ) from error
        done.put_in[table] = rows


class _Links:
    """What the rows of one table point to, as far as it is no longer there."""

    def __init__(
        self,
        session: Session,
        table: Table,
        rows: Iterable[Row],
        coming: Mapping[Table, list[Row]],
        dropped: Mapping[tuple[Table, Any], int | None],
        find: Find,
    ) -> None:
        self.dropped = dropped
        keys = [(column, next(iter(column.foreign_keys))) for column in table.c if column.foreign_keys]
        self.columns = [(column, key.column.table) for column, key in keys]
        may_go = {column for column, key in keys if key.ondelete == "SET NULL" or lets_go(column)}
        self.there: defaultdict[Table, set[Any]] = defaultdict(set)
        self.moved: dict[tuple[Table, Any], Moved] = {}
        wanted: defaultdict[Table, set[Any]] = defaultdict(set)
        needed: defaultdict[Table, set[Any]] = defaultdict(set)
        for column, target in self.columns:
            pointed = {row[column.name] for row in rows if row.get(column.name) is not None}
            wanted[target] |= pointed
            if column not in may_go:
                needed[target] |= pointed
        for target, ids in wanted.items():
            here = {row["id"] for row in coming.get(target, ()) if (target, row["id"]) not in dropped}
            here |= existing(session, target, ids - here)
            for missing in sorted((ids - here) & needed[target]):
                moved = find(target, missing) if (target, missing) not in dropped else None
                if moved:
                    self.moved[target, missing] = moved
            self.there[target] = here | existing(session, target, ids - here)

    def fitted(self, row: Row) -> tuple[dict[str, Any] | None, int | None]:
        """The row as it can be put in, None where it cannot, and the act that has moved what it pointed to."""
        fitted, act_id = dict(row), None
        for column, target in self.columns:
            value = row.get(column.name)
            if value is None or value in self.there[target]:
                continue
            if moved := self.moved.get((target, value)):
                fitted[column.name], act_id = moved.new_id, moved.act_id
            elif column.nullable:
                fitted[column.name] = None
            else:
                return None, self.dropped.get((target, value))
        return fitted, act_id


def _unique_keys(table: Table, row: Row) -> list[tuple[Any, ...]]:
    unique = [each for each in table.constraints if isinstance(each, UniqueConstraint)]
    return [(each.name, *(row[column.name] for column in each.columns)) for each in unique]


def _give_back(session: Session, table: Table, kept: list[Kept], find: Find, done: PutBack) -> None:
    """Put the former values into the columns that still hold what the act wrote."""
    now_there = {row["id"]: row for row in rows_of_ids(session, table, (one.key["id"] for one in kept))}
    links = _Links(session, table, [one.before for one in kept], {}, {}, find)
    alike: defaultdict[tuple[str, ...], list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for one in kept:
        current = now_there.get(one.key["id"])
        if current is None or one.after is None:
            continue
        former, _act_id = links.fitted(one.before)
        same = [name for name, value in one.after.items() if current[name] == value]
        done.kept_newer += len(same) < len(one.after)
        if former and same:
            alike[tuple(same)].append((one.key["id"], {name: former[name] for name in same}))
    for rows in alike.values():
        by_value: dict[str, tuple[dict[str, Any], list[int]]] = {}
        for row_id, values in rows:
            by_value.setdefault(repr(values), (values, []))[1].append(row_id)
        for values, ids in by_value.values():
            _tell(session, table, [now_there[row_id] for row_id in ids], values)
            change_rows(session, table, ids, values)
            done.changed[table].update(ids)


def _tell(session: Session, table: Table, rows: Sequence[Row], values: Mapping[str, Any]) -> None:
    """Write into the history that rows, as they are now, are about to point to other records again."""
    columns = [table.c[name] for name in values if table.c[name].foreign_keys and values[name] is not None]
    if not audit.is_told(table):
        return
    for column in columns:
        pointed: defaultdict[int, list[int]] = defaultdict(list)
        for row in rows:
            if row[column.name] is not None:
                pointed[row[column.name]].append(row["id"])
        for before, ids in pointed.items():
            for start in range(0, len(ids), AT_A_TIME):
                some = table.c.id.in_(ids[start : start + AT_A_TIME])
                audit.note_moved(session, column, before=before, after=values[column.name], where=(some,))
