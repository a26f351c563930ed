"""Many rows at once, without what an insert by SQLAlchemy costs for each of them.

SQLite gets plain tuples for one prepared statement, PostgreSQL a COPY. Values are made those of the database by the
types of the columns; what rows leave out comes from the columns' defaults, which are worked out once for all of them.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, func, insert, select


class BulkTable:
    """Takes the rows of one table. Each of them has to give all the columns that `given` names, and no others."""

    def __init__(self, connection: Connection, table: Table, given: Collection[str]) -> None:
        self._connection, self._table = connection, table
        dialect = connection.dialect
        columns = [column for column in table.columns if column.name in given or column.default is not None]
        self._defaults = {column.name: _default(column, dialect) for column in columns}
        self._processors = [
            (column.name, process)
            for column in columns
            if column.name in given and (process := column.type.dialect_impl(dialect).bind_processor(dialect))
        ]
        self._rows: list[Sequence[Any]] = []

    def add(self, values: Mapping[str, Any]) -> None:
        """Take a row."""
        row = {**self._defaults, **values}
        for name, process in self._processors:
            row[name] = process(row[name])
        self._rows.append(tuple(row.values()))

    def write(self) -> None:
        """Write the rows taken since the last time."""
        rows, self._rows = self._rows, []
        if rows and self._connection.dialect.name == "postgresql":
            self._copy(rows)
        elif rows:
            statement = insert(self._table).compile(dialect=self._connection.dialect, column_keys=[*self._defaults])
            self._connection.exec_driver_sql(str(statement), rows)

    def _copy(self, rows: Sequence[Sequence[Any]]) -> None:
        quoted = self._connection.dialect.identifier_preparer
        names = ", ".join(quoted.quote(name) for name in self._defaults)
        into = f"COPY {quoted.format_table(self._table)} ({names}) FROM STDIN"
        cursor: Any = self._connection.connection.cursor()  # psycopg's
        with cursor, cursor.copy(into) as copy:
            for row in rows:
                copy.write_row(row)


def number_on(connection: Connection, table: Table) -> None:
    """Let new ids follow those that rows brought along: PostgreSQL counts apart and would give them once more."""
    if connection.dialect.name == "postgresql":
        newest = select(func.max(table.c.id)).scalar_subquery()
        connection.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), newest)))


def _default(column: Column[Any], dialect: Dialect) -> Any:
    """The default of a column as the database takes it, None without one."""
    if column.default is None:
        return None
    value: Any = column.default.arg  # type: ignore[attr-defined]
    process = column.type.dialect_impl(dialect).bind_processor(dialect)
    value = value(None) if callable(value) else value  # SQLAlchemy's defaults take a context
    return process(value) if process else value
