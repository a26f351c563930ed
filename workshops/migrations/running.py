"""Runs the migrations on a database: all of them in one transaction, so that it ends in the old state or the new one.

That holds for a sudden end of the process too: SQLite and PostgreSQL both undo a transaction that was not committed,
changed tables included.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from workshops import migrations, postgresql
from workshops.migrations.collations import compare_by_code

HEAD: Final = "head"
_LOCK: Final = 0x776F726B  # any number of our own: "work"


class BrokenLinks(Exception):
    """A migration left rows that point to rows which are not there; it is undone. The text names the tables."""


def upgrade(engine: Engine, to: str = HEAD) -> None:
    """Bring the database to a revision, or leave it as it was. Machines that start at once wait for each other.

    Raises what a migration raises, and `BrokenLinks`.
    """
    with engine.connect() as connection, without_foreign_keys(connection), connection.begin():
        take_turn(connection)
        run(connection, to)
        check_links(connection)


def take_turn(connection: Connection) -> None:
    """Wait until no other machine changes the tables; ours is the turn until this transaction ends."""
    postgresql.take_time(connection)
    if connection.dialect.name == postgresql.NAME:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def run(connection: Connection, to: str = HEAD) -> None:
    """Run the steps up to a revision inside the transaction of this connection, which the caller ends."""
    script = ScriptDirectory(str(migrations.VERSIONS.parent), version_locations=[str(migrations.VERSIONS)])

    def steps(revision: Any, _context: object) -> Any:
        return script._upgrade_revs(to, revision)

    with EnvironmentContext(Config(), script, fn=steps, destination_rev=to) as environment:
        environment.configure(
            connection=connection,
            transactional_ddl=True,  # true of SQLite too: see sqlite.py
            on_version_apply=compare_by_code,
        )
        environment.run_migrations()


@contextmanager
def without_foreign_keys(connection: Connection) -> Iterator[None]:
    """No foreign keys on SQLite inside the block, which has to begin outside a transaction.

    To change a table SQLite makes it anew and drops the old one, and a drop deletes what points to its rows.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def check_links(connection: Connection) -> None:
    """Look whether every row that points to another finds it, where SQLite was told not to. Raises `BrokenLinks`."""
    if connection.dialect.name != "sqlite":
        return
    broken = {(child, parent) for child, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check")}
    if broken:
        raise BrokenLinks(", ".join(f"{child} to {parent}" for child, parent in sorted(broken)))
