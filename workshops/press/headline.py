"""The language of the text and its headline."""

from __future__ import annotations

from collections.abc import Iterable

from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks


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
        yield marks.finding(
            "title", marks.text(title.start, title.end), 0.85, (title.start, title.end), "line before the body"
        )
