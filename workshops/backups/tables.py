"""The tables of a database as backups speak of them, found by looking at it: of whichever version it is."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, MetaData, inspect

from workshops.backups.kinds import Column, Kind, column_of

REVISIONS: Final = "alembic_version"
SEARCH: Final = "search_index"
PASSING: Final = frozenset({"sign_in", "sign_in_try", "form_submission", "job_worker"})
"""Tables whose rows stay behind: who is signed in just now, forms just sent, workers just seen. A session that was
ended must not come back to life with an old backup."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns by name, so in the same order everywhere, and the columns its rows are sorted by."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]


SEARCH_TABLE: Final = Table(SEARCH, (Column("rowid", Kind.INTEGER), Column("text", Kind.TEXT)), ("rowid",))
"""The full-text index; `words.py` says what it holds in a backup."""


def revision_of(connection: Connection) -> str | None:
    """The revision of the tables; None where there are none of ours."""
    if not inspect(connection).has_table(REVISIONS):
        return None
    revision: str | None = connection.exec_driver_sql(f"SELECT version_num FROM {REVISIONS}").scalar()  # noqa: S608
    return revision


def names_of(connection: Connection) -> list[str]:
    """The names of all tables, without those in which a database keeps its full-text index."""
    return [name for name in inspect(connection).get_table_names() if not name.startswith(f"{SEARCH}_")]


def tables_of(connection: Connection, *, without: Collection[str] = ()) -> list[Table]:
    """All tables whose rows belong into a backup; one comes after those its rows point to.

    Raises `TypeError` for a column of a type that backups do not know.
    """
    left_out = {REVISIONS, SEARCH, *PASSING, *without}
    metadata = MetaData()
    metadata.reflect(connection, only=[name for name in names_of(connection) if name not in left_out])
    tables = [
        Table(
            table.name,
            tuple(sorted((column_of(each.name, each.type) for each in table.columns), key=lambda column: column.name)),
            tuple(column.name for column in table.primary_key.columns),
        )
        for table in metadata.sorted_tables
        if table.name not in left_out
    ]
    return [*tables, SEARCH_TABLE]
