"""Laid-out specimens to what is repeated of them: a piece with holes where values stand, and the page around it."""

from dataclasses import dataclass
from typing import Any

from weasyprint.anchors import gather_anchors
from weasyprint.draw import draw_page
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream

from workshops.documents.inside_weasyprint.letters import Line, Slot, joined
from workshops.documents.inside_weasyprint.painting import Recorder, shared
from workshops.documents.inside_weasyprint.reading import Box, inside, is_text, nodes_of, slot_of
from workshops.documents.problems import CannotStamp
from workshops.documents.tags import Node, slim

FIRST_MODULE = b"4 4 m\n5 4 l\n5 5 l\n4 5 l\nh\n"  # of qr_code.first_module


Bookmark = tuple[int, str, tuple[float, float], str]  # level, label, point, whether open


@dataclass(eq=False)
class Column:
    """Values one under the other. Columns that begin at one height stand side by side: a row, high as the highest."""

    top: float
    height: float  # of what stands in it, in the specimen


@dataclass(eq=False)
class Place:
    """Where the first line of a value stands, and how its lines are set below each other."""

    slot: Slot
    x: float
    width: float
    align: str
    top: float
    height: float  # of the line of the specimen
    stack: int  # values of one stack move when one of them takes more lines
    column: Column

    def left_of(self, line: Line) -> float:
        """Where a line begins."""
        free = self.width - line.width
        return self.x + {"center": free / 2, "right": free, "end": free}.get(self.align, 0)


@dataclass(frozen=True)
class Stack:
    """A block in which values stand one under the other: what is left of it, and which share of that is above them."""

    room: float
    above: float


@dataclass(frozen=True)
class Hole:
    """Where a value is painted: a text under its number among the marked contents, or a code of that side."""

    name: str
    mark: int | None = None
    side: int = 0


@dataclass
class PieceKind:
    """A kind of piece as its specimen shows it: operations, tags, and the places of its values."""

    ops: list[bytes | int | Hole]
    nodes: list[Node]
    places: dict[str, Place]
    stacks: list[Stack]
    bookmarks: dict[str, Bookmark]  # by slot
    corner: tuple[float, float]


@dataclass
class Around:
    """What stands on a page around its pieces: operations and at most one element, which holds the pieces."""

    ops: bytes
    nodes: list[Node]


def pieces_on(page: Any) -> list[Box]:
    """The pieces of a laid-out page."""
    return list(_pieces(page._page_box))


def _pieces(box: Box) -> Any:
    if _attribute(box, "data-piece") is not None:
        yield box
        return
    for child in getattr(box, "children", ()):
        yield from _pieces(child)


def _attribute(box: Box, name: str) -> str | None:
    given: str | None = None if box.element is None else box.element.get(name)
    return given


def corner(piece: Box) -> tuple[float, float]:
    """Where a piece stands on its page."""
    return piece.border_box_x(), piece.border_box_y()


def kind_of(page: Any, piece: Box, stream: Stream) -> PieceKind:
    """Reads and paints the specimen of a kind. Raises `CannotStamp` where it is not made up as is understood here."""
    places: dict[str, Place] = {}
    stacks: list[Stack] = []
    slots: dict[Box, str] = {}
    _find(piece, None, None, places, stacks, slots)
    html = page._page_box.children[0]
    alone = html.copy_with_children([html.children[0].copy_with_children([piece])])
    page_box = page._page_box.copy_with_children([alone])
    recorder = Recorder(stream)
    draw_page(page_box, recorder)
    nodes = [slim(node) for node in nodes_of(page_box, dict(recorder._tags))[0]]
    ops = _with_holes(recorder, slots, page_box, stream)
    return PieceKind(ops, nodes, places, stacks, _bookmarks(piece), corner(piece))


def _bookmarks(piece: Box) -> dict[str, Bookmark]:
    found: dict[str, Bookmark] = {}
    for box in inside(piece):
        bookmarks: list[Bookmark] = []
        if box.bookmark_label and _attribute(box, "data-slot") is not None:
            gather_anchors(box, {}, [], bookmarks, {None: []})
            found |= {_attribute(box, "data-slot") or "": bookmark for bookmark in bookmarks}
    return found


def around(page: Any, stream: Stream) -> Around:
    """Paints what stands around the pieces of a page. Raises `CannotStamp` if words are among it."""
    html = page._page_box.children[0]
    holders = [_without_pieces(child) for child in html.children[0].children if _attribute(child, "data-piece") is None]
    page_box = page._page_box.copy_with_children(
        [html.copy_with_children([html.children[0].copy_with_children(holders)])]
    )
    recorder = Recorder(stream)
    draw_page(page_box, recorder)
    if recorder.chunks or len(holders) > 1:
        raise CannotStamp("words around the pieces of a page")
    return Around(joined(recorder.stream) + b"\n", nodes_of(page_box, {})[0])


def _without_pieces(holder: Box) -> Box:
    return holder.copy_with_children([child for child in holder.children if _attribute(child, "data-piece") is None])


def _find(
    box: Box,
    stack: int | None,
    column: Column | None,
    places: dict[str, Place],
    stacks: list[Stack],
    slots: dict[Box, str],
) -> None:
    """Notes the slots under a box: their places, the stacks they belong to, and the boxes painted for them."""
    name = _attribute(box, "data-slot")
    if name is not None:
        drawn = [part for part in inside(box) if is_text(part) or isinstance(part, boxes.ReplacedBox)]
        if len(drawn) != 1 or name in slots.values():
            raise CannotStamp(f"the slot {name} is not made up of one text")
        slots[drawn[0]] = name
        if is_text(drawn[0]):
            line = next(part for part in inside(box) if isinstance(part, boxes.LineBox))
            if stack is None:
                stack = len(stacks)
                stacks.append(Stack(box.height - line.height, 0))
            places[name] = Place(
                slot_of(line, drawn[0], box.width), box.content_box_x(), box.width, box.style["text_align_all"],
                line.position_y, line.height, stack, column or Column(line.position_y, line.height),
            )  # fmt: skip
        return
    if is_text(box) and stack is not None:
        raise CannotStamp("words in a stack that are not in a slot")
    if _attribute(box, "data-stack") is not None:
        stack = len(stacks)
        stacks.append(_stack(box))
    if _attribute(box, "data-column") is not None:
        column = Column(box.position_y, sum(part.margin_height() for part in box.children))
    for child in getattr(box, "children", ()):
        _find(child, stack, column, places, stacks, slots)


def _stack(box: Box) -> Stack:
    """A block in the middle of which a smaller one stands, or in which values begin at the top."""
    middle = [part for part in inside(box) if part is not box and isinstance(part, boxes.InlineBlockBox)]
    content = sum(part.margin_height() for part in middle or box.children)
    return Stack(box.height - content, 0.5 if middle else 0)


def _with_holes(recorder: Recorder, slots: dict[Box, str], page: Box, stream: Stream) -> list[bytes | int | Hole]:
    ops: list[bytes | int | Hole] = []
    done = 0
    for box, start, end in recorder.chunks:
        ops.append(joined(recorder.stream[done:start]) + b"\n")
        mark = recorder._tags[box]["mcid"]
        tag, inner = joined(recorder.stream[start : start + 1]), recorder.stream[start + 2 : end]
        done = end
        if box in slots and is_text(box):
            ops.append(Hole(slots[box], mark))
            continue
        ops += [tag + b" <</MCID ", mark, b">> "]
        if box in slots:
            if FIRST_MODULE not in (drawn := joined(inner)):
                raise CannotStamp("a code is not drawn as is understood here")
            before, behind = drawn.split(FIRST_MODULE)
            side = int(box.element.get("viewBox").split()[2])
            ops += [before, Hole(slots[box], side=side), behind + b"\n"]
            continue
        elif not is_text(box):
            inner = [b"BDC", *shared(inner[1:-1], page, stream), b"EMC"]
        ops.append(joined(inner) + b"\n")
    ops.append(joined(recorder.stream[done:]) + b"\n")
    return ops
