"""The rules of a workshop's record that every door shares: form, press release, file, API.

Fields are named as the form names them. Limits are those of the tables' columns.
"""

from collections.abc import Iterator
from typing import Final

from workshops.domain import workshop_row_rules as rows
from workshops.domain.countries import countries
from workshops.domain.languages import INTERFACE_LANGUAGES, LANGUAGES
from workshops.domain.partial_date import PartialDate
from workshops.domain.rule_texts import is_too_long
from workshops.domain.time_zones import time_zones
from workshops.domain.workshop import WorkshopDetails
from workshops.errors import N_, Problem

TITLE_LIMIT: Final = 300
AUDIENCE_LIMIT: Final = 1000
TEXT_LIMIT: Final = 20_000
MOST_PEOPLE: Final = 100_000
MOST_DAYS: Final = 1000
FIRST_YEAR: Final = 1945
"""The oldest records are of the first years of the United Nations; an earlier year is a slip of the hand."""
LONGEST: Final = 366
"""Days from the first to the last; what goes on for longer is a project."""

_TEXTS = (
    ("title", N_("The title"), TITLE_LIMIT),
    ("date_note", N_("The note on the dates"), TITLE_LIMIT),
    ("city", N_("The town"), TITLE_LIMIT),
    ("venue", N_("The venue"), TITLE_LIMIT),
    ("target_audience", N_("The text on the target audience"), AUDIENCE_LIMIT),
    ("objectives", N_("The text on the objectives"), TEXT_LIMIT),
    ("summary", N_("The summary"), TEXT_LIMIT),
    ("methodology", N_("The text on the methodology"), TEXT_LIMIT),
    ("results", N_("The text on the results"), TEXT_LIMIT),
    ("follow_up", N_("The text on the follow-up"), TEXT_LIMIT),
)


def problems(details: WorkshopDetails) -> tuple[Problem, ...]:
    """Everything that keeps these details from being stored, in the order of the form; () if nothing does.

    A workshop needs its title, nothing else: what is not known yet is asked for by `completeness`.
    """
    return (
        *_title(details),
        *_texts(details),
        *_dates(details),
        *_codes(details),
        *_numbers(details),
        *_lists(details),
        *rows.problems(details),
    )


def _title(details: WorkshopDetails) -> Iterator[Problem]:
    if not details.title:
        yield Problem("title", N_("Enter the workshop title."))
    for language, title in details.title_translations.items():
        yield from is_too_long(f"title_{language}", N_("The title"), title, TITLE_LIMIT)
        if language == details.title_language:
            yield Problem(
                f"title_{language}", N_("The title above is in this language already. Leave this field empty.")
            )
        elif language not in INTERFACE_LANGUAGES:
            yield Problem("title_language", N_("Choose the language of the title from the list."))


def _texts(details: WorkshopDetails) -> Iterator[Problem]:
    for field, name, limit in _TEXTS:
        yield from is_too_long(field, name, getattr(details, field), limit)


def _dates(details: WorkshopDetails) -> Iterator[Problem]:
    start, end = details.starts_on, details.ends_on
    if start is not None and end is not None and end.latest < start.earliest:
        yield Problem(
            "ends_on",
            N_("The end date (%(end)s) is before the start date (%(start)s). Change one of them."),
            {"start": start, "end": end},
        )
    for field, day in (("starts_on", start), ("ends_on", end)):
        if day is not None and day.year < FIRST_YEAR:
            message = N_("%(date)s is before %(first)s. Check the year.")
            yield Problem(field, message, {"date": day, "first": PartialDate(FIRST_YEAR)})
    if start is not None and end is not None and (days := (end.earliest - start.latest).days + 1) > LONGEST:
        message = N_("From the first to the last day there are %(days)s days; at most %(most)s fit. Check both dates.")
        yield Problem("ends_on", message, {"days": days, "most": LONGEST})
    if details.duration_days is not None and not 1 <= details.duration_days <= MOST_DAYS:
        yield Problem("duration_days", N_("Enter a whole number of days from 1 to %(most)s."), {"most": MOST_DAYS})
    elif (
        details.duration_days
        and start is not None
        and end is not None
        and 0 < (days := (end.latest - start.earliest).days + 1) < details.duration_days
    ):
        message = N_("From the first to the last day it can be %(days)s at most. Change one of them.")
        yield Problem("duration_days", message, {"days": days})


def _codes(details: WorkshopDetails) -> Iterator[Problem]:
    if details.title_language not in LANGUAGES:
        yield Problem("title_language", N_("Choose the language of the title from the list."))
    if details.time_zone and details.time_zone not in time_zones():
        yield Problem("time_zone", N_("Choose the time zone from the list, for example Asia/Ulaanbaatar."))
    if details.country_code and details.country_code not in countries():
        yield Problem("country_code", N_("Choose a country from the list."))
    if not set(details.participant_countries) <= set(countries()):
        yield Problem("participant_countries", N_("Choose a country from the list."))
    if not set(details.languages) <= set(LANGUAGES):
        yield Problem("languages", N_("Choose a language from the list."))


def _numbers(details: WorkshopDetails) -> Iterator[Problem]:
    count = details.headcount
    for field, number in (
        ("planned_seats", details.planned_seats),
        ("headcount_women", count.women),
        ("headcount_men", count.men),
        ("headcount_other", count.other),
        ("headcount_unknown", count.unknown),
    ):
        if number is not None and not 0 <= number <= MOST_PEOPLE:
            yield Problem(field, N_("Enter a whole number from 0 to %(most)s."), {"most": MOST_PEOPLE})


def _lists(details: WorkshopDetails) -> Iterator[Problem]:
    if details.project is not None:
        if details.project.id is None and not details.project.title:
            yield Problem("project_name", N_("Enter the title of the project."))
        yield from is_too_long("project_name", N_("The title of the project"), details.project.title, TITLE_LIMIT)
    for text in details.legal_references:
        yield from is_too_long("legal_references", N_("A legal reference"), text, TITLE_LIMIT)
    for index, topic in enumerate(details.topics):
        field = f"topics-{index}-topic_name"
        if topic.id is None and not topic.label:
            yield Problem(field, N_("Enter the topic."))
        yield from is_too_long(field, N_("The topic"), topic.label, TITLE_LIMIT)
