"""A list as specimens and values: each kind of cell is laid out once, the rest is only words in it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Generic, TypeVar

from workshops.documents.pages import direction
from workshops.documents.people_columns import LEFT_TO_RIGHT, SEX_LETTERS, cells
from workshops.domain.enums import Sex

SPECIMENS = {"ltr": "x", "rtl": "א"}
Row = TypeVar("Row")


@dataclass(frozen=True)
class Stamps:
    """`specimen` is the HTML to lay out; `rows` has for each cell the specimen row that is like it, and its texts."""

    specimen: str
    rows: list[list[tuple[int, list[str]]]]


@dataclass(frozen=True)
class Specimens(Generic[Row]):
    """Rows and headings that show what all others are like."""

    rows: Sequence[Row]
    headings: Sequence[str]


@dataclass(frozen=True)
class Group(Generic[Row]):
    """Rows that follow each other under a heading, "" for none; with their numbers. None is a row left blank."""

    heading: str
    rows: Sequence[tuple[int, Row | None]]


def under_agencies(rows: Sequence[Row], agency_of: Callable[[Row], str], nowhere: str) -> list[Group[Row]]:
    """The rows, numbered through, under their agencies; who has none stands under `nowhere`."""
    together = groupby(enumerate(rows, 1), key=lambda pair: agency_of(pair[1]))
    return [Group(agency or nowhere, list(numbered)) for agency, numbered in together]


def row_stamps(
    groups: Iterable[Group[Row]],
    columns: Iterable[str],
    row: Callable[..., Row],
    page: Callable[[Specimens[Row]], str],
    *,
    under_agencies: bool,
) -> Stamps:
    """Gives a list of people as values to be set into its specimen, which says nothing of them.

    `columns` are those beside the name; `row` makes a specimen row that says given things, `page` the HTML of the list
    with specimens in place of its rows. Agencies that are headings are not said again in the rows.
    """
    fields_of = cells(columns)

    def text(row: Row, field: str) -> str:
        if field == "agency" and under_agencies:
            return ""
        said = getattr(row, field)
        return SEX_LETTERS[said] if field == "sex" else str(said)

    def way(field: str, text: str) -> str:
        return ("ltr" if field in LEFT_TO_RIGHT else direction(text)) if text else ""

    kinds: list[dict[tuple[str, ...], int]] = [{} for _ in fields_of]
    ways: dict[str, int] = {}
    rows: list[list[tuple[int, list[str]]]] = []
    for group in groups:
        if group.heading:
            rows.append([(ways.setdefault(direction(group.heading), -1 - len(ways)), [group.heading])])
        for number, each in group.rows:
            told: list[tuple[int, list[str]]] = [(0, [str(number)])]
            if each is not None:
                for fields, known in zip(fields_of, kinds, strict=True):
                    texts = [text(each, field) for field in fields]
                    kind = tuple(map(way, fields, texts))
                    told.append((known.setdefault(kind, len(known) + 1), [said for said in texts if said]))
            rows.append(told)
    made = []
    for shown in zip_longest(*kinds, fillvalue=()):
        said = {
            field: SPECIMENS[way]
            for fields, kind in zip(fields_of, shown, strict=True)
            for field, way in zip(fields, kind, strict=False)
            if way
        }
        sex = Sex.FEMALE if said.pop("sex", "") else Sex.UNKNOWN
        made.append(row(**{"name": SPECIMENS["ltr"], **said}, sex=sex))
    return Stamps(page(Specimens(made, [SPECIMENS[way] for way in ways])), rows)
