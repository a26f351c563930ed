"""The name of a town at a place of the text, and the countries that have a town of that name."""

from __future__ import annotations

import re

from workshops.domain.towns import find_towns
from workshops.press.countries import CountryMention
from workshops.press.marks import Marks
from workshops.press.tokens import capital_run
from workshops.press.words import worded

_LEAST_PEOPLE = 15_000
_ARTICLE = r"(?:(?:the|la|le|les|el|los|las)\s|l')?"
"""Of any language: a name keeps its own in a text of another."""
_NOUN_OF_TOWN = r"(?:[\w-]+\s){{0,2}}?(?P<noun>{})(?:\s(?!of|de|d')[a-z-]{{4,}}(?=\sd))?(?:,?\s(?:of\s|de\s|d'|del\s)?)"
_BEFORE_TOWN = worded(
    lambda w: (
        rf"\s{_ARTICLE}(?P<word>{w.any_of('city_words')}(?!\w)\s?|(?<=d')"
        rf"|{_NOUN_OF_TOWN.format(w.any_of('city_nouns'))})?"
    )
)
"""What may stand between "in" and a town: an article, "the city of", "the northern town of", "la ciudad cubana de".

`word` is what names a town before its name.
"""
_BESIDE = worded(lambda w: rf"\s?[,(]\s?(?:{w.any_of('before_country')}\s)?")
"""What stands between a town and its country: a comma or bracket, and small words."""


def _names_a_town(marks: Marks, before: re.Match[str]) -> bool:
    """Whether a name follows "the city of"; in "Port Vila" the word is itself the name's first."""
    text = marks.article.text
    if not text[before.end() : before.end() + 1].isupper():
        return False
    is_name = before["noun"] is not None and text[before.start("noun")].isupper()
    return not is_name or before["word"].rstrip().endswith((" of", " de", " del", " d'"))


def town_at(marks: Marks, place: int, end: int) -> tuple[int, int] | None:
    """The capital words at a place that can be a town; an article or "the city of" may stand before them."""
    w, low = marks.words, marks.article.low
    before = _BEFORE_TOWN(marks.language).match(low, place, end)
    if before is not None and before["word"] is not None and not _names_a_town(marks, before):
        before = re.compile(rf"\s{_ARTICLE}").match(low, place, end)
        has_word = False
    else:
        has_word = before is not None and before["word"] is not None
    if before is not None and not has_word and marks.article.text[place + 1 : place + 2].isupper():
        before = None  # the article belongs to the name: "La Paz", "El Alto"
    start = before.end() if before else place + 1
    tokens = marks.tokens_in(start, min(end, start + 60))
    island = re.compile(r"(?:isla|ile|l'ile) (?:de |d')?").match(low, start, end)
    skipped = [t for t in tokens if island and t.start < island.end()]
    run = capital_run(tokens[len(skipped) :])
    if not run or run[0].start - (skipped[-1].end if skipped else start) > 1:
        return None
    begin, stop = (skipped[0].start if skipped else run[0].start), run[-1].end
    opening = re.compile(r"\S").search(low, place, start)
    if has_word and opening is not None and marks.article.text[opening.start()].isupper():
        return opening.start(), stop  # "Ciudad de Panamá", "Mexico City" keep their word
    if w.has(
        run[0].low,
        "months",
        "weekdays",
        "agency_heads",
        "venue_heads",
        "personal_titles",
        "legal_heads",
        "project_heads",
    ):
        return None
    if (
        run[0].is_acronym
        or marks.agencies_in(begin, stop)
        or (not has_word and not skipped and marks.words.has(run[0].low, "not_towns"))
    ):
        return None
    country = next((c for c in marks.countries_in(begin, begin + 1) if c.end >= stop or not c.is_demonym), None)
    if country is not None and not is_city_state(country):
        return None
    return begin, stop


def is_city_state(country: CountryMention) -> bool:
    return (
        country.code in ("SG", "MC", "VA", "DJ", "LU", "SM", "KW", "PA", "GT", "MX", "HK", "MO")
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
