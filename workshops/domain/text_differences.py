"""What was taken out of a text and what was put in, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

_WORDS: Final = re.compile(r"\{[^{}\s]*\}|\w+|\s+|[^\w\s]")
MOST_WORDS: Final = 2_000
"""Words of a text that are compared one by one; a longer one counts as another text."""
LIKE_ENOUGH: Final = 0.35
"""How much of both texts, of 1, has to be the same: two others are set one after the other, not word into word."""


class Fate(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one fate."""

    fate: Fate
    text: str


def differences(before: str, after: str) -> list[Piece]:
    """Both texts as pieces in order: without those added it is the first, without those removed the second."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    compared = SequenceMatcher(None, old, new, autojunk=False)
    if max(len(old), len(new)) > MOST_WORDS or compared.ratio() < LIKE_ENOUGH:
        compared = SequenceMatcher(None, old := [before], new := [after])
    return [piece for piece in _pieces(compared, old, new) if piece.text]


def _pieces(compared: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Piece]:
    for kind, old_from, old_to, new_from, new_to in compared.get_opcodes():
        if kind == "equal":
            yield Piece(Fate.KEPT, "".join(new[new_from:new_to]))
        else:
            yield Piece(Fate.REMOVED, "".join(old[old_from:old_to]))
            yield Piece(Fate.ADDED, "".join(new[new_from:new_to]))
