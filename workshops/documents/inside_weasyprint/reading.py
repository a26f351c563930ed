"""Laid-out pages to what is repeated of them: the cells of a table with their lines and tags, the parts of a page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.tags import _build_box_tree
from weasyprint.text.line_break import strut

from workshops.documents.inside_weasyprint.letters import Line, Slot
from workshops.documents.machine_marks import CodeBox
from workshops.documents.problems import CannotStamp
from workshops.documents.tags import Node, marks_in, slim

Box = Any  # WeasyPrint has no types


@dataclass(eq=False)
class Cell:
    """A cell of the table as one specimen shows it: where its lines begin, and what stands in them."""

    x: float
    width: float
    align: str
    least_height: float
    lines: list[tuple[Slot | None, float]]  # the place of a value; the height of a line on which none is
    languages: list[bytes]  # of each value, as an element says it; b"" for that of the document

    def left_of(self, line: Line) -> float:
        """Where a line begins."""
        free = self.width - line.width
        return self.x + {"center": free / 2, "right": free, "end": free}.get(self.align, 0)


def inside(box: Box) -> Iterator[Box]:
    """A box and all that is in it, in tree order."""
    yield box
    for child in getattr(box, "children", ()):
        yield from inside(child)


def table_of(page: Box) -> Box | None:
    """The table of a page that stands in the text, not the one its foot is made of."""
    found = (box for box in inside(page.children[0]) if isinstance(box, boxes.TableBox) and box.element_tag == "table")
    return next(found, None)


def first_row_of(page: Box) -> Box:
    """The first row under the head of the table of a page."""
    table = table_of(page)
    return table and table.children[-1].children[0]


def cell_of(box: Box) -> Cell:
    """Reads a cell that was laid out. Raises `CannotStamp` if its lines are not made up as is understood here."""
    lines: list[tuple[Slot | None, float]] = []
    for line in (part for part in inside(box) if isinstance(part, boxes.LineBox)):
        said = [part for part in inside(line) if is_text(part) and part.text.strip()]
        if len(said) > 1:
            raise CannotStamp("several texts on one line of a cell")
        lines.append((slot_of(line, said[0], box.width) if said else None, line.height))
    languages = [_language_of(kid) for kid in slim(_cell_node(box)).kids]
    if len(languages) != sum(slot is not None for slot, _height in lines):
        raise CannotStamp("values of a cell that are not understood")
    return Cell(box.content_box_x(), box.width, box.style["text_align_all"], box.computed_height, lines, languages)


def _language_of(kid: Node | int) -> bytes:
    if isinstance(kid, int):
        return b""
    if kid.tag != b"Span" or not kid.more.startswith(b"/Lang") or len(marks_in(kid)) != 1:
        raise CannotStamp("more in a cell than words")
    return kid.more


def slot_of(line: Box, text: Box, width: float, single: bool = False) -> Slot:
    """The place of a text that stands on a line. Raises `CannotStamp` if more makes up the height of the line."""
    others = [part for part in inside(line) if part not in (line, text) and isinstance(part, boxes.InlineLevelBox)]
    struts = {strut(line.style), *((part.margin_height(), part.baseline) for part in others)}
    slot = Slot(text.style, width, sorted(struts), single)
    height, _above = slot.line_box(text.margin_height(), text.baseline)
    if abs(height - line.height) > 1e-6:
        raise CannotStamp("the height of a line is not understood")
    return slot


def _cell_node(box: Box) -> Node:
    tags = {part: {"tag": "Span", "mcid": n} for n, part in enumerate(p for p in inside(box) if is_text(p))}
    return nodes_of(box, tags, pydyf.Dictionary({"S": "/TR"}))[0][0]


def is_text(box: Box) -> bool:
    return isinstance(box, boxes.TextBox)


def nodes_of(box: Box, tags: dict[Box, Any], parent: pydyf.Dictionary | None = None) -> tuple[list[Node], list[Node]]:
    """The structure of a box as WeasyPrint tags it, and of what it tags outside the tree, as the foot of a page."""
    pdf = pydyf.PDF()
    pdf.add_page(pydyf.Dictionary())
    parent = parent or pydyf.Dictionary({"S": "/Document"})
    pdf.add_object(parent)
    top = [element.number for element in _build_box_tree(box, parent, pdf, 0, {}, [], tags)]
    elements = {
        thing.number: thing
        for thing in pdf.objects
        if isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/StructElem"
    }
    loose = [n for n, thing in elements.items() if thing["P"] == parent.reference and n not in top]
    return [_node(elements[n], elements) for n in top], [_node(elements[n], elements) for n in loose]


def _node(element: pydyf.Dictionary, elements: dict[int, pydyf.Dictionary]) -> Node:
    kids = [kid if isinstance(kid, int) else _node(elements[int(kid.split()[0])], elements) for kid in element["K"]]
    attributes = element.get("A", {})
    headers = [_place(header) for header in attributes.pop("Headers", ())]
    said = [key for key in ("A", "Alt", "Lang") if key in element]
    more = b"".join(b"/%s %s" % (key.encode(), pydyf._to_bytes(element[key])) for key in said)
    head = _place(element["ID"]) if "ID" in element else None
    return Node(element["S"][1:].encode(), kids, more, headers, head)


def _place(identifier: pydyf.String) -> tuple[int, int]:
    _table, row, column = identifier.string.split("-")
    return int(row), int(column)


def is_margin(box: Box) -> bool:
    return isinstance(box, boxes.MarginBox)


def is_end(box: Box) -> bool:
    """Whether a block is the end of a sheet, below its last table."""
    return not is_margin(box) and "end" in classes(box)


def end_of(page: Box) -> Box | None:
    """The end of a sheet, where it stands on this page."""
    return next((box for box in page.children[0].children[0].children if is_end(box)), None)


def classes(box: Box) -> list[str]:
    """The classes of the element that a box was made for."""
    return [] if box.element is None else (box.element.get("class") or "").split()


def strip(table: Box) -> None:
    """Takes from a table that was read what is painted anew for each page: its rules, and all rows but the first."""
    table.column_widths = []
    table.children[-1].children = table.children[-1].children[:1]


def foot(page: Box) -> float:
    """Where the content of a page ends."""
    return float(page.content_box_y() + page.height)


def extent(block: Box) -> tuple[float, float]:
    """Where a block begins, and its height."""
    return float(block.border_box_y()), float(block.border_height())


def part(page: Box, keep: Callable[[Box], bool]) -> Box:
    """A page with those children of its body, or of its margins, that are to be kept."""
    html, *margins = page.children
    body = html.children[0]
    kept = [child for child in body.children if keep(child)]
    root = [html.copy_with_children([body.copy_with_children(kept)])] if kept else []
    return page.copy_with_children(root + [margin for margin in margins if keep(margin)])


def code_box(page: Box) -> CodeBox | None:
    """The place that a page keeps for its code, the first block of the class `page-code`."""
    for box in inside(page):
        if "page-code" in classes(box):
            return CodeBox(box.content_box_x(), box.content_box_y(), box.width, box.element.get("data-text"))
    return None


def numbered_rows(page: Box) -> list[tuple[str, float, float]]:
    """The rows of the table of a page that have a number: it, their tops and their heights."""
    table = table_of(page)
    found = []
    for row in table.children[-1].children if table else ():
        number = next((cell for cell in row.children if "number" in classes(cell)), None)
        if number is not None:
            said = "".join(text.text for text in inside(number) if is_text(text))
            found.append((said.strip(), row.position_y, row.height))
    return found
