"""Makes an empty database one with records: from a backup or from another database, whole or not at all."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg
from sqlalchemy import Connection, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from workshops.backups.databases import go_on_after, opened
from workshops.backups.refusals import NotDone
from workshops.backups.rows import WrongRow, digest_of, write_lines
from workshops.backups.tables import REVISIONS, Table, names_of, tables_of
from workshops.files.folder import sync_folder
from workshops.migrations import running
from workshops.setting_kinds import SQLITE

STAGED: Final = ".restoring"
_CACHE: Final = 128 * 1024  # KiB of pages that SQLite keeps while it is filled


@dataclass(frozen=True, slots=True)
class Source:
    """A table to be filled: its rows as lines, and the highest number it ever gave to one."""

    table: Table
    lines: Callable[[], Iterator[bytes]]
    last_id: int | None


@dataclass(frozen=True, slots=True)
class Filled:
    """A table after it was filled, read again: the hash of its rows as a backup would hold them."""

    name: str
    rows: int
    sha256: str


@contextmanager
def empty_target(url: str) -> Iterator[Connection]:
    """A transaction on the empty database at `url`: what is done in the block counts once the block ends well.

    An SQLite file is made beside its place and takes it at the very end: the caller looked that there is none, and
    that nobody else makes one. PostgreSQL is looked at here, by the transaction itself; raises `NotDone`.
    """
    if url.startswith(SQLITE):
        with _staged(Path(url.removeprefix(SQLITE))) as connection:
            yield connection
        return
    with opened(url) as engine, engine.connect() as connection, connection.begin():
        running.take_turn(connection)
        _refuse_records(url.rpartition("@")[2], connection)
        yield connection


def fill(connection: Connection, sources: Sequence[Source], *, revision: str) -> list[Filled]:
    """Make the tables of a revision, put the rows in and read them again.

    Raises `NotDone` where the rows do not fit the tables, as those of a file that was made by hand.
    """
    try:
        return list(_filled(connection, sources, revision))
    except (WrongRow, IndexError, running.BrokenLinks, sqlite3.Error, psycopg.Error, DBAPIError) as error:
        said = " ".join(str(error.orig if isinstance(error, DBAPIError) else error).split())
        cure = "make room on the disk" if "full" in said or "No space" in said else "take another copy of the backup"
        raise NotDone("tables", f"the rows cannot be put in ({said}); nothing was kept.", cure) from error


def _filled(connection: Connection, sources: Sequence[Source], revision: str) -> Iterator[Filled]:
    running.run(connection, revision)
    tables = tables_of(connection)
    wanted = {source.table.name: source for source in sources}
    if {table.name: table.columns for table in tables} != {name: each.table.columns for name, each in wanted.items()}:
        raise WrongRow(f"they are not those of revision {revision}")
    for table in reversed(tables):  # a migration may have put rows in
        connection.exec_driver_sql(f"DELETE FROM {connection.dialect.identifier_preparer.quote(table.name)}")  # noqa: S608
    for table in tables:
        write_lines(connection, table, wanted[table.name].lines())
        if (last_id := wanted[table.name].last_id) is not None:
            go_on_after(connection, table, last_id)
    running.check_links(connection)
    for table in tables:
        read = digest_of(connection, table)
        yield Filled(table.name, read.rows, read.sha256)


def finish(connection: Connection) -> None:
    """Bring the filled tables to this version."""
    running.run(connection)
    running.check_links(connection)


def _refuse_records(place: str, connection: Connection) -> None:
    there = [name for name in names_of(connection) if name != REVISIONS]
    if there:
        cure = (
            "name an empty one: WORKSHOPS_INSTANCE=/path/to/another, or WORKSHOPS_DATABASE_URL=postgresql://.../another"
        )
        raise NotDone(place, "there is a database with tables already; it was left alone.", cure)


@contextmanager
def _staged(path: Path) -> Iterator[Connection]:
    """A new SQLite file that takes its place at the end; nothing of it stays if that does not come."""
    unfinished = path.with_name(path.name + STAGED)
    unfinished.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished.touch(mode=0o600)
    engine = create_engine(f"{SQLITE}{unfinished}", poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _unsafe_but_fast(driver: object, _record: object) -> None:
        driver.isolation_level = None  # type: ignore[attr-defined]
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", f"cache_size=-{_CACHE}"):
            driver.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    try:
        with engine.begin() as connection:
            yield connection
        engine.dispose()
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        for beside in ("-wal", "-shm"):  # of the empty file that may lie there: never of a database with tables
            Path(f"{path}{beside}").unlink(missing_ok=True)
        unfinished.replace(path)
    except BaseException:
        engine.dispose()
        unfinished.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
