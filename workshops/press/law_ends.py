"""How far the name of a law goes beyond the words for its kind: to its number, its subject, or as it is known."""

from __future__ import annotations

import re

from workshops.press.legal_numbers import NUMBER
from workshops.press.marks import Marks
from workshops.press.tokens import Token
from workshops.press.words import worded

_MOST_WORDS = 14
_ENDING = 3
_STOPS = ("phrase_stops", "law_stops", "plain_verbs", "said", "subject_gap_verbs")
"""Lists of words with which a clause begins that is no part of the name: "la loi sur la traite leur permet de"."""
_BEFORE_SUBJECT = worded(lambda w: rf"\s(?:{w.any_of('law_subject')}|(?P<name>{w.any_of('law_for')}))\s")
"""Between a law and its subject: "relative à", "sobre"; `name` needs a capital behind it."""


def before_subject(marks: Marks, place: int) -> re.Match[str] | None:
    """The words in small letters at a place that lead from a law to its subject."""
    found, text = _BEFORE_SUBJECT(marks.language).match(marks.article.low, place), marks.article.text
    if found is None or not text[place + 1].islower() or found["name"] and not text[found.end()].isupper():
        return None
    return found


def known_law_end(marks: Marks, token: Token) -> int:
    """The end of a law known by a name that no head makes one: "Cadre de normes SAFE"; its start if it is none."""
    known = marks.words.pattern("known_laws").match(marks.article.low, token.start) if token.is_capital else None
    if known and marks.article.low[token.start - 1 : token.start] == "(":
        return token.start
    return known.end() if known else token.start


def with_number(marks: Marks, end: int) -> int:
    """The end with the year or number that belongs to the name: "(2012)", "n° 27-14", ", 2007 (No. 188)"."""
    for _ in range(3):
        m = NUMBER.match(marks.article.text, end)
        end = m.end() if m else end
    return end


def with_subject(tokens: tuple[Token, ...], i: int, marks: Marks, place: int) -> int:
    """The end with "relative à ...", "sobre ..." and the year behind it."""
    tail = before_subject(marks, place)
    if tail is None:
        return place
    following = index_after(tokens, i, tail.end() - 1)
    following += following < len(tokens) and marks.words.has(tokens[following].low, "determiners")
    end = _phrase_end(tokens, following, marks)
    return with_number(marks, tokens[end - 1].end) if end > following else place


def index_after(tokens: tuple[Token, ...], i: int, place: int) -> int:
    """The index of the first token, not before i, that starts at a place or behind it."""
    while i < len(tokens) and tokens[i].start < place:
        i += 1
    return i


def _are_alike(tokens: tuple[Token, ...], j: int) -> bool:
    """Whether nouns of one ending stand on both sides of "and": "portant prévention et répression de"."""
    before, behind = tokens[j - 1].low, tokens[j + 1].low if j + 1 < len(tokens) else ""
    return before[-_ENDING:] == behind[-_ENDING:] and len(behind) > _ENDING and tokens[j + 1].is_word


def _phrase_end(tokens: tuple[Token, ...], i: int, marks: Marks) -> int:
    """The end of a phrase of nouns, adjectives and prepositions in small letters."""
    w = marks.words
    j = i
    while j < len(tokens) and j - i < _MOST_WORDS:
        t = tokens[j]
        if not t.is_word or t.low.isdigit() or w.has(t.low, *_STOPS):
            break
        is_small = not t.is_capital and not w.has(t.low, "name_connectors", "name_joints", "determiners", "adjective")
        if is_small and j > i and tokens[j - 1].is_capital:  # a verb after the capitals of the name
            break
        after = tokens[j + 1 : j + 3]
        if w.has(t.low, "name_joints") and any(w.has(n.low, "legal_heads") for n in after):
            break
        if (
            w.has(t.low, "name_joints")
            and not _are_alike(tokens, j)
            and not (j + 1 < len(tokens) and w.has(tokens[j + 1].low, "name_connectors", "determiners"))
        ):
            break
        j += 1
    while j > i and w.has(tokens[j - 1].low, "name_connectors", "determiners", "name_joints"):
        j -= 1
    return j
