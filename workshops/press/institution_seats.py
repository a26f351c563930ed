"""The country of an institution that is named after its town: "Cour d'appel de Liège", "University of Nairobi"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from workshops.domain.towns import find_towns
from workshops.press.facts import Span
from workshops.press.marks import Marks

_TOWN: Final = re.compile(r"(?:of|in|at|de|d['’]|del|à|en) ([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)$")
_BEHIND: Final = re.compile(r",? (?:in|at|à) ([A-ZÀ-Þ][\w'’-]+)(?![\w'’-]| [A-ZÀ-Þ])")
"""A town behind the name: "of the Migration Court in Gothenburg"."""
_LEAST_PEOPLE: Final = 100_000
_BIGGER: Final = 4
"""How many times bigger a town is than others of its name when the name alone means it."""


def seats(marks: Marks, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """The countries of the well-known towns that end the names of agencies in a span, each with its place.

    None for a name that holds a country, nor for a town that others of its name could be meant for.
    """
    for agency in marks.agencies_in(start, end):
        town, start_of = _TOWN.search(agency.name), agency.start
        if town is None:
            town, start_of = _BEHIND.match(marks.article.text, agency.whole_end), 0
        if town is None or marks.countries_in(agency.start, agency.end) or not marks.scope.is_told(agency.start):
            continue
        if not marks.people_in(start, agency.start):
            continue  # of somebody without a name, who may be of the place
        country = well_known(town.group(1))
        if country is not None:
            yield country, (start_of + town.start(1), start_of + town.end(1))


def well_known(town: str) -> str | None:
    """The country of a town that everybody knows by its name; None for small and for ambiguous ones."""
    towns = find_towns(town)
    if not towns or towns[0].population < _LEAST_PEOPLE:
        return None
    others = [other.population for other in towns[1:] if other.country != towns[0].country]
    return towns[0].country if not others or towns[0].population >= _BIGGER * max(others) else None
