"""One way to search texts: folded, every word found wherever a word begins with it.

The index is an FTS5 table on SQLite, a tsvector with a GIN index on PostgreSQL. Words are made here, by `fold`, for
both: it takes accents and case away, so nothing like PostgreSQL's `unaccent` is needed, and neither database's own
idea of what a number, an e-mail or an abbreviation is has a say. Words are quoted before they reach the index, so
nothing typed is ever read as a query language.

SQLite keeps a list of records for every beginning of a word of up to 12 letters, and for each office: what many
records have costs no more than what is read of it, the latest added first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, get_args

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
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
    true,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from workshops.domain.folding import fold
from workshops.models import Person, Workshop

Kind = Literal["workshop", "person", "agency", "project", "topic", "press_release"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""Their order is part of the keys of the index: a new kind goes to the end."""
_MOST_WORDS: Final = 12
_LONGEST_QUERY: Final = 400
LONGEST_WORD: Final = 200
_LONGEST_TEXT: Final = 200_000  # characters: PostgreSQL takes a megabyte of words for a record
LARGEST_ID: Final = 2**32 - 1

_index = table("search_index", column("rowid", BigInteger), column("text", Text), column("office", Text))
_OF_OFFICES: Final[Mapping[Kind, type[Workshop] | type[Person]]] = {"workshop": Workshop, "person": Person}
INTO_SQLITE: Final = (
    f"INSERT INTO search_index (rowid, text, office) VALUES (:rowid, :text, CASE :rowid / {LARGEST_ID + 1}"  # noqa: S608
    + "".join(
        f" WHEN {KINDS.index(kind)} THEN (SELECT char(31) || office_id || char(31)"  # noqa: S608 - names of our own
        f" FROM {model.__tablename__} WHERE id = :rowid % {LARGEST_ID + 1})"
        for kind, model in _OF_OFFICES.items()
    )
    + " END)"
)
"""How the index of SQLite takes a text: with the office of its record, as a word that nobody can type."""


class _Wanted(NamedTuple):
    """The words of a query for records of a kind, of an office or of all."""

    kind: Kind
    words: tuple[str, ...]
    office_id: int | None = None


class _Words(TypeDecorator[_Wanted]):
    """Words of a query as the database wants them quoted, each to be the beginning of a word."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: _Wanted | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if dialect.name != "sqlite":
            return " & ".join(f"'{_mark(value.kind)}{word}':*" for word in value.words)
        office = [] if value.office_id is None else [f'"\x1f{value.office_id}\x1f"']
        return " ".join([*office, *(f'"{word}"*' for word in value.words)])


class _has_words(FunctionElement[bool]):
    """Whether a record has all that is wanted: (column, words, whether it is of the office)."""

    inherit_cache = True


@compiles(_has_words, "sqlite")
def _in_fts5(element: _has_words, compiler: SQLCompiler, **kw: Any) -> str:
    return f"search_index MATCH {compiler.process(list(element.clauses)[1], **kw)}"  # the office is one of the words


@compiles(_has_words, "postgresql")
def _in_tsvector(element: _has_words, compiler: SQLCompiler, **kw: Any) -> str:
    text, words, office = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"({text} @@ CAST({words} AS tsquery) AND {office})"


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
    """Put many records, by their ids, into the index that are not in it yet. They are in their tables already."""
    first = _rowid(kind, 0)
    rows: list[dict[str, Any]] = [
        {"rowid": first + record_id, "text": fold(text)[:_LONGEST_TEXT]} for record_id, text in texts
    ]
    if _is_postgresql(session):
        words = func.array_to_tsvector(bindparam("text", type_=ARRAY(Text)))
        for row in rows:
            row["text"] = list(dict.fromkeys(_words_of(kind, row["text"])))
        session.connection().execute(insert(_index).values(rowid=bindparam("rowid"), text=words), rows)
    else:
        session.connection().execute(text(INTO_SQLITE), rows)


def remove_record(session: Session, *, kind: Kind, record_id: int) -> None:
    """Take a record out of the index, if it is there."""
    session.execute(delete(_index).where(_index.c.rowid == _rowid(kind, record_id)))


def let_go_of_removed(session: Session) -> None:
    """Let the index of SQLite drop the words of what was removed, which it keeps until its parts are put together."""
    session.execute(text("INSERT INTO search_index(search_index) VALUES ('optimize')"))


def matching_ids(*, kind: Kind, query: str, most: int | None = None, office_id: int | None = None) -> Select[int]:
    """Select the ids of the records of that kind in whose text every word of the query begins a word.

    For use in a larger statement: `Workshop.id.in_(matching_ids(kind="workshop", query="oulan bat"))`.
    A query without a single letter or figure selects nothing; of a very long one, the first words count. Of workshops
    and people only those of `office_id` are selected where it is given: whoever asks for one office says so, since
    its records are not looked for among those of all. `most` is for those who show a few: where more are found, only
    so many of the latest added are looked at.
    """
    first = _rowid(kind, 0)
    ids = select(cast(_index.c.rowid - first, Integer))
    folded = dict.fromkeys(word[:LONGEST_WORD] for word in fold(query[:_LONGEST_QUERY]).split())
    if not folded:
        return ids.where(false())
    wanted = _Wanted(kind, tuple(folded)[:_MOST_WORDS], office_id if kind in _OF_OFFICES else None)
    of_office: ColumnElement[bool] = true()
    if wanted.office_id is not None:
        model = _OF_OFFICES[kind]
        of_office = (_index.c.rowid - first).in_(select(model.id).where(model.office_id == office_id))
    words = bindparam("words", wanted, type_=_Words, unique=True)
    ids = ids.where(_has_words(_index.c.text, words, of_office), _index.c.rowid.between(first, first + LARGEST_ID))
    return ids if most is None else ids.order_by(_index.c.rowid.desc()).limit(most)


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
