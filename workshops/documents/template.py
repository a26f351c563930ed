"""The specimen of a sheet, laid out and read: its tables, the pages they stand on, the end of the sheet."""

from dataclasses import dataclass, field
from typing import Any

from workshops.documents.inside_weasyprint.reading import Cell, cell_of, strip, table_of, text_top
from workshops.documents.inside_weasyprint.rules import Rules
from workshops.documents.problems import CannotStamp


@dataclass
class Table:
    """One table of the sheet, as its specimens show it."""

    rules: Rules
    first: Any = None  # the page it begins on
    further: Any = None  # a page it goes on over
    cells: list[list[Cell]] = field(default_factory=list)  # of each specimen row
    tops: list[float] = field(default_factory=list)  # of the first row of the first and of a further page
    chrome: list[tuple[float, float]] = field(default_factory=list)  # above and below the content, likewise


@dataclass
class Template:
    """What was laid out: the tables, and the page on which only the end of the sheet stands."""

    document: Any
    tables: list[Table]
    alone: Any = None
    gap: float = 0  # between the last row and the end of the sheet
    end_top: float = 0
    end_height: float = 0


def template(document: Any) -> Template:
    """Reads the specimen of a sheet that was laid out. Raises `CannotStamp` where it is not as expected."""
    made = Template(document, [])
    by_element: dict[Any, Table] = {}
    for page in document.pages:
        box = page._page_box
        laid_out = table_of(box)
        body = box.children[0].children[0]
        if laid_out is None:
            if body.children[-1].element.get("class") != "checked next-page":
                raise CannotStamp("a page without a table")
            made.alone, made.end_top, made.end_height = page, *_extent(body.children[-1])
            continue
        table = by_element.get(laid_out.element)
        if table is None:
            table = by_element[laid_out.element] = Table(Rules(laid_out))
            made.tables.append(table)
        rows = laid_out.children[-1].children
        kind = rows[0].element.get("class")
        for row in rows if "blank" not in kind else rows[:1]:
            if kind != "blank next-page":
                table.cells.append([cell_of(cell) for cell in row.children])
        if "blank" in kind:
            setattr(table, "further" if "next-page" in kind else "first", page)
            cell = rows[0].children[0]
            padding = cell.style["padding_top"].value, cell.style["padding_bottom"].value
            table.chrome.append((cell.border_top_width + padding[0], cell.border_bottom_width + padding[1]))
            table.tops.append(rows[0].position_y)
            strip(laid_out)
        end = body.children[-1]
        if end.element.get("class") == "checked":
            made.gap = text_top(end) - (rows[-1].position_y + rows[-1].height)
    if made.alone is None or not made.gap or any(len(table.tops) != 2 for table in made.tables):
        raise CannotStamp("the head of the sheet takes too much room")
    return made


def _extent(block: Any) -> tuple[float, float]:
    return text_top(block), block.height
