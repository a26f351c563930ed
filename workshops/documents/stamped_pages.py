"""Pages on which rows are stamped: the frame of a page is laid out once, the rows of all pages are set into it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from workshops.documents.inside_weasyprint.letters import Line, Slot, letters
from workshops.documents.inside_weasyprint.painting import Moving, Painted, numbered, paint, paint_background
from workshops.documents.inside_weasyprint.reading import Cell, first_row_of, foot, is_end, is_margin, part
from workshops.documents.inside_weasyprint.writing import file_of, pack
from workshops.documents.problems import CannotStamp
from workshops.documents.tags import Node, TaggedPart, marks_of_row, write_tags
from workshops.documents.template import Table, Template

ROUNDING = 1 + 1e-9  # as WeasyPrint allows at the foot of a page
MARK = b"/Span <</MCID %d>> BDC\n"
TEXT = b"BT\n1 0 0 -1 %f %f Tm\n%b\nET\n"  # y grows downwards on the page, upwards in letters

PARTS = {
    "body": lambda box: not is_end(box) and not is_margin(box),
    "end": is_end,
    "margins": is_margin,
}

Value = tuple[int, Sequence[str]]  # the specimen row to set the cell like, and its texts in reading order


@dataclass
class Row:
    """A row with its words broken and shaped: of each cell the lines of its texts, and their height."""

    content: float
    chrome: tuple[float, float]
    cells: list[tuple[Cell, list[list[Line]], float]]
    tags: list[tuple[Node, int]] = field(default_factory=list)

    @property
    def height(self) -> float:
        return self.content + sum(self.chrome)


class Stamper:
    """Sets the rows of one document into the pages of its template."""

    def __init__(self, made: Template) -> None:
        self.template = made
        self.document = made.document.copy([])
        self._letters = letters(self.document)
        self._lines: dict[tuple[Slot, str], list[Line]] = {}
        self._colors: dict[Slot, bytes] = {}
        self._painted: dict[tuple[Any, str], Painted] = {}

    def to_pdf(self, rows: Sequence[Sequence[Value]], variant: str) -> bytes:
        """Gives the document. Raises `CannotStamp` if a row does not fit the template."""
        pages = [page for table in self.template.tables for page in self._pages_of(table, rows)]
        top = pages[-1].bottom + self.template.gap
        if top + self.template.end_height > pages[-1].limit:
            pages.append(Page(self, self.template.alone))
            top = self.template.end_top
        pages[-1].end_top = top
        for number, page in enumerate(pages, 1):
            page.number, page.count = number, len(pages)
        pages[0].bookmarks = self.template.tables[0].first.bookmarks
        self.document.pages = pages
        return file_of(self.document, variant, write_tags)

    def lines(self, slot: Slot, text: str) -> list[Line]:
        """The lines of a text, shaped once for this document."""
        made = self._lines.get((slot, text))
        if made is None:
            made = self._lines[slot, text] = slot.lines(text, self._letters)
        return made

    def color(self, slot: Slot, stream: Any) -> bytes:
        """What sets the colour of a text."""
        if slot not in self._colors:
            self._colors[slot] = slot.color(stream)
        return self._colors[slot]

    def painted(self, frame: Any, name: str, stream: Any) -> Painted:
        """A part of a laid-out page, painted once for this document: its "body", its "end" or its "margins"."""
        if (frame, name) not in self._painted:
            page = frame._page_box
            row = first_row_of(page) if name == "body" else None
            self._painted[frame, name] = paint(part(page, PARTS[name]), stream, row)
        return self._painted[frame, name]

    def _pages_of(self, table: Table, rows: Sequence[Sequence[Value]]) -> "list[Page]":
        pages = [Page(self, table.first, table, table.tops[0])]
        for number, values in enumerate(rows):
            row = self._row(table, values, table.chrome[1 if number else 0])
            page = pages[-1]
            if page.bottom + row.height > page.limit:
                if not page.rows or table.tops[1] + row.height > page.limit:
                    raise CannotStamp("a row is higher than the page")
                page = Page(self, table.further, table, table.tops[1])
                pages.append(page)
            page.rows.append((row, page.bottom))
            page.bottom += row.height
        return pages

    def _row(self, table: Table, values: Sequence[Value], chrome: tuple[float, float]) -> Row:
        content = 0.0
        cells = []
        for column, (specimen, texts) in enumerate(values):
            cell = table.cells[specimen][column]
            left = iter(texts)
            lines = [self.lines(slot, next(left)) if slot else [] for slot, _height, _empty in cell.lines]
            height = 0.0
            for made, (_slot, bare, _empty) in zip(lines, cell.lines, strict=True):
                height += sum(line.height for line in made) if made else bare
            content = max(content, height, cell.least_height)
            cells.append((cell, lines, height))
        return Row(content, chrome, cells + [(cell, [], 0.0) for cell in table.cells[0][len(values) :]])


class Page:
    """A page to be painted; for WeasyPrint's writer it looks like one of its own."""

    def __init__(self, stamper: Stamper, frame: Any, table: Table | None = None, top: float = 0) -> None:
        self.width, self.height, self.bleed = frame.width, frame.height, frame.bleed
        self.bookmarks: list[Any] = []
        self.links: list[Any] = []
        self.anchors: dict[str, Any] = {}
        self.forms: dict[Any, Any] = {None: []}
        self._page_box = frame._page_box.copy_with_children([])  # nothing more to tag for WeasyPrint itself
        self._stamper, self._frame, self._table = stamper, frame, table
        self.rows: list[tuple[Row, float]] = []
        self.bottom = top
        self.limit = foot(frame._page_box) * ROUNDING
        self.end_top: float | None = None
        self.number = self.count = 0
        self.marks = 0
        self.tagged: list[TaggedPart] = []

    @property
    def tagged_rows(self) -> list[list[tuple[Node, int]]]:
        return [row.tags for row, _top in self.rows]

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paints the page, as WeasyPrint asks its own to do."""
        ops: list[bytes] = []
        with stream.stacked():
            stream.transform(a=scale, d=scale)
            if self._table is not None:
                self._paint_body(ops, self._table, stream)
            if self.end_top is not None:
                self._paint_end(ops, self.end_top, stream)
            self._paint_margins(ops, stream)
            stream.stream.append(b"".join(ops))
        pack(stream)

    def _paint_body(self, ops: list[bytes], table: Table, stream: Any) -> None:
        body = self._stamper.painted(self._frame, "body", stream)
        self.tagged.append(TaggedPart(body.nodes, body.loose, 0))
        self.marks = min(marks_of_row(body.nodes))
        ops += numbered(body.ops[: body.place], 0)
        if self.rows:
            (first, top), *others = self.rows
            ops.append(table.rules.below_head(stream, top, first.height))
            ops += [b"/Artifact BMC\nq\n", table.rules.begin(stream)]
            ops += [table.rules.of_row(top, top + row.height) for row, top in others]
            ops.append(b"Q\nEMC\n")
        for row, top in self.rows:
            self._paint_row(ops, row, top, stream)
            row.cells = []  # thousands of them would be kept until the tags are written
        ops += numbered(body.ops[body.place :], 0)

    def _paint_row(self, ops: list[bytes], row: Row, top: float, stream: Any) -> None:
        middle = top + row.chrome[0] + row.content / 2
        for cell, lines, height in row.cells:
            first_mark, y = self.marks, middle - height / 2
            for box, laid_out_at in cell.decorations:
                ops.append(paint_background(box, stream, y - laid_out_at))
            for made, (slot, bare, empty) in zip(lines, cell.lines, strict=False):
                if slot is None:
                    y += bare
                else:
                    for line in made:
                        self._paint_line(ops, slot, line, cell.left_of(line), y + line.baseline, stream)
                        y += line.height
                for _ in range(empty):
                    ops += [MARK % self.marks, b"EMC\n"]
                    self.marks += 1
            row.tags.append((cell.tagged(tuple(len(made) for made in lines if made)), first_mark))

    def _paint_line(self, ops: list[bytes], slot: Slot, line: Line, x: float, y: float, stream: Any) -> None:
        ops += [MARK % self.marks, line.before, self._stamper.color(slot, stream)]
        ops += [TEXT % (x, y, line.ops), line.after, b"EMC\n"]
        self.marks += 1

    def _paint_end(self, ops: list[bytes], top: float, stream: Any) -> None:
        template = self._stamper.template
        end = self._stamper.painted(template.alone, "end", stream)
        self.tagged.append(TaggedPart(end.nodes, end.loose, self.marks))
        ops.append(b"q\n1 0 0 1 0 %f cm\n" % (top - template.end_top))
        ops += [*numbered(end.ops, self.marks), b"Q\n"]
        self.marks += end.marks

    def _paint_margins(self, ops: list[bytes], stream: Any) -> None:
        margins = self._stamper.painted(self._frame, "margins", stream)
        first_mark = self.marks
        self.tagged.append(TaggedPart(margins.nodes, margins.loose, first_mark))
        x, y = margins.start
        for op in margins.ops:
            if isinstance(op, Moving):
                text = op.text or str(self.count if op.is_count else self.number)
                (line,) = self._stamper.lines(op.slot, text)
                self.marks = first_mark + op.mark
                self._paint_line(ops, op.slot, line, x, y, stream)
                x += line.width
            else:
                ops += numbered([op], first_mark)
        self.marks = first_mark + margins.marks
