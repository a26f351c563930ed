"""Dates as texts write them: single days, ranges, enumerations, numeric forms, and "today" or "this week"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from workshops.press.article import Article
from workshops.press.scope import mask
from workshops.press.words import Words, worded, words

RELATIVE_WEEK, RELATIVE_DAY, MONTH, DAY, RANGE = range(1, 6)
"""How precisely a mention tells when; the higher the better."""


@dataclass(frozen=True)
class DayOf:
    """A day, its year known or not."""

    day: int
    month: int
    year: int | None

    def with_year(self, year: int | None) -> datetime.date | None:
        """The date, its year taken from the text or else as given; None if there is no such date."""
        known = self.year or year
        if known is None:
            return None
        try:
            return datetime.date(known, self.month, self.day)
        except ValueError:
            return None

    def nearest(self, near: datetime.date | None) -> datetime.date | None:
        """The date; a year that the text does not give is the one that brings it next to the day `near`."""
        if self.year is not None or near is None:
            return self.with_year(None)
        around = [day for day in (self.with_year(near.year + n) for n in (-1, 0, 1)) if day is not None]
        return min(around, key=lambda day: abs((day - near).days), default=None)


@dataclass(frozen=True)
class DateMention:
    """A phrase that tells a time. `first` and `last` are None for relative phrases and lone months."""

    start: int
    end: int
    precision: int
    first: DayOf | None = None
    last: DayOf | None = None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    w = words(language)
    weekday = rf"(?:{w.any_of('weekdays', 'weekdays_short')}\.?,?\s)"
    article, suffix = rf"(?:{w.any_of('articles')}\s)?", rf"{w.any_of('day_suffixes')}?"
    day = rf"{weekday}?{article}{{}}{suffix}(?![\w:])"
    month = w.any_of("months")
    of = rf"(?:,?\s(?:{w.any_of('date_of')}\s)?)"
    year = rf"(?:(?:,\s|\s(?:{w.any_of('date_of')}\s)?)(?P<{{}}>(?:19|20)\d\d)(?!\d))?"
    to = w.any_of("range_joints")
    joint = rf"(?:\s?(?:{to}|,)\s?{article})"
    first, other, second = (day.format(rf"{name}[0-3]?\d)") for name in ("(?P<d1>", "(?:", "(?P<d2>"))
    days = rf"{first}(?:{joint}{other}){{0,4}}"
    year1, year2 = year.format("y1"), year.format("y2")
    full = (
        rf"(?<![\w.,/-]){days}{of}(?P<m1>{month})(?!\w)\.?{year1}"
        rf"(?:{joint}(?:{weekday})?{second}{of}(?P<m2>{month})(?!\w)\.?{year2})?"
    )
    american = (
        rf"(?<!\w)(?:{weekday})?(?P<m1>{month})(?!\w)\.?\s(?P<d1>[0-3]?\d){suffix}(?!\d)"
        rf"(?:\s?{to}\s?(?:{weekday})?(?:(?P<m2>{month})\.?\s)?(?P<d2>[0-3]?\d){suffix}(?!\d))?{year1}"
    )
    with_year = r"\s?(?P<s{0}>[/.])\s?(?P<m{0}>[01]?\d)\s?(?P=s{0})\s?(?P<y{0}>(?:19|20)\d\d)"
    one = rf"(?P<d{{0}}>[0-3]?\d)(?:{with_year}|/(?P<n{{0}}>[01]?\d))"
    before = rf"(?:(?P<d0>[0-3]?\d)\s?{to}\s?)?"
    after = rf"(?:\s?{to}\s?{one.format(2)}(?![\w/]))?"
    numeric = rf"(?<![\w./-]){before}{one.format(1)}(?![\w/]){after}"
    iso = r"(?<![\w./-])(?P<y1>(?:19|20)\d\d)-(?P<m1>[01]\d)-(?P<d1>[0-3]\d)(?!\w)"
    part = rf"{w.any_of('parts_of_month')}[ -](?:{w.any_of('of')}(?: |(?<=')))?"
    lone_month = (
        rf"(?<!\w)(?:{part}(?P<part>{month})(?:{of.replace(',?', '')}?(?:19|20)\d\d(?!\d))?(?!\w)"
        rf"|(?P<m1>{month}){of.replace(',?', '')}?(?P<y1>(?:19|20)\d\d)(?!\d))"
    )
    spelt = rf"(?<![\w./-])(?P<d1>[0-3]?\d)(?P<s1>[/-])(?P<m1>{month})\.?(?P=s1)(?P<y1>(?:19|20)\d\d)(?!\d)"
    return tuple(re.compile(p) for p in (full, american, numeric, iso, lone_month, spelt))


@cache
def _weekday_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Days named by the day of the week alone: "ce lundi", "from Monday to Friday", "lunes 8"."""
    w = words(language)
    day, dated = w.any_of("weekdays"), rf"(?!,?\s(?:[0-3]?\d(?!\w)|{w.any_of('months')}))"
    return (
        re.compile(rf"(?<!\w)(?:{w.any_of('near_weekday')}\s)?{day}(?:\s{w.any_of('near_weekday')})?(?!\w){dated}"),
        re.compile(rf"(?<!\w){day} {w.any_of('up_to')} {day}(?!\w)(?!,? \d)(?:\s{w.any_of('near_weekday')}(?!\w))?"),
        re.compile(
            rf"(?<!\w)(?:{w.any_of('days_of_week')} )?{day}s? {w.any_of('and')} (?:{w.any_of('articles')} )?{day}"
            r"(?!\w)(?!,? \d)"
        ),
        re.compile(rf"(?<!\w){day} (?:3[01]|[0-2]?\d)(?![\w:/-]|\.\d|,?\s(?:h|{w.any_of('of', 'months')})(?!\w))"),
    )


def find_dates(article: Article, w: Words) -> tuple[DateMention, ...]:
    """All mentions of time in the article in order, the longest reading of each."""
    low = article.low
    found: list[DateMention] = []
    cannot_be = _not_written(low, w)
    for number, pattern in enumerate(_patterns(w.language)):
        if number in cannot_be:
            continue
        for m in pattern.finditer(low):
            mention = _mention(m, w, is_lone_month=number == 4)
            if mention is not None and not any(f.start < mention.end and mention.start < f.end for f in found[-50:]):
                found.append(mention)
    found += [days for mention in found if (days := _days_before(low, mention, w.language))]
    for precision, name in ((RELATIVE_DAY, "relative_days"), (RELATIVE_WEEK, "relative_weeks")):
        found.extend(DateMention(m.start(), m.end(), precision) for m in w.pattern(name).finditer(low))
    if w.pattern("weekdays").search(low):
        found.extend(_weekdays_alone(low, w.language, found))
    return tuple(sorted(found, key=lambda mention: mention.start))


_IN_FIGURES = re.compile(r"\d(?:\s?[./]\s?|-)\d")
"""What every date has that is written in figures alone."""
_BEFORE_DAY = re.compile(r"\.?\s[0-3]?\d")


def _not_written(low: str, w: Words) -> set[int]:
    """Which of the patterns need not be tried: nothing in the text is written as they all begin or go on."""
    months = list(w.pattern("months").finditer(low))
    cannot_be = set() if _IN_FIGURES.search(low) else {2, 3}
    if not any(_BEFORE_DAY.match(low, month.end()) for month in months):
        cannot_be.add(1)
    if not any(low[month.start() - 1] in "/-" for month in months):
        cannot_be.add(5)
    return cannot_be


_OTHER_DAYS = worded(
    lambda w: (
        rf"(?<![\w.,/-])([0-3]?\d)\s?{w.any_of('up_to')}\s?([0-3]?\d),?\s{w.any_of('and', 'then')}\s"
        rf"(?:{w.any_of('opens_range')}\s)?$"
    )
)


def _weekdays_alone(low: str, language: str, dated: Sequence[DateMention]) -> list[DateMention]:
    """The days that are named by the day of the week, outside of other mentions of a time."""
    taken = bytearray(mask(len(low), ((f.start, f.end) for f in dated if f.precision != RELATIVE_WEEK)))
    found = []
    for pattern in _weekday_patterns(language)[::-1]:
        for m in pattern.finditer(low):
            if not taken[m.start()]:
                taken[m.start() : m.end()] = b"\x01" * (m.end() - m.start())
                found.append(DateMention(m.start(), m.end(), RELATIVE_DAY))
    return found


def _days_before(low: str, mention: DateMention, language: str) -> DateMention | None:
    """The days right before a range that share its month and year: "du 3 au 5 et du 10 au 12 mai 2023"."""
    if mention.precision != RANGE or mention.first is None:
        return None
    start = max(0, mention.start - 30)
    m = _OTHER_DAYS(language).search(low[start : mention.start])
    if m is None or int(m.group(1)) >= int(m.group(2)) or int(m.group(2)) >= mention.first.day:
        return None
    first, last = (DayOf(int(day), mention.first.month, mention.first.year) for day in m.groups())
    return DateMention(start + m.start(1), start + m.end(2), RANGE, first, last)


def _mention(m: re.Match[str], w: Words, *, is_lone_month: bool) -> DateMention | None:
    groups = m.groupdict()
    month = _month(groups["m1"] or groups.get("n1"), w)
    if is_lone_month:
        return DateMention(m.start(), m.end(), MONTH)
    if month is None:
        return None
    y1, y2 = groups.get("y1"), groups.get("y2")
    first = _day(groups["d1"], month, y1 or y2)
    if groups.get("d0"):
        groups |= {"d1": groups["d0"], "d2": groups["d1"]}
        first = _day(groups["d1"], month, y1)
    month2 = _month(groups.get("m2") or groups.get("n2"), w) or month
    day2 = groups.get("d2")
    if day2 is None:
        day2 = _last_day_before_month(m, groups)
    last = _day(day2, month2, y2 or y1) if day2 else first
    if first is None or last is None:
        return None
    end = m.end() - m.group().endswith(".")
    return DateMention(m.start(), end, RANGE if last != first else DAY, first, last)


def _last_day_before_month(m: re.Match[str], groups: dict[str, str | None]) -> str | None:
    """The last of several days written before one month: 8 in "6, 7 et 8 mai"."""
    if m.start("m1") < m.start("d1") or "n1" in groups:
        return None
    between = re.findall(r"(?<!\d)[0-3]?\d(?!\d)", m.string[m.end("d1") : m.start("m1")])
    return between[-1] if between else None


def _month(written: str | None, w: Words) -> int | None:
    if written is None:
        return None
    if written.isdigit():
        return int(written) if 1 <= int(written) <= 12 else None
    return w.mapping("month_numbers").get(written.rstrip("."))


def _day(day: str | None, month: int, year: str | None) -> DayOf | None:
    if day is None:
        return None
    made = DayOf(int(day), month, int(year) if year else None)
    return made if made.with_year(2000) is not None else None  # 2000 had a 29 February
