"""Numbers in a text, in digits or words, and how sure the text is of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from text_to_num import text2num

from workshops.press.words import words

_ACCENTED = {"veintidos": "veintidós", "veintitres": "veintitrés", "veintiun": "veintiuno"}
_UNFOLDED = re.compile(rf"\b({'|'.join(_ACCENTED)})\b")  # numbers that are known by their accent only
EXACT, ABOUT, MORE_THAN = "exact", "about", "more_than"
_REPEATED = re.compile(r"\s?\((\d{1,4})\)")
"""The number that follows in figures what was written in letters: "thirty (30)"."""
_UP_TO = re.compile(r"\s?-\s?([1-9]\d{1,3})(?= [a-z])")
"""The greater of two numbers that a dash joins before a noun: "50-60 officers"; years are none."""
_LEAST_OF_RANGE, _FIRST_YEAR = 10, 1900
_NUMBERS_MET = 500
"""Numbers in words of which the value is kept: the same few come in every text."""


@dataclass(frozen=True)
class Number:
    """A whole number of the text; the span leaves the qualifying words out."""

    start: int
    end: int
    value: int
    qualifier: str


@cache
def _about_behind(language: str) -> re.Pattern[str]:
    """What says behind a number that it is a rough one: "sixty or so", "noventa y tantos"."""
    return re.compile(rf" ?{words(language).any_of('about_behind')}(?!\w)")


@cache
def _vague(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words(language).any_of('vague_number')} $")


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    w = words(language)
    word = w.any_of("number_words")
    joint = rf"(?:[ -]{w.any_of('number_joints')})?[ -]"
    collective = "|".join(sorted(w.mapping("collective_numbers"), key=len, reverse=True))
    number = re.compile(
        r"(?<![\w.,/+-])(?:(?P<digits>\d{1,3}(?:[ .,]\d{3})+(?!\d)|\d{1,7})(?![\w/])"
        rf"(?P<thousand> {w.any_of('thousand')}(?!\w))?"
        rf"|(?P<collective>{collective})s?(?!\w)"
        rf"|(?P<words>{word}(?:{joint}{word}){{0,6}})(?!\w))"
    )
    more_than, about = (
        re.compile(rf"(?<!\w){w.any_of(name)}\s?(?:{w.any_of('before_number')} ?)?$") for name in ("more_than", "about")
    )
    return number, more_than, about


def find_numbers(low: str, language: str) -> tuple[Number, ...]:
    """All whole numbers of a folded text in order. Lone articles that are also numbers ("une") are left out."""
    number, more_than, about = _patterns(language)
    collective = words(language).mapping("collective_numbers")
    found: list[Number] = []
    for m in number.finditer(low):
        value = _value(m, language, collective)
        if value is None or found and m.start() < found[-1].end:
            continue
        before = low[max(0, m.start() - 24) : m.start()]
        if _is_vague(m, before, language, collective):
            continue
        if more_than.search(before):
            qualifier = MORE_THAN
        elif m["collective"] or about.search(before):
            qualifier = ABOUT
        else:
            qualifier = EXACT
        again = _REPEATED.match(low, m.end())
        end = again.end() if again and int(again[1]) == value else m.end()
        greater = _UP_TO.match(low, m.end()) if _LEAST_OF_RANGE <= value < _FIRST_YEAR else None
        if greater is not None and value < int(greater[1]) <= 2 * value:
            value, qualifier, end = int(greater[1]), ABOUT, greater.end()
        if behind := _about_behind(language).match(low, end):
            qualifier, end = (ABOUT if qualifier == EXACT else qualifier), behind.end()
        found.append(Number(m.start(), end, value, qualifier))
    return tuple(found)


def _is_vague(m: re.Match[str], before: str, language: str, collective: dict[str, int]) -> bool:
    """Whether a number says no more than that they are many: "dozens of", "plusieurs centaines", "several hundred"."""
    if m["digits"]:
        return False
    is_plural = m["collective"] is not None and m.group() not in collective
    return is_plural or _vague(language).search(before) is not None


def _value(m: re.Match[str], language: str, collective: dict[str, int]) -> int | None:
    if m["digits"]:
        return int("".join(filter(str.isdecimal, m["digits"]))) * (1000 if m["thousand"] else 1)
    if m["collective"]:
        return collective[m["collective"]]
    if m["words"] and words(language).has(m["words"], "lone_articles"):
        return None
    return _spelt_out(m["words"], language)


@lru_cache(maxsize=_NUMBERS_MET)
def _spelt_out(written: str, language: str) -> int | None:
    try:
        return int(text2num(_UNFOLDED.sub(lambda word: _ACCENTED[word[1]], written), language))
    except ValueError:
        return None
