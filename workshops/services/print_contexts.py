"""The record of a workshop, loaded whole, as the plain values of its printed documents."""

import hashlib
from base64 import b32encode
from collections.abc import Collection, Sequence
from datetime import date

from workshops.documents import brief as b
from workshops.documents.attendee_sheet import LEAST_BLANK_ROWS, AttendeeSheetContext, Column, SheetEvent, SheetRow
from workshops.documents.letterhead import Letterhead
from workshops.domain.enums import AgencyRole, ParticipationStatus
from workshops.domain.event_plan import propose_events
from workshops.domain.offices import Paper
from workshops.domain.reach import reach
from workshops.domain.texts import unquoted
from workshops.models import Agency, Event, Participation, PressRelease, Workshop
from workshops.services.training_rows import named
from workshops.services.workshop_reading import details_of, known_date
from workshops.translating import translator

ORGANISING = (AgencyRole.ORGANISER, AgencyRole.CO_ORGANISER)
NOT_EXPECTED = (
    ParticipationStatus.INVITED,
    ParticipationStatus.RESERVE,
    ParticipationStatus.DECLINED,
    ParticipationStatus.WITHDRAWN,
)
"""Who is not on the sheet: they have no place, or do not take it."""

BLANK_ROWS_OF_AN_EMPTY_LIST = 15


def brief_context(
    workshop: Workshop,
    sources: Sequence[PressRelease],
    *,
    language: str,
    today: date,
    paper: Paper,
    letterhead: Letterhead,
) -> b.BriefContext:
    """What the brief says of a record that is loaded whole."""
    details = details_of(workshop)
    return b.BriefContext(
        reference=workshop.reference,
        title=_title(workshop, language),
        type=workshop.type,
        status=workshop.status,
        office=workshop.office.name,
        printed_on=today,
        paper=paper,
        starts_on=details.starts_on,
        ends_on=details.ends_on,
        country_code=workshop.country_code,
        city=workshop.city,
        venue=workshop.venue,
        languages=details.languages,
        objectives=workshop.objectives,
        summary=workshop.summary,
        target_audience=workshop.target_audience,
        topics=[topic.translations.get(language) or topic.label for topic in workshop.topics],
        legal_references=workshop.legal_references,
        project=_project(workshop, language),
        planned=workshop.planned_seats,
        reach=reach(details.headcount, details.participants),
        reach_qualifier=workshop.headcount_qualifier,
        agencies=[b.AgencyLine(role=row.role, name=_name(row.agency, language)) for row in workshop.agencies],
        experts=[
            b.ExpertLine(
                role=row.role,
                name=row.person.full_name if row.person else "",
                affiliation=row.affiliation,
                country_code=row.country_code,
            )
            for row in workshop.engagements
        ],
        funders=[
            b.FunderLine(
                name=_name(row.agency, language),
                amount=row.amount,
                currency=row.currency,
                grant_reference=row.grant_reference,
                visibility_statement=row.visibility_statement,
            )
            for row in workshop.fundings
        ],
        quotes=[
            b.QuoteLine(
                text=unquoted(row.text),
                speaker_name=row.speaker_name,
                speaker_title=row.speaker_title,
                language=row.language,
            )
            for row in workshop.quotes
        ],
        contacts=[
            b.ContactLine(name=row.name, organisation=row.organisation, phone=row.phone, email=row.email)
            for row in workshop.contacts
        ],
        sources=[
            b.SourceLine(
                headline=source.headline or source.file_name,
                publisher=source.publisher,
                published_on=source.published_on,
                url=source.url,
            )
            for source in sources
        ],
        letterhead=letterhead,
    )


def sheet_context(
    workshop: Workshop,
    *,
    language: str,
    today: date,
    columns: Collection[Column],
    events: Collection[int],
    blank_rows: int | None,
    paper: Paper,
    letterhead: Letterhead,
) -> AttendeeSheetContext:
    """What the attendee sheet says of a record that is loaded whole."""
    expected = [row for row in workshop.participations if row.status not in NOT_EXPECTED]
    chosen = [event for event in workshop.events if event.id in events or (not events and event.takes_attendance)]
    if blank_rows is None:
        blank_rows = max((workshop.planned_seats or 0) - len(expected), LEAST_BLANK_ROWS)
        if not expected and not workshop.planned_seats:
            blank_rows = BLANK_ROWS_OF_AN_EMPTY_LIST
    return AttendeeSheetContext(
        reference=workshop.reference,
        sheet_id=_sheet_id(workshop, chosen, expected, blank_rows, today),
        title=_title(workshop, language),
        office=workshop.office.name,
        printed_on=today,
        paper=paper,
        starts_on=known_date(workshop.starts_on, workshop.starts_precision),
        ends_on=known_date(workshop.ends_on, workshop.ends_precision),
        country_code=workshop.country_code,
        city=workshop.city,
        venue=workshop.venue,
        organisers=[_name(row.agency, language) for row in workshop.agencies if row.role in ORGANISING],
        funders=[_name(row.agency, language) for row in workshop.fundings],
        events=_sheet_events(workshop, chosen, language),
        rows=[_sheet_row(row, language) for row in expected],
        blank_rows=blank_rows,
        columns=tuple(columns),
        letterhead=letterhead,
    )


def _sheet_events(workshop: Workshop, chosen: Sequence[Event], language: str) -> list[SheetEvent]:
    """A box per chosen event; while there is no programme, one per day of the workshop."""
    if workshop.events:
        return [
            SheetEvent(title=row.title, day=row.day, start_time=row.start_time, end_time=row.end_time) for row in chosen
        ]
    details = details_of(workshop)
    proposed = propose_events(
        details.starts_on, details.ends_on, translator(language).gettext, duration_days=details.duration_days
    )
    return [SheetEvent(title=row.title, day=row.day) for row in proposed]


def _sheet_row(row: Participation, language: str) -> SheetRow:
    person = row.person
    return SheetRow(
        name=person.full_name,
        native_name=person.native_name,
        sex=person.sex,
        agency=_name(row.agency, language) if row.agency else "",
        position=row.post_title,
        phone=person.phone,
        email=person.email,
    )


def _sheet_id(
    workshop: Workshop, events: Sequence[Event], expected: Sequence[Participation], blank_rows: int, today: date
) -> str:
    """The reference with eight letters that tell apart sheets of other people, events, rows or days."""
    said = ([event.id for event in events], [row.id for row in expected], blank_rows, today.isoformat())
    digest = hashlib.sha256(repr(said).encode()).digest()
    return f"{workshop.reference}/{b32encode(digest)[:8].decode()}"


def _name(agency: Agency, language: str) -> str:
    return named(language, agency.name, agency.acronym, agency.translations)


def _project(workshop: Workshop, language: str) -> str:
    project = workshop.project
    return named(language, project.title, project.acronym, project.translations) if project else ""


def _title(workshop: Workshop, language: str) -> str:
    """The title in the language of the document where the record has it."""
    return workshop.title_translations.get(language) or workshop.title
