"""People whom a text counts though they do not take part: those who benefit indirectly or later, or only signed up."""

from __future__ import annotations

import re
from typing import Final

from workshops.press.headcounts import Group
from workshops.press.marks import Marks
from workshops.press.numbers import Number

_CLAUSE: Final = 90
_SIGNED_REACH: Final = 24
_MARK_OR_COMMA: Final = re.compile(r"[,.;:()]")
_MARK: Final = re.compile(r"[.;:()\n«»\"]")


def is_indirect(marks: Marks, number: Number) -> bool:
    """Whether people are said to benefit indirectly, in the clause of their own number: "1,200 farmers will benefit
    indirectly", "profitera indirectement à 1 200 agriculteurs", "beneficiarios indirectos: 1.200 agricultores".
    """
    before, after = _clause(marks, number)
    said = marks.words.pattern("indirectly")
    told_after = said.search(after)
    if told_after is not None:
        last_word = (after[: told_after.start()].split() or [""])[-1]
        return not marks.words.has(last_word, "and")  # "38 agents et indirectement 1 200 agriculteurs"
    told_before = said.search(before)
    return told_before is not None and not marks.words.pattern("people_nouns").search(before, told_before.end())


def without_who_will_benefit(marks: Marks, groups: list[Group]) -> list[Group]:
    """The groups without those who only will benefit, where the text says of another that it was brought together."""
    told = [group for group in groups if not _will_benefit(marks, group)]
    is_told = any(_were_brought_together(marks, group) for group in told)
    return told if is_told else groups


def without_who_only_signed_up(marks: Marks, groups: list[Group]) -> list[Group]:
    """The groups without those who applied or registered, where the text counts others: "540 applied, 65 attended"."""
    low, w = marks.article.low, marks.words
    came = [
        g
        for g in groups
        if not w.pattern("signed_up").search(_MARK_OR_COMMA.split(_before(low, g, _SIGNED_REACH))[-1])
        and not w.pattern("signed_up_behind").match(low, g.noun_end + 1)
        and not w.pattern("signed_up_behind").match(low, g.number.end + 1)
    ]
    return came or groups


def _before(low: str, group: Group, reach: int) -> str:
    return low[max(0, group.number.start - reach) : group.number.start]


def _will_benefit(marks: Marks, group: Group) -> bool:
    before, after = _clause(marks, group.number)
    return bool(
        marks.words.pattern("will_benefit").search(after) or marks.words.pattern("will_benefit_whom").search(before)
    )


def _were_brought_together(marks: Marks, group: Group) -> bool:
    sentence = marks.article.sentence_at(group.number.start)
    low = marks.article.low
    return sentence is not None and bool(
        marks.words.pattern("gathers", "took_part_before").search(low, sentence.start, sentence.end)
    )


def _clause(marks: Marks, number: Number) -> tuple[str, str]:
    """What stands before and after a number up to the next mark or number; before it a colon is no mark."""
    low = marks.article.low
    others = marks.numbers_in(number.start - _CLAUSE, number.end + _CLAUSE)
    floor = max((n.end for n in others if n.end <= number.start), default=max(0, number.start - _CLAUSE))
    ceiling = min((n.start for n in others if n.start >= number.end), default=number.end + _CLAUSE)
    before = re.split(r"[.;()\n«»\"]", low[floor : number.start])[-1]
    end = _MARK.search(low, number.end, ceiling)
    return before, low[number.end : end.start() if end else ceiling]
