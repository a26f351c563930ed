"""The specimen of a document of rows, laid out and read: its tables, the pages they stand on, its end.

Rows of the specimen say by their classes what they are there for: `first` and `further` stand on the first page of a
table and on one over which it goes on, `specimen` rows show what cells are like, a `heading` is one cell that heads
the rows below it. The block of the class `end` comes last, and once more on a page of its own.
"""

from dataclasses import dataclass, field
from typing import Any

from workshops.documents.inside_weasyprint.reading import Cell, cell_of, classes, end_of, extent, strip, table_of
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
    headings: list[Cell] = field(default_factory=list)
    tops: list[float] = field(default_factory=list)  # of the first row of the first and of a further page
    chrome: list[tuple[float, float]] = field(default_factory=list)  # above and below the content, likewise


@dataclass
class Sheet:
    """Tables with one end below the last of them, which may come to stand on a page of its own."""

    tables: list[Table] = field(default_factory=list)
    alone: Any = None
    gap: float = 0  # between the last row and the end
    end_top: float = 0
    end_height: float = 0


@dataclass
class Template:
    """What was laid out: one sheet after the other."""

    document: Any
    sheets: list[Sheet]


def template(document: Any) -> Template:
    """Reads the specimen of a document that was laid out. Raises `CannotStamp` where it is not as expected."""
    sheets = [Sheet()]
    by_element: dict[Any, Table] = {}
    for page in document.pages:
        laid_out = table_of(page._page_box)
        end = end_of(page._page_box)
        if sheets[-1].alone is not None:
            sheets.append(Sheet())
        sheet = sheets[-1]
        if laid_out is None:
            if end is None:
                raise CannotStamp("a page without a table")
            sheet.alone, (sheet.end_top, sheet.end_height) = page, extent(end)
            continue
        rows = laid_out.children[-1].children
        if laid_out.element not in by_element:
            by_element[laid_out.element] = Table(
                Rules(laid_out, [number for number, row in enumerate(rows) if "heading" in classes(row)]),
                laid_out.position_x,
                laid_out.element.get("data-boxes", ""),
            )
            sheet.tables.append(by_element[laid_out.element])
        _read(by_element[laid_out.element], page, laid_out, rows)
        if end is not None:
            sheet.gap = extent(end)[0] - (rows[-1].position_y + rows[-1].height)
    for sheet in sheets:
        if sheet.alone is None or not sheet.gap or any(len(table.tops) != 2 for table in sheet.tables):
            raise CannotStamp("the head of the document takes too much room")
    return Template(document, sheets)


def _read(table: Table, page: Any, laid_out: Any, rows: Any) -> None:
    """Reads one page of a table."""
    kind = classes(rows[0])
    for row in rows:
        if "heading" in classes(row):
            table.headings.append(cell_of(row.children[0]))
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
