"""Words to painted letters: WeasyPrint breaks the lines, Pango and HarfBuzz shape them, in a document's fonts."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pydyf
from weasyprint.pdf.stream import Stream
from weasyprint.text.ffi import FROM_UNITS, pango
from weasyprint.text.line_break import Layout, line_size, split_first_line, strut

from workshops.documents.actual_text import is_indic
from workshops.documents.inside_weasyprint.glyphs import Glyphs
from workshops.documents.problems import CannotStamp

NOT_PLAIN = re.compile(r"[\x00-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060-\u206f\ufeff]|^\s|\s$|  ")
"""Characters that ask more of a line than its width: breaks, tabs, soft hyphens, embedded directions."""


@dataclass(frozen=True)
class Line:
    """A line of a text: what paints it after its text matrix was set, and its measures in CSS pixels."""

    ops: bytes
    before: bytes
    after: bytes
    width: float
    height: float
    baseline: float


@dataclass(eq=False)
class Slot:
    """The place of one value in a cell; its words are broken to the width and set as the specimen was."""

    style: Any
    width: float | None  # None: as wide as the text
    struts: list[tuple[float, float]]  # height and baseline of what else stands on the line
    single: bool

    def line_box(self, height: float, baseline: float) -> tuple[float, float]:
        """The height of a line and the place of its baseline, all its parts aligned on it."""
        parts = [*self.struts, (height, baseline)]
        above = max(baseline for _height, baseline in parts)
        return above + max(height - baseline for height, baseline in parts), above

    def color(self, stream: Stream) -> bytes:
        """What sets the colour of the text."""
        scratch = stream.clone()
        scratch.set_color(self.style["color"])
        return joined(scratch.stream) + b"\n"

    def lines(self, text: str, glyphs: Glyphs) -> list[Line]:
        """Breaks, shapes and paints a text. Raises `CannotStamp` for what only the whole layout can set."""
        if self.width is not None and (NOT_PLAIN.search(text) or not text):
            raise CannotStamp(f"white space or control characters in {text!r}")
        self._layout.set_text(text)
        first, _more = self._layout.get_first_line()
        size = line_size(first, self.style)
        if self.width is None or size[0] <= self.width:
            return [self._painted(self._layout, first, size, glyphs)]
        if self.single:
            raise CannotStamp(f"no room for {text!r}")
        lines: list[Line] = []
        resume: int | None = 0
        while resume is not None:
            text = text.encode()[resume:].decode().lstrip(" ")
            layout, _length, resume, *_measures = split_first_line(text, self.style, None, self.width, 0)
            layout.reactivate(self.style)
            first, _more = layout.get_first_line()
            lines.append(self._painted(layout, first, line_size(first, self.style), glyphs))
        return lines

    @cached_property
    def _layout(self) -> Layout:
        return Layout(self.style)

    @cached_property
    def _leading(self) -> float:
        return float(strut(self.style)[0])

    def _painted(self, layout: Layout, first: Any, size: tuple[float, float], glyphs: Glyphs) -> Line:
        text, (width, height) = layout.text, size
        baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
        measures = self.line_box(self._leading, baseline + (self._leading - height) / 2)
        before, after = b"", b""
        if is_indic(text):
            before = b"/Span <</ActualText " + pydyf.String(text).data + b">> BDC\n"
            after = b"EMC\n"
        return Line(glyphs.painted(layout, first, self.style, measures[1]), before, after, width, *measures)


def letters(document: Any) -> Glyphs:
    """What paints texts in the fonts of a document."""
    return Glyphs(
        Stream(
            document.fonts, (0, 0, 0, 0), {"ExtGState": {}}, {}, None, document.color_profiles, document.output_intent
        )
    )


def joined(ops: list[Any]) -> bytes:
    return b"\n".join(pydyf._to_bytes(op) for op in ops)
