"""The attendee sheet: who is expected, with a box to sign in for each event."""

import hashlib
from base64 import b32encode
from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from workshops.documents.attendee_sheet import (
    DEFAULT_COLUMNS,
    LEAST_BLANK_ROWS,
    MOST_BLANK_ROWS,
    AttendeeSheetContext,
    Column,
    Per,
    SheetEvent,
    SheetRow,
    attendee_sheet_page,
    attendee_stamps,
    sheets,
)
from workshops.documents.people_columns import LABELS
from workshops.domain.enums import AgencyRole, ParticipationStatus
from workshops.domain.event_plan import propose_events
from workshops.domain.print_choices import Option
from workshops.errors import N_
from workshops.formatting import format_day, format_time_range
from workshops.models import Event, Participation, Workshop
from workshops.services.prints.choices import Number, OneOf, SomeOf
from workshops.services.prints.contact_data import contact_data
from workshops.services.prints.head import head_of
from workshops.services.prints.kinds import Kind, Wanted
from workshops.services.prints.order import ORDER, UNDER_AGENCIES, Order, in_order
from workshops.services.prints.words import agency_name
from workshops.services.workshop_reading import details_of
from workshops.translating import translator

ORGANISING = (AgencyRole.ORGANISER, AgencyRole.CO_ORGANISER)
NOT_EXPECTED = (
    ParticipationStatus.INVITED,
    ParticipationStatus.RESERVE,
    ParticipationStatus.DECLINED,
    ParticipationStatus.WITHDRAWN,
)
"""Who is not on the sheet: they have no place, or do not take it."""

BLANK_ROWS_OF_AN_EMPTY_LIST = 8  # with the end of the sheet they fill a page
LONG = 2_000  # rows; a page waits about a second for so many


def sheet_context(_session: Session, workshop: Workshop, wanted: Wanted) -> AttendeeSheetContext:
    """What the attendee sheet says of a workshop; with no event chosen it has a box for each that takes attendance."""
    languages, blank_rows, events = wanted.languages, wanted.chosen["blank_rows"], wanted.chosen["events"]
    expected = [row for row in workshop.participations if row.status not in NOT_EXPECTED]
    chosen = [event for event in workshop.events if str(event.id) in events or (not events and event.takes_attendance)]
    if blank_rows is None:
        free = (workshop.planned_seats or 0) - len(expected)
        blank_rows = free if free > 0 else LEAST_BLANK_ROWS if expected else BLANK_ROWS_OF_AN_EMPTY_LIST
    order, per = Order(wanted.chosen["order"]), Per(wanted.chosen["per"])
    under_agencies: bool = wanted.chosen["under_agencies"]
    rows = in_order(
        (_sheet_row(row, wanted) for row in expected),
        order,
        under_agencies=under_agencies,
        language=wanted.language,
    )
    said = ([event.id for event in chosen], [row.id for row in expected], blank_rows, wanted.today.isoformat())
    return AttendeeSheetContext(
        **head_of(workshop, wanted),
        sheet_id=_sheet_id(workshop, (*said, order.value, per.value, under_agencies)),
        organisers=[agency_name(row.agency, languages) for row in workshop.agencies if row.role in ORGANISING],
        funders=[agency_name(row.agency, languages) for row in workshop.fundings],
        events=_sheet_events(workshop, chosen, wanted.language),
        rows=rows,
        blank_rows=blank_rows,
        columns=tuple(map(Column, wanted.chosen["columns"])),
        per=per,
        under_agencies=under_agencies,
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


def _sheet_row(row: Participation, wanted: Wanted) -> SheetRow:
    person = row.person
    return SheetRow(
        name=person.full_name,
        native_name=person.native_name,
        sex=person.sex,
        agency=agency_name(row.agency, wanted.languages) if row.agency else "",
        position=row.post_title,
        **contact_data(person, wanted.by),
    )


def _sheet_id(workshop: Workshop, said: tuple[object, ...]) -> str:
    """The reference with eight letters that tell apart sheets of other people, events, rows, days or order."""
    digest = hashlib.sha256(repr(said).encode()).digest()
    return f"{workshop.reference}/{b32encode(digest)[:8].decode()}"


def _day(context: AttendeeSheetContext) -> date | None:
    """The day of a sheet that has boxes for one day only."""
    days = {event.day for event in context.events}
    return days.pop() if len(days) == 1 else None


def _events(workshop: Workshop, language: str) -> Iterator[Option]:
    """Such as "Monday 6 May, 09:00–12:30: Opening"."""
    for event in workshop.events:
        when = [format_day(event.day, language)] if event.day else []
        if event.start_time:
            when.append(format_time_range(event.start_time, event.end_time, language))
        said = translator(language).gettext(N_("%(when)s: %(what)s"), when=", ".join(when), what=event.title)
        yield Option(str(event.id), said if when else event.title, event.takes_attendance)


ATTENDEE_SHEET = Kind(
    name="attendee-sheet",
    title=N_("Attendee sheet"),
    about=N_("A list with a box to sign in for each event, and blank rows for those who come unannounced."),
    context=sheet_context,
    page=attendee_sheet_page,
    stamps=attendee_stamps,
    choices=(
        SomeOf(
            name="columns",
            label=N_("Columns"),
            hint=N_("Phone and e-mail are seen by all who sign."),
            of=[Option(column.value, LABELS[column], column in DEFAULT_COLUMNS) for column in Column],
        ),
        OneOf(
            name="per",
            label=N_("Sheets"),
            hint=N_("Each sheet says which day or entry it is for."),
            of=[
                Option(Per.WORKSHOP.value, N_("One for the whole workshop")),
                Option(Per.DAY.value, N_("One for each day")),
                Option(Per.EVENT.value, N_("One for each entry of the programme")),
            ],
        ),
        ORDER,
        UNDER_AGENCIES,
        SomeOf(
            name="events",
            label=N_("Boxes to sign in"),
            hint=N_("Each entry ticked is a column of the sheet."),
            of=_events,
        ),
        Number(
            name="blank_rows",
            label=N_("Blank rows"),
            hint=N_("Left empty, there are as many as places are free."),
            least=LEAST_BLANK_ROWS,
            most=MOST_BLANK_ROWS,
        ),
    ),
    is_long=lambda context: len(sheets(context)) * (len(context.rows) + context.blank_rows) > LONG,
    day=_day,
)
