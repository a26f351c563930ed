"""How far the name of a body goes that says several things it is for, one after the other.

"Ministry of Labour, Employment and Social Security", "Bureau of Population, Refugees, and Migration (PRM)".
"""

from __future__ import annotations

from collections.abc import Sequence

from workshops.domain.countries import find_country
from workshops.press.tokens import Token
from workshops.press.words import Words, known_names

_MOST_THINGS = 7
_LONGEST_THING = 6
_ELISION = ("'", "’")


def several_bodies(tokens: Sequence[Token], i: int, w: Words) -> list[tuple[int, int, str]]:
    """The bodies that one head in the plural names at i, each with its first token, the end of it, and its own name.

    "The ministries of Health, Interior and Justice" are three; [] where fewer than two things follow the head.
    """
    singular = w.mapping("singulars").get(tokens[i].low)
    if singular is None or i + 2 >= len(tokens) or not w.has(tokens[i + 1].low, "of"):
        return []
    head = singular.capitalize() if tokens[i].is_capital else singular
    found: list[tuple[int, int, str]] = []
    k = i + 1
    while k < len(tokens) and len(found) < _MOST_THINGS:
        end = _thing_end(tokens, k, w)
        noun = next((n for n in range(k, end) if not w.has(tokens[n].low, "name_connectors", "determiners")), end)
        if noun == end or not _is_thing(tokens[noun], w, in_small_letters=tokens[i].is_capital or _is_ministry(head)):
            break
        small = _written(tokens[k:noun]) if w.has(tokens[k].low, "of") else tokens[i + 1].low
        gap = "" if small.endswith(_ELISION) else " "
        found.append((noun if found else i, end, f"{head} {small}{gap}{_written(tokens[noun:end])}"))
        k = _after_joint(tokens, end, w)
        if k == end:
            break
    return found if len(found) > 1 else []


def _is_ministry(head: str) -> bool:
    return head.startswith("minist")


def _is_thing(noun: Token, w: Words, *, in_small_letters: bool) -> bool:
    """Whether a body can be for what a noun says: any in capitals, in small letters what ministries are known for."""
    return noun.is_capital or in_small_letters and w.has(noun.low, "portfolio_words")


def _after_joint(tokens: Sequence[Token], k: int, w: Words) -> int:
    """Where it goes on behind a comma, "and", or both; k where neither stands there."""
    k += k < len(tokens) and tokens[k].low == ","
    return k + (k < len(tokens) and _joins(tokens[k], w))


def _written(tokens: Sequence[Token]) -> str:
    """The tokens as one text, elided articles close to their nouns."""
    return "".join(t.written + ("" if t.low.endswith("'") and len(t.low) < 3 else " ") for t in tokens).strip()


def over_portfolio(tokens: Sequence[Token], i: int, j: int, w: Words) -> int:
    """The end of the name from i to j with the things after its commas; j where what follows names no such things.

    Things in small letters count only before an acronym in brackets: "Bureau de la population, des réfugiés (PRM)".
    """
    if j >= len(tokens) or tokens[j].low != ",":
        return j
    if countries := _over_countries(tokens, i, j, w):
        return countries
    is_listed = any(w.has(t.low, "portfolio_bodies") for t in tokens[i:j])
    if not is_listed and not any(w.has(t.low, "for", "of") for t in tokens[i:j]):
        return j
    k = j
    is_small = False
    for n in range(_MOST_THINGS):
        begins = k + (k < len(tokens) and tokens[k].low == ",")
        is_last = begins < len(tokens) and _joins(tokens[begins], w)
        if begins == k and not is_last or is_last and not n:
            return j
        end = _thing_end(tokens, begins + is_last, w)
        if end == begins + is_last:
            return j
        is_small = is_small or not any(t.is_capital for t in tokens[begins + is_last : end])
        opens_acronym = end + 1 < len(tokens) and tokens[end].low == "(" and tokens[end + 1].is_acronym
        if opens_acronym or is_last:
            return end if opens_acronym or is_listed and not is_small else j
        k = end
    return j


def _over_countries(tokens: Sequence[Token], i: int, j: int, w: Words) -> int:
    """The end behind further countries that an office is for: "Office for Zambia, Malawi and Mozambique"; 0 if none."""
    small = next((n for n in range(j - 1, max(i, j - 5), -1) if not tokens[n].is_capital), i)
    first = " ".join(t.written for t in tokens[small + 1 : j])
    if not any(w.has(tokens[n].low, "for") for n in (small, small - 1)) or find_country(first) is None:
        return 0
    k = j
    for _ in range(_MOST_THINGS):
        begin = _after_joint(tokens, k, w)
        is_last = _joins(tokens[begin - 1], w)
        begin += begin < len(tokens) and w.has(tokens[begin].low, "determiners")
        size = next((n for n in (3, 2, 1) if find_country(" ".join(t.written for t in tokens[begin : begin + n]))), 0)
        if begin == k or not size:
            return 0
        k = begin + size
        if is_last:
            return k
    return 0


def _thing_end(tokens: Sequence[Token], k: int, w: Words) -> int:
    """The end of one thing: prepositions, a noun and what describes it; k where another body or a country begins."""
    begin = k
    while k < len(tokens) and k - begin < 3 and w.has(tokens[k].low, "name_connectors", "determiners"):
        k += 1
    has_article = k > begin and w.has(tokens[begin].low, "determiners")
    if k >= len(tokens) or not tokens[k].is_word or tokens[k].is_acronym or has_article and w.language != "en":
        return begin
    if not tokens[k].is_capital and k == begin or known_names().longest_at(tokens, k):
        return begin
    if w.has(tokens[k].low, "honorifics"):
        return begin
    noun = k
    k += 1
    while k < len(tokens) and k - noun < _LONGEST_THING and tokens[k].start - tokens[k - 1].end <= 1:
        if tokens[k].is_capital and not tokens[k].is_acronym or _describes(tokens[k], w):
            k += 1
        elif tokens[k].low in ("de", "du") and k + 2 < len(tokens) and tokens[k + 1].low in ("l'", "la"):
            k += 3
        elif w.has(tokens[k].low, "name_connectors") and not _joins(tokens[k], w) and _is_capital_at(tokens, k + 1, w):
            k += 2
        else:
            break
    heads = tokens[noun:k] if w.language == "en" else tokens[noun : noun + 1]
    is_body = any(w.has(t.low, "agency_heads") and not w.has(t.low, "portfolio_words") for t in heads)
    is_country = find_country(" ".join(t.written for t in tokens[noun:k])) is not None
    return begin if is_body or is_country else k


def _joins(token: Token, w: Words) -> bool:
    return token.low == "&" or w.has(token.low, "and")


def _describes(token: Token, w: Words) -> bool:
    is_adjective = token.is_word and w.language != "en" and w.has(token.low, "adjective")
    return is_adjective and not w.has(token.low, "not_adjective", "people_nouns", "organise_passive")


def _is_capital_at(tokens: Sequence[Token], k: int, w: Words) -> bool:
    return k < len(tokens) and tokens[k].is_capital and not w.has(tokens[k].low, "agency_heads")
