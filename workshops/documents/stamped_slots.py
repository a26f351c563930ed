"""Pages of alike pieces: each kind of piece is laid out once, the values of all pieces are set into it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from operator import attrgetter
from typing import Any

from workshops.documents.inside_weasyprint.letters import Line
from workshops.documents.inside_weasyprint.pieces import (
    Around,
    Column,
    PieceKind,
    around,
    corner,
    kind_of,
    pieces_on,
)
from workshops.documents.inside_weasyprint.writing import file_of, pack, write_outline
from workshops.documents.lettering import MARK, TEXT, Lettering
from workshops.documents.problems import CannotStamp
from workshops.documents.qr_code import QrCode
from workshops.documents.tags import Node, RowForm, TaggedPart, write_tags

ROUNDING = 1e-6
BOX = re.compile(rb"/BBox \[([^\]]*)\]")

Filled = tuple[int, Mapping[str, str]]  # the number of the kind, and the texts by slot


@dataclass
class Setting:
    """A kind whose slots hold so many lines: operations between the values, tags, and where the values begin."""

    ops: list[bytes | tuple[str, int, int]]  # or the name of a slot, the first mark of its text, the side of its code
    marks: int
    nodes: list[Node]
    tops: dict[str, float]
    bookmarks: list[tuple[str, int, tuple[float, float], str]]  # the slot, the level, the point, the state


class SlotStamper(Lettering):
    """Sets the pieces of one document into the kinds of its specimen."""

    def __init__(self, specimen: Any, places: int) -> None:
        """Raises `CannotStamp` if the specimen has not so many places on its first page and one on each other."""
        super().__init__(specimen.copy([]))
        self._specimens = [(page, pieces_on(page)) for page in specimen.pages]
        if [len(pieces) for _page, pieces in self._specimens] != [places] + [1] * (len(self._specimens) - 1):
            raise CannotStamp("a specimen does not fit its page")
        self.places = [corner(piece) for piece in self._specimens[0][1]]
        self._kinds: dict[int, PieceKind] = {}
        self._settings: dict[tuple[Any, ...], Setting] = {}
        self._around: Around | None = None

    def to_pdf(self, pieces: Sequence[Filled], variant: str) -> bytes:
        """Gives the document. Raises `CannotStamp` if a value does not fit its place."""
        places = len(self.places)
        frame = self._specimens[0][0]
        self.document.pages = [
            SlotPage(self, frame, pieces[start : start + places]) for start in range(0, len(pieces), places)
        ]
        return file_of(self.document, variant, self._finish)

    def _finish(self, document: Any, pdf: Any) -> None:
        write_tags(document, pdf)
        for page in document.pages:
            page.bookmarks = page.found
        write_outline(document, pdf)

    def around(self, stream: Any) -> Around:
        """What stands on each page around its pieces."""
        if self._around is None:
            self._around = around(self._specimens[0][0], stream)
        return self._around

    def kind(self, number: int, stream: Any) -> PieceKind:
        """A kind of piece, read and painted once for this document."""
        if number not in self._kinds:
            page, pieces = self._specimens[number]
            self._kinds[number] = kind_of(page, pieces[0], stream)
        return self._kinds[number]

    def setting(self, number: int, kind: PieceKind, lines: list[list[Line]], place: int, first_mark: int) -> Setting:
        """The kind with room for these lines, at a place of the page, its marks numbered from the first one."""
        heights = tuple((len(made), sum(line.height for line in made)) for made in lines)
        key = number, place, first_mark, heights
        if key not in self._settings:
            moved = self.places[place][0] - kind.corner[0], self.places[place][1] - kind.corner[1]
            self._settings[key] = _set(kind, heights, moved, first_mark)
        return self._settings[key]


class SlotPage:
    """A page of pieces to be painted; for WeasyPrint's writer it looks like one of its own."""

    def __init__(self, stamper: SlotStamper, frame: Any, pieces: Sequence[Filled]) -> None:
        self.width, self.height, self.bleed = frame.width, frame.height, frame.bleed
        self.bookmarks: list[Any] = []  # what is `found` is written once all pages are painted
        self.found: list[Any] = []
        self.links: list[Any] = []
        self.anchors: dict[str, Any] = {}
        self.forms: dict[Any, Any] = {None: []}
        self._page_box = frame._page_box.copy_with_children([])  # nothing more to tag for WeasyPrint itself
        self._stamper, self._pieces = stamper, pieces
        self.marks = 0
        self.tagged: list[TaggedPart] = []
        self.tagged_rows: list[tuple[RowForm, int]] = []

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paints the page, as WeasyPrint asks its own to do."""
        with stream.stacked():
            stream.transform(a=scale, d=scale)
            around = self._stamper.around(stream)
            ops, nodes = [around.ops], []
            for place, (number, texts) in enumerate(self._pieces):
                nodes += self._paint_piece(ops, place, number, texts, stream)
            stream.stream.append(b"".join(ops))
        pack(stream)
        if around.nodes:
            nodes = [Node(around.nodes[0].tag, [*nodes])]
        self.tagged.append(TaggedPart(nodes, [], 0))

    def _paint_piece(
        self, ops: list[bytes], place: int, number: int, texts: Mapping[str, str], stream: Any
    ) -> list[Node]:
        stamper = self._stamper
        kind = stamper.kind(number, stream)
        lines = {
            name: [line for part in texts[name].split("\n") for line in stamper.lines(at.slot, part)]
            for name, at in kind.places.items()
        }
        setting = stamper.setting(number, kind, list(lines.values()), place, self.marks)
        for op in setting.ops:
            if isinstance(op, bytes):
                ops.append(op)
                continue
            name, mark, side = op
            if side:
                ops.append(QrCode(texts[name], side).ops())
            else:
                self._paint_lines(ops, kind, name, mark, setting.tops[name], lines[name], stream)
        self.marks += setting.marks
        self.found += [(level, texts[name], point, state) for name, level, point, state in setting.bookmarks]
        return setting.nodes

    def _paint_lines(
        self, ops: list[bytes], kind: PieceKind, name: str, mark: int, top: float, lines: list[Line], stream: Any
    ) -> None:
        at = kind.places[name]
        color = self._stamper.color(at.slot, stream)
        for line in lines:
            ops += [MARK % mark, line.before, color, TEXT % (at.left_of(line), top + line.baseline, line.ops)]
            ops += [line.after, b"EMC\n"]
            mark += 1
            top += line.height


def _set(
    kind: PieceKind, heights: tuple[tuple[int, float], ...], moved: tuple[float, float], first_mark: int
) -> Setting:
    counts = {name: count for name, (count, _height) in zip(kind.places, heights, strict=True)}
    tops = _tops(kind, [height for _count, height in heights])
    numbers: dict[int, range] = {}
    ops: list[bytes | tuple[str, int, int]] = []
    static = [b"q\n1 0 0 1 %f %f cm\n" % moved]
    mark = first_mark
    for op in kind.ops:
        if isinstance(op, bytes):
            static.append(op)
        elif isinstance(op, int):
            numbers[op] = range(mark, mark := mark + 1)
            static.append(b"%d" % numbers[op].start)
        else:
            ops += [b"".join(static), (op.name, mark, op.side)]
            static = []
            if op.mark is not None:
                numbers[op.mark] = range(mark, mark := mark + counts[op.name])
    ops.append(b"".join([*static, b"Q\n"]))
    bookmarks = [
        (name, level, (x + moved[0], y + moved[1] + tops[name] - kind.places[name].top), state)
        for name, (level, _label, (x, y), state) in kind.bookmarks.items()
    ]
    return Setting(ops, mark - first_mark, [_placed(node, numbers, moved) for node in kind.nodes], tops, bookmarks)


def _tops(kind: PieceKind, heights: Sequence[float]) -> dict[str, float]:
    """Where the first line of each value stands. Raises `CannotStamp` if a stack has no room for its lines."""
    more = {name: height - at.height for height, (name, at) in zip(heights, kind.places.items(), strict=True)}
    tops = {}
    for number, stack in enumerate(kind.stacks):
        columns: dict[Column, list[str]] = {}
        for name, at in kind.places.items():
            if at.stack == number:
                columns.setdefault(at.column, []).append(name)
        rows = [list(row) for _top, row in groupby(columns, key=attrgetter("top"))]
        grown = [
            max(column.height + sum(map(more.__getitem__, columns[column])) for column in row)
            - max(column.height for column in row)
            for row in rows
        ]
        if sum(grown) > stack.room + ROUNDING:
            raise CannotStamp(f"no room for the lines of {', '.join(chain(*columns.values()))}")
        down = -stack.above * sum(grown)
        for row, growth in zip(rows, grown, strict=True):
            for column in row:
                lower = down
                for name in columns[column]:
                    tops[name] = kind.places[name].top + lower
                    lower += more[name]
            down += growth
    return tops


def _placed(node: Node, numbers: Mapping[int, range], moved: tuple[float, float]) -> Node:
    """An element at another place, with its marks numbered anew, one for each line of a value."""
    kids: list[Node | int] = []
    for kid in node.kids:
        kids += numbers[kid] if isinstance(kid, int) else [_placed(kid, numbers, moved)]
    return Node(node.tag, kids, BOX.sub(partial(_moved_box, moved), node.more))


def _moved_box(moved: tuple[float, float], found: re.Match[bytes]) -> bytes:
    edges = [float(edge) + moved[number % 2] for number, edge in enumerate(found[1].split())]
    return b"/BBox [%b]" % b" ".join((b"%f" % edge).rstrip(b"0").rstrip(b".") for edge in edges)
