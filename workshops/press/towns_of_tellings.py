"""The towns in a sentence that tells of workshops, and which of them goes with which days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from workshops.domain.towns import find_towns
from workshops.press.article import Sentence
from workshops.press.facts import Span
from workshops.press.marks import Marks
from workshops.press.tokens import capital_run
from workshops.press.words import worded

_BETWEEN_MEMBERS: Final = worded(
    lambda w: rf"\s?[,;]?\s?{w.any_of('and')}?\s?{w.any_of('before_member')}?\s?{w.any_of('article_of_member')}?\s?"
)

_OF_TOWN: Final = worded(lambda w: rf"(?<!\w)(?:{w.any_of('town_of_house')}|{w.any_of('in_place')} )")
_TOWN: Final = re.compile(r"[A-ZÀ-Þ][\w'’-]{2,30}(?! [A-ZÀ-Þ])(?!\w)")


def all_towns(marks: Marks, sentence: Sentence, named: list[Span]) -> list[Span]:
    """The towns of a sentence, those too that stand behind another and have no "in" of their own."""
    found = [town for town in named if sentence.start <= town[0] < sentence.end]
    tokens = marks.tokens_in(sentence.start, sentence.end)
    skip = 0
    for n, token in enumerate(tokens):
        if (
            n < skip
            or not token.is_capital
            or marks.agencies_around(token.start)
            or marks.people_in(token.start, token.end)
        ):
            continue
        run = capital_run(tokens[n:])
        skip = n + len(run)
        span = (token.start, run[-1].end)
        is_new = not any(a < span[1] and span[0] < b for a, b in found)
        is_time = marks.words.has(token.low, "months", "weekdays")
        if is_new and not is_time and not marks.countries_in(*span) and find_towns(marks.text(*span)):
            found.append(span)
    return sorted(found)


def towns_of_houses(marks: Marks, sentence: Sentence, towns: list[Span]) -> list[Span]:
    """The towns of a sentence and those in which a building is said to be: "à l'hôtel Belle Lagune d'Abidjan"."""
    found = list(towns)
    for of in _OF_TOWN(marks.language).finditer(marks.article.low, sentence.start, sentence.end):
        m = _TOWN.match(marks.article.text, of.end(), sentence.end)
        is_new = m is not None and not any(a < m.end() and m.start() < b for a, b in found)
        if m and is_new and not marks.countries_in(*m.span()) and find_towns(m.group()):
            found.append(m.span())
    return sorted(found)


def beside(sentence: Sentence, days: Sequence[Span], towns: Sequence[Span]) -> list[Span | None]:
    """The town of each time: the last before it where the first town stands before the first time, else the next."""
    places: list[Span | None] = []
    is_before = bool(towns) and towns[0][0] < days[0][0]
    for n, day in enumerate(days):
        if is_before:
            floor = days[n - 1][1] if n else sentence.start
            near = [town for town in towns if floor <= town[0] < day[0]][-1:]
        else:
            ceiling = days[n + 1][0] if n + 1 < len(days) else sentence.end
            near = [town for town in towns if day[1] <= town[0] < ceiling][:1]
        places.append(near[0] if near else None)
    return places


def hull(time: Span, place: Span | None) -> Span:
    """The span that holds both."""
    return (min(time[0], place[0]), max(time[1], place[1])) if place else time


def is_list(marks: Marks, spans: Sequence[Span]) -> bool:
    """Whether only commas, "and" and small words stand between the spans."""
    return all(_BETWEEN_MEMBERS(marks.language).fullmatch(marks.article.low, a[1], b[0]) for a, b in pairwise(spans))


def follow(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether all of one list stands before all of the other."""
    return one[-1][1] <= other[0][0] or other[-1][1] <= one[0][0]
