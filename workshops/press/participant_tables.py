"""Tables of participants: "Nom | Structure", "Name | Agency | Country". Their rows are no contacts and no sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from workshops.domain.countries import find_country
from workshops.domain.folding import fold
from workshops.press.facts import Finding, PressFacts, Span
from workshops.press.words import LANGUAGES, any_language, words

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\t|]+")
_NUMBER = re.compile(r"\d[\d .,]*")
_FEWEST_COLUMNS, _MOST_ROWS, _MOST_CHARACTERS, _SURE = 2, 500, 80, 0.85


@dataclass(frozen=True, slots=True)
class Listed:
    """A row: its cells by what the head of their column says, and where it stands in the text."""

    cells: dict[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the place that it takes, its head included."""

    rows: tuple[Listed, ...]
    span: Span


@cache
def _heads() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The heads of columns in any language, each with what stands below it."""
    tables = (words(language).mapping("participant_columns") for language in LANGUAGES)
    return tuple((re.compile(rf"(?:{head})\W*"), kind) for table in tables for head, kind in table.items())


def participant_tables(text: str) -> tuple[Table, ...]:
    """The tables of participants in a text as it was received: a row a line, its cells between tabs or bars."""
    return tuple(_tables(text)) if "\t" in text or "|" in text else ()


def without_tables(text: str, tables: Iterable[Table]) -> str:
    """The text with spaces in the place of the tables, so that every other character keeps its place."""
    pieces, at = [], 0
    for table in tables:
        start, end = table.span
        pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return "".join(pieces) + text[at:]


def find_participants_in(tables: Iterable[Table], known: PressFacts) -> Iterator[Finding]:
    """Each participant once, with agency and post, and the countries that the tables name."""
    names: set[str] = set()
    codes: set[str] = set(known.values("participant_countries"))
    for row in (row for table in tables for row in table.rows):
        name = row.cells.get("name", "")
        if name and fold(name) not in names:
            names.add(fold(name))
            value = {key: row.cells.get(key) for key in ("name", "agency", "post", "email", "phone")}
            yield Finding("participants", value, _SURE, (row.span,), "table of participants", len(names) - 1)
        code = find_country(row.cells.get("country", ""))
        if code is not None and code not in codes:
            yield Finding("participant_countries", code, _SURE, (row.span,), "table of participants", len(codes))
            codes.add(code)


def _tables(text: str) -> Iterator[Table]:
    columns: list[str] = []
    rows: list[Listed] = []
    start, before = 0, ""
    for line in _LINE.finditer(text):
        cells = [cell.group().strip() for cell in _CELL.finditer(line.group()) if cell.group().strip()]
        if columns and (row := _row(columns, cells)) is not None and len(rows) < _MOST_ROWS:
            rows.append(Listed(row, line.span()))
        elif cells:
            yield from _table(rows, start)
            columns, rows, start = _columns(cells, before), [], line.start()
        before = line.group() if cells else before
    yield from _table(rows, start)


def _table(rows: list[Listed], start: int) -> Iterator[Table]:
    if rows:
        yield Table(tuple(rows), (start, rows[-1].span[1]))


def _columns(cells: list[str], before: str) -> list[str]:
    """What stands in each column, [] for a line that is no head of a table of participants."""
    is_heading = len(before) <= _MOST_CHARACTERS and not before.rstrip().endswith(".")
    if len(cells) < _FEWEST_COLUMNS or (is_heading and re.search(any_language("other_tables"), fold(before))):
        return []
    columns = [next((kind for head, kind in _heads() if head.fullmatch(fold(cell))), "") for cell in cells]
    if "first" in columns or "last" in columns:
        columns = ["last" if kind == "name" else kind for kind in columns]
    is_named = columns.count("name") == 1 or {"first", "last"} <= set(columns)
    return columns if is_named and not {"agency", "post", "country"}.isdisjoint(columns) else []


def _row(columns: list[str], cells: list[str]) -> dict[str, str] | None:
    """The cells of a row by column; None for a line that is no row. A cell that is missing leaves only the name."""
    if not _FEWEST_COLUMNS <= len(cells) <= len(columns) or any(len(cell) > 2 * _MOST_CHARACTERS for cell in cells):
        return None
    row = dict(zip(columns, cells, strict=False))
    if len(cells) < len(columns):
        row = {kind: text for kind, text in row.items() if kind in ("name", "first", "last")}
    if "first" in row and "last" in row:
        row["name"] = f"{row['first']} {row['last']}"
    if _NUMBER.fullmatch(row.get("name", "")):  # "Pays | Participants": how many came from each
        return {kind: text for kind, text in row.items() if kind != "name"}
    return row if re.search(r"[^\W\d_]{2}", row.get("name", "")) else None
