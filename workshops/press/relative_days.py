"""The day that "today", "yesterday" or a day of the week stands for, from the day of publication."""

from __future__ import annotations

import datetime
import re

from workshops.press.dates import RELATIVE_DAY, DateMention
from workshops.press.marks import Marks

_CLAUSE, _SHIFT_REACH = 45, 16


def day_of(
    marks: Marks, mention: DateMention, published: datetime.date | None
) -> tuple[datetime.date | None, datetime.date | None]:
    """The day of a mention, and the last day if it names two; None where the text does not determine them."""
    if mention.first is not None:
        return mention.first.nearest(published), None
    if mention.precision != RELATIVE_DAY or published is None:
        return None, None
    word = marks.article.low[mention.start : mention.end]
    if marks.words.pattern("and_tomorrow").search(word):
        return published, published + datetime.timedelta(days=1)
    if marks.words.pattern("and_today").search(word):
        return published - datetime.timedelta(days=1), published
    if (shift := marks.words.mapping("day_shifts").get(word)) is not None:
        return published + datetime.timedelta(days=shift), None
    return _days_of_week(marks, mention, published)


def day_of_writing(marks: Marks, mention: DateMention) -> datetime.date | None:
    """The day of writing of a text that says how far from it a dated day is: "hier, mercredi 3 septembre 2014"."""
    day = mention.first.with_year(None) if mention.first is not None else None
    before = marks.article.low[max(0, mention.start - _SHIFT_REACH) : mention.start].rstrip(" ,(")
    shifts = marks.words.mapping("day_shifts")
    shift = next((n for word, n in shifts.items() if before.endswith(word)), None)
    return day - datetime.timedelta(days=shift) if day is not None and shift is not None else None


def _days_of_week(
    marks: Marks, mention: DateMention, published: datetime.date
) -> tuple[datetime.date | None, datetime.date | None]:
    """What days of the week stand for: the last such days up to that of publication, or the next ones, if told ahead.

    "lunes 8" is the Monday next to publication that is an eighth.
    """
    low = marks.article.low[mention.start : mention.end]
    names = {name: n for n, name in enumerate(marks.words.entries("weekdays"))}
    named = [names[word] for word in re.findall(r"[a-z]+", low) if word in names]
    near = [published + datetime.timedelta(days=n) for n in sorted(range(-35, 36), key=abs)]
    if number := re.search(r"\d+", low):
        return next((d for d in near if d.day == int(number.group()) and d.weekday() == named[0]), None), None
    is_ahead = _is_ahead(marks, mention)
    last = next(d for d in near if d.weekday() == named[-1] and (d >= published if is_ahead else d <= published))
    if len(named) == 1:
        return last, None
    return last - datetime.timedelta(days=(named[-1] - named[0]) % 7), last


def _is_ahead(marks: Marks, mention: DateMention) -> bool:
    """Whether a day of the week is one to come: the word next to it says so ("until Friday"), not "began on Monday"."""
    w, low = marks.words, marks.article.low
    own = low[mention.start : mention.end]
    if w.pattern("near_weekday").search(own) and not w.pattern("this_weekday").match(own):
        return w.pattern("next_weekday").search(own) is not None
    sentence = marks.article.sentence_at(mention.start)
    floor = max(sentence.start if sentence else 0, mention.start - _CLAUSE)
    ahead = [m.end() for m in w.pattern("still_ahead", "ahead").finditer(low, floor, mention.start)]
    past = [m.end() for m in w.pattern("already").finditer(low, floor, mention.start)]
    if ahead or past:
        return max(ahead, default=-1) >= max(past, default=-1)
    ceiling = min(sentence.end if sentence else len(low), mention.end + _CLAUSE // 2)
    return w.pattern("still_ahead", "ahead").match(low, min(mention.end + 1, ceiling), ceiling) is not None
