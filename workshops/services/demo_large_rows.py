"""Rows for many tables at once, sent to the database some thousands at a time."""

from collections import defaultdict
from typing import Any, Final

from sqlalchemy import Table
from sqlalchemy.orm import Session

from workshops.models import Base
from workshops.services import training_facts
from workshops.services.bulk import BulkTable, number_on
from workshops.services.search import Kind, index_new

_AT_ONCE: Final = 100_000


class Rows:
    """Collects rows; a table they point to is always written before them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._tables: dict[Table, BulkTable] = {}
        self._texts: defaultdict[Kind, list[tuple[int, str]]] = defaultdict(list)
        self._count = 0

    def add(self, model: type[Base] | Table, **values: Any) -> None:
        """A row of a table; those of one table name the same columns."""
        table = model if isinstance(model, Table) else model.__table__
        if table not in self._tables:
            assert isinstance(table, Table)  # noqa: S101 - not a join
            self._tables[table] = BulkTable(self._session.connection(), table, values)
        self._tables[table].add(values)
        self._count += 1

    def index(self, kind: Kind, record_id: int, text: str) -> None:
        """The text by which a record is found. It is the last that is said of a record."""
        self._texts[kind].append((record_id, text))
        if self._count >= _AT_ONCE:
            self.send()

    def send(self) -> None:
        """Write what was collected."""
        for table in Base.metadata.sorted_tables:
            if table in self._tables:
                self._tables[table].write()
        training_facts.refresh(self._session, [record_id for record_id, _text in self._texts.get("workshop", ())])
        for kind, texts in self._texts.items():
            index_new(self._session, kind=kind, texts=texts)
        self._texts.clear()
        self._count = 0

    def finish(self) -> None:
        """Write the rest."""
        self.send()
        for table in self._tables:
            if table.autoincrement_column is not None:
                number_on(self._session.connection(), table)
