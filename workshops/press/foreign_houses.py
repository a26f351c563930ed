"""Buildings called in another of our languages than the text: "at the Maison de la presse", "au Serena Hotel"."""

from __future__ import annotations

from workshops.press.foreign_names import tells_language
from workshops.press.house_names import LONGEST, house_end
from workshops.press.marks import Marks
from workshops.press.tokens import Token, capital_run
from workshops.press.words import Words, other_languages


def foreign_house_end(marks: Marks, place: int, end: int) -> int | None:
    """Where such a name ends that starts at a place; None if there is none, or its words tell no other language."""
    tokens = marks.tokens_in(place, min(end, place + LONGEST))
    ends = (_end_in(marks, tokens, end, other) for other in other_languages(marks.words))
    return max((found for found in ends if found is not None), default=None)


def _end_in(marks: Marks, tokens: list[Token], end: int, other: Words) -> int | None:
    """The same for one language: French and Spanish names start with their head, which may be in small letters."""
    heads = [t for t in (tokens[:1] if other.language != "en" else capital_run(tokens)) if _is_head(t, other)]
    found = house_end(marks.told_in(other.language), tokens[0].start, end) if heads else None
    if found is None:
        return None
    name = [t for t in tokens if t.end <= found]
    is_sure = any(not _is_head(t, marks.words) for t in heads) and len(name) > 1
    return found if is_sure or name[0].is_capital and tells_language(name, other, marks.words) else None


def _is_head(token: Token, w: Words) -> bool:
    return w.has(token.low, "venue_heads", "rooms")
