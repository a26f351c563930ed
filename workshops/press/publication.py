"""On which day a text was published, which dates its "today" and its days without a year."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from workshops.press.article import Kind
from workshops.press.datelines import closing_dateline
from workshops.press.dates import RANGE, DateMention
from workshops.press.marks import Marks

_DATELINE_REACH = 90
_MOST_DAYS_BEFORE_PRINT = 31
_DASH = re.compile(r"[^\n]{0,70}?\.?\s?[-–—:]\s")


def published_on(marks: Marks) -> datetime.date | None:
    """The day of publication: a date line of its own, or the date line that opens the first paragraph, else the day on
    which the text was sent.

    A date line that opens the text and has no year takes that of the line above ("Niamey, 11 Sept (ANP) -").
    """
    mentions = [mention for mention in marks.once(publication_mentions) if mention.first is not None]
    day = next((day for m in mentions if m.first and (day := m.first.with_year(None)) is not None), marks.sent_on)
    body = marks.article.body
    opening = next(
        (m for m in mentions if m.first and m.first.year is None and body and m.start >= body[0].start), None
    )
    if opening is None or opening.first is None or day is None:
        return day
    written = opening.first.nearest(day)
    return written if written and abs((day - written).days) <= _MOST_DAYS_BEFORE_PRINT else day


def publication_mentions(marks: Marks) -> tuple[DateMention, ...]:
    """The days of date lines and of lines that say when the text was put on the page; several days are the event's."""
    return tuple(_publication_mentions(marks))


def _publication_mentions(marks: Marks) -> Iterator[DateMention]:
    for block in marks.article.blocks:
        if block.kind in (Kind.DATE, Kind.BYLINE):
            yield from (day for day in marks.dates_in(block.start, block.end) if day.precision != RANGE)
    closing = closing_dateline(marks)
    if closing is not None:
        yield from (day for day in marks.dates_in(*closing.span()) if day.precision != RANGE)
    for block in marks.article.opening:
        dash = _DASH.match(marks.article.text, block.start, block.end)
        end = min(dash.end() if dash else block.start, block.start + _DATELINE_REACH)
        for mention in marks.dates_in(block.start, block.start + _DATELINE_REACH):
            place = marks.article.text[block.start : mention.start]
            if mention.precision != RANGE and (mention.end <= end or _opens_alone(marks, place, mention.end)):
                yield mention


def _opens_alone(marks: Marks, place: str, end: int) -> bool:
    """ "Cartagena, 31 January." or "Quito (9 October)": a town and a day that end like a sentence."""
    after = marks.article.text[end : end + 2]
    return re.fullmatch(r"[A-ZÀ-Þ][\w' -]{2,30}, (?:[A-ZÀ-Þ][\w' -]{2,30}, )?", place) is not None and after in (
        ". ",
        ".-",
        ".–",
    )
