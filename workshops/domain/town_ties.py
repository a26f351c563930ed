"""What the name of a town is taken for: a town of the country chosen, of other countries, or none that is listed."""

from dataclasses import dataclass
from typing import Final

from workshops.domain.towns import find_towns

_MOST_COUNTRIES: Final = 4


@dataclass(frozen=True, slots=True)
class TownTie:
    """`name` is the usual English name of the town meant, "" where that is in doubt.

    `countries` are those (ISO 3166-1 alpha-2) that have a town of the name: that of the town meant, else at most four,
    the biggest towns first; none where the list has no such town.
    """

    name: str = ""
    countries: tuple[str, ...] = ()


def town_tie(name: str, country_code: str) -> TownTie | None:
    """What a name is taken for beside a country ("" for none); None for no name."""
    if not name.strip():
        return None
    towns = find_towns(name)
    here = next((town for town in towns if town.country == country_code), None)
    if here is not None:
        return TownTie(here.name, (here.country,))
    return TownTie("", tuple(dict.fromkeys(town.country for town in towns))[:_MOST_COUNTRIES])
