"""The lines between the cells of a table."""

from collections.abc import Sequence
from types import SimpleNamespace

from weasyprint.draw import draw_collapsed_borders
from weasyprint.pdf.stream import Stream

from workshops.documents.inside_weasyprint.letters import joined
from workshops.documents.inside_weasyprint.reading import Box
from workshops.documents.problems import CannotStamp


class Rules:
    """The lines between the rows of a table, which WeasyPrint draws cell by cell.

    There are rows with a cell for each column, and rows of a single cell, which head others and end no page.
    """

    def __init__(self, table: Box, headings: Sequence[int]) -> None:
        """`headings` are the places of rows of a single cell among the rows below the head."""
        self.head, self._grids = table.children[0], table.collapsed_border_grid
        self._table = SimpleNamespace(
            column_widths=list(table.column_widths), column_positions=list(table.column_positions),
            collapsed_border_grid=self._grids, skip_cell_border_top=False, skip_cell_border_bottom=False,
        )  # fmt: skip
        self._heading = headings[-1] if headings else 0  # a row of cells stands below the last
        self._below_head: dict[tuple[object, ...], bytes] = {}
        verticals, horizontals = ([[stroke for _score, stroke in row] for row in grid] for grid in self._grids)
        heads = len(self.head.children)
        sides = verticals[heads]
        if any(row != sides for place, row in enumerate(verticals[heads:]) if place not in headings):
            raise CannotStamp("rows differ in their lines")
        style, self._width, self._color = horizontals[heads + 1][0]
        others = [stroke for row in horizontals[heads + 1 :] for stroke in row] + [side for side in sides if side[1]]
        if style != "solid" or any(stroke != horizontals[heads + 1][0] for stroke in others):
            raise CannotStamp("lines of several kinds")
        below = [bool(side[1]) for side in sides]
        self._forms = [self._row(below, below)]
        if headings:
            self._forms.append(self._row([bool(side[1]) for side in verticals[heads + self._heading]], below))

    def below_head(self, stream: Stream, rows: Sequence[tuple[float, float]], heads: bool) -> bytes:
        """What draws the lines of the head and of the rows that begin a page, given by their tops and heights: one,
        or two if the first of them heads others."""
        known = self._below_head.get((*rows, heads))
        if known is None:
            scratch = stream.clone(tags={})
            below = [SimpleNamespace(position_y=top, height=height) for top, height in rows]
            self._table.children = [self.head, SimpleNamespace(children=below, is_footer=False)]
            self._table.skipped_rows = len(self.head.children) + self._heading if heads else 0
            draw_collapsed_borders(scratch, self._table)
            known = self._below_head[(*rows, heads)] = joined(scratch.stream) + b"\n"
        return known

    def of_row(self, top: float, bottom: float, heads: bool) -> bytes:
        """What draws the lines of a further row; the colour and the width are set."""
        form, offsets = self._forms[heads]
        return form % tuple([(bottom if low else top) + offset for low, offset in offsets])

    def begin(self, stream: Stream) -> bytes:
        """What sets the colour and the width of these lines."""
        scratch = stream.clone()
        scratch.set_color(self._color, stroke=True)
        scratch.set_line_width(self._width)
        return joined(scratch.stream) + b"\n"

    def _row(self, sides: list[bool], below: list[bool]) -> tuple[bytes, list[tuple[bool, float]]]:
        """The format of a row's lines, in the order of WeasyPrint, and its values as distances from top or bottom.

        `sides` are the vertical lines it has, `below` those that meet the horizontal line under it.
        """
        half = self._width / 2
        ends = [*self._table.column_positions]
        ends.append(ends[-1] + self._table.column_widths[-1])
        text, offsets = b"", []
        for x, side in enumerate(sides):
            if side:
                text += b"%f %%f m %f %%f l S\n" % (ends[x], ends[x])
                offsets += [(False, -half), (True, half)]
            if x:
                left = ends[x - 1] - (half if below[x - 1] else 0)
                text += b"%f %%f m %f %%f l S\n" % (left, ends[x] + (half if below[x] else 0))
                offsets += [(True, 0), (True, 0)]
        return text, offsets
