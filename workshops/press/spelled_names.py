"""Names that their acronym spells, letter by letter: "Wildlife Conservation Society (WCS)"."""

from __future__ import annotations

import re
from typing import Final

from workshops.domain.countries import find_country
from workshops.press.tokens import Token
from workshops.press.words import Words

MOST_SPELLED: Final = 14
"""Words that a name may have."""
_FEWEST_SPELLED: Final = 2
_ACTION = re.compile(r"(?:mientos?|ments?|[cst]iones|[cst]ions?|ing)$")
"""How words end that begin the name of a project: "Fortalecimiento de la Vigilancia (FORVE)"."""
_MOST_OF_A_WORD = 4
_LONGEST_JOINT = 4
"""Letters of a small word inside a name that its acronym leaves out."""


def spelled_out_end(tokens: tuple[Token, ...], i: int, w: Words) -> int:
    """The end of a name in any language that its acronym spells: "Wildlife Conservation Society (WCS)"; else i."""
    if not tokens[i].is_capital or w.has(tokens[i].low, "legal_heads", "project_heads"):
        return i
    if i and tokens[i - 1].is_capital and tokens[i - 1].end + 1 == tokens[i].start:
        return i
    capitals = letters_of_all = ""
    for j in range(i, min(i + MOST_SPELLED, len(tokens) - 2)):
        if tokens[j].low == "(":
            letters = re.sub(r"[^a-z0-9]", "", tokens[j + 1].low)
            is_acronym = tokens[j + 1].is_acronym and tokens[j + 2].low == ")"
            is_acronym = is_acronym and not w.has(tokens[j - 1].low, "legal_heads", "project_heads")
            spelled = {capitals, letters_of_all}
            if w.has(tokens[j - 1].low, "agency_heads"):  # whose letter the acronym may leave out
                spelled |= {capitals[:-1], letters_of_all[:-1]}
            is_action = _ACTION.search(tokens[i].low) is not None and not w.has(tokens[i].low, "agency_heads")
            own = tokens[j + 1].low.split("-")[0]  # "Defence for Children International (DCI-SL)"
            is_spelled = letters in spelled or not is_action and _begins_words(letters, tokens[i:j])
            is_spelled = is_spelled or len(own) > _FEWEST_SPELLED and own in spelled
            return j if is_acronym and len(letters) > 2 and is_spelled else i
        if tokens[j].low == "," and tokens[j + 1].is_capital:
            continue
        if not tokens[j].is_word or not tokens[j].is_capital and len(tokens[j].low) > _LONGEST_JOINT:
            return i
        capitals += tokens[j].low[0] if tokens[j].is_capital else ""
        letters_of_all += tokens[j].low[0]
    return i


def _begins_words(letters: str, tokens: tuple[Token, ...]) -> bool:
    """Whether an acronym takes a letter or a few from each capital word: "Patronato Nacional de la Infancia (PANI)"."""
    if sum(token.is_capital for token in tokens) < _FEWEST_SPELLED:
        return False
    places = {0}
    for token in tokens:
        if not token.is_word:
            continue
        sizes = range(1 if token.is_capital else 0, min(_MOST_OF_A_WORD if token.is_capital else 1, len(token.low)) + 1)
        places = {p + n for p in places for n in sizes if letters.startswith(token.low[:n], p)}
    return len(letters) in places


def is_spoken(written: str, tokens: tuple[Token, ...], w: Words) -> bool:
    """Whether a word in brackets is the acronym of a name, which may leave out its head: "(Norad)", "(Insee)"."""
    if not written.isalpha():
        return False
    shorter = tokens[:-1] if w.has(tokens[-1].low, "agency_heads") else tokens
    is_spelled = any(_begins_words(written.lower(), name) for name in (tokens, shorter))
    return is_spelled and find_country(written) is None


def is_written_as_acronym(written: str) -> bool:
    """Whether a word has two capitals or more."""
    return sum(c.isupper() for c in written) >= 2
