"""The language of the text and its headline."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks

_COLON = re.compile(r"\s?:\s+(?=\S)")
"""Between the kind of a text and its headline: "CONVOCATORIA: Seminario ..."."""


def find_language(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """The language of the article, unless it is none that we read."""
    language, confidence = marks.article.language
    if language is not None and marks.article.blocks:
        block = (marks.article.body or marks.article.blocks)[0]
        yield marks.finding("lang", language, confidence, (block.start, block.end), "function words")


def find_title(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """The headline that stands before the first paragraph."""
    title = marks.article.title
    if title is not None:
        label = marks.words.pattern("headline_labels").match(marks.article.low, title.start, title.end)
        colon = _COLON.match(marks.article.text, label.end(), title.end) if label else None
        start = colon.end() if colon else title.start
        yield marks.finding("title", marks.text(start, title.end), 0.85, (start, title.end), "line before the body")
