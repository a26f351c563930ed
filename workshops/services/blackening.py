"""Blacks out the words by which an erased person was known, wherever texts of their office still hold them."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import JSON, ColumnElement, String, Table, cast, or_, select, true, update
from sqlalchemy.orm import Session

from workshops.models import Base

BLACK: Final = "█"
_LEAST: Final = 6  # characters of a word that is looked for
_UNTOUCHED: Final = frozenset({"person", "user", "office", "agency", "country", "sign_in", "api_token", "act"})
"""Other people of the same name, and what is no text of the office."""


def words_of(person: dict[str, Any]) -> list[str]:
    """What tells one person from others: names of several words, e-mail, phone. A single word may be any word."""
    names = [text for text in (person["full_name"], person["native_name"]) if len(text.split()) > 1]
    known = [*names, person["email"], person["phone"]]
    return sorted({text for text in known if len(text) >= _LEAST}, key=len, reverse=True)


def black_out(session: Session, *, office_id: int, words: list[str]) -> int:
    """Put blocks of the same length in the place of the words; gives the number of rows that held one."""
    if not words:
        return 0
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words), re.IGNORECASE)
    return sum(
        _black_out(session, table, _of_office(table, office_id), words, pattern)
        for table in Base.metadata.sorted_tables
        if table.name not in _UNTOUCHED and "id" in table.c
    )


def _black_out(
    session: Session, table: Table, here: ColumnElement[bool], words: list[str], pattern: re.Pattern[str]
) -> int:
    columns = [column for column in table.c if type(column.type) in _TEXTS or isinstance(column.type, JSON)]
    if not columns:
        return 0
    holds = [
        cast(column, String).ilike(f"%{_escaped(_stored(column, word))}%", escape="!")
        for column in columns
        for word in words
    ]
    found = 0
    for row in session.execute(select(table.c.id, *columns).where(here, or_(*holds))).mappings().all():
        changed = {
            column.name: after
            for column in columns
            if (after := _blackened(row[column.name], pattern)) != row[column.name]
        }
        if changed:
            session.connection().execute(update(table).where(table.c.id == row["id"]).values(changed))
            found += 1
    return found


def _of_office(table: Table, office_id: int) -> ColumnElement[bool]:
    """The condition that a row belongs to an office, as far as its table says to which."""
    tables = Base.metadata.tables
    if "office_id" in table.c:
        condition: ColumnElement[bool] = table.c.office_id == office_id
        return condition
    for name in ("workshop", "press_release", "job", "user", "act"):
        column = table.c.get(f"{name}_id")
        if column is not None:
            above = tables[name]
            offices = above.c.office_id == office_id
            if name == "user":  # headquarters types for all offices
                offices |= above.c.office_id.is_(None)
            return column.in_(select(above.c.id).where(offices))
    return true()


def _stored(column: Any, word: str) -> str:
    return json.dumps(word)[1:-1] if isinstance(column.type, JSON) else word


def _escaped(text: str) -> str:
    return re.sub(r"([!%_])", r"!\1", text)


def _blackened(value: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return pattern.sub(lambda found: BLACK * len(found[0]), value)
    if isinstance(value, list):
        return [_blackened(item, pattern) for item in value]
    if isinstance(value, dict):
        return {name: _blackened(item, pattern) for name, item in value.items()}
    return value


_TEXTS: Final[Iterable[type[Any]]] = frozenset({String, type(Base.metadata.tables["workshop"].c.summary.type)})
