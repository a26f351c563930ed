"""About how wide a text is printed, without the fonts: to choose its size before it is laid out.

Widths are those of Noto Sans in shares of the type size, rather too large than too small.
"""

import re
import unicodedata
from bisect import bisect
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

BOLD = 1.08  # how much wider a text in bold is, at most
LINE, STEPS = "\n", 20
NARROW, WIDE = frozenset("iljtfrI.,:;!|'’‘()[]/- "), frozenset("mwMWQ@%ЖШЩЮЫФжшщюыфм—…")
_BLOCKS = (  # the first letter of each range of scripts, and the width of most of its letters
    (0x0000, 0.6), (0x0370, 0.62), (0x0400, 0.66), (0x0530, 0.76), (0x0590, 0.55), (0x0600, 0.58), (0x0900, 0.6),
    (0x0B80, 0.88), (0x0E00, 0.62), (0x0E80, 0.72), (0x0F00, 0.62), (0x1000, 0.85), (0x10A0, 0.66), (0x1100, 1.0),
    (0x1200, 0.8), (0x1780, 0.78), (0x1800, 0.66), (0x2E80, 1.0), (0xA000, 0.8), (0xAC00, 1.0), (0xD7B0, 0.8),
    (0xF900, 1.0), (0xFB00, 0.6), (0xFE30, 1.0), (0x10000, 1.0),
)  # fmt: skip
_STARTS, _WIDTHS = [start for start, _ in _BLOCKS], [width for _, width in _BLOCKS]


class Step(NamedTuple):
    """A size of type in points, and on how many lines of it a text may stand."""

    size: float
    lines: int = 1


def width_in_ems(text: str) -> float:
    """The width of a text on one line, in shares of its size."""
    return sum(map(_of_character, text))


def lines_needed(text: str, width: float) -> int:
    """On how many lines a text stands, those it has broken to a width given in shares of its size."""
    return sum(_lines_needed(line, width) for line in text.split("\n"))


def _lines_needed(text: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in text.split(" "):
        needed = width_in_ems(word)
        if used and used + needed > width:
            lines, used = lines + 1, 0.0
        used += needed + _of_character(" ")
        while needed > width:  # broken within the word
            lines, needed, used = lines + 1, needed - width, needed - width
    return lines


def balanced(text: str, width: float) -> str:
    """The text broken into lines of about the same length; numbers stay with their units, years with their months."""
    return "\n".join(_balanced(line, width) for line in text.split("\n"))


def _balanced(text: str, width: float) -> str:
    words = re.split(r"(?<!\d) (?!\d{4}\b)| (?!\w)", text)
    needed = [width_in_ems(word) for word in words]
    count = _lines_needed(text, width)
    if count == 1 or max(needed) > width:
        return text
    narrowest = width_in_ems(text) / count
    steps = (narrowest + (width - narrowest) * step / STEPS for step in range(STEPS + 1))
    broken = (_broken(words, needed, each) for each in steps if max(needed) <= each)
    return next((lines for lines in broken if lines.count("\n") < count), text)


def _broken(words: Sequence[str], needed: Sequence[float], width: float) -> str:
    lines, used = words[0], needed[0]
    for word, more in zip(words[1:], needed[1:], strict=True):
        used += _of_character(" ") + more
        fits = used <= width
        lines, used = f"{lines}{' ' if fits else LINE}{word}", used if fits else more
    return lines


def fitting(text: str, width: float, steps: Sequence[Step]) -> float:
    """The size of the first, largest step at which a text fits a width in points; of the last where none does."""
    fits = (size for size, lines in steps if lines_needed(text, width / size) <= lines)
    return next(fits, steps[-1].size)


@cache
def _of_character(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if character in NARROW:
        return 0.38
    if character in WIDE:
        return 0.95
    width = _WIDTHS[bisect(_STARTS, ord(character)) - 1]
    return width + 0.1 if character.isupper() else width
