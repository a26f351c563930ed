"""What columns hold, said in the same way whichever database it comes from and goes to.

| kind | in a backup |
| --- | --- |
| integer, float, boolean, text | the JSON value |
| decimal | text with all its places: "1250.00" |
| date, time | text: "2026-05-03", "09:30:00.000000" |
| moment | text, in UTC: "2026-05-03T09:30:00.000000Z" |
| json | text that holds the JSON document, so that its null is not the null of the column |
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import JSON, Boolean, Date, DateTime, Float, Integer, Numeric, String, Time
from sqlalchemy.types import TypeEngine


class Kind(StrEnum):
    """What a column holds."""

    INTEGER = "integer"
    TEXT = "text"
    BOOLEAN = "boolean"
    FLOAT = "float"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name and kind; `places` after the point are those of a decimal."""

    name: str
    kind: Kind
    places: int = 0


# the first that fits counts: an SQL float is a Numeric for SQLAlchemy
_KINDS: Final[tuple[tuple[type[TypeEngine[Any]], Kind], ...]] = (
    (Boolean, Kind.BOOLEAN),
    (Integer, Kind.INTEGER),
    (JSON, Kind.JSON),
    (DateTime, Kind.MOMENT),
    (Date, Kind.DATE),
    (Time, Kind.TIME),
    (Float, Kind.FLOAT),
    (Numeric, Kind.DECIMAL),
    (String, Kind.TEXT),
)

VALUES: Final[dict[Kind, type]] = {kind: str for kind in Kind} | {
    Kind.INTEGER: int,
    Kind.BOOLEAN: bool,
    Kind.FLOAT: float,
}
"""The Python type of what stands in a backup for a column of that kind."""

_READ: Final[dict[str, dict[Kind, str]]] = {
    "sqlite": {
        Kind.MOMENT: "replace(substr({0} || '.000000', 1, 26), ' ', 'T') || 'Z'",
        Kind.TIME: "substr({0} || '.000000', 1, 15)",
        Kind.DECIMAL: "CASE WHEN {0} IS NOT NULL THEN printf('%.{1}f', {0}) END",
    },
    "postgresql": {
        Kind.MOMENT: """to_char({0} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""",
        Kind.DATE: "to_char({0}, 'YYYY-MM-DD')",
        Kind.TIME: "to_char({0}, 'HH24:MI:SS.US')",
        Kind.DECIMAL: "CAST({0} AS text)",
        Kind.JSON: "CAST({0} AS text)",
    },
}
_WRITE_SQLITE: Final = {
    Kind.MOMENT: "replace(substr(?, 1, 26), 'T', ' ')",
    Kind.DECIMAL: "CAST(? AS REAL)",
}


def column_of(name: str, type_: TypeEngine[Any]) -> Column:
    """The column as a backup speaks of it. Raises `TypeError` for a type that has no kind yet."""
    for known, kind in _KINDS:
        if isinstance(type_, known):
            return Column(name, kind, (getattr(type_, "scale", 0) or 0) if kind is Kind.DECIMAL else 0)
    raise TypeError(f"no kind for {name}: {type_!r}")


def reading(column: Column, quoted: str, dialect: str) -> str:
    """The SQL that reads a column; `quoted` is its name as the database wants it."""
    return _READ[dialect].get(column.kind, "{0}").format(quoted, column.places)


def writing_sqlite(column: Column) -> str:
    """The SQL that writes a parameter into a column of SQLite. PostgreSQL reads all kinds as they are."""
    return _WRITE_SQLITE.get(column.kind, "?")


def amends_sqlite(column: Column) -> Callable[[Any], Any] | None:
    """What makes the value of a kind out of what SQLite gives, which has no booleans and keeps a JSON 5 as number 5."""
    return {Kind.BOOLEAN: _boolean, Kind.JSON: _document}.get(column.kind)


def _boolean(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _document(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value)
