"""One way to search texts: folded, every word found wherever a word begins with it.

The index is an FTS5 table on SQLite. Words are quoted before they reach it, so nothing typed is ever read as a
query language.
"""

from collections.abc import Iterable
from typing import Final, Literal, get_args

from sqlalchemy import Integer, Select, String, Text, column, delete, false, insert, select, table
from sqlalchemy.orm import Session

from workshops.domain.folding import fold

Kind = Literal["workshop", "person", "agency", "project", "topic", "press_release"]

_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_MOST_WORDS: Final = 12
_LONGEST_QUERY: Final = 400
_LARGEST_ID: Final = 2**32 - 1

_index = table(
    "search_index",
    column("rowid", Integer),
    column("kind", String),
    column("record_id", Integer),
    column("text", Text),
)


def index_record(session: Session, *, kind: Kind, record_id: int, text: str) -> None:
    """Put the text by which a record is found into the index, in place of what stood there for it."""
    remove_record(session, kind=kind, record_id=record_id)
    values = {"rowid": _rowid(kind, record_id), "kind": kind, "record_id": record_id, "text": fold(text)}
    session.execute(insert(_index).values(values))


def index_new(session: Session, *, kind: Kind, texts: Iterable[tuple[int, str]]) -> None:
    """Put many records, by their ids, into the index that are not in it yet."""
    rows = [
        {"rowid": _rowid(kind, record_id), "kind": kind, "record_id": record_id, "text": fold(text)}
        for record_id, text in texts
    ]
    session.connection().execute(insert(_index), rows)


def remove_record(session: Session, *, kind: Kind, record_id: int) -> None:
    """Take a record out of the index, if it is there."""
    session.execute(delete(_index).where(_index.c.rowid == _rowid(kind, record_id)))


def matching_ids(*, kind: Kind, query: str, most: int | None = None) -> Select[tuple[int]]:
    """Select the ids of the records of that kind in whose text every word of the query begins a word.

    For use in a larger statement: `Workshop.id.in_(matching_ids(kind="workshop", query="oulan bat"))`.
    A query without a single letter or figure selects nothing; of a very long one, the first words count. `most` is
    for those who show a few: where more are found, only so many of the latest added are looked at.
    """
    ids = select(_index.c.rowid - _rowid(kind, 0))
    words = list(dict.fromkeys(fold(query[:_LONGEST_QUERY]).split()))[:_MOST_WORDS]
    if not words:
        return ids.where(false())
    first = _rowid(kind, 0)
    ids = ids.where(
        _index.c.text.match(" ".join(f'"{word}"*' for word in words)),
        _index.c.rowid.between(first, first + _LARGEST_ID),
    )
    return ids if most is None else ids.order_by(_index.c.rowid.desc()).limit(most)


def _rowid(kind: Kind, record_id: int) -> int:
    """A key of the record's own: by it alone FTS5 finds a row, or those of one kind, without reading their texts."""
    return _KINDS.index(kind) * (_LARGEST_ID + 1) + record_id
