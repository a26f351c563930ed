"""How a text names a project without quotation marks: by capitals, by an acronym in brackets, by its purpose."""

from __future__ import annotations

import re

from workshops.domain.countries import find_country
from workshops.domain.demonyms import demonym_forms
from workshops.press.agencies import AgencyMention
from workshops.press.article import Sentence
from workshops.press.latin_names import latin_name_end, purpose_end
from workshops.press.marks import Marks
from workshops.press.tokens import Token
from workshops.press.words import known_names, worded

ACRONYM = re.compile(
    r"\s?[»”\"’]?\s?\(\s?((?=[^)]*[A-Z][^)]*[A-Z])[A-Z][\w&/-]{1,13}(?: [A-ZÀ-Þ][\w-]{1,14})?|\d[A-Z]{1,4})\s?\)"
)
_LONG_NAME = re.compile(r"[\w'’, -]{8,140}?(?=\s\((?=[^)]*[A-Z][^)]*[A-Z])[\w&/ -]{2,15}\))")
_MOST_BEHIND_HEAD = 6
_AFTER_HEAD = worded(
    lambda w: (
        rf",?\s([A-Z][\w'’-]*(?:\s(?:{w.any_of('in_project_names')}\s)?(?:{w.any_of('articles')}\s)?"
        r"[A-Z0-9][\w'’-]*){1,16})"
    )
)
"""An English name in capitals after a head in small letters: "the project Securing East African Borders"."""
_BEFORE_ACRONYM = worded(
    lambda w: (
        rf"((?:[A-Z][\w'’-]+ (?:{w.any_of('name_connectors', 'articles')} ){{0,3}}){{1,8}})\([A-Z][\w&-]{{1,12}}\) $"
    )
)
_AID = worded(lambda w: rf"{w.any_of('of')} ?({w.any_of('aid')}) ")
_PAID = worded(lambda w: rf"-{w.any_of('paid_by', 'backed_by')}$")
_LEAST_PURPOSE = _LEAST_CALLED = 4
_PURPOSE = worded(
    lambda w: (
        rf"(?:\s(?:[a-z]+{w.any_of('ends_of_project_adjectives')}|{w.any_of('project_adjectives')}))?"
        rf"\s(?:{_AID(w.language).pattern})?{w.any_of('before_purpose')}(?: |(?<='))"
        rf"(?:{w.any_of('singular_articles')}(?: |(?<=')))?"
    )
)


def capital_name(marks: Marks, start: int, floor: int) -> tuple[int, int] | None:
    """The name made of capitals round the word for a project, or after it."""
    w = marks.words
    if marks.language == "en":
        return _english_name(marks, start, floor)
    tokens = marks.tokens_in(start, min(len(marks.article.low), start + 200))
    bracket = _LONG_NAME.match(marks.article.text, start)
    parts = ("plain_verbs", "said", "fund_before", "organise_passive", "project_before", "partner_before")
    if (
        bracket is not None
        and not _is_of_body(marks, start, bracket.end())
        and not w.pattern(*parts).search(marks.article.low, start, bracket.end())
    ):
        return start, bracket.end()
    lower = _behind_head(marks, tokens) if not tokens[0].is_capital else None
    if lower is not None and not marks.agencies_certain_at(lower[0]):
        return lower
    stop = latin_name_end(tuple(tokens), 0, w, "project_heads")
    named = [t for t in tokens[1:stop] if t.is_capital]
    is_called = tokens[0].is_capital and stop >= _LEAST_CALLED and start - 1 > floor and _is_called_part(marks, start)
    if stop > 1 and (
        is_called
        or named
        and (tokens[0].is_capital or len(named) >= 2)
        or ACRONYM.match(marks.article.text, tokens[stop - 1].end)
    ):
        return start, tokens[stop - 1].end
    following = tokens[1:3] if len(tokens) > 2 else tokens[1:]
    if following and w.has(following[0].low, "adjective") and len(following) > 1:
        following = following[1:]
    if following and following[0].is_acronym and not marks.agencies_certain_at(following[0].start):
        return following[0].start, following[0].end
    return None


def _behind_head(marks: Marks, tokens: list[Token]) -> tuple[int, int] | None:
    """A name in capitals after a head in small letters, which is then no part of it: "programa regional Alerta Andina".

    It ends before a comma, a stop, or a word that adds nothing to it; "de" and a noun without an article would.
    """
    w = marks.words
    first = 2 if len(tokens) > 2 and w.has(tokens[1].low, "adjective") and not tokens[1].is_capital else 1
    if first >= len(tokens) or not _is_next_capital(tokens, first):
        return None
    end = first + 1
    for _ in range(_MOST_BEHIND_HEAD):
        k = end + (end < len(tokens) and w.has(tokens[end].low, "in_project_names"))
        k += k < len(tokens) and w.has(tokens[k].low, "articles")
        if k >= len(tokens) or not _is_next_capital(tokens, k):
            break
        end = k + 1
    following = tokens[end : end + 2]
    if not following or not following[0].is_word:
        is_end = bool(following) and following[0].low in (",", ".", ";")
    else:
        adds = w.has(following[0].low, "complement") and not w.has(following[-1].low, "articles")
        is_end = not following[0].is_capital and not (adds and not following[-1].is_capital)
    return (tokens[first].start, tokens[end - 1].end) if is_end else None


def _is_next_capital(tokens: list[Token], k: int) -> bool:
    return tokens[k].is_word and tokens[k].is_capital and tokens[k].start - tokens[k - 1].end <= 1


def _is_called_part(marks: Marks, start: int) -> bool:
    """Whether the words right before say that the event is part of what a capital head names."""
    low = marks.article.low
    before = marks.words.pattern("project_before").finditer(low, max(0, start - 40), start)
    between = (low[m.end() : start].strip() for m in before)
    return any(not small or marks.words.has(small, "articles", "of") for small in between)


def _is_of_body(marks: Marks, start: int, end: int) -> bool:
    """Whether the acronym behind a place is that of a body named on the way there."""
    return any(a.end == end and a.acronym for a in marks.agencies_in(start + 1, end + len(" (ACRONYM-ACRONYM)")))


def _english_name(marks: Marks, start: int, floor: int) -> tuple[int, int] | None:
    """The run of capitals (with "of", "for", "and" and ordinals) that ends in, or goes on from, the head at start."""
    tokens = marks.tokens_in(max(floor, start - 160), min(len(marks.article.low), start + 160))
    head = next((n for n, t in enumerate(tokens) if t.start == start), None)
    bracket = _BEFORE_ACRONYM(marks.language).search(marks.article.text[max(floor, start - 160) : start])
    if bracket is not None:  # "the Better Migration Management (BMM) Programme"
        begin = max(floor, start - 160) + bracket.start(1)
        return begin, begin + len(bracket.group(1).rstrip())
    if head is None:
        return None
    if not tokens[head].is_capital:
        return _beside_lower_head(marks, tokens, head)
    first, last = head, head
    while first > 0 and _is_of_name(tokens, first - 1, is_left=True):
        first -= 1
    while last + 1 < len(tokens) and _is_of_name(tokens, last + 1, is_left=False):
        last += 1
    while first < head and (
        not tokens[first].is_capital
        and not tokens[first].low[0].isdigit()
        or marks.words.has(tokens[first].low, "not_agency_start")
        or _PAID(marks.language).search(tokens[first].low)
    ):
        first += 1
    while last > head and not tokens[last].is_capital:
        last -= 1
    return (tokens[first].start, tokens[last].end) if last > first else None


def _beside_lower_head(marks: Marks, tokens: list[Token], head: int) -> tuple[int, int] | None:
    """The capitals after or before a head in small letters: "project Safe Borders", "the AIRCOP project"."""
    after = _AFTER_HEAD(marks.language).match(marks.article.text, tokens[head].end)
    if after is not None and not any(_is_body(marks, a) for a in marks.agencies_around(after.start(1))):
        return after.span(1)
    first = head
    while (
        first > 0
        and _is_of_name(tokens, first - 1, is_left=True)
        and not _PAID(marks.language).search(tokens[first - 1].low)
    ):
        first -= 1
    while first < head and (
        not tokens[first].is_capital
        or tokens[first].low.endswith("'s")
        or marks.words.has(tokens[first].low, "not_agency_start", "event_again")
    ):
        first += 1
    name = tokens[first:head]
    if not name or name[-1].low.endswith("'s") or known_names().longest_at(name, 0) or not name[-1].is_capital:
        return None
    is_own = any(t.is_acronym for t in name) or sum(t.is_capital for t in name) > 2
    acronyms = {a.acronym for a in marks.agencies if a.acronym}
    if not is_own or name[0].written in acronyms or name[0].low in demonym_forms() or find_country(name[0].written):
        return None
    return name[0].start, name[-1].end


def _is_body(marks: Marks, name: AgencyMention) -> bool:
    """Whether a name is more than capitals with their acronym: "Timber Without Borders (TWB)" is no body."""
    heads = marks.words.pattern("agency_heads")
    return name.acronym is None or heads.search(marks.article.low, name.start, name.end) is not None


def _is_of_name(tokens: list[Token], k: int, *, is_left: bool) -> bool:
    token = tokens[k]
    neighbour = tokens[k + 1] if is_left else tokens[k - 1]
    gap = neighbour.start - token.end if is_left else token.start - neighbour.end
    if not token.is_word or gap > 1:
        return False
    is_ordinal = token.low[0].isdigit() and (len(token.low) <= 4 or not token.low.isdigit())
    return (
        token.is_capital
        or is_ordinal
        or token.low in ("of", "for", "and", "on", "against")
        or token.low == "the"
        and neighbour.is_capital
    )


def purpose_as_name(marks: Marks, place: int, sentence: Sentence) -> tuple[int, int] | None:
    """The purpose that stands for a name: "projet de lutte contre la traite", "project on trafficking (SPT)"."""
    low, text, w = marks.article.low, marks.article.text, marks.words
    opening = _PURPOSE(marks.language).match(low, place, sentence.end)
    if opening is None or w.pattern("not_purpose").match(low, opening.end()):
        return None
    bracket = _LONG_NAME.match(text, opening.end() - 1, sentence.end)
    is_own = bracket is not None and not _is_of_body(marks, opening.end(), bracket.end())
    if bracket and is_own and not w.pattern("plain_verbs", "said", "fund_before").search(low, *bracket.span()):
        return opening.end(), bracket.end()
    if w.language == "en":
        return None
    tokens = tuple(marks.tokens_in(place - 1, min(sentence.end, place + 160)))
    tokens = tokens[next((n for n, t in enumerate(tokens) if t.start >= opening.end()), 0) :]
    stop = purpose_end(tokens, w) if tokens else 0
    aid = _AID(marks.language).search(low, *opening.span())
    if stop < _LEAST_PURPOSE - (aid is not None):
        return None
    return (aid.start(1) if aid else opening.end()), tokens[stop - 1].end
