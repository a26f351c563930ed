"""The town of a venue: in which the building is said to be, or which its name or its address holds."""

from __future__ import annotations

import re

from workshops.press.house_names import is_chain, is_hotel
from workshops.press.institution_seats import well_known
from workshops.press.marks import Marks
from workshops.press.town_names import countries_of, country_beside, is_city_state, town_at
from workshops.press.towns_told import SURE_WEIGHT, Town
from workshops.press.words import worded

_OF_NAME_WEIGHT, _LEAST_WEIGHT = 4.2, 2.0
_REACH = 45
_WORD = re.compile(r"[A-ZÀ-Þ][\w'’-]+")
_IN_TOWN = worded(lambda w: rf",? {w.any_of('in_town')} (?=\w)")
_VENUE_OF = re.compile(
    r"\s(?:de |d['’]|du |in |of |à |en )(?=([A-ZÀ-Þ][\w'’-]+(?: (?:de (?:l[ao]s? )?|del )?[A-ZÀ-Þ][\w'’-]+){0,3}))"
)
_OWNER = re.compile(r"(?<![\w'’-])([A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?)['’]s $")
_AFTER_STREET = re.compile(r"(?:, [^,.;()]{3,40})??, ([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})(?=[,.;)])")
"""The town behind a venue and its street: "at the Regency Hotel, Hadfield Street, Georgetown"."""


def town_behind(marks: Marks, venue: tuple[int, int]) -> Town | None:
    """The town, known or not, in which a building is said to be: "à l'Institut de formation, à Aramoun"."""
    opening = _IN_TOWN(marks.language).match(marks.article.low, venue[1])
    found = town_at(marks, opening.end() - 1, min(opening.end() + 60, len(marks.article.text))) if opening else None
    if opening is None or found is None:
        return None
    beside = country_beside(marks, found[1])
    countries = (beside.code,) if beside else countries_of(marks, *found, {c.code for c in marks.countries})
    is_part_of_town = marks.words.pattern("parts_of_town").match(marks.article.low, found[0]) is not None
    is_beside = marks.words.pattern("beside_town").match(marks.article.low, found[1] + 2) is not None
    is_part_of_town = is_part_of_town or marks.article.text[venue[1]] != "," and not is_beside
    is_part_of_town = is_part_of_town or marks.words.has(opening.group().strip(" ,"), "in_called_place")
    return Town(*found, SURE_WEIGHT, countries) if countries or not is_part_of_town else None


def town_in_name(marks: Marks, venue: tuple[int, int]) -> Town | None:
    """The town after the name of a building or in it: "el Hotel Quan de Comayagua", "au Novotel Kinshasa La Gombe"."""
    end = min(venue[1] + _REACH, len(marks.article.text))
    named = {c.code for c in marks.countries}
    owner = _OWNER.search(marks.article.text, max(0, venue[0] - _REACH), venue[0])
    if owner is not None and (countries := countries_of(marks, *owner.span(1), named)):
        return Town(*owner.span(1), _OF_NAME_WEIGHT, countries)
    found = [m.span(1) for m in _VENUE_OF.finditer(marks.article.text, venue[0], end) if m.start() <= venue[1]]
    for start, stop in reversed(found):
        countries = () if _is_country(marks, start, stop) else countries_of(marks, start, stop, named)
        if countries or stop == venue[1] and _is_placed(marks, start, stop):
            return Town(start, stop, _OF_NAME_WEIGHT, countries)
    street = _AFTER_STREET.match(marks.article.text, venue[1], end)
    if street is not None and (countries := countries_of(marks, *street.span(1), named)):
        return Town(*street.span(1), _OF_NAME_WEIGHT, countries)
    return _bare_in_name(marks, venue, named)


def _is_country(marks: Marks, start: int, end: int) -> bool:
    return any(c.end == end and not is_city_state(c) for c in marks.countries_in(start, end))


def _is_placed(marks: Marks, start: int, end: int) -> bool:
    """Whether a name of no gazetteer stands elsewhere after "in", as towns do."""
    name = marks.text(start, end)
    before = marks.words.pattern("in_place")
    return any(
        before.fullmatch(marks.article.low, max(0, m.start() - 3), m.start() - 1) is not None
        for m in re.finditer(rf"(?<= ){re.escape(name)}(?!\w)", marks.article.text)
        if m.start() != start
    )


def _towns_of_two(marks: Marks, words: list[re.Match[str]]) -> tuple[str, ...]:
    """The countries of a town of two words with which a name opens: "Chiang Mai University"."""
    start, end = words[0].start(), words[1].end()
    return (
        countries_of(marks, start, end, {c.code for c in marks.countries})
        if words[1].start() - words[0].end() == 1
        else ()
    )


def _bare_in_name(marks: Marks, venue: tuple[int, int], named: set[str]) -> Town | None:
    """The town that is one of the words of a name: "Batumi International Airport", "Sheraton Asunción"."""
    words_in_name = list(_WORD.finditer(marks.article.text, *venue))
    is_house = is_hotel(marks, *venue)
    if not is_house and len(words_in_name) > 2 and (countries := _towns_of_two(marks, words_in_name)):
        return Town(words_in_name[0].start(), words_in_name[1].end(), _OF_NAME_WEIGHT, countries)
    for n, word in enumerate(words_in_name):
        if n and not is_house:
            break
        countries = countries_of(marks, *word.span(), named)
        if named & set(countries) or n and well_known(word.group()):
            is_of_chain = n > 0 and is_chain(marks, venue[0], word.start())
            return Town(*word.span(), _OF_NAME_WEIGHT if is_of_chain else _LEAST_WEIGHT, countries)
    return None
