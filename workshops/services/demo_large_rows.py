"""Rows for many tables at once, sent to the database some thousands at a time."""

from collections import defaultdict
from typing import Any, Final

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from workshops.models import Base
from workshops.services import training_facts
from workshops.services.search import Kind, index_new

_AT_ONCE: Final = 20_000


class Rows:
    """Collects rows; a table they point to is always written before them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: defaultdict[Table, list[dict[str, Any]]] = defaultdict(list)
        self._texts: defaultdict[Kind, list[tuple[int, str]]] = defaultdict(list)
        self._count = 0

    def add(self, model: type[Base] | Table, **values: Any) -> None:
        """A row of a table; those of one table name the same columns."""
        table = model if isinstance(model, Table) else model.__table__
        assert isinstance(table, Table)  # noqa: S101 - not a join
        self._rows[table].append(values)
        self._count += 1
        if self._count >= _AT_ONCE:
            self.send()

    def index(self, kind: Kind, record_id: int, text: str) -> None:
        """The text by which a record is found."""
        self._texts[kind].append((record_id, text))

    def send(self) -> None:
        """Write what was collected."""
        for table in Base.metadata.sorted_tables:
            if rows := self._rows.pop(table, None):
                self._session.connection().execute(insert(table), rows)
        training_facts.refresh(self._session, [record_id for record_id, _text in self._texts.get("workshop", ())])
        for kind, texts in self._texts.items():
            index_new(self._session, kind=kind, texts=texts)
        self._texts.clear()
        self._count = 0
