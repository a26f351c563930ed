"""Where the findings of a press release contradict each other: said in words, for the person who reviews them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Any, Final

from babel import Locale

from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.partial_date import PartialDate
from workshops.domain.press_draft import Read
from workshops.domain.town_ties import town_tie
from workshops.errors import N_, Problem

MOST_DAYS: Final = 366
_LOCALES: Final = tuple(map(Locale.parse, INTERFACE_LANGUAGES))
_DAYS: Final = {name.lower(): number for locale in _LOCALES for number, name in locale.days["format"]["wide"].items()}
_MONTHS: Final = {
    name.lower(): number for locale in _LOCALES for number, name in locale.months["format"]["wide"].items()
}
_DAY, _MONTH = "|".join(_DAYS), "|".join(_MONTHS)
_WEEKDAY: Final = re.compile(
    rf"\b(?P<range>(?:{_DAY})(?:[\s–-][^\W\d]+){{0,2}}[\s–-])?(?P<weekday>{_DAY})[\s,.(]{{1,3}}(?:(?:the|le|el)\s)?"
    rf"(?:(?P<before>{_MONTH})\s)?(?P<number>[0-3]?\d)(?!\d)(?:st|nd|rd|th|er|º|o)?"
    rf"(?:\s(?:(?:de|of)\s)?(?P<behind>{_MONTH})|[/.](?P<digits>[01]?\d)\b)?",
    re.IGNORECASE,
)
"""A day of the week with the number of the day, and its month where it stands there."""
_ACRONYM: Final = re.compile(r"\b[A-ZÀ-Þ]{3,8}\b")


def conflicts(reads: Iterable[Read], text: str) -> list[Problem]:
    """What does not fit together, each with the field (of `press.facts`) to look at.

    Dates against the length that is stated and the days of the week, the number of all against women and men and
    against the groups that the text counts, the town against the country, two spellings of one acronym.
    """
    one: dict[str, Any] = {}
    for read in reads:
        one.setdefault(read.field, read.value)
    return [*_dates(one), *_weekdays(one, text), *_people(one), *_town(one), *_acronyms(text)]


def _dates(one: dict[str, Any]) -> Iterator[Problem]:
    if not one.get("start_date") or not one.get("end_date"):
        return
    first, last = (date.fromisoformat(one[name]) for name in ("start_date", "end_date"))
    days, stated = (last - first).days + 1, one.get("duration_days")
    ends = (PartialDate.of_day(first), PartialDate.of_day(last))
    if days < 1:
        yield Problem(
            "end_date",
            N_("The end date (%(end)s) is before the start date (%(start)s)."),
            {"end": ends[1], "start": ends[0]},
        )
    elif stated and days <= MOST_DAYS and stated != days:
        message = N_("The text says %(stated)s days, but %(dates)s are %(days)s days.")
        yield Problem("duration_days", message, {"stated": stated, "dates": ends, "days": days})


def _weekdays(one: dict[str, Any], text: str) -> Iterator[Problem]:
    """The first and last day against the day of the week beside their numbers: "Tuesday, 14 May"."""
    for field in ("start_date", "end_date"):
        day = date.fromisoformat(one[field]) if one.get(field) else None
        named = [found for found in _WEEKDAY.finditer(text) if day and _is_of(found, day)]
        if day and named and all(_DAYS[found["weekday"].lower()] != day.weekday() for found in named):
            message = N_("The text says “%(words)s”, but that day is %(day)s.")
            yield Problem(field, message, {"words": named[0]["weekday"] + " " + named[0]["number"], "day": day})


def _is_of(found: re.Match[str], day: date) -> bool:
    """Whether a day of the week stands beside the number of this day. "Monday to Friday, 6 to 10 May" are two."""
    month = (found["before"] or found["behind"] or "").lower()
    number = int(found["digits"]) if found["digits"] else _MONTHS.get(month, day.month)
    return not found["range"] and (int(found["number"]), number) == (day.day, day.month)


def _people(one: dict[str, Any]) -> Iterator[Problem]:
    total, women, men = (one.get(name) for name in ("participants_count", "women_count", "men_count"))
    if total is None:
        return
    parts, counted = one.get("participants_parts") or (), (women or 0) + (men or 0)
    if sum(parts) > total and sum(parts) != counted:
        message = N_("The text says %(total)s participants, but counts groups of %(parts)s: %(counted)s.")
        said = {"total": total, "parts": " + ".join(map(str, parts)), "counted": sum(parts)}
        yield Problem("participants_count", message, said)
    if women is None and men is None:
        return
    is_all = women is not None and men is not None and one.get("participants_qualifier", "exact") == "exact"
    if counted > total or is_all and counted != total:
        message = N_("The text says %(total)s participants, but %(counted)s women and men.")
        yield Problem("participants_count", message, {"total": total, "counted": counted})


def _town(one: dict[str, Any]) -> Iterator[Problem]:
    tie = town_tie(one.get("city", ""), one.get("country", ""))
    if one.get("country") and tie is not None and tie.countries and not tie.name:
        message = N_("%(town)s is known as a town of another country than the one chosen.")
        yield Problem("city", message, {"town": one["city"]})


def _acronyms(text: str) -> Iterator[Problem]:
    """Two acronyms of the same letters in another order: GABP and GAPB."""
    found = dict.fromkeys(_ACRONYM.findall(text))
    for first, second in combinations(found, 2):
        if len(first) > 3 and sorted(first) == sorted(second):
            message = N_("The text writes %(first)s and %(second)s: perhaps one agency, spelt in two ways.")
            yield Problem("beneficiary_agencies", message, {"first": first, "second": second})
