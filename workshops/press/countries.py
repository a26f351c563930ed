"""Countries and nationalities named in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from workshops.domain.countries import country_forms
from workshops.domain.demonyms import demonym_forms
from workshops.domain.towns import find_towns
from workshops.press.article import Article
from workshops.press.tokens import names_a_thing
from workshops.press.words import any_language, worded, words

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ '&.-]{1,3}|, ")
_CAPITAL = re.compile(r" [A-ZÀ-Þ][\w'’-]+")
_FAMILY = re.compile(r" [A-ZÀ-Þ][\w'’-]*[a-zà-ÿ](?![\w'’-]| [A-ZÀ-Þ])")
_OF_MANY = worded(lambda _: any_language("no_nationality"))
"""A nationality said of a continent's states, which are those of no one country: "Organization of American States"."""
_NEAR = 12
_LONGEST_ACRONYM = 6
_LONGEST = 12
_SHORTEST_NAME = 4
_LETTERS = frozenset(("drc", "rdc", "rca", "uae", "usa", "png"))
"""Countries whose letters no other word shares."""


@dataclass(frozen=True)
class CountryMention:
    """A country or nationality in the text. `codes` holds more than one when the word is ambiguous ("congolaise")."""

    start: int
    end: int
    codes: tuple[str, ...]
    is_demonym: bool

    @property
    def code(self) -> str:
        return self.codes[0]


@cache
def _names() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return _by_first_word(form for form in country_forms() if len(form) >= _SHORTEST_NAME or form in _LETTERS)


@cache
def _demonyms() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return _by_first_word(form for form in demonym_forms() if len(form) >= _SHORTEST_NAME or form == "lao")


@cache
def _first_words() -> frozenset[str]:
    return frozenset((*_names(), *_demonyms()))


def _by_first_word(forms: object) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:  # type: ignore[attr-defined]
        parts = tuple(form.split())
        if len(parts) <= _LONGEST:
            found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in found.items()}


def find_countries(article: Article, language: str) -> tuple[CountryMention, ...]:
    """All mentions in order, the longest reading of each ("Papouasie-Nouvelle-Guinée", never "Guinée" inside it)."""
    spans = [(*m.span(), m[0]) for m in _WORD.finditer(article.low)]
    found, first_words = [], _first_words()
    end = 0
    for i in [i for i, (_start, _end, word) in enumerate(spans) if word in first_words]:
        if i >= end:
            mention, used = _mention_at(article, spans, i, language)
            end = i + used
            if mention is not None:
                found.append(mention)
    return tuple(found)


def _mention_at(
    article: Article, spans: list[tuple[int, int, str]], i: int, language: str
) -> tuple[CountryMention | None, int]:
    start = spans[i][0]
    is_capital = article.text[start].isupper()
    if is_capital and (size := _longest(_names(), article, spans, i)):
        code = country_forms()[" ".join(word for _, _, word in spans[i : i + size])]
        end = spans[i + size - 1][1]
        is_other = article.text[max(0, start - 10) : start].endswith(("New ", "New South ")) or (
            _begins_town(article, start, end, code) or size == 1 and _is_given_name(article, start, end, language)
        )
        return (None if is_other else CountryMention(start, end, (code,), False)), size
    if is_capital or language != "en":
        size = _longest(_demonyms(), article, spans, i)
        if size:
            form, end = " ".join(word for _, _, word in spans[i : i + size]), spans[i + size - 1][1]
            codes = tuple(sorted(demonym_forms()[form]))
            around = _OF_MANY(language).finditer(article.low, max(0, start - _NEAR), end + _NEAR)
            if _is_acronym(article.text, start, end):
                return None, size
            is_of_many = any(m.start() <= start < m.end() for m in around)
            return (None if is_of_many else CountryMention(start, end, codes, True)), size
    return None, 1


def _is_acronym(text: str, start: int, end: int) -> bool:
    """Whether capitals are no nationality but an acronym: "del DANE", beside words in small letters."""
    if end - start > _LONGEST_ACRONYM or not text[start:end].isupper():
        return False
    beside = (*text[max(0, start - 20) : start].split()[-1:], *text[end : end + 20].split()[:1])
    return not any(word[:2].isupper() for word in beside)


def _is_given_name(article: Article, start: int, end: int, language: str) -> bool:
    """Whether what would be a country is the given name before one family name: "said Jordan Smith"."""
    w = words(language)
    if not w.has(article.low[start:end], "countries_as_given_names"):
        return False
    family, before = _FAMILY.match(article.text, end), article.low[:start].rsplit(None, 1)[-1:]
    if family is None or before and w.has(before[0], "not_before_given_names"):
        return False
    name = article.low[end + 1 : family.end()]
    return not names_a_thing(name) and not w.has(
        name, "agency_heads", "people_nouns", "headline_verbs", "function_title_words", "event_workshop"
    )


def _begins_town(article: Article, start: int, end: int, code: str) -> bool:
    """Whether what would be a country begins the name of a town in another one: "Antigua Guatemala"."""
    following = _CAPITAL.match(article.text, end)
    towns = find_towns(article.text[start : following.end()]) if following else ()
    return bool(towns) and all(town.country != code for town in towns)


def _longest(
    table: Mapping[str, tuple[tuple[str, ...], ...]], article: Article, spans: list[tuple[int, int, str]], i: int
) -> int:
    """How many words from i on make the longest form of the table; 0 if none does."""
    for parts in table.get(spans[i][2], ()):
        window = spans[i : i + len(parts)]
        if tuple(word for _, _, word in window) == parts and all(
            _GAP.fullmatch(article.low, a[1], b[0]) for a, b in zip(window, window[1:], strict=False)
        ):
            return len(parts)
    return 0
