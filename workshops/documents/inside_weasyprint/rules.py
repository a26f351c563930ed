"""The lines between the cells of a table."""

from types import SimpleNamespace

from weasyprint.draw import draw_collapsed_borders
from weasyprint.pdf.stream import Stream

from workshops.documents.inside_weasyprint.letters import joined
from workshops.documents.inside_weasyprint.reading import Box
from workshops.documents.problems import CannotStamp


class Rules:
    """The lines between the rows of a table, which WeasyPrint draws cell by cell; all rows but the first are alike."""

    def __init__(self, table: Box) -> None:
        self.head, self._grids = table.children[0], table.collapsed_border_grid
        self._table = SimpleNamespace(
            column_widths=list(table.column_widths), column_positions=list(table.column_positions),
            collapsed_border_grid=self._grids, skipped_rows=0,
            skip_cell_border_top=False, skip_cell_border_bottom=False,
        )  # fmt: skip
        self._format, self._offsets = self._one_row()

    def below_head(self, stream: Stream, top: float, height: float) -> bytes:
        """What draws the lines of the head and of the first row of a page."""
        scratch = stream.clone(tags={})
        row = SimpleNamespace(position_y=top, height=height)
        self._table.children = [self.head, SimpleNamespace(children=[row], is_footer=False)]
        draw_collapsed_borders(scratch, self._table)
        return joined(scratch.stream) + b"\n"

    def of_row(self, top: float, bottom: float) -> bytes:
        """What draws the lines of a further row; the colour and the width are set."""
        return self._format % tuple((bottom if low else top) + offset for low, offset in self._offsets)

    def begin(self, stream: Stream) -> bytes:
        """What sets the colour and the width of these lines."""
        scratch = stream.clone()
        scratch.set_color(self._color, stroke=True)
        scratch.set_line_width(self._width)
        return joined(scratch.stream) + b"\n"

    def _one_row(self) -> tuple[bytes, list[tuple[bool, float]]]:
        """The format of a row's lines, in the order of WeasyPrint, and its values as distances from top or bottom."""
        verticals, horizontals = ([[stroke for _score, stroke in row] for row in grid] for grid in self._grids)
        first = len(self.head.children) + 1
        sides, below = verticals[first], horizontals[first]
        if any(row != sides for row in verticals[first:]) or any(row != below for row in horizontals[first:]):
            raise CannotStamp("rows differ in their lines")
        style, self._width, self._color = below[0]
        if style != "solid" or any(stroke != below[0] for stroke in below + [side for side in sides if side[1]]):
            raise CannotStamp("lines of several kinds")
        half = self._width / 2
        ends = [*self._table.column_positions]
        ends.append(ends[-1] + self._table.column_widths[-1])
        text, offsets = b"", []
        for x, side in enumerate(sides):
            if side[1]:
                text += b"%f %%f m %f %%f l S\n" % (ends[x], ends[x])
                offsets += [(False, -half), (True, half)]
            if x:
                left = ends[x - 1] - (half if sides[x - 1][1] else 0)
                text += b"%f %%f m %f %%f l S\n" % (left, ends[x] + (half if side[1] else 0))
                offsets += [(True, 0), (True, 0)]
        return text, offsets
