"""Towns of the world by name: those of 15,000 people and more, and the capitals.

An extract of GeoNames in `workshops/data/towns.tsv.gz`; source and licence stand in `SOURCES.md` beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from workshops.domain.data_files import read_lines
from workshops.domain.folding import fold


@dataclass(frozen=True)
class Town:
    """A town: its usual English name, ISO 3166-1 alpha-2 country, people, and degrees north and east."""

    name: str
    country: str
    population: int
    lat: float
    lon: float


def find_towns(name: str) -> tuple[Town, ...]:
    """The towns with that name in any Latin spelling on record, the biggest first; none if there is none.

    "Oulan-Bator", "Ulan Bator" and "Ulaanbaatar" are one town; "San José" is many.
    """
    return tuple(_town(line) for line in _lines_by_form().get(fold(name), "").splitlines())


@cache
def _lines_by_form() -> Mapping[str, str]:
    """Folded spellings with the lines of their towns. Lines are taken apart when asked for: loading stays cheap."""
    found: dict[str, str] = {}
    for line in read_lines("towns.tsv.gz")[1:]:  # the biggest town stands first in the table
        for form in line[line.rindex("\t") + 1 :].split("|"):
            found[form] = f"{found[form]}\n{line}" if form in found else line
    return found


def _town(line: str) -> Town:
    name, country, population, lat, lon, _ = line.split("\t")
    return Town(name, country, int(population), float(lat), float(lon))
