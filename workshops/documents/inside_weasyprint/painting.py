"""Parts of a laid-out page to operations that are repeated on many pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from weasyprint.draw import draw_page
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream

from workshops.documents.inside_weasyprint.letters import Slot, joined
from workshops.documents.inside_weasyprint.reading import Box, inside, is_text, nodes_of
from workshops.documents.tags import Node, slim


@dataclass(frozen=True)
class Moving:
    """A text on the line of the page number: the words before it may be longer on another page."""

    mark: int
    text: str  # "" for the number of this page or of all pages
    is_count: bool
    slot: Slot


@dataclass
class Painted:
    """A part of a page: its operations with the numbers of marked content left open, and its tags."""

    ops: list[bytes | int | Moving]
    marks: int
    nodes: list[Node]
    loose: list[Node]
    place: int  # among the operations, where the rows belong
    start: tuple[float, float]  # of the line of the page number


def numbered(ops: list["bytes | int | Moving"], base: int) -> list[bytes]:
    """Operations whose marked content is numbered from a base."""
    return [b"%d" % (base + op) if isinstance(op, int) else op for op in ops if not isinstance(op, Moving)]


class Recorder(Stream):  # type: ignore[misc]
    """Paints as usual, and notes where each piece of marked content begins and ends."""

    def __init__(self, like: Stream) -> None:
        super().__init__(
            like._fonts, like.page_rectangle, like._resources, like._images, {}, like._color_profiles,
            like._output_intent, compress=like.compress,
        )  # fmt: skip
        self._ctm_stack = [like.ctm]  # patterns are placed by it
        self.chunks: list[tuple[Box, int, int]] = []

    @contextmanager
    def marked(self, box: Box, tag: str) -> Iterator[None]:
        start = len(self.stream)
        with super().marked(box, tag):
            yield
        self.chunks.append((box, start, len(self.stream)))


def paint(page: Box, stream: Stream, left_out: Box | None = None) -> Painted:
    """Paints a part of a page. Of the row left out only the place is noted, as an index into the operations."""
    recorder = Recorder(stream)
    draw_page(page, recorder)
    nodes, loose = ([slim(node) for node in made] for made in nodes_of(page, dict(recorder._tags)))
    hidden = set(inside(left_out)) if left_out else set()
    moving = _moving(page)
    ops: list[bytes | int | Moving] = []
    done, place = 0, 0
    for box, start, end in recorder.chunks:
        ops.append(joined(recorder.stream[done:start]) + b"\n")
        mark = recorder._tags[box]["mcid"]
        if box in hidden:
            place = len(ops)
        elif box in moving:
            ops.append(Moving(mark, *moving[box]))
        else:
            inner = recorder.stream[start + 2 : end]
            if not is_text(box):
                inner = [b"BDC", *shared(inner[1:-1], page, stream), b"EMC"]
            ops += [joined(recorder.stream[start : start + 1]) + b" <</MCID ", mark, b">> ", joined(inner) + b"\n"]
        done = end
    ops.append(joined(recorder.stream[done:]) + b"\n")
    first = next(iter(moving), None)
    start_at = (first.position_x, first.position_y + first.baseline) if first else (0, 0)
    return Painted(ops, len(recorder.chunks), nodes, loose, place, start_at)


def shared(ops: list[Any], page: Box, stream: Stream) -> list[Any]:
    """Operations put aside in the document once, and what asks for them: a drawing that stands on every page.

    What shows an image is given back as it is: the image is put aside already, in the resources of the page.
    """
    if any(op.endswith(b" Do") for op in ops if isinstance(op, bytes)):
        return ops
    form = stream.add_group(0, 0, page.margin_width(), page.margin_height())
    del form.extra["Group"]  # painted as if it stood here
    form.stream += ops
    scratch = stream.clone()
    scratch.draw_x_object(form.id)
    return list(scratch.stream)


def _moving(page: Box) -> dict[Box, tuple[str, bool, Slot]]:
    """The texts of the line on which the number of the page stands, if the page has one."""
    for line in (box for box in inside(page) if isinstance(box, boxes.LineBox)):
        texts = [box for box in inside(line) if is_text(box)]
        counters = [box for box in texts if _is_counter(box)]
        if counters:
            return {
                box: ("" if box in counters else box.text, box.element.get("class") == "page-count", _free(box))
                for box in texts
            }
    return {}


def _is_counter(box: Box) -> bool:
    return box.element_tag == "span::before" and box.element.get("class") in ("page-number", "page-count")


def _free(text: Box) -> Slot:
    return Slot(text.style, None, [], True)
