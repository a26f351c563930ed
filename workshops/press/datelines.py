"""The town of the date line: "Quito, 19 de octubre de 2023", "Kananga : des OPJ", "(SUVA) - More than thirty"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshops.press.article import Kind, Sentence
from workshops.press.marks import Marks

_DATELINE = re.compile(
    r"\(?(?P<place>[A-ZÀ-Þ](?:[^\d.,;:()\-–—]|\b-\b){2,40}?)(?=\s?(?:,|\(|\s?[-–—]\s|\.\s?[-–—]|\. [A-ZÀ-Þ]))"
)
_DATED_TOWN = re.compile(
    r"\(?(?P<place>[A-ZÀ-Þ](?:[^\d.,;:()\-–—]|\b-\b){2,40}?)"
    r"(?=(?:, [A-ZÀ-Þ][a-zà-ÿ]+)?, (?:le |el |the )?(?:[a-zà-ÿ]{4,9},? )?\d)"
)
"""A date line of its own: "Quito, 19 de octubre de 2023"."""
_CLOSING = re.compile(
    r"\((?P<place>[A-ZÀ-Þ](?:[^\d.,;:()\-–—]|\b-\b){2,40})(?:, [A-ZÀ-Þ][a-zà-ÿ]+)?, (?:(?:le|el) )?"
    r"(?:[A-ZÀ-Þa-zà-ÿ]{3,9},? )?\d[^()]{3,30}\)\.?\s*$"
)
"""A date line in brackets that closes the text: "(Managua, 5 de junio)"."""
_CLOSING_REACH = 110
_BEFORE_COLON = re.compile(r"(?P<place>[A-ZÀ-Þ][\w'’ -]{2,30}?)(?=(?:, [A-ZÀ-Þ][\w'’ -]{2,30})?\s?:\s)")
"""The town that opens a headline or, in newspapers, the text: "Kananga : des OPJ", "SUVA: More than thirty"."""
_OPENING = re.compile(
    r"[^.;]{0,70}?(?:\d{4}|\([\w ]{2,20}\)|[A-ZÀ-Þ]{3,})\s?(?:\([^()]{2,20}\)\s?)?\.?\s?[-–—:.]{1,2}\s?(?=[A-ZÀ-Þ])"
)
"""A date line that opens its sentence: "TUNIS, 3 May 2024 (TAP) - "."""
_PARTICLES = frozenset(
    (
        "de",
        "du",
        "des",
        "del",
        "la",
        "le",
        "les",
        "el",
        "los",
        "las",
        "of",
        "the",
        "and",
        "et",
        "y",
        "en",
        "sur",
        "sous",
    )
    + ("aux", "al", "e", "da", "do", "dos", "das", "upon", "on", "in", "der", "am", "van", "den")
)
"""Small words in names of towns: "Santiago de los Caballeros", "Frankfurt am Main"."""


_BEHIND_DAY = re.compile(
    r"(?:,|\s?[-–—])?\s(?P<place>[A-ZÀ-Þ](?:[^\d.,;:()\-–—]|\b-\b){2,40}?)"
    r"(?=(?:,\s[A-ZÀ-Þ][^\d.,;:()–—]{2,30})?\s?(?:[-–—]\s|\.\s?[-–—]|\.\s[A-ZÀ-Þ]|:\s))"
)
"""The town behind a day that opens the text: "22 September 2014, Nay Pyi Taw – ", "27 January 2020 - Apia, Samoa."."""


def name_in_dateline(marks: Marks) -> str:
    """The place with which the first paragraph opens, known or not; "" if it opens otherwise."""
    found = (_DATELINE.match(marks.article.text, block.start, block.end) for block in marks.article.opening)
    return next((m.group("place") for m in found if m), "")


def behind_dateline(marks: Marks, sentence: Sentence) -> int:
    """Where the words of a sentence begin behind the date line that may open it."""
    m = _OPENING.match(marks.article.text, sentence.start, sentence.end)
    return m.end() if m else sentence.start


def closing_dateline(marks: Marks) -> re.Match[str] | None:
    """The date line in brackets with which the text ends, if it has one."""
    last = max(marks.article.body, key=lambda block: block.end, default=None)
    if last is None:
        return None
    return _CLOSING.search(marks.article.text, max(last.start, last.end - _CLOSING_REACH), last.end)


def names_in_datelines(marks: Marks) -> Iterator[tuple[int, int]]:
    """Where names stand that open date lines, headlines or the text, whether of towns or not."""
    houses = marks.words.pattern("venue_heads", "agency_heads")
    dated = [(b, _DATED_TOWN) for b in marks.article.blocks if b.kind is Kind.DATE]
    titles = [(b, _BEFORE_COLON) for b in marks.article.blocks if b.kind is Kind.TITLE]
    opening = [(b, pattern) for b in marks.article.opening for pattern in (_DATELINE, _BEFORE_COLON)]
    for block, pattern in (*dated, *titles, *opening):
        m = pattern.match(marks.article.text, block.start, block.end)
        if m is not None and _is_name(m["place"]) and not houses.search(marks.article.low, *m.span("place")):
            yield m.span("place")
    for block in marks.article.opening:
        day = next(iter(marks.dates_in(block.start, block.start + 1)), None)
        m = _BEHIND_DAY.match(marks.article.text, day.end, block.end) if day is not None else None
        if m is not None and _is_name(m["place"]) and not houses.search(marks.article.low, *m.span("place")):
            yield m.span("place")
    closing = closing_dateline(marks)
    if closing is not None and _is_name(closing["place"]):
        yield closing.span("place")


def _is_name(place: str) -> bool:
    """Whether a date line's words are a name: "La Paz" is one, "The mission" and "They came from Suva" are none."""
    small = [word for word in place.split() if word[0].islower() and word[1:2] not in "'’"]
    return place.split()[-1][:1].isupper() and _PARTICLES.issuperset(small)
