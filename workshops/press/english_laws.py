"""Names of laws in English: runs of capital words that hold the word for the kind of law."""

from __future__ import annotations

import re

from workshops.press.law_ends import before_subject, index_after, known_law_end, with_number, with_subject
from workshops.press.law_members import with_members
from workshops.press.legal_numbers import BARE_NUMBER, YEAR_ALONE
from workshops.press.marks import Marks
from workshops.press.scope import EVENT_NOUNS
from workshops.press.tokens import Token

_MOST_TOKENS = 22
_TO_PARENT = re.compile(r" to the (?=\w)")
_IN_TITLE = re.compile(r"\([A-Z][A-Za-z ]{3,50}\) (?=[A-Z])")


def english_law_end(tokens: tuple[Token, ...], i: int, marks: Marks) -> int:
    """The place up to which it goes, with its number: "Regulation (EC) No 882/2004"; the start if it is no law."""
    w, none = marks.words, tokens[i].start
    if w.has(tokens[i].low, "legal_heads") and (place := _numbered_end(tokens, i, marks)) > none:
        return max(place, _with_parent(tokens, i, marks, place))
    if not tokens[i].is_capital or w.has(tokens[i].low, "not_agency_start"):
        return none
    if w.has(tokens[i].low, "function_title_words") and "".join(t.low for t in tokens[i + 1 : i + 2]) in ("of", "in"):
        return none  # "Professor of International Law"
    j = i + 1
    while j < len(tokens) and j - i < _MOST_TOKENS and (step := _step(tokens, i, j, marks)):
        j += step
    run = tokens[i:j]
    is_body = w.has(tokens[j - 1].low, "agency_heads") and not any(t.low in ("on", "against") for t in run)
    if j - i < 2 or not _has_head(run, marks) or is_body:
        return none
    if any(w.has(t.low, *EVENT_NOUNS) for t in run):  # "Regional Workshop on Rules of Origin"
        return none
    last = tokens[j - 1]
    bare = BARE_NUMBER.match(marks.article.text, last.end) if w.has(last.low, "legal_heads") else None
    end = with_number(marks, bare.end() if bare else last.end)
    has_subject = any(w.has(t.low, "name_connectors") and not w.has(t.low, "name_joints") for t in run)
    is_listed = has_subject and marks.article.low.startswith(",", last.end) and end == last.end
    if is_listed:
        return with_members(tokens, i, marks, end)
    is_treaty = w.has(f"{last.low} on", "law_on")
    return _with_small_subject(tokens, i, marks, end) if is_treaty and end > last.end else end


def _with_parent(tokens: tuple[Token, ...], i: int, marks: Marks, place: int) -> int:
    """The end with the law that a numbered one adds to: "Protocol of 2014 to the Forced Labour Convention"."""
    to = _TO_PARENT.match(marks.article.low, place)
    following = index_after(tokens, i, to.end()) if to else len(tokens)
    return english_law_end(tokens, following, marks) if following < len(tokens) else place


def _with_small_subject(tokens: tuple[Token, ...], i: int, marks: Marks, place: int) -> int:
    """The end with a subject in small letters: "Convention No. 182 on the worst forms of child labour"."""
    subject = before_subject(marks, place)
    is_name = subject is not None and marks.article.text[subject.end() : subject.end() + 1].islower()
    return with_subject(tokens, i, marks, place) if is_name else place


def _numbered_end(tokens: tuple[Token, ...], i: int, marks: Marks) -> int:
    """The end of a head with its number or year, and subject: "law No. 27 on asylum", "2015 law on ..."."""
    head, text = tokens[i], marks.article.text
    dated = i > 0 and YEAR_ALONE.fullmatch(tokens[i - 1].low) is not None
    bare = BARE_NUMBER.match(text, head.end) if head.is_capital else None
    place = with_number(marks, bare.end() if bare else head.end)
    if place == head.end and not (dated and not head.is_capital and before_subject(marks, head.end)):
        return head.start
    return with_subject(tokens, i, marks, place) if not head.is_capital else place


def _step(tokens: tuple[Token, ...], i: int, j: int, marks: Marks) -> int:
    """How many tokens from j on belong to the name that starts at i."""
    w, token = marks.words, tokens[j]
    inside = tokens[j : j + 4]
    if [t.low for t in inside[::2]] == ["(", ")"] and len(inside) == 4 and inside[1].is_acronym:
        return 4 if _has_head(inside[3:], marks) else 0  # "Port Facility Security (ISPS) Code"
    if token.low == "(" and (close := _IN_TITLE.match(marks.article.text, token.start)):
        following = index_after(tokens, j, close.end())  # "Trafficking in Persons (Prevention) Act"
        return following + 1 - j if _has_head(tokens[following : following + 1], marks) else 0
    if token.start - tokens[j - 1].end > 1 or not token.is_word or token.low in ("no", "nos"):
        return 0
    if token.is_capital:
        return 1
    if token.low == "the" and tokens[j - 1].low.endswith("ing") and j + 1 < len(tokens) and tokens[j + 1].is_capital:
        return 2  # "Law on Facilitating the Prevention of Fraud"
    following = j + 1
    while following < len(tokens) and following - j < 3 and tokens[following].low in ("the", "of", "and", "to"):
        following += 1
    small = w.has(token.low, "name_connectors") or token.low in ("in", "relating", "concerning")
    if not small or following >= len(tokens) or not tokens[following].is_capital:
        return 0
    after = tokens[following]
    is_law = _has_head(tokens[following : following + 6], marks) or known_law_end(marks, after) > after.start
    is_numbered = w.has(after.low, "legal_heads") and _numbered_end(tokens, following, marks) > after.start
    has_own = is_numbered or following > j + 1 or after.is_acronym or _has_head(tokens[i:j], marks)
    return 0 if token.low == "and" and is_law and has_own else following + 1 - j


def _has_head(run: tuple[Token, ...], marks: Marks) -> bool:
    """Whether a word for a kind of law is among the capitals; "law" in "law enforcement" is none."""
    w = marks.words
    return any(
        t.is_capital and w.has(t.low, "legal_heads") and not w.has(after, "named_by_law")
        for t, after in zip(run, [*(t.low for t in run[1:]), ""], strict=True)
    )
