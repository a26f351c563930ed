"""The files that the rows of a database speak of."""

import json
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection

from workshops.backups.rows import lines_of
from workshops.backups.tables import Table
from workshops.files import NAME
from workshops.services.workshop_documents import stored_as

_ATTACHED: Final = "document"
_LONG_WORK: Final = frozenset({"job", "job_item"})
"""Long work names its files in several columns, within JSON too: every name in its rows counts."""


def names_of(connection: Connection, tables: list[Table]) -> Iterator[str]:
    """The names in the store, each once, in the order of their tables."""
    seen: set[str] = set()
    for table in tables:
        for name in _named_by(connection, table):
            if name not in seen:
                seen.add(name)
                yield name


def _named_by(connection: Connection, table: Table) -> Iterator[str]:
    if table.name == _ATTACHED:
        place = [column.name for column in table.columns].index("storage_name")
        for line in lines_of(connection, table):
            yield stored_as(json.loads(line)[place])
    elif table.name in _LONG_WORK:
        for line in lines_of(connection, table):
            yield from (found.group() for found in NAME.finditer(line.decode()))
