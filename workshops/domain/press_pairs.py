"""Which of the experts that a press release names is from which of the countries that it names beside experts."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from workshops.domain.marked_text import nearest

Spans = Iterable[tuple[int, int]]
"""Ranges of characters of a text, [start, end)."""

_NEXT_SENTENCE: Final = re.compile(r"(?:(?<=\w{4})|(?<=[\])»”\"]))[.!?]+\s|\n\s*\n|;")
_JOINED: Final = re.compile(r"\b(?:and|et|y|e|with|avec|con)\b", re.IGNORECASE)
_PARTED: Final = re.compile(r"[,;:()\[\]–—]")
_FARTHEST: Final = 60
"""Characters between a name and a country that stands with it."""


def countries_of_experts(
    text: str, experts: Mapping[int, tuple[Spans, str]], countries: Mapping[str, Spans]
) -> dict[int, str]:
    """The country of each expert of whom the text tells it, by the key of the expert.

    `experts` have where their names stand, and their institution; `countries` where each country stands. A country is
    that of the name it stands before ("la experta chilena María Soto") or behind ("María Soto, of the University of
    Chile"), of which the institution is a part. One that is joined to it ("un formateur du Chili et María Soto") is
    that of somebody else.
    """
    names = sorted(
        (start, _end_with(text, end, institution), key)
        for key, (spans, institution) in experts.items()
        for start, end in spans
    )
    named: dict[int, set[str]] = {}
    for code, spans in countries.items():
        for start, end in spans:
            if (key := _whose(text, names, start, end)) is not None:
                named.setdefault(key, set()).add(code)
    return {key: codes.pop() for key, codes in named.items() if len(codes) == 1}


def _end_with(text: str, end: int, institution: str) -> int:
    """Where a name ends with the institution behind it."""
    there = nearest(text, institution, end)
    return there[1] if there and 0 <= there[0] - end <= _FARTHEST and _is_near(text, end, there[0]) else end


def _whose(text: str, names: list[tuple[int, int, int]], start: int, end: int) -> int | None:
    """The key of the name with which the words from `start` to `end` stand."""
    for name_start, name_end, key in names:
        if name_start <= start and end <= name_end:
            return key
        if end <= name_start:
            is_before = _is_near(text, end, name_start) and not _PARTED.search(text, end, name_start)
            if is_before:
                return key
            break
    before = [(name_end, key) for _start, name_end, key in names if name_end <= start]
    if not before:
        return None
    name_end, key = max(before)
    return key if _is_near(text, name_end, start) else None


def _is_near(text: str, start: int, end: int) -> bool:
    is_far = end - start > _FARTHEST
    return not is_far and not _NEXT_SENTENCE.search(text, start, end) and not _JOINED.search(text[start:end])
