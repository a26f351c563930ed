"""A list as plain values: one set of columns for the page and for every kind of file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar

from workshops.domain.partial_date import PartialDate

Row = TypeVar("Row")
Kind = Literal["text", "integer", "date", "list"]
Cell = str | int | date | PartialDate | Sequence[str] | None


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column.

    `key` names it for machines and never changes, `heading` for people, in their language. `value` takes the cell
    out of a row: text, a whole number, a date (perhaps a partial one) or a list of texts, as `kind` says, or None.
    """

    key: str
    heading: str
    value: Callable[[Row], Cell]
    kind: Kind = "text"


@dataclass(frozen=True)
class Table(Generic[Row]):
    """Rows under their columns, with what a file says about itself.

    `title` names the list, `sentence` says what was chosen, `about` holds further lines as (label, text).
    """

    title: str
    sentence: str
    columns: Sequence[Column[Row]]
    rows: Iterable[Row]
    about: Sequence[tuple[str, str]] = ()


def as_text(cell: Cell) -> str:
    """The cell as a file of text holds it: dates in ISO 8601 as far as they are known, lists parted by semicolons."""
    if cell is None:
        return ""
    if isinstance(cell, str | int):
        return str(cell)
    if isinstance(cell, date | PartialDate):
        return cell.isoformat()
    return "; ".join(cell)
