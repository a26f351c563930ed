"""The words and marks of an article, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from workshops.press.article import Article

_VOWELS_ABOVE = "\u0900-\u0963\u0970-\u0dff\u0e01-\u0e3a\u0e40-\u0eff\u1000-\u1049\u1780-\u17d3"
"""The blocks of scripts whose vowels and tones are marks at a letter, which Python counts to no word."""
_LETTERS = rf"[^\W_]++(?:[{_VOWELS_ABOVE}]++[^\W_]*+)*+"
_TOKEN = re.compile(
    rf"(?:(?<!\w)(?:[ldnscjmt]|qu|jusqu|lorsqu)')|{_LETTERS}(?:['&./-]{_LETTERS})*(?:'(?!\w))?|[^\w\s]|_"
)

_THING = re.compile(
    r"(?:ment|tion|sion|ture|ity|ance|ence|ship|ism|cy|cion|dad|ite|eur|eres|affairs|services|works|ports|relations|roads|interior|exterior(?:es)?|health|justice|finance|trade|education|defence|defense|labour|rights|revenue|excise|customs)$"
)
_LONGEST_RUN = 5


class Token(NamedTuple):
    """A word, an elided article with its apostrophe ("l'"), or a mark."""

    start: int
    end: int
    written: str
    low: str
    is_word: bool
    is_capital: bool
    is_acronym: bool


def tokenize(article: Article) -> tuple[Token, ...]:
    """All tokens of the article in order."""
    tokens = []
    for m in _TOKEN.finditer(article.low):
        start, end = m.span()
        written = article.text[start:end]
        is_word, is_capital, is_acronym = _shape(written)
        tokens.append(Token(start, end, written, m[0], is_word, is_capital, is_acronym))
    return tuple(tokens)


@lru_cache(maxsize=5_000)
def _shape(written: str) -> tuple[bool, bool, bool]:
    """Whether it is a word, begins with a capital, is an acronym.

    A word in a script without capitals (Chinese, Arabic) counts as one with: in a text of another script it is a name.
    """
    capitals = sum(c.isupper() for c in written)
    letters = sum(c.isalpha() for c in written)
    is_acronym = capitals >= 2 and letters <= 14 and capitals >= letters * 0.6 and not written[0].islower()
    return written[0].isalnum(), written[0].isupper() or has_no_capitals(written), is_acronym


def has_no_capitals(written: str) -> bool:
    """Whether a word is in a script without capitals: "王小明", "محمد"."""
    return written[0].isalpha() and not (written[0].islower() or written[0].isupper())


def capital_run(tokens: Sequence[Token]) -> list[Token]:
    """The capital words at the start of some tokens, with the particles between them: "Santiago de Chile"."""
    run: list[Token] = []
    for n, token in enumerate(tokens):
        close = not run or token.start - run[-1].end <= 1
        following = tokens[n + 1] if n + 1 < len(tokens) else None
        is_particle = (
            token.low in ("de", "del", "la", "el", "of", "al", "d'", "los", "las", "es", "pri", "nad", "pod", "ob")
            and following is not None
            and following.is_capital
        )
        if close and token.is_word and (token.is_capital or run and is_particle) and len(run) < _LONGEST_RUN:
            run.append(token)
        else:
            break
    while run and not run[-1].is_capital:
        run.pop()
    return run


def names_a_thing(low: str) -> bool:
    """Whether a folded word is by its ending a thing that bodies are for, and no family name: "development"."""
    return _THING.search(low) is not None
