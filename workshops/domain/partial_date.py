"""Dates that may be known only to the month or the year, as those of old workshops are."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache, total_ordering
from typing import Final, Literal, Self

from babel import Locale

from workshops.domain.folding import fold
from workshops.errors import N_

Precision = Literal["year", "month", "day"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_NUMBER = re.compile(r"(\d{4,6}|\d{1,2})(?:st|nd|rd|th|er|o|a)?")
_LINKING_WORDS = {"de", "del", "of", "the", "le", "el"}
_ANY_EXAMPLE = (2025, 2, 28)
NO_DATE: Final = N_("%(typed)s is not a date. Use day, month and year, for example %(example)s.")


class NotADate(ValueError):
    """What was typed is no date. `typed` is the text as it came, `example` the date that was probably meant."""

    def __init__(self, typed: str, example: "PartialDate") -> None:
        super().__init__(f"not a date: {typed!r}")
        self.typed = typed
        self.example = example


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A year, a month of a year, or a day; a day never without its month. Raises ValueError if there is no such date.

    Sorted by what is known, the vaguer first: 2013, then 2013-01, then 2013-01-01.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not 1000 <= self.year <= 9999:
            raise ValueError(f"the year {self.year} does not have four digits")
        if self.day is not None and self.month is None:
            raise ValueError("a day without its month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.year, self.month or 0, self.day or 0) < (other.year, other.month or 0, other.day or 0)

    def __str__(self) -> str:
        return self.isoformat()

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def earliest(self) -> date:
        """The first day it can be: 2013-05 gives 1 May 2013."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can be: 2013-05 gives 31 May 2013."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def isoformat(self) -> str:
        """ISO 8601 with what is known: '2013', '2013-05' or '2013-05-14'."""
        return "-".join(f"{part:02}" for part in (self.year, self.month, self.day) if part is not None)

    @classmethod
    def parse(cls, iso: str) -> Self:
        """The date that `isoformat` wrote. Raises ValueError on any other text."""
        match = _ISO.fullmatch(iso)
        if match is None:
            raise ValueError(f"neither YYYY, YYYY-MM nor YYYY-MM-DD: {iso!r}")
        return cls(*(int(part) for part in match.groups() if part is not None))

    @classmethod
    def of_day(cls, day: date) -> Self:
        """The same day, fully known."""
        return cls(day.year, day.month, day.day)


def parse_typed(text: str, language: str) -> PartialDate:
    """The date a person typed, in figures (day first, or year first) or with the name of the month.

    `language` is the ISO 639-1 code of the page; English, French and Spanish month names are understood on every
    page. 14/05/2013, 2013-05-14, 03.05.2016, "3 mai 2016", "May 3, 2016", "mayo de 2013" and 2013 are dates; a year
    always has its four digits. Raises NotADate, with the date that was probably meant as an example.
    """
    months, weekdays = _names(language)
    numbers: list[str] = []
    named_months: list[int] = []
    for word in fold(text).split():
        if number := _NUMBER.fullmatch(word):
            numbers.append(number[1])
        elif word in months:
            named_months.append(months[word])
        elif word not in _LINKING_WORDS and word not in weekdays:
            raise NotADate(text, PartialDate(*_ANY_EXAMPLE))
    parts = _ordered(numbers, named_months)
    if parts is None:
        raise NotADate(text, PartialDate(*_ANY_EXAMPLE))
    try:
        return PartialDate(*parts)
    except ValueError:
        raise NotADate(text, _probably_meant(*parts)) from None


def _ordered(numbers: list[str], named_months: list[int]) -> tuple[int, ...] | None:
    """Year, month, day as far as given; None if the figures cannot be told apart."""
    years = [number for number in numbers if len(number) > 2]
    if len(years) != 1 or len(numbers) + len(named_months) > 3 or len(named_months) > 1:
        return None
    smaller = [int(number) for number in numbers if len(number) <= 2]
    year_first = numbers[0] == years[0]
    if named_months or year_first:
        return (int(years[0]), *named_months, *smaller)
    return (int(years[0]), *reversed(smaller)) if numbers[-1] == years[0] else None


def _probably_meant(year: int, month: int = 1, day: int | None = None) -> PartialDate:
    """The nearest date there is: month and day changed over if that helps, else the last day of the month."""
    year = min(max(int(str(year)[:4]), 1000), 9999)
    if day is None:
        return PartialDate(year, min(max(month, 1), 12))
    if month > 12 and 1 <= day <= 12:
        month, day = day, month
    month = min(max(month, 1), 12)
    return PartialDate(year, month, min(max(day, 1), monthrange(year, month)[1]))


@cache
def _names(language: str) -> tuple[dict[str, int], set[str]]:
    """Folded month names with their numbers, and folded weekday names, of CLDR."""
    months: dict[str, int] = {}
    weekdays: set[str] = set()
    for code in ("en", "fr", "es", language):
        locale = Locale.parse(code)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                months |= {fold(name): number for number, name in locale.months[context][width].items()}
            weekdays |= {fold(name) for name in locale.days[context]["wide"].values()}
    return months | {"sept": 9, "setiembre": 9}, weekdays
