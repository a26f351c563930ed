"""The words of a record in the language of a document, where the record has them in it."""

import re
from datetime import date
from typing import Final

from workshops.domain.partial_date import PartialDate
from workshops.models import Agency, Workshop
from workshops.services.training_rows import named
from workshops.translating import translator

_NOT_IN_FILE_NAMES: Final = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


def title_of(workshop: Workshop, language: str) -> str:
    """The title of a workshop."""
    return workshop.title_translations.get(language) or workshop.title


def agency_name(agency: Agency, language: str) -> str:
    """The name of an agency with its acronym."""
    return named(language, agency.name, agency.acronym, agency.translations)


def project_name(workshop: Workshop, language: str) -> str:
    """The title of a workshop's project with its acronym, "" without one."""
    project = workshop.project
    return named(language, project.title, project.acronym, project.translations) if project else ""


def file_name(
    beginning: str, title: str, day: date | PartialDate | None, languages: tuple[str, ...], interface: str
) -> str:
    """Such as "MNG-2013-001 attendee sheet 2013-05-14 fr", without an ending.

    `title` is a message id, worded in the language of the `interface`.
    """
    said = translator(interface).gettext(title)
    words = f"{beginning} {said[:1].lower()}{said[1:]} {day or ''} {'-'.join(languages)}"
    return " ".join(_NOT_IN_FILE_NAMES.sub(" ", words).split())
