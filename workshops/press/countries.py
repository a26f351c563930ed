"""Countries and nationalities named in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from workshops.domain.countries import country_forms
from workshops.domain.demonyms import demonym_forms
from workshops.press.article import Article

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ '&.-]{1,3}|, ")
_LONGEST = 12
_SHORTEST_NAME = 4


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
    return _by_first_word(form for form in country_forms() if len(form) >= _SHORTEST_NAME)


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
    found = []
    end = 0
    for i in [i for i, (_start, _end, word) in enumerate(spans) if word in _first_words()]:
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
        form = " ".join(word for _, _, word in spans[i : i + size])
        return CountryMention(start, spans[i + size - 1][1], (country_forms()[form],), False), size
    if is_capital or language != "en":
        size = _longest(_demonyms(), article, spans, i)
        if size:
            form = " ".join(word for _, _, word in spans[i : i + size])
            return CountryMention(start, spans[i + size - 1][1], tuple(sorted(demonym_forms()[form])), True), size
    return None, 1


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
