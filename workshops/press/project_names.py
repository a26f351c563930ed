"""How a text names a project without quotation marks: by capitals, by an acronym in brackets, by its purpose."""

from __future__ import annotations

import re

from workshops.domain.countries import find_country
from workshops.domain.demonyms import demonym_forms
from workshops.press.article import Sentence
from workshops.press.latin_names import latin_name_end, purpose_end
from workshops.press.marks import Marks
from workshops.press.tokens import Token
from workshops.press.words import known_names

ACRONYM = re.compile(
    r"\s?[»”\"’]?\s?\(\s?((?=[^)]*[A-Z][^)]*[A-Z])[A-Z][\w&/-]{1,13}(?: [A-ZÀ-Þ][\w-]{1,14})?|\d[A-Z]{1,4})\s?\)"
)
_LONG_NAME = re.compile(r"[\w'’, -]{8,140}?(?=\s\((?=[^)]*[A-Z][^)]*[A-Z])[\w&/ -]{2,15}\))")
_NAME_AFTER_HEAD = re.compile(
    r"(?:projet|programme|initiative|proyecto|programa|iniciativa)(?: [a-zà-ÿ]{4,}(?:al|aux|ales?|ique|ico|ica))? "
    r"([A-ZÀ-Þ][\w’'-]+(?: (?:(?:de |del |du |pour |para |y |et |en |sur |sobre |contre |contra |"
    r"al? |aux? |à |sin |sans |por )?"
    r"(?:l[ae]s? |los |el )?|[dl]['’])[A-ZÀ-Þ][\w’'-]*){0,6})"
    r"(?=[,.;]| (?![A-ZÀ-Þ]|(?:de|d['’]) ?(?!l['’]|l[ae]s? |los )[a-zà-ÿ]))"
)
"""A name in capitals after a head in small letters, which is then no part of it: "programa regional Alerta Andina"."""
_AFTER_HEAD = re.compile(
    r",?\s([A-Z][\w'’-]*(?:\s(?:(?:of|for|and|on|against|in|to|from|through|with|across|between|without|beyond|over|by|at)\s)?(?:the\s)?[A-Z0-9][\w'’-]*){1,16})"
)
"""The same in English: "the project Securing East African Borders"."""
_AID = re.compile(r"(?:d'|de )(appui|apoyo) ")
_PAID = re.compile(r"-(?:funded|financed|sponsored|led|supported)$")
_LEAST_PURPOSE = _LEAST_CALLED = 4
_PURPOSE = re.compile(
    r"(?:\s(?:[a-z]+(?:al|ale|ique|ico|ica|ario)|conjoint|conjunto))?"
    r"\s(?:d'appui |de apoyo )?(?:a |au |aux |de |du |d'|sur |pour |para |on |for |to )(?:la |l'|el |the )?"
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
    lower = _NAME_AFTER_HEAD.match(marks.article.text, start) if not tokens[0].is_capital else None
    if lower is not None and not marks.agencies_certain_at(lower.start(1)):
        return lower.span(1)
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


def _is_called_part(marks: Marks, start: int) -> bool:
    """Whether the words right before say that the event is part of what a capital head names."""
    low = marks.article.low
    before = marks.words.pattern("project_before").finditer(low, max(0, start - 40), start)
    return any(low[m.end() : start].strip() in ("", "le", "la", "el", "l'", "du") for m in before)


def _is_of_body(marks: Marks, start: int, end: int) -> bool:
    """Whether the acronym behind a place is that of a body named on the way there."""
    return any(a.end == end and a.acronym for a in marks.agencies_in(start + 1, end + len(" (ACRONYM-ACRONYM)")))


def _english_name(marks: Marks, start: int, floor: int) -> tuple[int, int] | None:
    """The run of capitals (with "of", "for", "and" and ordinals) that ends in, or goes on from, the head at start."""
    tokens = marks.tokens_in(max(floor, start - 160), min(len(marks.article.low), start + 160))
    head = next((n for n, t in enumerate(tokens) if t.start == start), None)
    bracket = re.search(
        r"((?:[A-Z][\w'’-]+ (?:(?:of|for|and|on|the) )*){1,8})\([A-Z][\w&-]{1,12}\) $",
        marks.article.text[max(floor, start - 160) : start],
    )
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
    ):
        first += 1
    while last > head and not tokens[last].is_capital:
        last -= 1
    return (tokens[first].start, tokens[last].end) if last > first else None


def _beside_lower_head(marks: Marks, tokens: list[Token], head: int) -> tuple[int, int] | None:
    """The capitals after or before a head in small letters: "project Safe Borders", "the AIRCOP project"."""
    after = _AFTER_HEAD.match(marks.article.text, tokens[head].end)
    if after is not None and not marks.agencies_around(after.start(1)):
        return after.span(1)
    first = head
    while first > 0 and _is_of_name(tokens, first - 1, is_left=True) and not _PAID.search(tokens[first - 1].low):
        first -= 1
    while first < head and (
        not tokens[first].is_capital or marks.words.has(tokens[first].low, "not_agency_start", "event_again")
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
    opening = _PURPOSE.match(low, place, sentence.end)
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
    aid = _AID.search(low, *opening.span())
    if stop < _LEAST_PURPOSE - (aid is not None):
        return None
    return (aid.start(1) if aid else opening.end()), tokens[stop - 1].end
