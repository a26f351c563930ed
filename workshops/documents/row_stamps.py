"""A list as specimens and values: each kind of cell is laid out once, the rest is only words in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import Generic, TypeVar

from workshops.documents.both import Both
from workshops.documents.pages import direction
from workshops.documents.people_columns import LEFT_TO_RIGHT, SEX_LETTERS, cells
from workshops.domain.enums import Sex

SPECIMENS = {"ltr": "x", "rtl": "א"}
Row = TypeVar("Row")
Like = tuple[str, str, str]
"""How a text of a cell is set: the field it is of, its language, its direction."""


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
    fields_of, unsaid = cells(columns), ("agency",) if under_agencies else ()

    def kind_of(field: str, said: str) -> Iterator[Like]:
        for language, text in _texts(said):
            yield field, language, "ltr" if field in LEFT_TO_RIGHT else direction(text)

    kinds: list[dict[tuple[Like, ...], int]] = [{} for _ in fields_of]
    heads: dict[tuple[Like, ...], int] = {}
    rows: list[list[tuple[int, list[str]]]] = []
    for group in groups:
        if group.heading:
            like = heads.setdefault(tuple(kind_of("", group.heading)), -1 - len(heads))
            rows.append([(like, [text for _language, text in _texts(group.heading)])])
        for number, each in group.rows:
            told: list[tuple[int, list[str]]] = [(0, [str(number)])]
            if each is not None:
                for fields, known in zip(fields_of, kinds, strict=True):
                    said = [(field, getattr(each, field)) for field in fields if field not in unsaid]
                    said = [(field, SEX_LETTERS[value] if field == "sex" else value) for field, value in said]
                    kind = tuple(like for field, value in said for like in kind_of(field, value))
                    texts = [text for _field, value in said for _language, text in _texts(value)]
                    told.append((known.setdefault(kind, len(known) + 1), texts))
            rows.append(told)
    made = []
    for shown in zip_longest(*kinds, fillvalue=()):
        values = {field: _specimen(list(likes)) for kind in shown for field, likes in groupby(kind, itemgetter(0))}
        sex = Sex.FEMALE if values.pop("sex", "") else Sex.UNKNOWN
        made.append(row(**{"name": SPECIMENS["ltr"], **values}, sex=sex))
    return Stamps(page(Specimens(made, [_specimen(kind) for kind in heads])), rows)


def _texts(said: str) -> Iterable[tuple[str, str]]:
    """The texts that stand one under the other, each with its language; "" is that of the document."""
    return said.parts.items() if isinstance(said, Both) else (("", said),) if said else ()


def _specimen(likes: Sequence[Like]) -> str:
    """What says nothing in these languages and directions; the texts differ, since equal ones stand once."""
    texts = {language: SPECIMENS[way] * number for number, (_field, language, way) in enumerate(likes, 1)}
    return texts[""] if "" in texts else Both(texts)
