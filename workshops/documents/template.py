"""The specimen of a document of rows, laid out and read: its tables, the pages they stand on, its end.

Rows of the specimen say by their classes what they are there for: `first` and `further` stand on the first page of a
table and on one over which it goes on, `specimen` rows show what cells are like, a `heading` is one cell that heads
the rows below it. The block of the class `end` comes last, and once more on a page of its own.
"""

from dataclasses import dataclass, field
from typing import Any

from workshops.documents.inside_weasyprint.reading import Cell, cell_of, classes, extent, strip, table_of
from workshops.documents.inside_weasyprint.rules import Rules
from workshops.documents.problems import CannotStamp


@dataclass
class Table:
    """One table of the document, as its specimens show it."""

    rules: Rules
    left: float
    boxes: str  # what the code of a page says of the boxes in its rows
    first: Any = None  # the page it begins on
    further: Any = None  # a page it goes on over
    cells: list[list[Cell]] = field(default_factory=list)  # of each specimen row, the first of them empty
    heading: Cell | None = None
    tops: list[float] = field(default_factory=list)  # of the first row of the first and of a further page
    chrome: list[tuple[float, float]] = field(default_factory=list)  # above and below the content, likewise


@dataclass
class Template:
    """What was laid out: the tables, and the page on which only the end of the document stands."""

    document: Any
    tables: list[Table]
    alone: Any = None
    gap: float = 0  # between the last row and the end
    end_top: float = 0
    end_height: float = 0


def template(document: Any) -> Template:
    """Reads the specimen of a document that was laid out. Raises `CannotStamp` where it is not as expected."""
    made = Template(document, [])
    by_element: dict[Any, Table] = {}
    for page in document.pages:
        laid_out = table_of(page._page_box)
        last = page._page_box.children[0].children[0].children[-1]
        if laid_out is None:
            if "end" not in classes(last):
                raise CannotStamp("a page without a table")
            made.alone, (made.end_top, made.end_height) = page, extent(last)
            continue
        rows = laid_out.children[-1].children
        if laid_out.element not in by_element:
            heading = next((number for number, row in enumerate(rows) if "heading" in classes(row)), None)
            by_element[laid_out.element] = Table(
                Rules(laid_out, heading), laid_out.position_x, laid_out.element.get("data-boxes", "")
            )
            made.tables.append(by_element[laid_out.element])
        _read(by_element[laid_out.element], page, laid_out, rows)
        if "end" in classes(last):
            made.gap = extent(last)[0] - (rows[-1].position_y + rows[-1].height)
    if made.alone is None or not made.gap or any(len(table.tops) != 2 for table in made.tables):
        raise CannotStamp("the head of the document takes too much room")
    return made


def _read(table: Table, page: Any, laid_out: Any, rows: Any) -> None:
    """Reads one page of a table."""
    kind = classes(rows[0])
    for row in rows:
        if "heading" in classes(row):
            table.heading = cell_of(row.children[0])
        elif "further" not in classes(row):
            table.cells.append([cell_of(cell) for cell in row.children])
    if "specimen" in kind:
        return
    setattr(table, "first" if "first" in kind else "further", page)
    cell = rows[0].children[0]
    padding = cell.style["padding_top"].value, cell.style["padding_bottom"].value
    table.chrome.append((cell.border_top_width + padding[0], cell.border_bottom_width + padding[1]))
    table.tops.append(rows[0].position_y)
    strip(laid_out)
