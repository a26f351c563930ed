"""How SQLite is opened: write-ahead log, foreign keys, durable commits, and a write lock taken at the start of a write.

A deferred transaction that turns into a write fails at once when somebody else wrote in between; one that begins as
a write waits for its turn. So everything begins as a write, except what `transactions` says only reads. `write_turns`
sees to it that nobody waits for long.
"""

from contextlib import closing
from functools import partial
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import OperationalError
from typing import Any, Final

from sqlalchemy import Connection, Engine, event

from workshops.transactions import is_reading
from workshops.write_turns import NoTurn, WriteTurns

KEPT_OPEN: Final = 4  # connections that a process keeps: each has pages and statements of its own, some 2 MB
PRAGMAS = (
    "journal_mode=WAL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "synchronous=FULL",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "cache_size=-512",  # KiB a connection: the machine keeps the pages of the file in memory anyway
)


def empty_log(engine: Engine) -> None:
    """Bring the write-ahead log into the database and cut it to nothing, so that what was deleted is in neither.

    Where others read at this moment, the log is cut the next time. Does nothing for another database.
    """
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def engine_options(url: str, *, threads: int) -> dict[str, Any]:
    """What SQLAlchemy is told of a `sqlite:///` address: as many connections as there are threads, few kept open.

    The one that was used last is taken first: its pages are in memory, and those of others need not be.
    """
    return {"url": url, "pool_size": KEPT_OPEN, "max_overflow": threads, "pool_use_lifo": True}


def set_up(engine: Engine) -> None:
    """Give each connection of the engine the settings above. Does nothing for another database."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _on_connect)
    file = engine.url.database
    turns = WriteTurns(Path(file) if file and file != ":memory:" else None)
    event.listen(engine, "begin", partial(_on_begin, turns))
    event.listen(engine, "checkin", lambda _connection, entry: turns.give(entry.record_info))


def _on_connect(connection: SqliteConnection, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin on its own
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(turns: WriteTurns, connection: Connection) -> None:
    if is_reading():
        connection.exec_driver_sql("BEGIN")
        return
    try:
        turns.take(connection.connection.record_info)  # given back when the connection returns to the pool
    except NoTurn:
        raise OperationalError("database is locked") from None
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def make_room(connection: Connection) -> None:
    """Let a transaction that writes very much keep up to 256 MB of pages in memory: indexes are written all over."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA cache_size=-256000")
