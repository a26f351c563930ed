"""The full-text index in a backup: under the key of each record its words, each once and sorted.

That is all a search asks of either index. SQLite holds the folded text; PostgreSQL a `tsvector` of words, each with
the place of its kind among the kinds of record in front; before revision 0002 also a table by kind. The office of a
record, which the index of SQLite knows since revision 0014, is read from its own table. See `services/search.py`.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import Connection, inspect

from workshops.backups.tables import SEARCH
from workshops.services.search import INTO_SQLITE, KINDS, LARGEST_ID, LONGEST_WORD

_OF_A_KIND: Final = LARGEST_ID + 1
_ROWS: Final = "SELECT rowid, text FROM search_index ORDER BY rowid"
_VECTORS: Final = "SELECT rowid, array_to_string(tsvector_to_array(text), ' ') AS text FROM search_index ORDER BY rowid"
_BY_KIND: Final = (
    f"SELECT (array_position(ARRAY{list(KINDS)}, kind::text) - 1) * {_OF_A_KIND} + record_id, text"  # noqa: S608
    " FROM search_index ORDER BY 1"
)


def selecting(connection: Connection) -> str:
    """The statement that reads keys and texts in the order of the keys."""
    if connection.dialect.name == "sqlite":
        return _ROWS
    return _BY_KIND if _is_by_kind(connection) else _VECTORS


def neutral(connection: Connection, rows: Iterable[Iterable[Any]]) -> Iterator[list[Any]]:
    """Keys with their words, of what `selecting` gave."""
    is_marked = connection.dialect.name != "sqlite" and not _is_by_kind(connection)
    for key, text in rows:
        mark = len(_mark(key)) if is_marked else 0
        yield [key, " ".join(sorted({word[mark : mark + LONGEST_WORD] for word in (text or "").split()}))]


def for_sqlite(connection: Connection, rows: Iterable[list[Any]]) -> tuple[str, Iterator[dict[str, Any]]]:
    """The statement by which the index of SQLite takes rows of keys with their words, and these."""
    knows_offices = any(column["name"] == "office" for column in inspect(connection).get_columns(SEARCH))
    statement = INTO_SQLITE if knows_offices else "INSERT INTO search_index (rowid, text) VALUES (:rowid, :text)"
    return statement, ({"rowid": key, "text": text} for key, text in rows)


def for_postgresql(connection: Connection, rows: Iterable[list[Any]]) -> tuple[str, Iterator[list[Any]]]:
    """The columns of the index of PostgreSQL, and its rows of keys with their words."""
    if _is_by_kind(connection):
        return "kind, record_id, text", ([KINDS[key // _OF_A_KIND], key % _OF_A_KIND, text] for key, text in rows)
    return "rowid, text", ([key, _vector(_mark(key), text)] for key, text in rows)


def _is_by_kind(connection: Connection) -> bool:
    return any(column["name"] == "kind" for column in inspect(connection).get_columns(SEARCH))


def _mark(key: int) -> str:
    return str(key // _OF_A_KIND)


def _vector(mark: str, text: str) -> str:
    """Words as PostgreSQL reads a tsvector: each in quotation marks, those inside doubled, as backslashes are."""
    quoted = (word.replace("\\", "\\\\").replace("'", "''") for word in text.split())
    return " ".join(f"'{mark}{word}'" for word in quoted)
