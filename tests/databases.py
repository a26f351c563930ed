"""The database that tests run on: SQLite, or with `--database=postgresql` a PostgreSQL started for the run."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Final

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy import Engine, create_engine

from workshops import postgresql, sqlite
from workshops.launching import temporary_postgresql
from workshops.migrations import running
from workshops.setting_kinds import SQLITE

VARIABLE: Final = "POSTGRESQL_FOR_TESTS"
"""Tells the processes that share the tests where the server is: any of its databases."""
TEMPLATE: Final = "migrated"
SETTING: Final = "WORKSHOPS_DATABASE_URL"


class Databases:
    """Makes databases for tests. Each is given as the variables that name it: `load_settings({**new, ...}, folder)`."""

    def __init__(self, folder: Path, worker: str) -> None:
        self._folder, self._worker = folder, worker
        self._server = os.environ.get(VARIABLE, "")
        self._numbers = count(1)

    @property
    def is_postgresql(self) -> bool:
        """Whether they are PostgreSQL's."""
        return bool(self._server)

    def empty(self) -> dict[str, str]:
        """One without tables."""
        return self._made("template0")

    def migrated(self) -> dict[str, str]:
        """One with all tables and no records."""
        return self._made(TEMPLATE)

    def take_away(self, url: str) -> None:
        """Make that database of ours one that cannot be opened."""
        if self._server:
            with closing(psycopg.connect(self._server, autocommit=True)) as connection:
                connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(url.rpartition("/")[2])))
            return
        path = Path(url.removeprefix(SQLITE))
        path.unlink()
        path.mkdir()

    def _made(self, template: str) -> dict[str, str]:
        name = f"{self._worker}_{next(self._numbers)}"
        if self._server:
            with closing(psycopg.connect(self._server, autocommit=True)) as connection:
                connection.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
            return {SETTING: self._server.rpartition("/")[0] + f"/{name}"}
        path = self._folder / f"{name}.sqlite"
        if template == TEMPLATE:
            shutil.copyfile(self._migrated_file(), path)
        return {SETTING: f"sqlite:///{path}"}

    def _migrated_file(self) -> Path:
        path = self._folder / f"{TEMPLATE}.sqlite"
        if not path.exists():
            engine = create_engine(f"sqlite:///{path}")
            sqlite.set_up(engine)
            _migrate(engine)
        return path


@contextmanager
def postgresql_for_tests() -> Iterator[None]:
    """Run a PostgreSQL with a migrated template for this process and its children."""
    with temporary_postgresql.running() as server:
        options = postgresql.engine_options(server.create(TEMPLATE), threads=1)
        _migrate(create_engine(**options))
        os.environ[VARIABLE] = server.url("postgres")
        yield
        del os.environ[VARIABLE]


def belongs_to(item: pytest.Item, database: str) -> bool:
    """Whether a test is run on that database.

    On PostgreSQL: those that ask for a database, in a browser only those that say so. On SQLite: all but those for
    PostgreSQL alone.
    """
    if item.get_closest_marker("postgresql") is not None:
        return database == "postgresql"
    if database == "sqlite":
        return True
    if "browser" in item.path.parts:
        return item.get_closest_marker("both_databases") is not None
    return "databases" in getattr(item, "fixturenames", ())


def _migrate(engine: Engine) -> None:
    running.upgrade(engine)
    engine.dispose()
