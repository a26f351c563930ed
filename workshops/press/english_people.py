"""Persons beside the names of bodies in English, where such a name ends: "the Border Force and Ann Lee of ..."."""

from __future__ import annotations

from workshops.domain.countries import find_country
from workshops.press.tokens import Token, names_a_thing
from workshops.press.words import Words

_VAN = ("van", "von", "der", "den", "de", "da", "di", "bin", "al", "el")


def opens_person(tokens: tuple[Token, ...], k: int, w: Words) -> bool:
    """Whether an office and two plain capital words stand at k: "Police Commander Ann Lee"."""
    name = tokens[k + 1 : k + 3]
    return (
        w.has(tokens[k].low, "ranks")
        and len(name) == 2
        and all(t.is_word and t.is_capital and not t.is_acronym for t in name)
        and not any(w.has(bare(t), "agency_heads", "ranks", "personal_titles") for t in name)
    )


def has_initial(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a person with an initial is named at k, perhaps behind a given name: "Nancy T. Oraka"."""
    for n in (k, k + 1):
        name = tokens[n : n + 3]
        if len(name) == 3 and len(name[0].low) == 1 and name[1].low == "." and name[1].start == name[0].end:
            return tokens[k].is_capital and name[0].is_capital and name[2].is_capital
    return False


def over_initial(tokens: tuple[Token, ...], k: int) -> int:
    """2 over the full stop of an initial and the name behind it: "Howard G. Buffett Foundation"; else 0."""
    is_initial = tokens[k].low == "." and len(tokens[k - 1].low) == 1
    return 2 if is_initial and len(tokens) > k + 1 and tokens[k + 1].is_capital else 0


def is_holder(tokens: tuple[Token, ...], i: int, k: int, w: Words) -> bool:
    """Whether who holds an office of the body that begins at i is named at k: "Head of Secretariat Ann Lee said"."""
    if i < 2 or tokens[i - 1].low != "of" or not w.has(tokens[i - 2].low, "personal_titles"):
        return False
    name, after = tokens[k : k + 2], tokens[k + 2 : k + 3]
    return (
        bool(after)
        and (after[0].low == "," or w.has(after[0].low, "said"))
        and all(t.is_word and t.is_capital and not t.is_acronym for t in name)
        and not any(w.has(bare(t), "agency_heads", "portfolio_words") for t in name)
        and find_country(written(name)) is None
    )


def is_titled_person(tokens: tuple[Token, ...], k: int, w: Words) -> bool:
    """Whether ranks and two plain capital words stand at k: "and Senior Constable Mark Dewar of the ..."."""
    j = k
    while j < len(tokens) and w.has(tokens[j].low, "personal_titles", "ranks"):
        j += 1
    name = tokens[j : j + 2]
    is_rank = j > k and w.has(tokens[j - 1].low, "ranks") or j > k + 1
    return is_rank and len(name) == 2 and all(t.is_capital and not w.has(bare(t), "agency_heads") for t in name)


def is_person_of(tokens: tuple[Token, ...], k: int, w: Words) -> bool:
    """Whether two or three capital words and "of the" or "from" stand at k: "and Ann Lee of the Border Force"."""
    j = k
    while j < len(tokens) and tokens[j].is_word and j - k < 4 and (tokens[j].is_capital or _is_van(tokens, j)):
        j += 1
    if not 2 <= j - k <= 3 or j + 1 >= len(tokens) or find_country(written(tokens[k:j])) is not None:
        return False
    if w.has(tokens[j].low, "of", "from") and w.has(tokens[j + 1].low, "articles"):
        return True
    if tokens[j].low == "," and w.has(tokens[j + 1].low, "of", "from"):
        return True
    return tokens[j].low in (",", "(") and not any(
        names_a_thing(t.low) or w.has(bare(t), "agency_heads") for t in tokens[k:j]
    )


def _is_van(tokens: tuple[Token, ...], j: int) -> bool:
    """Whether a small word inside the name of a person stands at j: "Pieter van Rijn"."""
    return tokens[j].low in _VAN and tokens[j + 1 : j + 2] != () and tokens[j + 1].is_capital


def written(tokens: tuple[Token, ...]) -> str:
    """The words of some tokens as one text."""
    return " ".join(t.written for t in tokens)


def bare(token: Token) -> str:
    """The word without the ending of a genitive."""
    return token.low.removesuffix("'s").removesuffix("'")
