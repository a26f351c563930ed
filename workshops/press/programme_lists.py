"""Who teaches each part of a programme that is written as a list: "• Sampling – Ann Lee, University of Oslo"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from workshops.press.marks import Marks
from workshops.press.people import PersonMention

_PART: Final = re.compile(r"(?:^|\s)(?:[•▪●◦·*]|[-–](?= ?[A-ZÀ-Þ\d])|\d{1,2}[.)])\s")
"""The mark before a part of the programme."""
_BEFORE_NAME: Final = re.compile(r"(?:\s[–—-]\s|:\s|\()(?:[\w.'-]+ ){0,3}$")
"""Between the part and who teaches it, with a function or two: " – comandante "."""
_AFTER_NAME: Final = re.compile(r"\s?(?:[),.;]|$)", re.MULTILINE)
_PART_REACH, _LIST_REACH, _LEAST_PARTS = 200, 1_200, 2


def teachers_in_lists(marks: Marks) -> tuple[PersonMention, ...]:
    """The persons behind the parts of a programme; none if only one part names somebody."""
    found = tuple(_found(marks))
    return found if len(found) >= _LEAST_PARTS else ()


def _found(marks: Marks) -> Iterator[PersonMention]:
    text, low = marks.article.text, marks.article.low
    for person in marks.people:
        before = text[max(0, person.titles_start - _PART_REACH) : person.titles_start]
        if _BEFORE_NAME.search(before) is None or _AFTER_NAME.match(text, person.end) is None:
            continue
        part = next(reversed([m.start() for m in _PART.finditer(before)]), None)
        if part is None or marks.people_in(person.titles_start - len(before) + part, person.titles_start):
            continue
        floor = max(0, person.titles_start - _LIST_REACH)
        if marks.words.pattern("programme_words").search(low, floor, person.titles_start):
            yield person
