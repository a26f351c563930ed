"""Texts and lists cut to the lines there are for them: never within a word that fits, and always told."""

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from workshops.documents.text_width import lines_needed

MORE = "\u00a0…"
NARROWEST = 0.3  # a character in ems; what stands behind that many of them cannot fit
_ENDS = (  # of sentences, of their parts, of words
    re.compile(r"[.!?…][”\"»’)\]]*(?=\s)|[。！？][」』”）]*|[।॥။؟۔։።](?=\s)|(?=\n)"),
    re.compile(r"[,;:،؛–—](?=\s)|[，；：、]"),
    re.compile(r"(?=\s)"),
)
_TOO_LONG = re.compile(r"(?<=\S{25})")  # for a word, so that it is cut after any of its letters
_OPENING, _CLOSING = frozenset("เแโใไເແໂໃໄ\u200d"), frozenset("ะาำະາຳ")  # vowels that stand before, after their letter
_VIRAMA = 9  # the class of signs that join the letters around them
Item = TypeVar("Item")


def lines_of(text: str, width: float) -> int:
    """About how many lines a text of several paragraphs takes in a width given in ems."""
    return sum(lines_needed(line, width) for line in text.split("\n") if line.strip())


def shortened(text: str, width: float, lines: int, *, whole_sentences: bool = False) -> str:
    """The text up to the last sentence that ends within so many lines, with … behind it; all of it where it fits.

    Where that is less than a third of the room, up to the last part of a sentence or word, unless only whole sentences
    will do; "" where there is no such end within it. What is too long for a word is cut after any of its letters.
    """
    near = text[: int(lines * width / NARROWEST)]
    if len(near) == len(text) and lines_of(text, width) <= lines:
        return text

    def needed(end: int) -> int:
        return lines_of(near[:end] + MORE, width)

    for places in _ends(near, whole_sentences):
        fitting = bisect(places, lines, key=needed)
        if fitting and (whole_sentences or 3 * needed(places[fitting - 1]) >= lines):
            return near[: places[fitting - 1]].rstrip(" \n,;:،؛–—，；：、") + MORE
    return ""


def _ends(text: str, whole_sentences: bool) -> Iterator[list[int]]:
    """Where a text may be cut, from the best kind of places on."""
    for ends in _ENDS[:1] if whole_sentences else _ENDS:
        yield [found.end() for found in ends.finditer(text)]
    if not whole_sentences:
        yield _letters(text)


def _letters(text: str) -> list[int]:
    """Where letters end, with the signs that belong to them, in words that are too long."""

    def is_end(place: int) -> bool:
        before, after = text[place - 1], text[place : place + 1] or " "
        is_joined = unicodedata.combining(before) == _VIRAMA or before in _OPENING or after in _CLOSING
        return not (is_joined or unicodedata.category(after) in ("Mn", "Mc", "Me", "Cf"))

    return [found.end() for found in _TOO_LONG.finditer(text) if is_end(found.end())]


def first_of(items: Sequence[Item], lines: float, needed: Callable[[Item], float], least: int = 1) -> Sequence[Item]:
    """As many of the items as together take no more than so many lines, and at least the first few."""
    used = 0.0
    for number, item in enumerate(items):
        used += needed(item)
        if used > lines and number >= least:
            return items[:number]
    return items
