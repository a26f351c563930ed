"""Names in another of our languages inside a text: "the Ministerio Público", "la National Police Agency".

They are read by the rules of their own language, wherever a word in them tells which that is ("tells_language").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshops.press.english_names import english_name_end
from workshops.press.latin_names import latin_name_end
from workshops.press.tokens import Token
from workshops.press.words import Words, other_languages

_MOST_BEFORE_HEAD, _LONGEST = 8, 30
_SMALL_WORDS = ("determiners", "function_words", "clause_prepositions")


def foreign_names(tokens: tuple[Token, ...], w: Words) -> dict[int, tuple[int, Words]]:
    """The names of agencies in other languages than that of `w`: by their first token, the end and the words of theirs.

    Where two languages read a name, the longer reading counts.
    """
    found: dict[int, tuple[int, Words]] = {}
    for i, other in foreign_heads(tokens, w, "agency_heads"):
        if not tokens[i].is_capital:
            continue
        start, end = (
            _english_name(tokens, i, other, w) if other.language == "en" else (i, latin_name_end(tokens, i, other))
        )
        is_longest = start not in found or end > found[start][0]
        if end > start + 1 and is_longest and _is_told(tokens, start, i, end, other, w):
            found[start] = end, other
    return found


def tells_language(name: Sequence[Token], other: Words, w: Words) -> bool:
    """Whether a word of a name tells that it is in the other language and not in that of `w`."""
    return any(other.has(t.low, "tells_language") and not w.has(t.low, "tells_language") for t in name)


def _is_told(tokens: tuple[Token, ...], start: int, head: int, end: int, other: Words, w: Words) -> bool:
    """Whether a name tells that it is in the other language.

    An English one that ends with its head, as no others do, is told by an article before it ("la Nepal
    Police"); without that, two words are a person ("Grace Court") unless the first is an acronym or tells it too.
    """
    ends_with_head = other.language == "en" and start < head == end - 1
    has_article = start > 0 and w.has(tokens[start - 1].low, "determiners", "name_connectors", "chain_words")
    if ends_with_head and has_article and not any(w.has(t.low, "agency_heads") for t in tokens[start:head]):
        return True
    first = 1 if ends_with_head and end == start + 2 and not tokens[start].is_acronym else 0
    return tells_language(tokens[start : end - first], other, w)


def foreign_heads(tokens: tuple[Token, ...], w: Words, kind: str) -> Iterator[tuple[int, Words]]:
    """Where names in other languages may have a head of some kind, with the words of each language.

    Words that are others elsewhere, such as "Marine" and "Pole", are none.
    """
    lows = {token.low for token in tokens}
    for other in other_languages(w):
        heads = other.among(lows, kind)
        if heads := {low for low in heads if not other.has(low, "not_foreign_heads")}:
            yield from ((i, other) for i, token in enumerate(tokens) if token.low in heads)


def starts_of_run(tokens: tuple[Token, ...], i: int, other: Words, w: Words) -> tuple[int, int]:
    """Where the words may begin that lead to an English head: over "and" and the like, and over capitals alone.

    "Food and Agriculture" and "Agriculture" in "la Food and Agriculture Organization".
    """
    far, near = i, i
    while far > 0 and i - far < _MOST_BEFORE_HEAD:
        before = far - 1
        if tokens[before].end + 1 != tokens[far].start or w.has(tokens[before].low, *_SMALL_WORDS):
            break
        if tokens[before].is_capital:
            near = before if near == far else near
            far = before
        elif (
            other.has(tokens[before].low, "name_connectors", "place_connectors")
            and before
            and tokens[before - 1].is_capital
        ):
            far = before - 1
        else:
            break
    return far, near


def _english_name(tokens: tuple[Token, ...], i: int, other: Words, w: Words) -> tuple[int, int]:
    """The first token and the end of the name that has its head at i."""
    for start in starts_of_run(tokens, i, other, w):
        end = start + english_name_end(tokens[start : start + _LONGEST], 0, other)  # whatever capital stands before
        if end > i:
            return start, end
    return i, i
