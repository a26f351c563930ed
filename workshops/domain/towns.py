"""Towns of the world by name: those of 15,000 people and more, and the capitals.

An extract of GeoNames in `workshops/data/towns.tsv.gz`; source and licence stand in `SOURCES.md` beside it.
"""

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Final

from workshops.domain.data_files import read_content
from workshops.domain.folding import fold

_PLACES: Final = 2**24  # bytes a table may have
_HASHES: Final = 2**40 - 1


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
    form = fold(name)
    table, spellings = _table()
    low = _marked(form, 0)
    towns = []
    for marked in spellings[bisect_left(spellings, low) : bisect_left(spellings, low + _PLACES)]:
        start = marked - low
        line = table[start : table.index(b"\n", start)].decode()
        if form in line[line.rindex("\t") + 1 :].split("|"):
            towns.append(_town(line))
    return tuple(towns)


@cache
def _table() -> tuple[bytes, "array[int]"]:
    """The table, and each of its 120,000 spellings as one number, in order: 4 MB, where a dictionary takes 25."""
    table = read_content("towns.tsv.gz")
    marked = array("Q")
    start = table.index(b"\n") + 1  # below the header; the biggest town stands first
    for line in table[start:].splitlines(keepends=True):
        forms = line[line.rindex(b"\t") + 1 : -1].decode().split("|")
        marked.extend(_marked(form, start) for form in forms)
        start += len(line)
    return table, array("Q", sorted(marked))


def _marked(form: str, start: int) -> int:
    """The hash of a spelling, and behind it where the line of its town starts in the table."""
    return (hash(form) & _HASHES) * _PLACES + start


def _town(line: str) -> Town:
    name, country, population, lat, lon, _ = line.split("\t")
    return Town(name, country, int(population), float(lat), float(lon))
