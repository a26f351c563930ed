"""Tables of the record that only evidence packs hold: who was seen at which event, which certificates were issued."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from workshops.documents.both import in_each, translated
from workshops.documents.evidence_pack import EvidenceTable, TablePart
from workshops.domain.attended_hours import USUAL_DAY
from workshops.errors import N_
from workshops.formatting import format_date, format_day, format_time_range
from workshops.labels import label
from workshops.models import Certificate, Event, Person, Workshop
from workshops.services import attendance, certificate_register, document_values
from workshops.services.certificate_entitlement import attendance_of
from workshops.services.prints.head import head_of
from workshops.services.prints.kinds import Wanted
from workshops.services.prints.words import agency_name
from workshops.translating import translator

EVENTS_BESIDE: Final = 6
"""Columns for events on a page across; the others follow below."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the record: its `title` (a message id), and what it says, None where the record says nothing."""

    title: str
    read: Callable[[Session, Workshop, Wanted], EvidenceTable | None]


def attendance_table(session: Session, workshop: Workshop, wanted: Wanted) -> EvidenceTable | None:
    """Each participant with the mark at each event, and the hours that were attended."""
    sheet = attendance.sheet(session, reference=workshop.reference, size=attendance.EVERYBODY, by=wanted.by)
    if not sheet.marks:
        return None
    hours = attendance_of(sheet.workshop, hours_of_a_day=USUAL_DAY)
    people = [(row, hours[row.person_id]) for row in sheet.participations.rows]

    def rows(events: Sequence[Event]) -> Iterator[Sequence[str]]:
        for row, came in people:
            marks = (sheet.marks.get((row.id, event.id)) for event in events)
            agency = agency_name(row.agency, wanted.languages) if row.agency else ""
            said = [_said(wanted, label(mark)) if mark else "" for mark in marks]
            yield (_name(row.person), agency, *said, _hours(wanted, came.minutes if came else None))

    first = [_said(wanted, message) for message in (N_("Name"), N_("Agency"))]
    parts = [
        TablePart(
            [*first, *(_when(event, wanted) for event in events), _said(wanted, N_("Hours"))],
            list(rows(events)),
            [_said(wanted, N_("Were there")), "", *(str(sheet.seen.get(event.id, 0)) for event in events), ""],
        )
        for events in (sheet.events[at : at + EVENTS_BESIDE] for at in range(0, len(sheet.events), EVENTS_BESIDE))
    ]
    return EvidenceTable(**head_of(workshop, wanted), heading=_said(wanted, ATTENDANCE.title), parts=parts)


def certificate_table(session: Session, workshop: Workshop, wanted: Wanted) -> EvidenceTable | None:
    """All certificates that were issued, with what became of each."""
    found = certificate_register.of_workshop(session, reference=workshop.reference, by=wanted.by).certificates
    if not found:
        return None
    zone = ZoneInfo(workshop.office.time_zone)
    columns = (N_("Name"), N_("Number"), N_("Kind"), N_("Hours"), N_("State"), N_("Issued"))
    rows = [
        (
            _name(one),
            one.number,
            _said(wanted, label(one.kind)),
            _hours(wanted, one.minutes),
            _said(wanted, label(one.status)),
            in_each(wanted.languages, partial(format_date, one.issued_at.astimezone(zone).date())),
        )
        for one in found
    ]
    part = TablePart([_said(wanted, message) for message in columns], rows)
    return EvidenceTable(**head_of(workshop, wanted), heading=_said(wanted, CERTIFICATES.title), parts=[part])


ATTENDANCE: Final = Table(N_("Attendance"), attendance_table)
CERTIFICATES: Final = Table(N_("Register of certificates"), certificate_table)
TABLES: Final = {"attendance": ATTENDANCE, "certificates": CERTIFICATES}


def _said(wanted: Wanted, message: str) -> str:
    return translated(wanted.languages, message)


def _hours(wanted: Wanted, minutes: int | None) -> str:
    return in_each(wanted.languages, partial(document_values.hours, minutes))


def _name(one: Person | Certificate) -> str:
    return f"{one.full_name} ({one.native_name})" if one.native_name else one.full_name


def _when(event: Event, wanted: Wanted) -> str:
    """Such as "Mon 6 May, 09:00–12:30: Opening"."""

    def say(language: str) -> str:
        when = [format_day(event.day, language, width="abbreviated")] if event.day else []
        if event.start_time:
            when.append(format_time_range(event.start_time, event.end_time, language))
        said = translator(language).gettext(N_("%(when)s: %(what)s"), when=", ".join(when), what=event.title)
        return said if when else event.title

    return in_each(wanted.languages, say)
