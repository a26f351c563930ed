"""How a language ties words together: articles that melt into prepositions, countries one comes from, small numbers."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from workshops.domain.articles import with_any_article
from workshops.domain.countries import country_name, in_country
from workshops.domain.folding import fold
from workshops.errors import N_
from workshops.formatting import format_list, format_number

NUMBERS: Final = (
    *(N_("one"), N_("two"), N_("three"), N_("four"), N_("five")),
    *(N_("six"), N_("seven"), N_("eight"), N_("nine"), N_("ten")),
)
"""The numbers that are written as words."""

_THOUSANDS: Final = re.compile(r"(?<=\d)\D(?=\d{3}\b)")
_AT: Final = {"en": "at", "fr": "à", "es": "en"}
_OF: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "en": (),
    "fr": (("le ", "du "), ("les ", "des ")),
    "es": (("el ", "del "),),
}
_VOWELS: Final = "aeiouyâàéèêëîïôûœ"
_REST_OF_NAME: Final = re.compile(r" \(.*| (?:of|de) (?:Great Britain|Grande-Bretagne|Gran Bretaña) .*")
_STRAIGHT: Final = re.compile(r"(?<=[^\W\d_])'(?!\S{0,64}@)")
_INSIDE: Final = re.compile(rf"{_STRAIGHT.pattern}(?=[^\W_])")
_OPENING_QUOTE: Final = re.compile(r"(?<!\w)'(?=\w)")
_REPUBLICS: Final = ("République", "Fédération")


def with_apostrophes(text: str) -> str:
    """The apostrophes of words as printers set them, "l’OIM", "guards’"; not those of an address of e-mail.

    Where a text has single quotation marks too, what ends a word may be one of them and stays as it is.
    """
    return (_INSIDE if _OPENING_QUOTE.search(text) else _STRAIGHT).sub("’", text)


def in_running_text(name: str) -> str:
    """A country as a sentence names it: without brackets, "Pays-Bas (Royaume des)", and "of Great Britain and ..."."""
    return _REST_OF_NAME.sub("", name)


def from_country(code: str, language: str) -> str:
    """The country one comes from, in "en", "fr" or "es": "from the Philippines", "des Philippines", "de Filipinas".

    Follows from the word for "in", which the table of countries holds. Raises KeyError for an unknown code.
    """
    name, place = (in_running_text(name) for name in (country_name(code, language), in_country(code, language)))
    before = place.removesuffix(name).strip()
    if language == "en":
        return f"from {before.removeprefix('in').strip()} {name}".replace("  ", " ")
    if language == "es":
        article = before.removeprefix("en").strip()
        return f"del {name}" if article == "el" else " ".join(filter(None, ("de", article, name)))
    for end, melted in (
        ("au", "du "),
        ("aux", "des "),
        ("le", "du "),
        ("les", "des "),
        ("la", "de la "),
        ("l’", "de l’"),
    ):
        if before.split()[-1] == end:
            return melted + name
    if name.startswith(_REPUBLICS):
        return f"de la {name}"
    return f"d’{name}" if name[0].lower() in _VOWELS else f"de {name}"


def from_countries(codes: Iterable[str], language: str) -> str:
    """The countries people come from as a list: "from the Philippines and Portugal", "des Philippines et du Portugal".

    English says its preposition once. Raises KeyError for an unknown code.
    """
    origins = [from_country(code, language) for code in codes]
    if language == "en":
        origins = [origin if at == 0 else origin.removeprefix("from ") for at, origin in enumerate(origins)]
    return format_list(origins, language)


def at_place(venue: str, language: str) -> str:
    """The building one meets in: "at the Academy of Justice", "à l’École de police", "en el Serena Hotel"."""
    named = venue if venue.startswith("[") else with_any_article(venue, language)  # marked to be translated
    if language == "fr" and named != venue:
        for article, melted in (("le ", "au "), ("les ", "aux ")):
            if named.startswith(article):
                return melted + named[len(article) :]
    return f"{_AT[language]} {named}"


def in_town(place: str, language: str) -> str:
    """A town behind its preposition: French melts it with an article, "au Caire", "aux Cayes"."""
    if language != "fr":
        return place
    return re.sub(r"^à Les ", "aux ", re.sub(r"^à Le ", "au ", place))


def is_building_name(venue: str) -> bool:
    """Whether a building is called by a name, which is not translated: "Maison de la presse", "hôtel du Lac"."""
    return venue[:1].isupper() or venue[:1].isdigit() or fold(venue).startswith("hotel ")


def of_agency(named: str, language: str) -> str:
    """The name with its article, after "of": "du Ministère", "de l’Agence", "del Ministerio", "of the Agency"."""
    for article, melted in _OF[language]:
        if named.startswith(article):
            return melted + named[len(article) :]
    is_vowel = language == "fr" and named[0].lower() in _VOWELS
    return f"d’{named}" if is_vowel else f"{'of' if language == 'en' else 'de'} {named}"


def format_count(count: int, language: str) -> str:
    """A number of people in figures: "1,200", "1 200"; Spanish parts five digits and more: "1200", "12 000"."""
    if language != "es":
        return format_number(count, language)
    return str(count) if count < 10_000 else _THOUSANDS.sub("\u202f", format_number(count, language))
