"""What the text calls the workshop between quotation marks, where the headline says something else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from workshops.domain.folding import fold
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.quotes import Quote
from workshops.press.words import worded

_REACH, _LEAST_WORDS, _MOST_WORDS, _SAME = 80, 3, 40, 0.85
_NAMED = worded(lambda w: rf"[^.;:]*?\b{w.any_of('called')}\s*:?\s*")
_BESIDE = worded(lambda w: rf"(?:\s+(?!{w.any_of('not_in_name')}\b)[\w'’-]+){{0,4}}[\s,:]*")
_ON_THEME = worded(lambda w: rf"[^.;:]*?(?<!\w){w.any_of('on_theme')}\s*:?\s*")
_BEFORE = re.compile(r"\s+(?:[\w-]+\s+){0,2}")
_CLEAR, _LIKELY = 0.85, 0.75


def find_workshop_name(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """What the event is called: “a workshop entitled ‘…’”, "el taller «…»"; less surely the theme that it has."""
    if not known.value("is_workshop"):
        return
    named = [(quote, sure) for quote in marks.quotes if (sure := _is_name(marks, quote))]
    quote, sure = max(named, key=lambda one: one[1], default=(None, 0.0))
    if quote is None or _says(known.value("title"), marks.text(quote.start, quote.end)):
        return
    span = quote.start, quote.end
    rule = "quoted as the name of the event" if sure == _CLEAR else "quoted as the theme of the event"
    yield marks.finding("workshop_name", marks.text(*span).rstrip(" .,"), sure, span, rule)


def _is_name(marks: Marks, quote: Quote) -> float:
    """How surely a quotation is the name of the event: 0 for what is none."""
    text = marks.text(quote.start, quote.end)
    if (
        marks.scope.is_speech(quote.start)
        or not _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS
        or not text[0].isupper()
    ):
        return 0
    low = marks.article.low
    for event in marks.scope.events_in(quote.outer[0] - _REACH, quote.outer[1] + _REACH):
        if event.start >= quote.outer[1]:
            if marks.language == "en" and _BEFORE.fullmatch(low, quote.outer[1], event.start):
                return _CLEAR
        elif any(form(marks.language).fullmatch(low, event.end, quote.outer[0]) for form in (_NAMED, _BESIDE)):
            return _CLEAR
        elif _ON_THEME(marks.language).fullmatch(low, event.end, quote.outer[0]):
            return _LIKELY
    return 0


def _says(headline: str | None, name: str) -> bool:
    """Whether the headline is that name, with small differences."""
    return SequenceMatcher(None, fold(headline or ""), fold(name), autojunk=False).ratio() >= _SAME
