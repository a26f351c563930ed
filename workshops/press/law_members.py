"""Names of laws that join several things: "Ley de Protección, Asistencia y Retorno de Refugiados"."""

from __future__ import annotations

import re

from workshops.press.law_ends import index_after, with_number
from workshops.press.marks import Marks
from workshops.press.tokens import Token
from workshops.press.words import worded

_MOST_TOKENS, _MOST_SMALL = 16, 3
_SMALL_MEMBERS = worded(
    lambda w: (
        rf"(?P<listed>(?:, (?:{w.any_of('law_prepositions')}\s?)?[\w-]+(?: d[eu]s? [\w-]+)?){{1,3}})"
        rf",? {w.any_of('law_joints')} (?:(?P<of>{w.any_of('law_prepositions')})\s?)?(?P<last>[\w-]+)"
    )
)
_OBJECT = worded(lambda w: rf" {w.any_of('determiners', 'articles')}\s?[\w-]+(?: {w.any_of('of')}\s?[\w-]+){{0,2}}")
_OF = worded(lambda w: rf" {w.any_of('of')} [\w-]+")
_PLURAL = worded(lambda w: rf"[\w-]+{w.any_of('ends_of_plurals')}")
_INFINITIVE = worded(lambda w: rf"[\w-]+{w.any_of('ends_of_infinitives')}")


def with_members(tokens: tuple[Token, ...], i: int, marks: Marks, place: int) -> int:
    """The end of the law that starts at i with what commas and "and" join to it up to `place`, and its number."""
    k = index_after(tokens, i, place)
    if k >= len(tokens) or not tokens[k - 1].is_word or tokens[k - 1].end != place:
        return place
    end = _with_capitals(tokens, k, marks) if tokens[k - 1].is_capital else _with_small(marks, tokens[k - 1])
    return with_number(marks, end) if end > place else place


def _with_capitals(tokens: tuple[Token, ...], k: int, marks: Marks) -> int:
    """The end behind "and" and the last of some members in capitals, none of them a body, a country or a law."""
    w, place, j = marks.words, tokens[k - 1].end, k
    while j < len(tokens) - 1 and j - k < _MOST_TOKENS:
        is_joint = w.has(tokens[j].low, "law_joints")
        if not is_joint and tokens[j].low != ",":
            return place
        is_last = is_joint or w.has(tokens[j + 1].low, "law_joints")
        first = _first_capital(tokens, j + 1 + (is_last and not is_joint), marks)
        if first is None or not _is_of_law(tokens[first], marks):
            return place
        j = _member_end(tokens, first, marks)
        if is_last:
            return tokens[j - 1].end
    return place


def _first_capital(tokens: tuple[Token, ...], m: int, marks: Marks) -> int | None:
    """The index of the capital word at m, or behind a few articles and prepositions; None without one."""
    first = m
    while m < len(tokens) and m - first < _MOST_SMALL and marks.words.has(tokens[m].low, "determiners", "of"):
        m += 1
    return m if m < len(tokens) and tokens[m].is_capital and not tokens[m].is_acronym else None


def _is_of_law(token: Token, marks: Marks) -> bool:
    """Whether a capital word can be one of the things that a law is on."""
    if marks.words.has(token.low, "legal_heads", "agency_heads", "personal_titles", "project_heads", "months"):
        return False
    end = token.end + 1
    return not (marks.agencies_certain_at(token.start) or marks.countries_in(token.start, end))


def _member_end(tokens: tuple[Token, ...], m: int, marks: Marks) -> int:
    """The index behind a member: its capital words, and those that prepositions join to them."""
    j = m + 1
    while j < len(tokens):
        following = _first_capital(tokens, j, marks)
        if following is None or following > j and not marks.words.has(tokens[j].low, "of"):
            return j
        j = following + 1
    return j


def _with_small(marks: Marks, last: Token) -> int:
    """The end of an enumeration in small letters whose members have one preposition or one ending."""
    found = _SMALL_MEMBERS(marks.language).match(marks.article.low, last.end)
    if found is None or marks.words.has(found["last"], "legal_heads", "phrase_stops", "plain_verbs"):
        return last.end
    members = (last.low, re.findall(r"[\w-]+", found["listed"])[-1], found["last"])
    are_things, is_done = (all(form(marks.language).fullmatch(m) for m in members) for form in (_PLURAL, _INFINITIVE))
    if not (are_things or is_done) and not (found["of"] and found["of"][0] == found["listed"][2]):
        return last.end
    # what is done has an object: "prévenir, réprimer et punir la traite"
    behind = (_OBJECT if is_done else _OF)(marks.language).match(marks.article.low, found.end())
    return behind.end() if behind else found.end()
