"""How SQLite is opened: write-ahead log, foreign keys, durable commits, and a write lock taken at the start of a write.

A deferred transaction that turns into a write fails at once when somebody else wrote in between; one that begins as
a write waits for its turn. So everything begins as a write, except what `transactions` says only reads.
"""

from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, event

from workshops.transactions import is_reading

PRAGMAS = (
    "journal_mode=WAL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "synchronous=FULL",
    "secure_delete=ON",
    "temp_store=MEMORY",
)


def set_up(engine: Engine) -> None:
    """Give each connection of the engine the settings above. Does nothing for another database."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)


def _on_connect(connection: SqliteConnection, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin on its own
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN" if is_reading() else "BEGIN IMMEDIATE")


def make_room(connection: Connection) -> None:
    """Let a transaction that writes very much keep up to 256 MB of pages in memory: indexes are written all over."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA cache_size=-256000")
