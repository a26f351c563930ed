"""The words and marks of an article, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workshops.press.article import Article

_TOKEN = re.compile(r"(?:(?<!\w)(?:[ldnscjmt]|qu|jusqu|lorsqu)')|[^\W_]+(?:['&./-][^\W_]+)*(?:'(?!\w))?|[^\w\s]|_")


@dataclass(frozen=True)
class Token:
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
    return tuple(_token(article.text[m.start() : m.end()], m) for m in _TOKEN.finditer(article.low))


def _token(written: str, m: re.Match[str]) -> Token:
    is_word = written[0].isalnum()
    capitals = sum(c.isupper() for c in written)
    letters = sum(c.isalpha() for c in written)
    is_acronym = capitals >= 2 and letters <= 14 and capitals >= letters * 0.6 and not written[0].islower()
    return Token(m.start(), m.end(), written, m.group(), is_word, written[0].isupper(), is_acronym)
