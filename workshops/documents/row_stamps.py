"""A list as specimens and values: each kind of cell is laid out once, the rest is only words in it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Generic, TypeVar

from workshops.documents.pages import direction

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
    columns: Mapping[str, Sequence[str]],
    *,
    text: Callable[[Row, str], str],
    running: Callable[[str], bool],
    row: Callable[[Mapping[str, str]], Row],
    page: Callable[[Specimens[Row]], str],
) -> Stamps:
    """Gives a list as values to be set into its specimen, which says nothing of the people.

    `columns` has the fields that stand in the cells of each, one under the other; `text` gives what a row says in one,
    and `running` whether that runs as its letters do, else it runs from left to right. `row` makes a specimen row that
    says these things, `page` the HTML of the list with specimens in place of its rows.
    """
    kinds: list[dict[tuple[str, ...], int]] = [{} for _ in columns]
    ways: dict[str, int] = {}
    rows: list[list[tuple[int, list[str]]]] = []
    for group in groups:
        if group.heading:
            rows.append([(ways.setdefault(direction(group.heading), -1 - len(ways)), [group.heading])])
        for number, each in group.rows:
            cells: list[tuple[int, list[str]]] = [(0, [str(number)])]
            if each is not None:
                for fields, known in zip(columns.values(), kinds, strict=True):
                    texts = [text(each, field) for field in fields]
                    kind = tuple(
                        (direction(said) if running(field) else "ltr") if said else ""
                        for field, said in zip(fields, texts, strict=True)
                    )
                    cells.append((known.setdefault(kind, len(known) + 1), [said for said in texts if said]))
            rows.append(cells)
    made = []
    for shown in zip_longest(*kinds, fillvalue=()):
        ways_of = {
            field: way
            for fields, kind in zip(columns.values(), shown, strict=True)
            for field, way in zip(fields, kind, strict=False)
        }
        made.append(row({field: SPECIMENS.get(way, "") for field, way in ways_of.items()}))
    return Stamps(page(Specimens(made, [SPECIMENS[way] for way in ways])), rows)
