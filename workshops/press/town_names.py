"""The name of a town at a place of the text, and the countries that have a town of that name."""

from __future__ import annotations

import re

from workshops.domain.folding import fold
from workshops.domain.towns import find_towns
from workshops.press.countries import CountryMention
from workshops.press.marks import Marks
from workshops.press.tokens import capital_run
from workshops.press.words import worded

_LEAST_PEOPLE, _LEAST_SHOUTED = 15_000, 4
_ARTICLE = r"(?:(?:the|la|le|les|el|los|las)\s|l')?"
"""Of any language: a name keeps its own in a text of another."""
_NOUN_OF_TOWN = (
    r"(?:[\w-]+\s){{0,2}}?(?P<noun>{})(?:\s(?!of|de|d')[a-z-]{{4,}}(?=\sd))?(?:,?\s(?:of\s|de\s|d'|del\s|du\s)?)"
)
_LONGEST_NAME = 60
_NEVER_TOWNS = (
    *("months", "weekdays", "personal_titles"),
    *("agency_heads", "venue_heads", "legal_heads", "project_heads"),
)
"""Lists of words none of which begins the name of a town."""
_BEFORE_TOWN = worded(
    lambda w: (
        rf"\s{_ARTICLE}(?P<word>{w.any_of('city_words')}(?!\w)\s?|(?<=d')"
        rf"|{_NOUN_OF_TOWN.format(w.any_of('city_nouns'))})?"
    )
)
"""What may stand between "in" and a town: an article, "the city of", "the northern town of", "la ciudad cubana de".

`word` is what names a town before its name.
"""
_TO_STATE = worded(lambda w: rf"(?<!\w){w.any_of('in_state')}$")
"""What stands before states, never before towns that are called like one: "au Panama" beside "à Panama"."""
_ISLAND = worded(lambda w: w.any_of("islands"))
_BESIDE = worded(lambda w: rf"\s?[,(]\s?(?:{w.any_of('before_country')}\s)?")
"""What stands between a town and its country: a comma or bracket, and small words."""


def _names_a_town(marks: Marks, before: re.Match[str]) -> bool:
    """Whether a name follows "the city of"; in "Port Vila" the word is itself the name's first."""
    text = marks.article.text
    if not text[before.end() : before.end() + 1].isupper():
        return False
    is_name = before["noun"] is not None and text[before.start("noun")].isupper()
    return not is_name or before["word"].rstrip().endswith((" of", " de", " del", " du", " d'"))


def town_at(marks: Marks, place: int, end: int) -> tuple[int, int] | None:
    """The capital words at a place that can be a town; an article or "the city of" may stand before them."""
    low = marks.article.low
    start, called = _start_of_town(marks, place, end)
    tokens = marks.tokens_in(start, min(end, start + _LONGEST_NAME))
    island = _ISLAND(marks.language).match(low, start, end)
    skipped = [t for t in tokens if island and t.start < island.end()]
    run = capital_run(tokens[len(skipped) :])
    if not run or run[0].start - (skipped[-1].end if skipped else start) > 1:
        return None
    begin, stop = (skipped[0].start if skipped else run[0].start), run[-1].end
    if called is not None:
        named = called.start("noun" if called["noun"] else "word")
        if marks.article.text[named : named + 1].isupper():
            return called.start("word"), stop  # "Ciudad de Panamá", "Mexico City" keep their word
    if marks.words.has(run[0].low, *_NEVER_TOWNS, *(() if called or skipped else ("not_towns",))):
        return None
    if run[0].is_acronym and not _is_shouted(marks, begin, stop) or marks.agencies_in(begin, stop):
        return None
    country = next((c for c in marks.countries_in(begin, begin + 1) if c.end >= stop or not c.is_demonym), None)
    if country is None:
        return begin, stop
    is_state = _TO_STATE(marks.language).search(low, max(0, place - 4), place) is not None
    return (begin, stop) if is_city_state(country) and not is_state else None


def is_called_a_town(marks: Marks, place: int, end: int) -> bool:
    """Whether the words before a name say that it is a town's: "in the village of", "dans la commune de"."""
    return _start_of_town(marks, place, end)[1] is not None


def _start_of_town(marks: Marks, place: int, end: int) -> tuple[int, re.Match[str] | None]:
    """Where the name of a town begins behind a preposition, and the words before it, if one says that it is a town."""
    low = marks.article.low
    before = _BEFORE_TOWN(marks.language).match(low, place, end)
    called = before if before is not None and before["word"] is not None else None
    if called is not None and not _names_a_town(marks, called):
        before, called = re.compile(rf"\s{_ARTICLE}").match(low, place, end), None
    if called is None and marks.article.text[place + 1 : place + 2].isupper():
        before = None  # the article belongs to the name: "La Paz", "El Alto"
    return (before.end() if before else place + 1), called


def _is_shouted(marks: Marks, start: int, end: int) -> bool:
    """Whether capitals are those of a town: "en TEGUCIGALPA"."""
    return end - start >= _LEAST_SHOUTED and bool(countries_of(marks, start, end, set()))


def is_city_state(country: CountryMention) -> bool:
    """Whether a country is called as its chief town is, so that its name may stand for the town: "in Djibouti"."""
    return (
        country.code in ("SG", "MC", "VA", "DJ", "LU", "SM", "KW", "PA", "GT", "MX", "HK", "MO", "ST")
        and not country.is_demonym
    )


def country_beside(marks: Marks, place: int) -> CountryMention | None:
    """The country right after a town: "Moshi, Tanzania", "Ouagadougou (Burkina Faso)", "Hat Yai, southern Thailand"."""
    between = _BESIDE(marks.language)
    for country in marks.countries_in(place, place + 35):
        if not country.is_demonym and between.fullmatch(marks.article.low, place, country.start):
            return country
    return None


def countries_of(marks: Marks, start: int, end: int, named: set[str]) -> tuple[str, ...]:
    """The countries that have a town of that name, those named in the text first, else the biggest town's."""
    towns = [t for t in find_towns(marks.text(start, end)) if t.population >= _LEAST_PEOPLE or t.country in named]
    if not towns:
        return ()
    here = [t.country for t in towns if t.country in named]
    return tuple(dict.fromkeys([*here, *(t.country for t in towns)]))


def in_small_letters(name: str) -> str:
    """The name of a town that a text writes in capitals as it is written in prose: "TEGUCIGALPA" as "Tegucigalpa"."""
    if not name.isupper() or len(name) < _LEAST_SHOUTED:
        return name
    usual = (town.name for town in find_towns(name) if fold(town.name) == fold(name))
    return next(usual, name.title())
