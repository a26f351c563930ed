"""The attendee sheet as specimens and values: each kind of cell is laid out once, the rest is only words in it."""

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from workshops.documents.attendee_sheet import (
    SEX_LETTERS,
    AttendeeSheetContext,
    Column,
    SheetRow,
    Specimens,
    attendee_sheet_page,
    groups,
)
from workshops.documents.both import Languages, as_tuple
from workshops.documents.pages import direction
from workshops.domain.enums import Sex

SPECIMENS = {"ltr": "x", "rtl": "א"}
FIELDS: dict[str, tuple[str, ...]] = {
    "name": ("name", "native_name"),
    Column.SEX: ("sex",),
    Column.AGENCY: ("agency", "position"),
    Column.PHONE: ("phone",),
    Column.EMAIL: ("email",),
}
"""What stands in the cell of a column, one under the other."""


@dataclass(frozen=True)
class Stamps:
    """`specimen` is the HTML to lay out; `rows` has for each cell the specimen row that is like it, and its texts."""

    specimen: str
    rows: list[list[tuple[int, list[str]]]]


def attendee_stamps(context: AttendeeSheetContext, languages: Languages) -> Stamps:
    """Gives the sheet as values to be set into its specimen; the specimen says nothing of the people."""
    columns = ["name", *(column for column in Column if column in context.columns)]
    kinds: dict[str, dict[tuple[str, ...], int]] = {column: {} for column in columns}
    ways: dict[str, int] = {}
    rows: list[list[tuple[int, list[str]]]] = []
    for group in groups(context, as_tuple(languages)[0]):
        if group.heading:
            rows.append([(ways.setdefault(direction(group.heading), -1 - len(ways)), [group.heading])])
        for number, row in group.rows:
            cells: list[tuple[int, list[str]]] = [(0, [str(number)])]
            for column in columns if row.name else ():
                texts = [_text(row, name, context.under_agencies) for name in FIELDS[column]]
                kind = tuple(_kind(column, text) for text in texts)
                known = kinds[column]
                cells.append((known.setdefault(kind, len(known) + 1), [text for text in texts if text]))
            rows.append(cells)
    headings = [SPECIMENS[way] for way in ways]
    specimen = attendee_sheet_page(
        replace(context, rows=()), languages, specimens=Specimens(_specimen_rows(kinds), headings)
    )
    return Stamps(specimen, rows)


def _text(row: SheetRow, name: str, under_agencies: bool) -> str:
    if name == "agency" and under_agencies:
        return ""
    return SEX_LETTERS[row.sex] if name == "sex" else getattr(row, name)


def _kind(column: str, text: str) -> str:
    """What makes the cells of a column differ: whether something is said, and which way it runs."""
    if not text or column not in ("name", Column.AGENCY):
        return "ltr" if text else ""
    return direction(text)


def _specimen_rows(kinds: dict[str, dict[tuple[str, ...], int]]) -> list[SheetRow]:
    rows = []
    for each in zip_longest(*kinds.values(), fillvalue=()):
        said: dict[str, Any] = {"name": "x"}
        for column, kind in zip(kinds, each, strict=True):
            said |= {name: SPECIMENS.get(way, "") for name, way in zip(FIELDS[column], kind, strict=False)}
        said["sex"] = Sex.FEMALE if said.get("sex") else Sex.UNKNOWN
        rows.append(SheetRow(**said))
    return rows
