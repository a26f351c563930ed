"""What goes with a record, what only refers to it and lets go, and what keeps it from going: read from the tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Table, case, func, or_, select, true
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import RecordKind
from workshops.models import Base, training_fact
from workshops.services.kept_rows import key_of, rows_where
from workshops.services.scope import in_scope

DERIVED: Final = (training_fact,)
"""Made anew from the record whenever it changes."""

LETS_GO: Final = frozenset({("workshop", "cloned_from_id")})
"""References that may be lost: where a workshop was copied from."""

TITLES: Final = {
    RecordKind.WORKSHOP: ("title",),
    RecordKind.PRESS_RELEASE: ("headline", "file_name"),
    RecordKind.DOCUMENT: ("title", "file_name"),
    RecordKind.AGENCY: ("name",),
    RecordKind.PERSON: ("full_name",),
    RecordKind.PROJECT: ("title",),
    RecordKind.TOPIC: ("label",),
}
"""The columns that name a record; the first that says something counts."""

MOST_NAMED: Final = 10


@dataclass(frozen=True, slots=True)
class Referring:
    """Records of one kind that refer to another: how many are open to the reader, and the first of them.

    Each is its key for addresses (reference of a workshop, else id) and its name. `is_elsewhere`: other offices have
    some too; how many is not for the reader.
    """

    kind: RecordKind
    total: int
    named: tuple[tuple[str, str], ...]
    is_elsewhere: bool


def lets_go(column: Column[Any]) -> bool:
    """Whether a reference that the database keeps may be lost all the same."""
    return (column.table.name, column.name) in LETS_GO


def table_of(kind: RecordKind) -> Table:
    """The table of a kind of records."""
    return Base.metadata.tables[kind.value]


def title_of(kind: RecordKind, row: Any) -> str:
    """What a record (or its row) is called."""
    values = (row[name] if isinstance(row, dict) else getattr(row, name) for name in TITLES[kind])
    return next((value for value in values if value), "")


def rows_with(session: Session, kind: RecordKind, record_id: int) -> dict[Table, list[dict[str, Any]]]:
    """The record's row and all rows that go with it, each once; what points comes after what it points to."""
    root = table_of(kind)
    found: dict[Table, dict[tuple[Any, ...], dict[str, Any]]] = {}
    ahead = [(root, rows_where(session, root.c.id, [record_id]))]
    while ahead:
        table, rows = ahead.pop(0)
        new = {key_of(table, row): row for row in rows if key_of(table, row) not in found.get(table, {})}
        found.setdefault(table, {}).update(new)
        if not new or "id" not in table.c:
            continue
        for column in pointing_to(table, "CASCADE"):
            if column.table not in DERIVED:
                ahead.append((column.table, rows_where(session, column, (row["id"] for row in new.values()))))
    in_order = [table for table in Base.metadata.sorted_tables if found.get(table)]
    return {table: list(found[table].values()) for table in in_order}


def count_belongings(session: Session, kind: RecordKind, record_id: int) -> tuple[dict[str, int], dict[str, int]]:
    """How many rows would go with a record, and how many would let go of it, by table: those of `rows_with` without
    the record's own and those of `rows_that_let_go`, counted in one statement.
    """
    root = table_of(kind)
    conditions: dict[Table, list[ColumnElement[bool]]] = {root: [root.c.id == record_id]}
    for table in Base.metadata.sorted_tables:  # what is pointed to comes before what points to it
        if table not in conditions or "id" not in table.c:
            continue
        gone = select(table.c.id).where(or_(*conditions[table]))
        for column in pointing_to(table, "CASCADE"):
            if column.table not in DERIVED:
                conditions.setdefault(column.table, []).append(column.in_(gone))
    goes = {table.name: or_(*either) for table, either in conditions.items() if table is not root}
    lets_go = {column.table.name: column == record_id for column in letting_go(root)}
    parts = [*goes.items(), *lets_go.items()]
    if not parts:
        return {}, {}
    tables = Base.metadata.tables
    counts = [select(func.count()).select_from(tables[name]).where(rows).scalar_subquery() for name, rows in parts]
    found = list(zip((name for name, _rows in parts), session.execute(select(*counts)).one(), strict=True))
    in_use = [(name, number) for name, number in found[: len(goes)] if number]
    loose = [(name, number) for name, number in found[len(goes) :] if number]
    return dict(in_use), dict(loose)


def rows_that_let_go(session: Session, kind: RecordKind, record_id: int) -> list[tuple[Column[Any], list[Any]]]:
    """The columns that lose their reference when the record goes, each with its rows."""
    found = [(column, rows_where(session, column, [record_id])) for column in letting_go(table_of(kind))]
    return [(column, rows) for column, rows in found if rows]


def letting_go(table: Table) -> list[Column[Any]]:
    """The columns that lose their reference when a row of the table goes."""
    return [*pointing_to(table, "SET NULL"), *(column for column in pointing_to(table, None) if lets_go(column))]


def pointing_to(table: Table, on_delete: str | None) -> list[Column[Any]]:
    """The columns that point to a table and behave in this way when its row goes; None forbids that it goes."""
    return [
        column
        for other in Base.metadata.sorted_tables
        for column in other.columns
        for key in column.foreign_keys
        if key.column.table is table and key.ondelete == on_delete
    ]


def holding(kind: RecordKind) -> list[Column[Any]]:
    """The columns that keep a record of this kind from going."""
    return [column for column in pointing_to(table_of(kind), None) if not lets_go(column)]


def referring(session: Session, kind: RecordKind, record_id: int, *, by: Actor) -> list[Referring]:
    """The records that keep this one from going, kind by kind."""
    owners: dict[RecordKind, list[Any]] = {}
    for column in holding(kind):
        owner, key = _owner(column.table)
        owners.setdefault(owner, []).append(select(key).where(column == record_id))
    found = [_named(session, owner, selects, by=by) for owner, selects in owners.items()]
    return [each for each in found if each.total or each.is_elsewhere]


def _owner(table: Table) -> tuple[RecordKind, Column[Any]]:
    """The kind of record to which the rows of a table belong, and the column that names it."""
    if table.name in set(RecordKind):
        return RecordKind(table.name), table.c.id
    column = next(each for each in table.c for key in each.foreign_keys if key.ondelete == "CASCADE")
    return RecordKind(next(iter(column.foreign_keys)).column.table.name), column


def _named(session: Session, kind: RecordKind, selects: Iterable[Any], *, by: Actor) -> Referring:
    table, parts = table_of(kind), list(selects)
    condition = or_(*(table.c.id.in_(part) for part in parts))
    open_to = in_scope(table.c.office_id, by) if "office_id" in table.c else true()
    counts = select(func.count(), func.count(case((open_to, 1)))).select_from(table).where(condition)
    all_of_them, total = session.execute(counts).one()
    key = table.c.reference if "reference" in table.c else table.c.id
    columns = [table.c[name] for name in TITLES[kind]]
    rows = session.execute(select(key, *columns).where(condition, open_to).order_by(table.c.id).limit(MOST_NAMED))
    named = tuple((str(row[0]), next((text for text in row[1:] if text), "")) for row in rows)
    return Referring(kind, total, named, is_elsewhere=total < all_of_them)
