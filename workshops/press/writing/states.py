"""States that act, and their governments, in the language of a draft: "le Japon", "the Government of Japan"."""

import re
from typing import Final

from workshops.domain.countries import country_name, find_country, in_country
from workshops.domain.folding import fold
from workshops.press.writing.grammar import from_country, in_running_text, of_agency

_GOVERNMENT_OF: Final = re.compile(
    r"(?:the )?government of (?:the )?"
    r"|(?:le )?gouvernement (?:de la |de l['’]|du |des |de |d['’])"
    r"|(?:el )?gobierno (?:de la |de los |de las |del |de )",
    re.IGNORECASE,
)
_PARTS: Final = frozenset(
    ("england", "scotland", "wales", "northern ireland", "angleterre", "ecosse", "inglaterra", "escocia")
    + ("zanzibar", "somaliland", "puntland", "gaza strip", "west bank", "mainland china")
)
"""What the table of countries finds their state by."""
_GOVERNMENTS: Final = {"en": "the Government of {the}", "fr": "le Gouvernement {of_the}", "es": "el Gobierno {of}"}


def state_in(name: str, language: str, *, is_own: bool) -> str | None:
    """A state or its government, named in any of the three languages, with its article in "en", "fr" or "es".

    `is_own` tells that the name is in that language already, where "Kingdom of the Netherlands" stays as it is. None
    for any other body, for parts of states, and for codes and acronyms, which bodies have too.
    """
    government = _GOVERNMENT_OF.match(name)
    country = name[government.end() :] if government else name
    code = None if country.isupper() or fold(country) in _PARTS else find_country(country)
    if code is None or "," in country_name(code, language):  # as lists write a name, no sentence
        return None
    named = the_country(code, language)
    is_short = fold(country) == fold(in_running_text(country_name(code, language)))
    if is_own and (government or not is_short):
        return None
    if not government:
        return named
    return _GOVERNMENTS[language].format(the=named, of=from_country(code, language), of_the=of_agency(named, language))


def the_country(code: str, language: str) -> str:
    """A country with its article: "the Philippines", "le Portugal", "Cuba". Raises KeyError for an unknown code."""
    origin = from_country(code, language)
    if language != "fr":
        melted = {"from ": "", "del ": "el ", "de ": ""}
        start = next(start for start in melted if origin.startswith(start))
        return melted[start] + origin.removeprefix(start)
    name = in_running_text(country_name(code, language))
    for of, article in (("du ", "le "), ("des ", "les "), ("de la ", "la "), ("d’", "l’")):
        if origin.startswith(of):
            return article + name
    return f"la {name}" if in_country(code, language).startswith("en ") else name
