"""How exactly a text counts people: a range and what is only hoped for are never exact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workshops.press.headcounts import Group
from workshops.press.marks import Marks
from workshops.press.numbers import ABOUT, EXACT, Number
from workshops.press.words import worded

_RANGE_REACH: Final = 24
_RANGE = worded(lambda w: rf"(?:\s?-\s?| (?:{w.any_of('range_of_people')}) )")


def qualifier_of(marks: Marks, parts: Sequence[Group]) -> str:
    """What the words before the numbers say, else "about" for a range or for people who are only expected."""
    said = next((g.number.qualifier for g in parts if g.number.qualifier != EXACT), EXACT)
    if said == EXACT and any(_ends_range(marks, g.number) or _is_hoped_for(marks, g) for g in parts):
        return ABOUT
    return said


def _ends_range(marks: Marks, number: Number) -> bool:
    """Whether a smaller number stands right before: "50 to 60 officers", "entre 50 et 60 agents"."""
    before = [n for n in marks.numbers_in(number.start - _RANGE_REACH, number.start) if n.end <= number.start]
    if not before or before[-1].value >= number.value:
        return False
    return _RANGE(marks.language).fullmatch(marks.article.low, before[-1].end, number.start) is not None


def _is_hoped_for(marks: Marks, group: Group) -> bool:
    """Whether the clause of a number says that so many are hoped for: "60 officers are expected"."""
    sentence = marks.article.sentence_at(group.number.start)
    if sentence is None:
        return False
    low, w = marks.article.low, marks.words
    before = re.split(r"[,;:]", low[sentence.start : group.number.start])[-1]
    end = re.compile(r"[,;:]").search(low, group.noun_end, sentence.end)
    after = low[group.noun_end : end.start() if end else sentence.end]
    return bool(w.pattern("expects_people").search(before) or w.pattern("people_expected").search(after))
