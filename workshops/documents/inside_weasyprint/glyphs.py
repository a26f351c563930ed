"""The glyphs of a line to what paints them: what WeasyPrint's `draw_first_line` gives, in a fifth of its time.

A glyph of one face, width and place is worded once in a document; what is not plain is left to WeasyPrint.
"""

from struct import Struct
from types import SimpleNamespace
from typing import Any

from weasyprint.draw.text import draw_first_line
from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream
from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

from workshops.documents.problems import CannotStamp

INFO = Struct("=Iiii4x")  # PangoGlyphInfo: glyph, width, offsets; what follows only says where clusters begin
NOTHING, UNKNOWN = pango.PANGO_GLYPH_EMPTY, pango.PANGO_GLYPH_UNKNOWN_FLAG
Info = tuple[int, int, int, int]


class _Face:
    """A font in one size: how its size is set, and the wording of the glyphs met so far, None for one not plain."""

    def __init__(self, pango_font: Any, stream: Stream) -> None:
        self.font, self.size = stream.add_font(pango_font)
        self.pango_font = pango_font
        self.is_plain = not (self.font.bitmap or self.font.png or self.font.svg or self.font.colr)
        stream.stream.clear()
        stream.set_font_size(self.font.hash, self.size)
        self.begin = stream.stream.pop().decode() + "\n[<"
        self.wordings: dict[Info, str | None] = {}


class Glyphs:
    """Paints lines of text in the fonts of one document."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._faces: dict[int, _Face] = {}  # by the address of the font
        self._holders: list[Layout] = []  # so that no other font comes to have one of these addresses

    def painted(self, layout: Layout, line: Any, style: Any, baseline: float) -> bytes:
        """What paints a laid-out line behind its text matrix. Raises `CannotStamp` for pictures among the letters."""
        said, run = "", line.runs[0]
        face = None
        while run != ffi.NULL:
            item, run = run.data, run.next
            of_run = self._face(item.item.analysis.font, layout)
            if of_run is not face:
                said += f">] TJ\n{of_run.begin}" if face else of_run.begin
                face = of_run
            worded = self._worded(of_run, item, layout)
            if worded is None:
                return self._drawn(layout, style, baseline)
            said += worded
        return f"{said}>] TJ".replace("<>", " ").encode("ascii") if face else b""

    def _face(self, pango_font: Any, layout: Layout) -> _Face:
        address = int(ffi.cast("uintptr_t", pango_font))
        face = self._faces.get(address)
        if face is None:
            face = self._faces[address] = _Face(pango_font, self._stream)
            holder = Layout(layout.style)
            holder.set_text(layout.text)
            holder.get_first_line()
            self._holders.append(holder)
        return face

    def _worded(self, face: _Face, item: Any, layout: Layout) -> str | None:
        """The glyphs of a run between angle brackets, with the moves between them; None if one is not plain."""
        number, wordings = item.glyphs.num_glyphs, face.wordings
        parts = []
        for place, info in enumerate(INFO.iter_unpack(ffi.buffer(item.glyphs.glyphs, number * INFO.size))):
            wording = wordings.get(info, "")
            if wording == "":
                wording = wordings[info] = self._wording(face, info, item, place, layout)
            if wording is None:
                return None
            parts.append(wording)
        return "".join(parts)

    def _wording(self, face: _Face, info: Info, item: Any, place: int, layout: Layout) -> str | None:
        """A glyph met for the first time, noted in its font as WeasyPrint notes it."""
        glyph, width, right, up = info
        font, size = face.font, face.size
        if up or glyph == NOTHING or glyph & UNKNOWN or not face.is_plain:
            return None
        if glyph not in font.to_unicode:
            glyphs, item = item.glyphs, item.item
            clusters, is_leftward = glyphs.log_clusters, item.analysis.level % 2
            last = 0 if is_leftward else glyphs.num_glyphs - 1
            end = item.length if place == last else clusters[place + (-1 if is_leftward else 1)]
            text = layout.text.encode()[item.offset + clusters[place] : item.offset + end]
            font.to_unicode[glyph] = text.decode()
        if glyph not in font.widths:
            stream = self._stream
            pango.pango_font_get_glyph_extents(face.pango_font, glyph, stream.ink_rect, stream.logical_rect)
            font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
        offset = right / size
        move = int(font.widths[glyph] + offset - width * 1000 * FROM_UNITS / size)
        return (f">{-offset}<" if offset else "") + f"{glyph:04x}" + (f">{move}<" if move else "")

    def _drawn(self, layout: Layout, style: Any, baseline: float) -> bytes:
        """The same by WeasyPrint itself."""
        stream = self._stream
        stream.stream.clear()
        stream._current_font = None
        box = SimpleNamespace(text=layout.text, style=style, pango_layout=layout, baseline=baseline)
        if draw_first_line(stream, box, "clip", "none", Matrix()):
            raise CannotStamp(f"pictures among the letters of {layout.text!r}")
        return b"\n".join(stream.stream[1:]).replace(b">0<", b"").replace(b">0]", b">]")  # no need to move by nothing
