"""From the pieces of a laid-out document to plain lines with empty lines between paragraphs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SHORT = 80
"""Characters up to which neighbouring paragraphs may be the lines of one block, as in an address."""
_SPACES = re.compile(r"[^\S\n\t]+")
_EDGES = re.compile(r"[^\S\n]*\n[^\S\n]*")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_PAGE_NUMBER = re.compile(
    r"\W*(?:p\.?|pages?|página|pág\.?)?\W*\d{1,3}\W*(?:(?:of|sur|de|/)\W*\d{1,3}\W*)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or row of a table; an empty text is an empty line of the document."""

    text: str
    stands_apart: bool = False
    """Whether empty lines belong around it, as around a heading."""


def joined(blocks: Iterable[Block]) -> str:
    """The blocks as text. Short neighbours stay lines of one block; around others stands an empty line."""
    pieces: list[str] = []
    last, has_gap = Block(""), False
    for given in blocks:
        block = Block(_tidy(given.text), given.stands_apart)
        if not block.text:
            has_gap = True
            continue
        if pieces:
            is_apart = has_gap or any(one.stands_apart or len(one.text) > _SHORT for one in (last, block))
            pieces.append("\n\n" if is_apart else "\n")
        pieces.append(block.text)
        last, has_gap = block, False
    return "".join(pieces)


def row(cells: Iterable[Iterable[Block]]) -> list[Block]:
    """A row of a table: one line where each cell holds one short text, else the paragraphs cell after cell.

    Letters are often laid out in a table; its cells are then columns of running text.
    """
    filled = [[block for block in cell if block.text.strip()] for cell in cells]
    filled = [cell for cell in filled if cell]
    if all(len(cell) == 1 and len(cell[0].text) <= _SHORT for cell in filled):
        return [Block("\t".join(cell[0].text.strip() for cell in filled))]
    return [block for cell in filled for block in (*cell, Block(""))]


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but the number of its page: "3", "- 3 -", "Page 3 of 7"."""
    return len(text) < 30 and _PAGE_NUMBER.fullmatch(text) is not None


def storable(text: str) -> str:
    """Without control characters and halves of characters."""
    return _NOT_TEXT.sub("", text)


def _tidy(text: str) -> str:
    return _EDGES.sub("\n", _SPACES.sub(" ", text)).strip()
