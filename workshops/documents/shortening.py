"""Texts and lists cut to the lines there are for them: never within a word, and always told."""

import re
from bisect import bisect
from collections.abc import Callable, Sequence
from typing import TypeVar

from workshops.documents.text_width import lines_needed

MORE = "\u00a0…"
NARROWEST = 0.3  # a character in ems; what stands behind that many of them cannot fit
_ENDS = (  # of sentences, of their parts, of words; and what is too long for a word, if its script has spaces
    re.compile(r"[.!?…][”\"»’)\]]*(?=\s)|[。！？][」』”）]*|[।॥။؟۔։።](?=\s)|(?=\n)"),
    re.compile(r"[,;:،؛–—](?=\s)|[，；：、]"),
    re.compile(r"(?=\s)"),
    re.compile(r"(?<=[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{25})(?![\u0300-\u036f\u0900-\u0dff])"),
)
Item = TypeVar("Item")


def lines_of(text: str, width: float) -> int:
    """About how many lines a text of several paragraphs takes in a width given in ems."""
    return sum(lines_needed(line, width) for line in text.split("\n") if line.strip())


def shortened(text: str, width: float, lines: int, *, whole_sentences: bool = False) -> str:
    """The text up to the last sentence that ends within so many lines, with … behind it; all of it where it fits.

    Where that is less than a third of the room, up to the last part of a sentence or word, unless only whole sentences
    will do; "" where there is no such end within it.
    """
    near = text[: int(lines * width / NARROWEST)]
    if len(near) == len(text) and lines_of(text, width) <= lines:
        return text

    def needed(end: int) -> int:
        return lines_of(near[:end] + MORE, width)

    for ends in _ENDS[:1] if whole_sentences else _ENDS:
        places = [found.end() for found in ends.finditer(near)]
        fitting = bisect(places, lines, key=needed)
        if fitting and (whole_sentences or 3 * needed(places[fitting - 1]) >= lines):
            return near[: places[fitting - 1]].rstrip(" \n,;:،؛–—，；：、") + MORE
    return ""


def first_of(items: Sequence[Item], lines: float, needed: Callable[[Item], float], least: int = 1) -> Sequence[Item]:
    """As many of the items as together take no more than so many lines, and at least the first few."""
    used = 0.0
    for number, item in enumerate(items):
        used += needed(item)
        if used > lines and number >= least:
            return items[:number]
    return items
