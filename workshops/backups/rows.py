"""Rows out of a database and into one, as streams: memory stays the same however many there are."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from types import NoneType
from typing import Any, Final

from sqlalchemy import Connection

from workshops.backups import words
from workshops.backups.kinds import VALUES, amends_sqlite, reading, writing_sqlite
from workshops.backups.tables import SEARCH, Table

AT_A_TIME: Final = 2_000
STREAMED: Final = {"stream_results": True, "max_row_buffer": AT_A_TIME}
Row = Sequence[Any]

_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_decode: Final = json.JSONDecoder().decode


class WrongRow(Exception):
    """A line of a backup does not hold a row of its table; the text says why."""


class Measured:
    """Passes lines on and knows how many they were, their bytes, and their hash."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = lines
        self._hash = hashlib.sha256()
        self.rows = 0
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        for line in self._lines:
            self._hash.update(line)
            self.rows += 1
            self.size += len(line)
            yield line

    @property
    def sha256(self) -> str:
        """The hash of what went by, as hexadecimal digits."""
        return self._hash.hexdigest()


def lines_of(connection: Connection, table: Table) -> Iterator[bytes]:
    """All rows of a table, sorted by its key, each as a line of JSON: the same from either database."""
    for row in _rows_of(connection, table):
        yield f"{_encode(row)}\n".encode()


def write_lines(connection: Connection, table: Table, lines: Iterable[bytes]) -> None:
    """Put the rows that these lines hold into an empty table. Raises `WrongRow`."""
    rows = _rows_in(lines, table)
    if connection.dialect.name == "sqlite":
        _write_sqlite(connection, table, rows)
    else:
        _write_postgresql(connection, table, rows)


def digest_of(connection: Connection, table: Table) -> Measured:
    """Rows, bytes and hash of a table as a backup of it would hold them."""
    measured = Measured(lines_of(connection, table))
    for _line in measured:
        pass
    return measured


def _rows_of(connection: Connection, table: Table) -> Iterator[list[Any]]:
    if table.name == SEARCH:
        found = connection.exec_driver_sql(words.selecting(connection), execution_options=STREAMED)
        for rows in found.partitions(AT_A_TIME):
            yield from words.neutral(connection, rows)
        return
    quote, dialect = connection.dialect.identifier_preparer.quote, connection.dialect.name
    columns = ", ".join(reading(column, quote(column.name), dialect) for column in table.columns)
    order = ", ".join(map(quote, table.key))
    select = f"SELECT {columns} FROM {quote(table.name)} ORDER BY {order}"  # noqa: S608 - names of the database itself
    found = connection.exec_driver_sql(select, execution_options=STREAMED)
    amends = [(place, amends_sqlite(column)) for place, column in enumerate(table.columns)]
    wanted = [(place, amend) for place, amend in amends if amend and dialect == "sqlite"]
    for rows in found.partitions(AT_A_TIME):
        yield from _amended(rows, wanted) if wanted else map(list, rows)


def _amended(rows: Iterable[Iterable[Any]], amends: Sequence[tuple[int, Callable[[Any], Any]]]) -> Iterator[list[Any]]:
    for given in rows:
        row = list(given)
        for place, amend in amends:
            row[place] = amend(row[place])
        yield row


def _rows_in(lines: Iterable[bytes], table: Table) -> Iterator[list[Any]]:
    """The rows in these lines: each as many values as columns, each value of its column's type."""
    types = [VALUES[column.kind] for column in table.columns]
    fitting: set[tuple[type, ...]] = set()  # few combinations in a table: each is looked at once
    for line in lines:
        try:
            row = _decode(line.decode())
        except ValueError:
            raise WrongRow(f"{table.name}: a line is not JSON") from None
        if not isinstance(row, list) or len(row) != len(types):
            raise WrongRow(f"{table.name}: a line has not {len(types)} values")
        given = tuple(map(type, row))
        if given not in fitting:
            for column, value, wanted in zip(table.columns, given, types, strict=True):
                if value not in (wanted, NoneType):
                    raise WrongRow(f"{table.name}.{column.name}: a value is not of kind {column.kind}")
            fitting.add(given)
        yield row


def _write_sqlite(connection: Connection, table: Table, rows: Iterator[list[Any]]) -> None:
    quote = connection.dialect.identifier_preparer.quote
    names = [quote(column.name) for column in table.columns]
    values = [writing_sqlite(column) for column in table.columns]
    insert = f"INSERT INTO {quote(table.name)} ({', '.join(names)}) VALUES ({', '.join(values)})"  # noqa: S608
    taken: Iterator[Any] = rows
    if table.name == SEARCH:
        insert, taken = words.for_sqlite(connection, rows)
    driver: Any = connection.connection.driver_connection
    while batch := list(islice(taken, AT_A_TIME)):
        driver.executemany(insert, batch)


def _write_postgresql(connection: Connection, table: Table, rows: Iterable[list[Any]]) -> None:
    quote = connection.dialect.identifier_preparer.quote
    names = ", ".join(quote(column.name) for column in table.columns)
    if table.name == SEARCH:
        names, rows = words.for_postgresql(connection, rows)
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {quote(table.name)} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
