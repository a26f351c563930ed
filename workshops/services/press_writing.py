"""The draft of a press release from the record of a workshop."""

import dataclasses
from datetime import date

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.body_names import body_in
from workshops.domain.file_kinds import FileKind
from workshops.domain.naming import split_acronym
from workshops.domain.workshop import AgencyRef, WorkshopDetails
from workshops.errors import N_
from workshops.models import Agency, Workshop
from workshops.press.writing.release import Release, write_release
from workshops.press.writing.word_file import word_file
from workshops.services import agencies, offices, workshops
from workshops.services.prints.words import file_name
from workshops.services.registers import named_with_acronym
from workshops.services.workshop_reading import details_of, known_date

DRAFT = N_("Press release")


def draft(session: Session, *, reference: str, language: str, by: Actor, today: date) -> tuple[str, Release]:
    """The draft in "en", "fr" or "es", and the name of its file without an ending. Raises NotFound."""
    workshop = workshops.find(session, reference=reference, by=by)
    texts = offices.settings_of(workshop.office).texts
    release = write_release(
        _in_language(session, workshop, language),
        language=language,
        today=today,
        publisher=offices.issuer(workshop.office, language),
        reached_at=texts.get(f"contact_{language}", ""),
        foreign_topics=_foreign_topics(workshop, language),
    )
    day = known_date(workshop.starts_on, workshop.starts_precision)
    return file_name(workshop.reference, DRAFT, day, (language,), language), release


def _foreign_topics(workshop: Workshop, language: str) -> frozenset[str]:
    """Labels not in the language: listed topics are in English, those typed by people in that of the record."""
    own = {topic.label: "en" if topic.translations else workshop.title_language for topic in workshop.topics}
    return frozenset(
        topic.label for topic in workshop.topics if language not in topic.translations and own[topic.label] != language
    )


def _in_language(session: Session, workshop: Workshop, language: str) -> WorkshopDetails:
    """What the record says, with agencies, project and topics named in that language where they have such a name.

    So are institutions of experts and contacts that the register of agencies knows by just that name.
    """
    details = details_of(workshop)
    known = _known_names(session, details, language)
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
        experts=tuple(
            dataclasses.replace(row, affiliation=known.get(row.affiliation, row.affiliation)) for row in details.experts
        ),
        contacts=tuple(
            dataclasses.replace(row, organisation=known.get(row.organisation, row.organisation))
            for row in details.contacts
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


def _known_names(session: Session, details: WorkshopDetails, language: str) -> dict[str, str]:
    """How the language names the institutions of experts and contacts, by what the record calls them.

    Of an office named by the acronym of its agency, "IOM Dakar", the acronym is put into the language.
    """
    written = [row.affiliation for row in details.experts] + [row.organisation for row in details.contacts]
    wanted = {text: named_with_acronym(text, "", None) for text in written if text}
    acronyms = {text: acronym for text in wanted if (acronym := text.split()[0]).isupper()}
    wanted |= {acronym: named_with_acronym(acronym, "", None) for acronym in acronyms.values()}
    found = agencies.find_all(session, wanted.values(), country_code=details.country_code)
    names = {
        text: translated
        for text, name in wanted.items()
        if (agency := found[name]) and (translated := agency.translations.get(language))
    }
    of_offices = {
        text: text.replace(acronym, translated, 1)
        for text, acronym in acronyms.items()
        if (translated := split_acronym(names.get(acronym, ""))[1])
    }
    return of_offices | names


def _named(ref: AgencyRef, agency: Agency, language: str) -> AgencyRef:
    """The agency as the language names it; a translation often brings the acronym that is usual in the language.

    An international body that the register does not translate is named as it calls itself in the language.
    """
    translated = agency.translations.get(language)
    if not translated and (body := body_in(agency.name, language)):
        return dataclasses.replace(ref, name=body[0], acronym=body[1] or agency.acronym)
    name, acronym = split_acronym(translated or agency.name)
    return dataclasses.replace(ref, name=name, acronym=acronym or agency.acronym)


def file_of(release: Release, kind: FileKind) -> bytes:
    """The draft as the bytes of a file: `FileKind.WORD`, or plain text in UTF-8."""
    return word_file(release) if kind is FileKind.WORD else release.text.encode()
