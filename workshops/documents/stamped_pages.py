"""Pages on which rows are stamped: the frame of a page is laid out once, the rows of all pages are set into it.

First all rows are shaped and shared out among pages; then WeasyPrint's writer asks each page to paint itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workshops.documents.inside_weasyprint.letters import Slot
from workshops.documents.inside_weasyprint.painting import Moving, Painted, numbered, paint
from workshops.documents.inside_weasyprint.reading import Cell, code_box, first_row_of, foot, is_end, is_margin, part
from workshops.documents.inside_weasyprint.writing import file_of, pack
from workshops.documents.lettering import Lettering
from workshops.documents.machine_marks import CodeBox, marks, page_code
from workshops.documents.problems import CannotStamp
from workshops.documents.tags import RowForm, Runs, TaggedPart, marks_of_row, write_tags
from workshops.documents.template import Sheet, Table, Template

ROUNDING = 1 + 1e-9  # as WeasyPrint allows at the foot of a page
LINE = b"/Span <</MCID %d>> BDC\n%b%b%f Tm\n%b"
BEGIN = b"%bBT\n1 0 0 -1 %f "  # y grows downwards on the page, upwards in letters
END = b"%b\nET\n%bEMC\n"

PARTS = {
    "body": lambda box: not is_end(box) and not is_margin(box),
    "end": is_end,
    "margins": is_margin,
}

Value = tuple[int, Sequence[str]]  # the specimen row to set the cell like, and its texts in reading order
Values = Sequence[Value]  # of a row; one that heads others has a single value, its specimens are numbered -1, -2 ...


@dataclass(slots=True)
class Block:
    """The words of a cell, broken and shaped; of each line how far below the top it stands, and what paints it."""

    height: float
    lines: list[tuple[float, Slot, bytes, bytes]]
    marks: int | Runs


@dataclass(slots=True)
class Row:
    """A row with the words of its cells, `inset` below its top; where it stands is known once it has a page."""

    blocks: list[Block]
    form: RowForm
    inset: float
    content: float
    height: float
    top: float = 0


class Stamper(Lettering):
    """Sets the rows of one document into the pages of its template."""

    def __init__(self, made: Template) -> None:
        super().__init__(made.document.copy([]))
        self.template = made
        self._blocks: dict[tuple[object, ...], Block] = {}
        self._forms: dict[tuple[int | Runs, ...], RowForm] = {}
        self._painted: dict[tuple[Any, str], Painted] = {}
        self._code_boxes: dict[Any, CodeBox | None] = {}

    def to_pdf(self, rows: Sequence[Values], variant: str) -> bytes:
        """Gives the document. Raises `CannotStamp` if a row does not fit the template, or there is none."""
        if not rows:
            raise CannotStamp("no rows")
        pages = [page for sheet in self.template.sheets for page in self._pages_of_sheet(sheet, rows)]
        for number, page in enumerate(pages, 1):
            page.number, page.count = number, len(pages)
        self.document.pages = pages
        return file_of(self.document, variant, write_tags)

    def painted(self, frame: Any, name: str, stream: Any) -> Painted:
        """A part of a laid-out page, painted once for this document: its "body", its "end" or its "margins"."""
        if (frame, name) not in self._painted:
            page = frame._page_box
            row = first_row_of(page) if name == "body" else None
            self._painted[frame, name] = paint(part(page, PARTS[name]), stream, row)
        return self._painted[frame, name]

    def code_box(self, frame: Any) -> CodeBox | None:
        """Where the code of a page stands, None on pages without one."""
        if frame not in self._code_boxes:
            self._code_boxes[frame] = code_box(frame._page_box)
        return self._code_boxes[frame]

    def _pages_of_sheet(self, sheet: Sheet, rows: Sequence[Values]) -> "list[Page]":
        pages = [page for table in sheet.tables for page in self._pages_of(table, rows)]
        top = pages[-1].bottom + sheet.gap
        if top + sheet.end_height > pages[-1].limit:
            pages.append(Page(self, sheet.alone))
            top = sheet.end_top
        pages[-1].end = sheet, top
        return pages

    def _pages_of(self, table: Table, rows: Sequence[Values]) -> "list[Page]":
        pages = [Page(self, table.first, table, table.tops[0])]
        pages[0].bookmarks = table.first.bookmarks
        for number, values in enumerate(rows):
            row = self._row(table, values, table.chrome[1 if number else 0])
            page = pages[-1]
            if page.bottom + row.height > page.limit:
                pages.append(Page(self, table.further, table, table.tops[1]))
                if page.rows and page.rows[-1].form.heads:  # what heads a row stands on its page
                    pages[-1].add(page.rows.pop())
                if not page.rows or pages[-1].bottom + row.height > page.limit:
                    raise CannotStamp("a row is higher than the page")
                page = pages[-1]
            page.add(row)
            if not page.first_row and not row.form.heads:
                page.first_row = values[0][1][0]
        return pages

    def _row(self, table: Table, values: Values, chrome: tuple[float, float]) -> Row:
        heads = values[0][0] < 0
        if heads:
            told = [(table.headings[-1 - like], texts) for like, texts in values]
        else:
            told = [(table.cells[like][column], texts) for column, (like, texts) in enumerate(values)]
        content, blocks = 0.0, []
        marks: list[int | Runs] = [0] * (1 if heads else len(table.cells[0]))
        for column, (cell, texts) in enumerate(told):
            content = max(content, cell.least_height)
            if texts:
                block = self._blocks.get((cell, *texts)) or self._block(cell, texts)
                content = max(content, block.height)
                blocks.append(block)
                marks[column] = block.marks
        form = self._forms.get(tuple(marks))
        if form is None:
            form = self._forms[tuple(marks)] = RowForm(marks, heads)
        return Row(blocks, form, chrome[0], content, content + sum(chrome))

    def _block(self, cell: Cell, texts: Sequence[str]) -> Block:
        lines, runs, y = [], [], 0.0
        left = iter(zip(texts, cell.languages, strict=True))
        for slot, bare in cell.lines:
            if slot is None:
                y += bare
                continue
            text, language = next(left)
            shaped = self.shaped(slot, text)  # the block is kept, its lines need not be
            for line in shaped:
                begin, end = BEGIN % (line.before, cell.left_of(line)), END % (line.ops, line.after)
                lines.append((y + line.baseline, slot, begin, end))
                y += line.height
            runs.append((language, len(shaped)))
        marks = tuple(runs) if any(cell.languages) else len(lines)
        made = self._blocks[(cell, *texts)] = Block(y, lines, marks)
        return made


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
        self.rows: list[Row] = []
        self.first_row = ""
        self.bottom = top
        self.limit = foot(frame._page_box) * ROUNDING
        self.end: tuple[Sheet, float] | None = None  # whose end stands on this page, and where
        self.number = self.count = 0
        self.marks = 0
        self.tagged: list[TaggedPart] = []
        self.tagged_rows: list[tuple[RowForm, int]] = []

    def add(self, row: Row) -> None:
        """Sets a row below the others."""
        row.top = self.bottom
        self.bottom += row.height
        self.rows.append(row)

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paints the page, as WeasyPrint asks its own to do."""
        ops: list[bytes] = []
        with stream.stacked():
            stream.transform(a=scale, d=scale)
            if self._table is not None:
                self._paint_body(ops, self._table, stream)
            if self.end is not None:
                self._paint_end(ops, *self.end, stream)
            self._paint_margins(ops, stream)
            self._paint_marks(ops)
            stream.stream.append(b"".join(ops))
        pack(stream)
        self.rows.clear()

    def _paint_body(self, ops: list[bytes], table: Table, stream: Any) -> None:
        body = self._stamper.painted(self._frame, "body", stream)
        self.tagged.append(TaggedPart(body.nodes, body.loose, 0))
        self.marks = min(marks_of_row(body.nodes))
        ops += numbered(body.ops[: body.place], 0)
        if self.rows:
            heads = self.rows[0].form.heads
            first = 2 if heads else 1
            ops.append(table.rules.below_head(stream, [(row.top, row.height) for row in self.rows[:first]], heads))
            ops += [b"/Artifact BMC\nq\n", table.rules.begin(stream)]
            ops += [table.rules.of_row(row.top, row.top + row.height, row.form.heads) for row in self.rows[first:]]
            ops.append(b"Q\nEMC\n")
        for row in self.rows:
            self._paint_row(ops, row, stream)
        ops += numbered(body.ops[body.place :], 0)

    def _paint_row(self, ops: list[bytes], row: Row, stream: Any) -> None:
        mark, color = self.marks, self._stamper.color
        self.tagged_rows.append((row.form, mark))
        middle = row.top + row.inset + row.content / 2
        for block in row.blocks:
            top = middle - block.height / 2
            for below, slot, begin, end in block.lines:
                ops.append(LINE % (mark, color(slot, stream), begin, top + below, end))
                mark += 1
        self.marks = mark

    def _paint_end(self, ops: list[bytes], sheet: Sheet, top: float, stream: Any) -> None:
        end = self._stamper.painted(sheet.alone, "end", stream)
        self.tagged.append(TaggedPart(end.nodes, end.loose, self.marks))
        ops.append(b"q\n1 0 0 1 0 %f cm\n" % (top - sheet.end_top))
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
                begin, end = BEGIN % (line.before, x), END % (line.ops, line.after)
                ops.append(LINE % (first_mark + op.mark, self._stamper.color(op.slot, stream), begin, y, end))
                x += line.width
            else:
                ops += numbered([op], first_mark)
        self.marks = first_mark + margins.marks

    def _paint_marks(self, ops: list[bytes]) -> None:
        box = self._stamper.code_box(self._frame)
        if box is not None:
            said = self._table.boxes if self._table else ""
            bars = [(row.top, row.height) for row in self.rows if not row.form.heads]
            code = page_code(box.text, self.number, self.first_row, said)
            left = self._table.left if self._table else 0
            ops.append(marks((self.width, self.height), box, code, left, bars))
