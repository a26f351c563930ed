"""What kinds of things words of a text name, and the whole name to which a word belongs, where a person points at it.

Read from the lines around alone. Places count characters of these lines; nothing is decided about the workshop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from workshops.domain.towns import find_towns
from workshops.press.facts import Span
from workshops.press.marks import Marks
from workshops.press.tokens import Token

_REACH = 30
"""How far beside a name stands the word that says of what it is the name."""
_EMAIL, _PHONE = re.compile(r"\w ?@ ?\w"), re.compile(r"\+?\(?\d[\d ()./-]{6,}\d")

_OPENS_SENTENCE = ("determiners", "stopwords", "function_words", "clause_prepositions")


class Kind(StrEnum):
    """What words can be the name of, or say."""

    AGENCY = "agency"
    PERSON = "person"
    COUNTRY = "country"
    TOWN = "town"
    HOUSE = "house"
    LAW = "law"
    PROJECT = "project"
    DAY = "day"
    NUMBER = "number"
    EMAIL = "email"
    PHONE = "phone"
    QUOTE = "quote"
    PEOPLE = "people"
    NAME = "name"


def whole_name(marks: Marks, start: int, end: int) -> Span:
    """The agency, person or day of whose words one is, else the name in capitals around it; else the word itself."""
    told = [
        *((one.start, one.whole_end) for one in marks.agencies),
        *((one.start, one.end) for one in marks.people),
        *((one.start, one.end) for one in marks.dates),
    ]
    around = ((first, last) for first, last in told if first < end and start < last)
    return next(around, None) or _capitals(marks, start, end)


def _capitals(marks: Marks, start: int, end: int) -> Span:
    tokens = marks.tokens
    at = next((n for n, token in enumerate(tokens) if token.start < end and start < token.end), -1)
    if at < 0 or not _is_capital(marks, tokens[at]):
        return start, end
    first, last = _run(marks, at, -1), _run(marks, at, 1)
    while first < at and marks.words.has(
        tokens[first].low, "determiners", "stopwords", "function_words", "clause_prepositions"
    ):  # at the head of a sentence
        first += 1
    return tokens[first].start, tokens[last].end


def _run(marks: Marks, at: int, step: int) -> int:
    """The last capital word on one side that only small words of names part from the one before."""
    tokens, reached, n = marks.tokens, at, at + step
    while 0 <= n < len(tokens):
        near, far = sorted((n - step, n))
        if marks.text(tokens[near].end, tokens[far].start).strip():
            break
        if _is_capital(marks, tokens[n]):
            reached = n
        elif marks.words.has(tokens[n].low, "and") or not marks.words.has(tokens[n].low, "name_connectors", "articles"):
            break  # "and" joins two names as often as it stands in one
        n += step
    return reached


def _is_capital(marks: Marks, token: Token) -> bool:
    return (token.is_capital or token.is_acronym) and not marks.words.has(token.low, "weekdays", "months")


def kinds(marks: Marks, start: int, end: int) -> list[Kind]:
    """What words can be, the likeliest first; none where nothing speaks for any."""
    said = marks.text(start, end)
    bodies = [one for one in marks.agencies if one.start < end and start < one.whole_end]
    alone = [
        token
        for token in marks.tokens_in(start, end)
        if not any(body.start <= token.start < body.whole_end for body in bodies)
    ]
    found = {
        Kind.DAY: any(one.start < end and start < one.end for one in marks.dates),
        Kind.LAW: _has(marks, alone, "legal_heads"),
        Kind.EMAIL: _EMAIL.search(said) is not None,
        Kind.PHONE: _PHONE.search(said) is not None,
        Kind.QUOTE: any(q.start <= start + 1 and start < q.end and end - start > _REACH for q in marks.quotes),
        Kind.HOUSE: _has(marks, alone, "venue_heads"),
        Kind.PEOPLE: _has(marks, alone, "people_nouns", "participant_word", "occupations"),
        Kind.PERSON: any(one.start < end and start < one.end for one in marks.people),
        Kind.AGENCY: bool(bodies),
        Kind.PROJECT: _has(marks, marks.tokens_in(max(0, start - _REACH), end + _REACH), "project_heads"),
        Kind.COUNTRY: any(one.start >= start and one.end <= end for one in marks.countries),
        Kind.TOWN: bool(find_towns(said)),
        Kind.NUMBER: any(start <= one.start < end for one in marks.numbers),
    }
    there = [kind for kind, is_there in found.items() if is_there]
    if not there and said[:1].isupper():
        return [Kind.NAME]
    return sorted(there, key=lambda kind: not _is_all(marks, kind, start, end))


def _has(marks: Marks, tokens: Iterable[Token], *lists: str) -> bool:
    return any(marks.words.has(token.low, *lists) for token in tokens)


def _is_all(marks: Marks, kind: Kind, start: int, end: int) -> bool:
    """Whether words that can be parts of more are one thing of a kind, from the first letter to the last."""
    told: dict[Kind, Iterable[Any]] = {
        Kind.PERSON: marks.people,
        Kind.COUNTRY: marks.countries,
        Kind.DAY: marks.dates,
        Kind.NUMBER: marks.numbers,
    }
    return kind not in told or any((one.start, one.end) == (start, end) for one in told[kind])


def lines_around(text: str, start: int, end: int) -> Span:
    """The lines that words stand in, with those before and after where long lines show that a paragraph is folded."""
    first, last = text.rfind("\n", 0, start) + 1, _line_end(text, end)
    while first and start - first < _MOST and first - 1 - (before := text.rfind("\n", 0, first - 1) + 1) >= _FOLDED:
        first = before
    while last < len(text) and last - end < _MOST and last - (text.rfind("\n", 0, last) + 1) >= _FOLDED:
        last = _line_end(text, last + 1)
    return max(first, start - _MOST), min(last, end + _MOST)


_FOLDED, _MOST = 60, 1_500
"""Characters of a line that goes on in the next one; and of lines that are read before and after words at most."""


def _line_end(text: str, place: int) -> int:
    found = text.find("\n", place)
    return len(text) if found < 0 else found
