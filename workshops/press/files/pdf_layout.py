"""The order of what stands on pages: columns, lines, paragraphs; running heads and page numbers left out."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workshops.press.files.lines import is_page_number

_EDGE_LINES: Final = 3
"""Lines at the top and at the bottom of a page that may be running heads and feet."""
_GUTTER: Final = 8.0
"""Points of white between columns."""
_COLUMN_LINES: Final = 4
_COLUMN_WIDTH: Final = 0.2
"""The share of the width that the usual line of a column fills at least; labels of a list are shorter."""
_SPANNING: Final = 0.25
"""The share of pieces that may run across a gutter: headline, lead, foot."""
_FULL: Final = 0.93
"""The share of a column's width that a line with the next word would pass, if only want of room ended it."""
_PARAGRAPH_GAP: Final = 1.25
_FEW: Final = 4
_USUAL_STEP: Final = 1.35
_DIGITS: Final = re.compile(r"\d+")
_SOFT_HYPHEN: Final = "\u00ad"
_PARTED: Final = re.compile(r"[^\W\d_][\u00ad\u2010-]$")


@dataclass
class Piece:
    """Characters that stand together, and the box around them in points from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)

    def widen(self, left: float, right: float, bottom: float, top: float) -> None:
        """Make room for one more."""
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)


def text_of_pages(pages: list[list[Piece]]) -> str:
    """The text of a document from the pieces of its pages, lines as they are set, empty lines between paragraphs."""
    lines = [_lines(page) for page in pages]
    running = _running(lines)
    paragraphs: list[str] = []
    for number, page in enumerate(pages):
        is_first, is_last = number == 0, number == len(pages) - 1
        edges = {id(line) for line in _edges(lines[number])}
        kept = [
            piece
            for line in lines[number]
            for piece in line
            if id(line) not in edges
            or not is_page_number(_said(line))
            and (_key(line) not in running or _stays(line, page, is_first, is_last))
        ]
        paragraphs += ["\n".join(lines) for lines in _paragraphs(kept)]
    return "\n\n".join(paragraphs).replace(_SOFT_HYPHEN, "-")


def _lines(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces of one height on the page, from top to bottom, each from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: -(one.top + one.bottom)):
        if piece.text.strip():
            last = lines[-1][0] if lines else None
            shared = min(piece.top, last.top) - max(piece.bottom, last.bottom) if last else 0
            if last and shared > 0.5 * min(piece.height, last.height):
                lines[-1].append(piece)
            else:
                lines.append([piece])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _said(line: list[Piece]) -> str:
    said = line[0].text.strip()
    for before, piece in zip(line, line[1:], strict=False):
        said += ("\t" if piece.left - before.right > 2 * piece.height else " ") + piece.text.strip()
    return said


def _key(line: list[Piece]) -> str:
    return _DIGITS.sub("#", _said(line)).casefold()


def _edges(lines: list[list[Piece]]) -> list[list[Piece]]:
    return lines[:_EDGE_LINES] + lines[_EDGE_LINES:][-_EDGE_LINES:]


def _running(pages: list[list[list[Piece]]]) -> set[str]:
    """What stands at the edge of half of the pages, and of two at least, whatever its digits."""
    seen = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    return {key for key, count in seen.items() if count >= max(2, len(pages) / 2)}


def _stays(line: list[Piece], page: list[Piece], is_first: bool, is_last: bool) -> bool:
    """A running head is read once on the first page, a running foot once on the last."""
    middle = (max(piece.top for piece in page) + min(piece.bottom for piece in page)) / 2
    return is_first if line[0].bottom > middle else is_last


def _paragraphs(pieces: list[Piece]) -> Iterator[list[str]]:
    """The lines of each paragraph, column after column."""
    for column in _columns(pieces):
        lines = _lines(column)
        edge = max((line[-1].right for line in lines), default=0.0)
        steps = [above[0].top - below[0].top for above, below in zip(lines, lines[1:], strict=False)]
        usual = statistics.median_low(steps) if steps else 0.0
        if len(steps) < _FEW:  # too few to tell lines from paragraphs by themselves
            usual = min(usual, _USUAL_STEP * lines[0][0].height)
        paragraph: list[str] = []
        for number, line in enumerate(lines):
            if paragraph and (steps[number - 1] > _PARAGRAPH_GAP * usual or _changes_size(lines[number - 1], line)):
                yield paragraph
                paragraph = []
            said = _said(line)
            is_table = paragraph and "\t" in paragraph[-1] + said
            is_parted = paragraph and _PARTED.search(paragraph[-1])
            if paragraph and not is_table and (is_parted or _is_full(lines[number - 1], line, edge)):
                paragraph[-1] = _with_next(paragraph[-1], said)
            else:
                paragraph.append(said)
        yield paragraph


def _is_full(above: list[Piece], below: list[Piece], edge: float) -> bool:
    """Whether a line ended only because the next word did not fit before the edge of the column."""
    said = below[0].text.strip()
    word = len(said.partition(" ")[0]) + 1
    a_character = (below[0].right - below[0].left) / len(said)
    room = edge - above[0].left
    return above[-1].right - above[0].left + word * a_character > _FULL * room


def _changes_size(above: list[Piece], below: list[Piece]) -> bool:
    larger, smaller = sorted((above[0].height, below[0].height), reverse=True)
    return larger > 1.15 * smaller


def _columns(pieces: list[Piece]) -> list[list[Piece]]:
    """Groups of pieces in reading order: what spans the page, then the left column, then the right one."""
    gutter = _gutter(pieces)
    if gutter is None:
        return [pieces] if pieces else []
    groups: list[list[Piece]] = []
    left: list[Piece] = []
    right: list[Piece] = []
    spanning: list[Piece] = []
    for piece in sorted(pieces, key=lambda one: -one.top):
        if piece.right > gutter and piece.left < gutter:
            groups += [*_columns(left), *_columns(right)]
            left, right = [], []
            spanning.append(piece)
        else:
            if spanning:
                groups.append(spanning)
                spanning = []
            (left if piece.right <= gutter else right).append(piece)
    groups += [*_columns(left), *_columns(right)]
    return [*groups, spanning] if spanning else groups


def _gutter(pieces: list[Piece]) -> float | None:
    """The middle of the white between two columns, None where the text is in one."""
    if len(pieces) < 2 * _COLUMN_LINES:
        return None
    start, end = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    width = end - start
    places = [start + step * _GUTTER / 2 for step in range(1, int(width / _GUTTER * 2))]
    best = min(places, key=lambda place: (_crossing(pieces, place), abs(place - (start + end) / 2)), default=None)
    if best is None or _crossing(pieces, best) > _SPANNING * len(pieces):
        return None
    left = [piece for piece in pieces if piece.right <= best]
    right = [piece for piece in pieces if piece.left >= best]
    if min(len(left), len(right)) < _COLUMN_LINES:
        return None
    if any(statistics.median(one.right - one.left for one in side) < _COLUMN_WIDTH * width for side in (left, right)):
        return None
    shared = min(max(one.top for one in side) for side in (left, right)) - max(
        min(one.bottom for one in side) for side in (left, right)
    )
    return best if shared > 2 * left[0].height else None


def _crossing(pieces: list[Piece], place: float) -> int:
    return sum(piece.left < place + _GUTTER / 2 and piece.right > place - _GUTTER / 2 for piece in pieces)


def _with_next(line: str, following: str) -> str:
    """Two lines as one; a word parted between them is whole again.

    Before a capital letter the hyphen belongs to the name ("Guinea-Bissau").
    """
    if not _PARTED.search(line):
        return f"{line} {following}"
    return (line[:-1] if following[:1].islower() else line) + following
