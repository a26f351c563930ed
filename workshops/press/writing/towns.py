"""Towns as a language calls them: "Oulan-Bator", "Ulán Bator".

Unicode CLDR names in each language the town after which a time zone is called, most capitals among them.
"""

import re
from functools import cache
from typing import Final

from babel.core import get_global

from workshops.domain.folding import fold
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.formatting import locale_of

_OUT_OF_USE: Final = frozenset(
    ("Europe/Kiev", "Asia/Almaty", "Asia/Aqtobe", "Asia/Calcutta", "Asia/Makassar", "Asia/Oral", "Asia/Qyzylorda")
)
"""Zones whose town has in CLDR, in one of the languages, a name that the country has given up."""
_IN_BRACKETS: Final = re.compile(r" [(\[].*")


def town_in(city: str, country_code: str, language: str) -> str:
    """The town as "en", "fr" or "es" calls it, whichever of the three languages it is named in; else as it is."""
    for names in _towns(country_code):
        if fold(city) in map(fold, names.values()):
            name = names.get(language, names["en"])
            is_english = language == "en" or language not in names  # which writes no accents
            return city if is_english and fold(name) == fold(city) else name
    return city


@cache
def _towns(country_code: str) -> list[dict[str, str]]:
    """The names of each known town of a country, by language."""
    zones = (zone for zone, code in get_global("zone_territories").items() if code == country_code)
    return [_names(zone) for zone in zones if zone not in _OUT_OF_USE]


def _names(zone: str) -> dict[str, str]:
    """The name in each language that has one of its own; in English else the one which the zone is called by."""
    names = {"en": zone.rpartition("/")[2].replace("_", " ")}
    for language in INTERFACE_LANGUAGES:
        if name := locale_of(language).time_zones.get(zone, {}).get("city"):
            names[language] = _IN_BRACKETS.sub("", name)
    return names
