"""One way to search texts: folded, every word found wherever a word begins with it.

The index is an FTS5 table on SQLite, a tsvector with a GIN index on PostgreSQL. Words are made here, by `fold`, for
both: it takes accents and case away, so nothing like PostgreSQL's `unaccent` is needed, and neither database's own
idea of what a number, an e-mail or an abbreviation is has a say. Words are quoted before they reach the index, so
nothing typed is ever read as a query language.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, get_args

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Dialect,
    Integer,
    Select,
    Text,
    TypeDecorator,
    bindparam,
    cast,
    column,
    delete,
    false,
    func,
    insert,
    select,
    table,
    text,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from workshops.domain.folding import fold

Kind = Literal["workshop", "person", "agency", "project", "topic", "press_release"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""Their order is part of the keys of the index: a new kind goes to the end."""
_MOST_WORDS: Final = 12
_MOST_TOGETHER: Final = 2_000
_LONGEST_QUERY: Final = 400
LONGEST_WORD: Final = 200
_LONGEST_TEXT: Final = 200_000  # characters: PostgreSQL takes a megabyte of words for a record
LARGEST_ID: Final = 2**32 - 1

_index = table("search_index", column("rowid", BigInteger), column("text", Text))


class _Words(TypeDecorator[tuple[str, ...]]):
    """Words of a query as the database wants them quoted, each to be the beginning of a word. The first is the kind."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        kind, *words = value
        if dialect.name == "sqlite":
            return " ".join(f'"{word}"*' for word in words)
        return " & ".join(f"'{kind}{word}':*" for word in words)


class _has_words(FunctionElement[bool]):
    """Whether each of the words begins a word of the text: (column, words)."""

    inherit_cache = True


@compiles(_has_words, "sqlite")
def _in_fts5(element: _has_words, compiler: SQLCompiler, **kw: Any) -> str:
    text, words = element.clauses
    return f"{compiler.process(text, **kw)} MATCH {compiler.process(words, **kw)}"


@compiles(_has_words, "postgresql")
def _in_tsvector(element: _has_words, compiler: SQLCompiler, **kw: Any) -> str:
    text, words = element.clauses
    return f"{compiler.process(text, **kw)} @@ CAST({compiler.process(words, **kw)} AS tsquery)"


def index_record(session: Session, *, kind: Kind, record_id: int, text: str) -> None:
    """Put the text by which a record is found into the index, in place of what stood there for it."""
    remove_record(session, kind=kind, record_id=record_id)
    index_new(session, kind=kind, texts=[(record_id, text)])


def index_again(session: Session, *, kind: Kind, texts: Sequence[tuple[int, str]]) -> None:
    """The same for many records at once, some hundreds at most."""
    rowids = [_rowid(kind, record_id) for record_id, _text in texts]
    session.execute(delete(_index).where(_index.c.rowid.in_(rowids)))
    index_new(session, kind=kind, texts=texts)


def index_new(session: Session, *, kind: Kind, texts: Iterable[tuple[int, str]]) -> None:
    """Put many records, by their ids, into the index that are not in it yet."""
    first = _rowid(kind, 0)
    rows = [{"rowid": first + record_id, "text": fold(text)[:_LONGEST_TEXT]} for record_id, text in texts]
    statement = insert(_index)
    if _is_postgresql(session):
        words = func.array_to_tsvector(bindparam("text", type_=ARRAY(Text)))
        statement = statement.values(rowid=bindparam("rowid"), text=words)
        for row in rows:
            row["text"] = list(dict.fromkeys(_words_of(kind, str(row["text"]))))
    session.connection().execute(statement, rows)


def texts_of(session: Session, *, kind: Kind) -> Iterator[tuple[int, str]]:
    """What is in the index for the records of that kind, by their ids: enough to put it into another database."""
    first, text = _rowid(kind, 0), cast(_index.c.text, Text)
    if _is_postgresql(session):
        text = cast(func.array_to_string(func.tsvector_to_array(_index.c.text), " "), Text)
    here = _index.c.rowid.between(first, first + LARGEST_ID)
    for record_id, words in session.execute(select(_index.c.rowid - first, text).where(here).order_by(_index.c.rowid)):
        kept = (word.removeprefix(_mark(kind)) for word in words.split()) if _is_postgresql(session) else (words,)
        yield record_id, " ".join(kept)


def remove_record(session: Session, *, kind: Kind, record_id: int) -> None:
    """Take a record out of the index, if it is there."""
    session.execute(delete(_index).where(_index.c.rowid == _rowid(kind, record_id)))


def let_go_of_removed(session: Session) -> None:
    """Let the index of SQLite drop the words of what was removed, which it keeps until its parts are put together."""
    session.execute(text("INSERT INTO search_index(search_index) VALUES ('optimize')"))


def found_together(
    session: Session, *, kinds: Sequence[Kind], query: str, most: int | None
) -> Mapping[Kind, Sequence[int]]:
    """The ids that `matching_ids` selects for several kinds, which follow each other in `KINDS`, read in one go.

    However few it finds of a kind, SQLite has to go through all texts with a common word, so it does that once. Some
    2,000 are read, those of the last kind and the latest added first: a kind of which there may be more is left out
    unless these are the `most` that are looked at. So are all on PostgreSQL, whose index keeps the words of each kind
    apart.
    """
    wanted = _wanted(kinds[0], query)
    if _is_postgresql(session):
        return {}
    found: dict[Kind, list[int]] = {kind: [] for kind in kinds}
    if len(wanted) == 1:
        return found
    here = _index.c.rowid.between(_rowid(kinds[0], 0), _rowid(kinds[-1], LARGEST_ID))
    rowids = select(_index.c.rowid).where(_matches(wanted), here).order_by(_index.c.rowid.desc()).limit(_MOST_TOGETHER)
    rows = session.scalars(rowids).all()
    for rowid in rows:
        place, record_id = divmod(rowid, LARGEST_ID + 1)
        found[KINDS[place]].append(record_id)
    last = KINDS.index(kinds[0]) - 1 if len(rows) < _MOST_TOGETHER else place
    return {
        kind: ids[:most]
        for kind, ids in found.items()
        if KINDS.index(kind) > last or (most is not None and len(ids) >= most)
    }


def matching_ids(*, kind: Kind, query: str, most: int | None = None) -> Select[int]:
    """Select the ids of the records of that kind in whose text every word of the query begins a word.

    For use in a larger statement: `Workshop.id.in_(matching_ids(kind="workshop", query="oulan bat"))`.
    A query without a single letter or figure selects nothing; of a very long one, the first words count. `most` is
    for those who show a few: where more are found, only so many of the latest added are looked at.
    """
    first = _rowid(kind, 0)
    ids = select(cast(_index.c.rowid - first, Integer))
    wanted = _wanted(kind, query)
    if len(wanted) == 1:
        return ids.where(false())
    ids = ids.where(_matches(wanted), _index.c.rowid.between(first, first + LARGEST_ID))
    return ids if most is None else ids.order_by(_index.c.rowid.desc()).limit(most)


def _wanted(kind: Kind, query: str) -> tuple[str, ...]:
    """The mark of the kind and the words of a query: of a very long one, the first."""
    words = dict.fromkeys(word[:LONGEST_WORD] for word in fold(query[:_LONGEST_QUERY]).split())
    return (_mark(kind), *words)[: _MOST_WORDS + 1]


def _matches(wanted: tuple[str, ...]) -> _has_words:
    return _has_words(_index.c.text, bindparam("words", wanted, type_=_Words, unique=True))


def _words_of(kind: Kind, folded: str) -> Iterator[str]:
    """The words that PostgreSQL keeps of a text: marked by the kind, so that those of one kind lie together."""
    return (f"{_mark(kind)}{word[:LONGEST_WORD]}" for word in folded.split())


def _mark(kind: Kind) -> str:
    return str(KINDS.index(kind))


def _rowid(kind: Kind, record_id: int) -> int:
    """A key of the record's own: by it alone a row is found, or those of one kind, without reading their texts."""
    return KINDS.index(kind) * (LARGEST_ID + 1) + record_id


def _is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"
