"""The files that the rows of a database speak of."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection

from workshops.backups.rows import lines_of
from workshops.backups.tables import Table
from workshops.files import NAME
from workshops.services.logos import stored_as as logo_stored_as
from workshops.services.workshop_documents import stored_as

Row = Mapping[str, Any]


def names_of(connection: Connection, tables: list[Table]) -> Iterator[str]:
    """The names in the store, each once, in the order of their tables."""
    seen: set[str] = set()
    for table in tables:
        for name in _named_by(connection, table):
            if name not in seen:
                seen.add(name)
                yield name


def _named_by(connection: Connection, table: Table) -> Iterator[str]:
    if table.name in NAMING:
        columns = [column.name for column in table.columns]
        for line in lines_of(connection, table):
            yield from NAMING[table.name](dict(zip(columns, json.loads(line), strict=True)))


def _document(row: Row) -> Iterator[str]:
    yield stored_as(row["storage_name"])


def _logo(row: Row) -> Iterator[str]:
    if row["logo_name"]:
        yield logo_stored_as(row["logo_name"])


def _agency_logo(row: Row) -> Iterator[str]:
    yield logo_stored_as(row["name"])


def _deleted_file(row: Row) -> Iterator[str]:
    """Its bytes stay until it is final that it was deleted."""
    if row["table_name"] == "document":
        yield from map(stored_as, filter(None, [json.loads(row["before"]).get("storage_name")]))
    if row["table_name"] == "agency_logo":
        yield from map(logo_stored_as, filter(None, [json.loads(row["before"]).get("name")]))


def _long_work(row: Row) -> Iterator[str]:
    """It names files in several columns, within JSON too: every name in its rows counts."""
    for value in row.values():
        if isinstance(value, str):
            yield from (found.group() for found in NAME.finditer(value))


NAMING: Final[dict[str, Callable[[Row], Iterator[str]]]] = {
    "agency_logo": _agency_logo,
    "document": _document,
    "kept_row": _deleted_file,
    "office_settings": _logo,
    "job": _long_work,
    "job_item": _long_work,
}
"""The tables that speak of files. A test asks that every folder of the store is named by one of them, but for those of
`files.MADE_AGAIN`."""
