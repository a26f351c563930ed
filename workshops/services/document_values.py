"""The values of the placeholders in letters and certificates, worded in the language of the document."""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from workshops.domain.countries import country_name, in_country
from workshops.domain.enums import ContactPurpose, DeliveryMode, WorkshopType
from workshops.domain.folding import fold
from workshops.domain.partial_date import PartialDate
from workshops.errors import N_
from workshops.formatting import (
    format_date,
    format_date_range_in_sentence,
    format_hours,
    format_language,
    format_list,
)
from workshops.models import Workshop
from workshops.services.workshop_reading import known_date
from workshops.translating import translator

ACTIVITIES: Final = {
    WorkshopType.WORKSHOP: N_("the workshop"),
    WorkshopType.TRAINING_COURSE: N_("the training course"),
    WorkshopType.TRAINING_OF_TRAINERS: N_("the training of trainers"),
    WorkshopType.SEMINAR: N_("the seminar"),
    WorkshopType.CONFERENCE: N_("the conference"),
    WorkshopType.STUDY_VISIT: N_("the study visit"),
    WorkshopType.WEBINAR: N_("the webinar"),
    WorkshopType.OTHER: N_("the activity"),
}


def values_of(workshop: Workshop, language: str) -> dict[str, str]:
    """All that a workshop says to placeholders, "" for what it does not say.

    Its texts count where they are in the language of the document, as far as the language of its title tells.
    """
    is_own_language = workshop.title_language == language
    title = workshop.title_translations.get(language) or workshop.title
    return {
        "workshop": title,
        "activity": activity(workshop.type, title, language),
        "dates": dates(
            known_date(workshop.starts_on, workshop.starts_precision),
            known_date(workshop.ends_on, workshop.ends_precision),
            language,
        ),
        "place": place(workshop.city, workshop.country_code, workshop.mode, language),
        "office": workshop.office.name,
        "reference": workshop.reference,
        "venue": workshop.venue,
        "languages": format_list((format_language(row.language, language) for row in workshop.language_rows), language),
        "objectives": _open_ended(workshop.objectives) if is_own_language else "",
        "audience": _open_ended(workshop.target_audience) if is_own_language else "",
    }


def _open_ended(text: str) -> str:
    """A text without the point at its end, so that a sentence can go on after it."""
    return text.rstrip(" .;\n")


def activity(kind: WorkshopType, title: str, language: str) -> str:
    """The type with its article: "the workshop", "l’atelier"; "the activity" where the title says the type itself."""
    say = translator(language).gettext
    named = say(ACTIVITIES[kind])
    _article, noun = re.split("[ ’]", named, maxsplit=1)
    return say(ACTIVITIES[WorkshopType.OTHER]) if f" {fold(noun)} " in f" {fold(title)} " else named


def dates(starts_on: PartialDate | None, ends_on: PartialDate | None, language: str) -> str:
    """The days as a sentence holds them: "from 6 to 17 May 2024"; "" where none is known."""
    if starts_on is None and ends_on is None:
        return ""
    return format_date_range_in_sentence(starts_on, ends_on, language)


def place(city: str, country_code: str | None, mode: DeliveryMode, language: str) -> str:
    """Where one meets: "in Kutaisi (Georgia)", "au Sénégal", "online"; "" where nothing is known."""
    say = translator(language).gettext
    if mode is DeliveryMode.ONLINE:
        return say(N_("online"))
    if city:
        return say(N_("in %(city)s"), city=city) + (
            f" ({country_name(country_code, language)})" if country_code else ""
        )
    return in_country(country_code, language) if country_code else ""


def deadline(day: date | None, language: str) -> str:
    """The last day for an answer: "12 April 2024"."""
    return format_date(day, language) if day else ""


def hours(minutes: int | None, language: str) -> str:
    """The time attended, to half an hour, and not less: "24 hours", "22,5 heures"; "" where it is not known."""
    return format_hours(Decimal(max(1, round(minutes / 30))) / 2, language) if minutes else ""


def seats(number: int | None, language: str) -> str:
    """Places for an agency: "3 participants"; "" where there are none."""
    return translator(language).ngettext("%(num)s participant", "%(num)s participants", number) if number else ""


def contact(workshop: Workshop, usual: str) -> str:
    """Whom to answer: the first contact of the workshop for registration, or for information, else the `usual` one."""
    for purpose in (ContactPurpose.REGISTRATION, ContactPurpose.INFORMATION):
        for row in workshop.contacts:
            if row.purpose is purpose:
                return ", ".join(filter(None, (row.name, row.organisation, row.phone, row.email)))
    return ", ".join(line for line in map(str.strip, usual.splitlines()) if line)
