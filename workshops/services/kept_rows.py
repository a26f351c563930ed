"""Rows as they were, beside the act that took them away or changed them, and what of them is put back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum as PythonEnum
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Enum,
    Numeric,
    Table,
    Time,
    and_,
    insert,
    literal,
    select,
    tuple_,
    update,
)
from sqlalchemy.orm import Session

from workshops.models import Base, KeptRow
from workshops.models.base import UtcDateTime

Row = Mapping[str, Any]
AT_A_TIME: Final = 2_000  # databases take some 32,000 values in one statement


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept row: `after` is None for one that was taken away, `before` empty for one that was put in.

    Else both hold the columns that were changed.
    """

    table: Table
    key: Mapping[str, Any]
    before: Row
    after: Row | None


def keep_removed(session: Session, *, act_id: int, rows: Mapping[Table, Iterable[Row]]) -> None:
    """Note rows that are about to go, whole."""
    _write(session, act_id, ((table, row, row, None) for table, some in rows.items() for row in some))


def keep_changed(session: Session, *, act_id: int, table: Table, rows: Iterable[Row], after: Row) -> None:
    """Note rows of which the columns of `after` are about to get those values."""
    changed = ((table, row, {name: row[name] for name in after}, after) for row in rows)
    _write(session, act_id, changed)


def keep_moved(
    session: Session,
    column: Column[Any],
    *,
    act_id: int,
    before: int,
    after: int,
    where: Sequence[ColumnElement[bool]] = (),
) -> None:
    """Note all rows that point to `before` and are about to point to `after`, by one statement however many."""
    table, kept = column.table, KeptRow.__table__.c
    says = {"act_id": act_id, "table_name": table.name, "before": {column.name: before}, "after": {column.name: after}}
    said = (literal(value, kept[name].type) for name, value in says.items())
    rows = select(table.c.id, *said).where(column == before, *where).order_by(table.c.id)
    session.connection().execute(insert(KeptRow).from_select(["row_id", *says], rows))


def keep_added(session: Session, *, act_id: int, table: Table, rows: Iterable[Row]) -> None:
    """Note rows that an act puts in: undoing takes them out."""
    _write(session, act_id, ((table, row, {}, row) for row in rows))


def kept_by(session: Session, act_id: int) -> list[Kept]:
    """All that an act has kept, in the order in which it was noted."""
    rows = session.execute(
        select(KeptRow.table_name, KeptRow.row_id, KeptRow.before, KeptRow.after)
        .where(KeptRow.act_id == act_id)
        .order_by(KeptRow.id)
    )
    return [
        Kept(
            table=(table := Base.metadata.tables[name]),
            key={"id": row_id},
            before=_decoded(table, before),
            after=None if after is None else _decoded(table, after),
        )
        for name, row_id, before, after in rows
        if name in Base.metadata.tables
    ]


def rows_where(
    session: Session, column: Column[Any], values: Iterable[Any], *conditions: ColumnElement[bool]
) -> list[dict[str, Any]]:
    """The whole rows of a table whose column holds one of the values, and that fulfil the conditions, by their keys."""
    table, wanted = column.table, sorted(set(values))
    found = []
    for start in range(0, len(wanted), AT_A_TIME):
        some = select(table).where(column.in_(wanted[start : start + AT_A_TIME]), *conditions)
        rows = session.execute(some.order_by(*table.primary_key))
        names = tuple(rows.keys())
        found += [dict(zip(names, row, strict=True)) for row in rows]
    return found


def insert_rows(session: Session, table: Table, rows: Iterable[Row]) -> None:
    """Put rows in with the numbers they had. An empty JSON value is left to the database: it keeps two kinds of it."""
    alike: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        said = {name: value for name, value in row.items() if value is not None or not _is_json(table.c[name])}
        alike[tuple(sorted(said))].append(said)
    for some in alike.values():
        session.connection().execute(insert(table), list(some))


def change_rows(session: Session, table: Table, ids: Iterable[int], values: Mapping[str, Any]) -> None:
    """Give rows new values, and a new version where the table counts them."""
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), AT_A_TIME):
        change_where(session, table, values, table.c.id.in_(wanted[start : start + AT_A_TIME]))


def change_where(session: Session, table: Table, values: Mapping[str, Any], *where: ColumnElement[bool]) -> None:
    """The same for all rows that fulfil conditions."""
    version = {"version": table.c.version + 1} if "version" in table.c else {}
    session.connection().execute(update(table).where(*where).values({**values, **version}))


def existing(session: Session, table: Table, ids: Iterable[Any]) -> set[Any]:
    """Those of the numbers that are rows of the table."""
    return set(values_of_ids(session, table.c.id, ids))


def values_of_ids(session: Session, column: Column[Any], ids: Iterable[Any]) -> Iterator[Any]:
    """What stands in a column of the rows with these numbers."""
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), AT_A_TIME):
        yield from session.scalars(select(column).where(column.table.c.id.in_(wanted[start : start + AT_A_TIME])))


def rows_of_ids(session: Session, table: Table, ids: Iterable[Any]) -> list[dict[str, Any]]:
    """The rows with these numbers."""
    return rows_where(session, table.c.id, ids)


def key_of(table: Table, row: Row) -> tuple[Any, ...]:
    """The primary key of a row."""
    return tuple(row[column.name] for column in table.primary_key)


def same_keys(table: Table, rows: Sequence[Row]) -> Any:
    """The condition that a row has one of the keys of these rows."""
    columns = list(table.primary_key)
    if len(columns) == 1:
        return columns[0].in_([row[columns[0].name] for row in rows])
    return and_(tuple_(*columns).in_([key_of(table, row) for row in rows]))


def _write(session: Session, act_id: int, rows: Iterable[tuple[Table, Row, Row, Row | None]]) -> None:
    values = [
        {
            "act_id": act_id,
            "table_name": table.name,
            "row_id": row.get("id"),
            "before": _encoded(before),
            "after": None if after is None else _encoded(after),
        }
        for table, row, before, after in rows
    ]
    if values:
        session.connection().execute(insert(KeptRow), values)


def _encoded(row: Row) -> dict[str, Any]:
    return {name: _json(value) for name, value in row.items()}


def _json(value: Any) -> Any:
    match value:
        case PythonEnum():
            return value.value
        case datetime() | date() | time():
            return value.isoformat()
        case Decimal():
            return str(value)
    return value


def _decoded(table: Table, row: Row) -> dict[str, Any]:
    """A row as Python has it. A column that the table no longer has is left out."""
    return {name: _python(table.c[name], value) for name, value in row.items() if name in table.c}


def _python(column: Column[Any], value: Any) -> Any:
    kind = column.type
    if value is None:
        return None
    if isinstance(kind, Enum) and kind.enum_class:
        return kind.enum_class(value)
    for types, read in _READERS:
        if isinstance(kind, types):
            return read(value)
    return value


_READERS: Final = (
    ((UtcDateTime, DateTime), datetime.fromisoformat),
    ((Date,), date.fromisoformat),
    ((Time,), time.fromisoformat),
    ((Numeric,), Decimal),
)


def _is_json(column: Column[Any]) -> bool:
    return isinstance(column.type, JSON)
