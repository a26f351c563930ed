"""Databases opened for work on all their rows, and the numbers that their tables give out."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine

from workshops import postgresql, sqlite, transactions
from workshops.backups.tables import Table
from workshops.setting_kinds import SQLITE


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """An engine for a database of the settings."""
    is_file = url.startswith(SQLITE)
    engine = create_engine(url) if is_file else create_engine(**postgresql.engine_options(url, threads=1))
    sqlite.set_up(engine)
    postgresql.set_up(engine)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the database as of one moment, however long it reads and whoever writes meanwhile."""
    with engine.connect() as connection:
        with transactions.reading():
            transaction = connection.begin()
        with transaction:
            postgresql.take_time(connection)
            yield connection


def last_id(connection: Connection, table: Table) -> int | None:
    """The highest number that a table ever gave to a row, also to one that is gone; None where it gives none."""
    if table.key != ("id",):
        return None
    quoted = connection.dialect.identifier_preparer.quote(table.name)
    highest = int(connection.exec_driver_sql(f"SELECT coalesce(max(id), 0) FROM {quoted}").scalar_one())  # noqa: S608
    if connection.dialect.name == postgresql.NAME:
        sequence = _sequence(connection, quoted)
        query = f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}" if sequence else "SELECT 0"  # noqa: S608
        return max(highest, int(connection.exec_driver_sql(query).scalar_one()))
    if not _counts(connection):
        return highest
    given = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)).scalar()
    return max(highest, given or 0)


def go_on_after(connection: Connection, table: Table, number: int) -> None:
    """Let the numbers that a table gives out go on after this one."""
    quoted = connection.dialect.identifier_preparer.quote(table.name)
    if connection.dialect.name == postgresql.NAME:
        if sequence := _sequence(connection, quoted):
            connection.exec_driver_sql(f"SELECT setval('{sequence}', {max(number, 1)}, {number > 0})")
    elif _counts(connection):
        connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table.name,))
        connection.exec_driver_sql(
            "INSERT INTO sqlite_sequence (name, seq) SELECT name, ? FROM sqlite_master"
            " WHERE type = 'table' AND name = ? AND sql LIKE '%AUTOINCREMENT%'",
            (number, table.name),
        )


def _sequence(connection: Connection, quoted: str) -> str | None:
    query = "SELECT pg_get_serial_sequence(%s, 'id')"
    found: str | None = connection.exec_driver_sql(query, (quoted,)).scalar()
    return found


def _counts(connection: Connection) -> bool:
    """Whether an SQLite database remembers the numbers given out."""
    query = "SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_sequence'"
    return bool(connection.exec_driver_sql(query).scalar_one())
