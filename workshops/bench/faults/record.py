"""What truly lies in the database after a fault, held against what the site had said."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from sqlalchemy import create_engine, select, text

from workshops.bench.faults.writers import Told
from workshops.models import Workshop


@dataclass(slots=True)
class Losses:
    """What must not happen, counted over all faults."""

    lost: int = 0
    """Acknowledged and not there, or there under another reference."""
    twice: int = 0
    """There more than once."""
    unwanted: int = 0
    """Refused and there all the same."""
    acknowledged: int = 0
    unanswered: int = 0


class Record:
    """The workshops of a database, read past the site."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._engine.dispose()

    def references(self) -> dict[str, list[str]]:
        """The references under each title."""
        found: dict[str, list[str]] = {}
        with self._engine.connect() as connection:
            for title, reference in connection.execute(select(Workshop.title, Workshop.reference)):
                found.setdefault(title, []).append(reference)
        return found

    def is_whole(self) -> bool:
        """Whether the database finds itself in order: its tables, and every index against its table."""
        with self._engine.connect() as connection:
            if self._engine.dialect.name == "sqlite":
                said = connection.execute(text("PRAGMA integrity_check")).scalars().all()
                return list(said) == ["ok"] and not connection.execute(text("PRAGMA foreign_key_check")).all()
            connection.execute(text("CREATE EXTENSION IF NOT EXISTS amcheck"))
            connection.execute(text(_EVERY_INDEX))
        return True


_EVERY_INDEX = """
SELECT bt_index_parent_check(index => c.oid, heapallindexed => true) FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE a.amname = 'btree' AND n.nspname = 'public' AND c.relpersistence = 'p' AND i.indisvalid
"""


def count(losses: Losses, told: Iterable[Told], there: dict[str, list[str]]) -> None:
    """Add to `losses` what is wrong with the record in the light of what was told."""
    given = Counter(reference for references in there.values() for reference in references)
    losses.twice += sum(times - 1 for times in given.values())  # a number that was given twice
    for each in told:
        losses.acknowledged += len(each.saved)
        losses.unanswered += len(each.open)
        losses.lost += sum(reference not in there.get(title, ()) for title, reference in each.saved.items())
        losses.unwanted += sum(title in there for title in each.unsaved)
        for title in (*each.saved, *each.open):
            losses.twice += max(0, len(there.get(title, ())) - 1)
