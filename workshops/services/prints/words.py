"""The words of a record in the languages of a document, where the record has them in it."""

import re
import textwrap
from datetime import date
from typing import Final

from workshops.documents.both import Languages, in_each, known_in
from workshops.domain.partial_date import PartialDate
from workshops.models import Agency, Workshop
from workshops.services.training_rows import named
from workshops.translating import translator

LONGEST_ABOUT: Final = 60  # characters
_NOT_IN_FILE_NAMES: Final = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


def title_of(workshop: Workshop, languages: Languages) -> str:
    """The title of a workshop."""
    return known_in(languages, {workshop.title_language: workshop.title, **workshop.title_translations}, workshop.title)


def agency_name(agency: Agency, languages: Languages) -> str:
    """The name of an agency with its acronym."""
    return in_each(languages, lambda language: named(language, agency.name, agency.acronym, agency.translations))


def project_name(workshop: Workshop, languages: Languages) -> str:
    """The title of a workshop's project with its acronym, "" without one."""
    if (project := workshop.project) is None:
        return ""
    return in_each(languages, lambda language: named(language, project.title, project.acronym, project.translations))


def topic_labels(workshop: Workshop, languages: Languages) -> list[str]:
    """The topics of a workshop."""
    labels = [{"en": topic.label, **topic.translations} for topic in workshop.topics]
    return [known_in(languages, texts, texts["en"]) for texts in labels]


def file_name(
    beginning: str,
    title: str,
    day: date | PartialDate | None,
    languages: tuple[str, ...],
    interface: str,
    about: str = "",
) -> str:
    """Such as "MNG-2013-001 attendee sheet 2013-05-14 fr", without an ending.

    `title` is a message id, worded in the language of the `interface`; `about` tells it from others of its kind.
    """
    said = translator(interface).gettext(title)
    short = textwrap.shorten(about, LONGEST_ABOUT, placeholder="…")
    return safe_name(f"{beginning} {said[:1].lower()}{said[1:]} {short} {day or ''} {'-'.join(languages)}")


def safe_name(words: str) -> str:
    """The words as every file system takes them for a name."""
    return " ".join(_NOT_IN_FILE_NAMES.sub(" ", words).split())
