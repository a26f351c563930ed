"""Events that are held on the same days of each week: "every Tuesday from 3 to 24 June"."""

from __future__ import annotations

import re

from workshops.press.marks import Marks
from workshops.press.words import Expression, worded

_BEFORE, _BEHIND, _GAP = 60, 60, 9

_SAME_DAYS = worded(
    lambda w: (
        rf"(?<!\w)(?:{w.any_of('each_week')} (?P<day>{w.any_of('weekdays')})s?"
        rf"|(?P<plural>{w.any_of('plural_weekdays')}))(?!\w)"
        rf"(?P<others>(?:(?:, | {w.any_of('and', 'range_joints')} |-)(?:{w.any_of('articles')} ?)?"
        rf"{w.any_of('weekdays')}s?(?!\w)){{0,5}})(?! \d)"
    )
)
"""One day or several of each week, as the text names them; "los martes 3 y 10" are two days of a month."""


def days_of_each_week(marks: Marks, start: int, end: int) -> frozenset[int] | None:
    """The days, Monday 0, on which an event is held week by week, as the text says right beside its first and last day,
    which stand from start to end; empty where it does not say on which; None where it is not held so.

    Elsewhere such days are those of a part: "del 4 de marzo al 31 de mayo, con sesiones sincrónicas los jueves".
    """
    low, w = marks.article.low, marks.words
    m = _beside(_SAME_DAYS(marks.language), low, start, end)
    if m is None:
        return None if _beside(w.pattern("week_by_week"), low, start, end) is None else frozenset()
    numbers = {name: n for n, name in enumerate(w.entries("weekdays"))}
    named = [numbers[found[0]] for found in re.finditer("|".join(numbers), m.group())]
    is_from_to = len(named) == 2 and not re.search(rf" {w.any_of('and')} |,", m["others"])
    return frozenset(range(named[0], named[1] + 1) if is_from_to and named[0] < named[1] else named)


def _beside(expression: Expression, low: str, start: int, end: int) -> re.Match[str] | None:
    """What ends right before a place or begins right behind it, a preposition between at most."""
    before = (m for m in expression.finditer(low, max(0, start - _BEFORE), start) if start - m.end() <= _GAP)
    behind = expression.search(low, end, end + _BEHIND)
    return next(before, behind if behind is not None and behind.start() - end <= _GAP else None)
