"""Which mentions are the same agency, and the fullest name a text gives it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from workshops.domain.folding import fold
from workshops.press.agencies import AgencyMention
from workshops.press.words import is_in_any_language

_NAMES_MET = 1_000
"""Names of which is kept what they are compared by: a text has each many times."""
_BRACKET = re.compile(r"\s*\(([^()]{2,20})\)\s*$")
SMALL_WORDS = frozenset(
    [
        "de",
        "du",
        "des",
        "d",
        "l",
        "la",
        "le",
        "les",
        "of",
        "the",
        "for",
        "and",
        "et",
        "y",
        "e",
        "del",
        "los",
        "las",
        "el",
        "en",
        "in",
        "a",
        "au",
        "aux",
    ]
)


def same_acronym(a: str, b: str) -> bool:
    """Equal, or one with two neighbouring letters exchanged, as typing errors do: GABP and GAPB."""
    x, y = fold(a).replace(" ", ""), fold(b).replace(" ", "")
    if x == y:
        return bool(x)
    if len(x) != len(y) or len(x) < 4:
        return False
    different = [i for i in range(len(x)) if x[i] != y[i]]
    return (
        len(different) == 2
        and different[1] == different[0] + 1
        and x[different[0]] == y[different[1]]
        and x[different[1]] == y[different[0]]
    )


@lru_cache(maxsize=_NAMES_MET)
def _key(name: str) -> frozenset[str]:
    return frozenset(fold(_BRACKET.sub("", name)).split()) - SMALL_WORDS


@lru_cache(maxsize=_NAMES_MET)
def _acronym(name: str) -> str | None:
    bracket = _BRACKET.search(name)
    if bracket:
        return bracket.group(1)
    first, *rest = name.split() or [""]
    if len(rest) > 1 and is_in_any_language(fold(rest[-1]), "agency_heads"):  # "IOM Development Fund" is not the IOM
        return None
    return first if len(first) >= 2 and sum(c.isupper() for c in first) >= 2 else None


def same_agency(a: str, b: str) -> bool:
    """Whether two names as written are the same body: an equal acronym, or the same words but for small ones."""
    one, other = _acronym(a), _acronym(b)
    if one and other:
        return same_acronym(one, other)
    return _key(a) == _key(b) != frozenset()


class Entities:
    """The agencies of one text."""

    def __init__(self, mentions: Iterable[AgencyMention]) -> None:
        introduced = [m for m in mentions if m.acronym]
        self._by_name = {_key(m.name): m for m in reversed(introduced)}
        self._by_acronym = {_sorted_letters(m.acronym or ""): m for m in reversed(introduced)}

    def fullest(self, mention: AgencyMention) -> AgencyMention:
        """The mention that introduces the same agency with name and acronym, or the mention itself."""
        if mention.acronym:
            return mention
        named = self._by_name.get(_key(mention.name))
        if named is not None:
            return named
        candidate = self._by_acronym.get(_sorted_letters(mention.name))
        is_same = candidate is not None and candidate.acronym and same_acronym(candidate.acronym, mention.name)
        return candidate if candidate is not None and is_same else mention

    def is_unspecific(self, mention: AgencyMention) -> bool:
        """Whether the name stands for no body in particular: a lone word in small letters ("the ministry")."""
        return len(_key(mention.name)) < 2 and _acronym(mention.name) is None and mention.name.islower()


@lru_cache(maxsize=_NAMES_MET)
def _sorted_letters(acronym: str) -> str:
    return "".join(sorted(fold(acronym).replace(" ", "")))
