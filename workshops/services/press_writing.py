"""The draft of a press release from the record of a workshop."""

import dataclasses
from datetime import date

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.file_kinds import FileKind
from workshops.domain.workshop import AgencyRef, WorkshopDetails
from workshops.errors import N_
from workshops.models import Agency, Workshop
from workshops.press.writing.release import Release, write_release
from workshops.press.writing.word_file import word_file
from workshops.services import workshops
from workshops.services.prints.words import file_name
from workshops.services.workshop_reading import details_of

DRAFT = N_("Press release")


def draft(session: Session, *, reference: str, language: str, by: Actor, today: date) -> tuple[str, Release]:
    """The draft in "en", "fr" or "es", and the name of its file without an ending. Raises NotFound."""
    workshop = workshops.find(session, reference=reference, by=by)
    details = _in_language(workshop, language)
    release = write_release(details, language=language, today=today, publisher=workshop.office.name)
    return file_name(workshop, DRAFT, (language,), interface=language), release


def _in_language(workshop: Workshop, language: str) -> WorkshopDetails:
    """What the record says, with agencies, project and topics named in that language where they have such a name."""
    details = details_of(workshop)
    topics = zip(details.topics, workshop.topics, strict=True)
    project = details.project
    if project and workshop.project and (title := workshop.project.translations.get(language)):
        project = dataclasses.replace(project, title=title)
    return dataclasses.replace(
        details,
        project=project,
        topics=tuple(
            dataclasses.replace(ref, label=topic.translations.get(language) or ref.label) for ref, topic in topics
        ),
        agencies=tuple(
            dataclasses.replace(row, agency=_named(row.agency, stored.agency, language))
            for row, stored in zip(details.agencies, workshop.agencies, strict=True)
        ),
        funders=tuple(
            dataclasses.replace(row, agency=_named(row.agency, stored.agency, language))
            for row, stored in zip(details.funders, workshop.fundings, strict=True)
        ),
    )


def _named(ref: AgencyRef, agency: Agency, language: str) -> AgencyRef:
    return dataclasses.replace(ref, name=agency.translations.get(language) or agency.name, acronym=agency.acronym)


def file_of(release: Release, kind: FileKind) -> bytes:
    """The draft as the bytes of a file: `FileKind.WORD`, or plain text in UTF-8."""
    return word_file(release) if kind is FileKind.WORD else release.text.encode()
