"""The town of a venue: in which the building is said to be, or which its name or its address holds."""

from __future__ import annotations

import re
from functools import cache

from workshops.press.marks import Marks
from workshops.press.town_names import countries_of, country_beside, town_at
from workshops.press.towns_told import SURE_WEIGHT, Town
from workshops.press.words import words

_OF_NAME_WEIGHT = 2.0
_FIRST_WORD = re.compile(r"[\w'’-]+")
_VENUE_OF = re.compile(r"\s(?:de |d['’]|du |in |of |à |en )([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})")
_AFTER_STREET = re.compile(r"(?:, [^,.;()]{3,40})??, ([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})(?=[,.;)])")
"""The town behind a venue and its street: "at the Regency Hotel, Hadfield Street, Georgetown"."""


@cache
def _in_town(language: str) -> re.Pattern[str]:
    """What stands between a venue and its town."""
    return re.compile(rf",? {words(language).any_of('in_town')} (?=\w)")


def town_behind(marks: Marks, venue: tuple[int, int]) -> Town | None:
    """The town, known or not, in which a building is said to be: "à l'Institut de formation, à Aramoun"."""
    opening = _in_town(marks.language).match(marks.article.low, venue[1])
    found = town_at(marks, opening.end() - 1, min(opening.end() + 60, len(marks.article.text))) if opening else None
    if found is None:
        return None
    beside = country_beside(marks, found[1])
    countries = (beside.code,) if beside else countries_of(marks, *found, {c.code for c in marks.countries})
    is_part_of_town = marks.words.pattern("parts_of_town").match(marks.article.low, found[0]) is not None
    is_part_of_town = is_part_of_town or marks.article.text[venue[1]] != ","
    return Town(*found, SURE_WEIGHT, countries) if countries or not is_part_of_town else None


def town_in_name(marks: Marks, venue: tuple[int, int]) -> Town | None:
    """The town after the name of a building: "en el Hotel Quan de Comayagua"."""
    end = min(venue[1] + 45, len(marks.article.text))
    found = [*_VENUE_OF.finditer(marks.article.text, venue[0], end)]
    found.sort(key=lambda m: (m.start() != venue[1], -m.start() if m.start() < venue[1] else m.start()))
    found += [m for m in (_AFTER_STREET.match(marks.article.text, venue[1], end),) if m]
    named = {c.code for c in marks.countries}
    towns = [Town(*m.span(1), _OF_NAME_WEIGHT, countries_of(marks, *m.span(1), named)) for m in found]
    first = _FIRST_WORD.match(marks.article.text, *venue)  # "Batumi International Airport"
    if first is not None and named & set(countries := countries_of(marks, *first.span(), named)):
        towns.append(Town(*first.span(), _OF_NAME_WEIGHT, countries))
    return next((town for town in towns if town.countries), None)
