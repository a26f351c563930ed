"""Where a sentence that tells of several workshops goes over from one to the next."""

from __future__ import annotations

import re
from typing import Final

from workshops.press.facts import Span
from workshops.press.marks import Marks
from workshops.press.numbers import Number
from workshops.press.words import worded

_REACH_OF_NOUN: Final = 40
_LONGEST_DATE: Final = 60
_FEWEST: Final = 2
_STOP: Final = re.compile(r"[.,;:()\n]")
_STRONG: Final = worded(lambda w: rf"[,;:)]?\s{w.any_of('and_then')}\s|;\s|\s?[•▪◦‣·]\s|\s[-–]\s(?=[^\d])")
_ANY: Final = worded(lambda w: rf"{_STRONG(w.language).pattern}|[,;)]\s")
_NEXT: Final = worded(
    lambda w: (
        rf"(?:{w.any_of('articles', 'indefinite')} ?)?{w.any_of('another_event', 'ordinals')}(?!\w)"
        rf"(?: {w.any_of('one_again')}(?!\w))?"
    )
)


def is_leading(marks: Marks, start: int, place: int) -> bool:
    """Whether days or town stand before what is said with them: no number of people stands before the first of them."""
    return not any(number_of_people(marks, n) for n in marks.numbers_in(start, place))


def cut(marks: Marks, start: int, end: int, *, is_leading: bool) -> int:
    """Where what is said of one workshop ends, between its days, town or number and those of the next.

    That is before "and a second", else at the last joint where days and town come first ("in Lomé for 25 officers and 6
    clerks and in Kara for 31"), else at the first one ("25 officers in Lomé and 31, among them 9 women, in Kara").
    """
    low = marks.article.low
    for joint in _ANY(marks.language).finditer(low, max(0, start - 1), end):
        if opens_next(marks, joint.end()):
            return max(joint.start(), start)
    if is_leading:
        joints = list(_ANY(marks.language).finditer(low, max(0, start - 1), end))
        return max(joints[-1].start(), start) if joints else start
    first = _STRONG(marks.language).search(low, max(0, start - 1), end) or _ANY(marks.language).search(
        low, max(0, start - 1), end
    )
    return max(first.start(), start) if first else start


def opens_next(marks: Marks, place: int) -> re.Match[str] | None:
    """The words at a place that bring in the next workshop: "a second one", "le second", "otro"."""
    return _NEXT(marks.language).match(marks.article.low, place)


def after_joint(marks: Marks, place: int) -> int:
    """Where the words begin behind the joint at a place."""
    joint = _ANY(marks.language).match(marks.article.low, place) or re.compile(r"\s+").match(marks.article.low, place)
    return joint.end() if joint else place


def number_of_people(marks: Marks, number: Number) -> Span | None:
    """The span of a number that counts people, None of any other."""
    if number.value < _FEWEST or is_of_time(marks, number):
        return None
    stop = _STOP.search(marks.article.low, number.end, number.end + _REACH_OF_NOUN)
    end = stop.start() if stop else number.end + _REACH_OF_NOUN
    following = next((n.start for n in marks.numbers_in(number.end, end)), end)
    noun = marks.words.pattern("people_nouns").search(marks.article.low, number.end, following)
    return (number.start, number.end) if noun else None


def is_of_time(marks: Marks, number: Number) -> bool:
    """Whether a number stands in a date."""
    return any(number.start < day.end for day in marks.dates_in(number.start - _LONGEST_DATE, number.end))


def counts_people(marks: Marks, start: int, end: int) -> bool:
    """Whether a span counts people."""
    return any(number_of_people(marks, n) for n in marks.numbers_in(start, end) if n.end < end)
