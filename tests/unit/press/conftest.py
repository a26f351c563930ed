"""Short texts made into marks."""

from array import array
from collections.abc import Callable

import pytest

from workshops.press.article import Article, Block, Kind
from workshops.press.marks import Marks


@pytest.fixture
def mark() -> Callable[..., Marks]:
    """`mark(text, language)`: the marks of a text that is one paragraph."""

    def make(text: str, language: str = "en") -> Marks:
        block = Block(Kind.PARAGRAPH, 0, len(text))
        return Marks(Article(text, array("l", range(len(text))), (block,), frozenset()), language)

    return make
