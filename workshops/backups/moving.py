"""Copies all records into another, empty database without a file in between; the first one stays as it is."""

from collections.abc import Iterator
from functools import partial

from sqlalchemy import Connection, Engine

from workshops.backups.databases import last_id, snapshot
from workshops.backups.filling import Filled, Source, empty_target, fill, finish
from workshops.backups.refusals import NotDone
from workshops.backups.rows import Measured, lines_of
from workshops.backups.tables import Table, revision_of, tables_of


def move(engine: Engine, url: str) -> list[Filled]:
    """Fill the empty database at `url` from that of the engine, as of one moment; gives its tables as read again.

    Raises `NotDone` where what was read again is not what went in.
    """
    with snapshot(engine) as source:
        going: dict[str, Measured] = {}
        sources = [
            Source(table, partial(_measured, source, table, going), last_id(source, table))
            for table in tables_of(source)
        ]
        with empty_target(url) as target:
            filled = fill(target, sources, revision=str(revision_of(source)))
            for table in filled:
                went = going[table.name]
                if (table.rows, table.sha256) != (went.rows, went.sha256):
                    cause = f"the table {table.name} does not read there as it does here; nothing was kept."
                    raise NotDone(url.rpartition("@")[2], cause, "look at the disk and the memory of both machines")
            finish(target)
    return filled


def _measured(connection: Connection, table: Table, going: dict[str, Measured]) -> Iterator[bytes]:
    going[table.name] = Measured(lines_of(connection, table))
    yield from going[table.name]
