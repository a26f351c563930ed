"""Laws whose names are in another of our languages than the text: "the Ley de Migración", "l'Immigration Act"."""

from __future__ import annotations

from workshops.press.english_laws import english_law_end
from workshops.press.foreign_names import foreign_heads, starts_of_run, tells_language
from workshops.press.latin_laws import latin_law_end
from workshops.press.law_ends import index_after
from workshops.press.legal_numbers import YEAR_ALONE
from workshops.press.marks import Marks
from workshops.press.tokens import Token
from workshops.press.words import Words


def foreign_law_ends(marks: Marks) -> dict[int, int]:
    """The places up to which such names go, by their first token."""
    ends: dict[int, int] = {}
    tokens, w = marks.tokens, marks.words
    for i, other in foreign_heads(tokens, w, "legal_heads"):
        is_own = w.has(tokens[i].low, "legal_heads")
        if (tokens[i].is_capital or not is_own) and not (i and tokens[i - 1].low == "("):
            start, end = _law(marks, i, other, is_own=is_own)
            if end > tokens[start].start:
                ends[start] = max(end, ends.get(start, end))
    return ends


def _law(marks: Marks, i: int, other: Words, *, is_own: bool) -> tuple[int, int]:
    """The first token of the law that has its head at i and the place up to which it goes, the head's start if none.

    Where the language of the text has that head too, another word tells that the name is foreign; or it ends with its
    head, as English names do.
    """
    tokens, told = marks.tokens, marks.told_in(other.language)
    is_english = other.language == "en"
    for start in starts_of_run(tokens, i, other, marks.words) if is_english else (i,):
        place = english_law_end(tokens, start, told) if is_english else latin_law_end(tokens, start, told)
        end = index_after(tokens, start, place)
        ends_with_head = start < i == end - 1
        tells = not is_own or tells_language(tokens[start:end], other, marks.words) or ends_with_head
        is_person = ends_with_head and i == start + 1 and not _has_article(tokens, start, marks.words)  # "Jude Law"
        is_none = told.words.pattern("not_laws").match(marks.article.low, tokens[start].start)
        if end > i and tells and not is_person and not is_none:
            return start, place
    return i, tokens[i].start


def _has_article(tokens: tuple[Token, ...], start: int, w: Words) -> bool:
    return (
        tokens[start].is_acronym
        or start > 0
        and (
            w.has(tokens[start - 1].low, "determiners", "name_connectors", "chain_words")
            or tokens[start - 1].low in ":;"
            or YEAR_ALONE.fullmatch(tokens[start - 1].low) is not None  # "la 1951 Refugee Convention"
        )
    )
