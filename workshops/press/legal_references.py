"""Laws, conventions, protocols, codes and the like that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workshops.domain.folding import fold
from workshops.press.english_laws import english_law_end
from workshops.press.facts import Finding, PressFacts
from workshops.press.foreign_laws import foreign_law_ends
from workshops.press.latin_laws import latin_law_end
from workshops.press.law_ends import index_after, known_law_end
from workshops.press.legal_numbers import YEAR, YEAR_ALONE
from workshops.press.marks import Marks
from workshops.press.tokens import Token
from workshops.press.words import worded

_MOST_BEFORE_HEAD = 30
"""Words of the name of a law in English before that for its kind; more than such a name can have."""
_ACRONYM = re.compile(r" \([A-Z][A-Za-z-]{1,9}\)")
_SAME_KIND = worded(
    lambda w: rf",? {w.any_of('number_joints')} (?P<law>{w.any_of('another_law')}\s?[\w -]{{0,30}}?{YEAR})"
)
"""Another law of the kind just named: "la Convention de 1951 et celle de l'OUA de 1969"."""


def find_legal_references(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """Names that start with, or in English hold, the word for a kind of law, with their numbers and years."""
    if not known.value("is_workshop"):
        return
    seen: list[str] = []
    for start, end in _spans(marks):
        name = marks.text(start, end)
        key = fold(name)
        if any(key in other or other in key for other in seen):
            continue
        seen.append(key)
        yield marks.finding("legal_references", name, 0.8, (start, end), "name of a law", len(seen) - 1)


def _spans(marks: Marks) -> Iterator[tuple[int, int]]:
    law_end = english_law_end if marks.language == "en" else latin_law_end
    tokens = marks.tokens
    body = marks.article.body
    first, last = (body[0].start, body[-1].end) if body else (0, 0)
    foreign, near = foreign_law_ends(marks), _near_heads(marks)
    i = 0
    while i < len(tokens):
        if not (tokens[i].is_capital or i in near or i in foreign):
            i += 1
            continue
        start = tokens[i].start
        own = law_end(tokens, i, marks) if i in near else start
        end = max(own, known_law_end(marks, tokens[i]), foreign.get(i, start))
        is_law = end > start and first <= start < last and _is_of_event(marks, tokens[i], end, is_foreign=i in foreign)
        if not is_law or marks.words.pattern("not_laws").match(marks.article.low, start):
            i += 1
            continue
        dated = i > 0 and YEAR_ALONE.fullmatch(tokens[i - 1].low) and tokens[i - 1].end + 1 == tokens[i].start
        acronym = _ACRONYM.match(marks.article.text, end)
        end = acronym.end() if acronym else end
        yield tokens[i - 1 if dated else i].start, end
        if other := _SAME_KIND(marks.language).match(marks.article.low, end):
            yield other.span("law")
        i = index_after(tokens, i, end)


def _near_heads(marks: Marks) -> set[int]:
    """The tokens with which a law of the text's language may begin: its head, in English words before it too."""
    heads = marks.words.among({token.low for token in marks.tokens}, "legal_heads")
    before = _MOST_BEFORE_HEAD if marks.language == "en" else 0
    return {k for i, token in enumerate(marks.tokens) if token.low in heads for k in range(i - before, i + 1)}


def _is_of_event(marks: Marks, token: Token, end: int, *, is_foreign: bool) -> bool:
    """Whether a token stands in what is told or said of the event, and not in the name of a body."""
    is_told = marks.scope.is_told(token.start) or marks.scope.is_speech(token.start)
    return is_told and not _is_in_agency(marks, token, end, is_foreign=is_foreign)


def _is_in_agency(marks: Marks, token: Token, end: int, *, is_foreign: bool) -> bool:
    """Whether a body is named there; "Reglamento Sanitario Internacional (RSI)" looks like one and begins as a law."""
    law_on = marks.words.pattern("law_on")
    is_head = is_foreign or marks.language != "en" and marks.words.has(token.low, "legal_heads")
    around = [agency for agency in marks.agencies_around(token.start) if agency.end > token.end]
    is_law = is_head or all(law_on.search(marks.article.low, a.start, a.end) for a in around)
    return any(agency.start < token.start or not is_law and agency.end >= end for agency in around)
