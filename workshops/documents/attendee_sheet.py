"""The attendee sheet: landscape, one row per participant, one box to sign in per event that takes attendance."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from math import ceil

from workshops.documents.both import Languages, translated
from workshops.documents.headed import Headed
from workshops.documents.pages import page
from workshops.documents.people_columns import LABELS, SEX_LETTERS
from workshops.documents.row_stamps import Group, Specimens, Stamps, row_stamps, under_agencies
from workshops.domain.enums import Sex
from workshops.errors import N_

LEAST_BLANK_ROWS = 5
MOST_BLANK_ROWS = 200

PRINTED_WIDTH = {"A4": 269, "Letter": 251}  # mm between the side margins of 14 mm
BOX_WIDTHS = (52, 48, 44, 40, 36, 32, 28)  # mm; a signature needs 28 at least


class Column(StrEnum):
    """What stands on the sheet of a participant besides the name, as chosen at printing."""

    SEX = "sex"
    AGENCY = "agency"
    PHONE = "phone"
    EMAIL = "email"


class Per(StrEnum):
    """What there is one sheet for."""

    WORKSHOP = "workshop"
    DAY = "day"
    EVENT = "event"


DEFAULT_COLUMNS = (Column.SEX, Column.AGENCY)
_NUMBER_AND_NAME = 11 + 50
_LEAST_WIDTHS = {Column.SEX: 10, Column.AGENCY: 48, Column.PHONE: 30, Column.EMAIL: 40}  # mm, as in attendee_sheet.css


@dataclass(frozen=True, kw_only=True)
class SheetEvent:
    """An event that takes attendance."""

    title: str
    day: date | None = None
    start_time: time | None = None
    end_time: time | None = None


@dataclass(frozen=True, kw_only=True)
class SheetRow:
    """A participant, with agency and post as they are for this workshop."""

    name: str
    native_name: str = ""
    sex: Sex = Sex.UNKNOWN
    agency: str = ""
    position: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class AttendeeSheetContext(Headed):
    """What the sheet says, or the sheets, if there is one for each day or event.

    `sheet_id` stands on every page, in letters and as QR code. The rows are in the order in which they are printed;
    `under_agencies` puts the name of the agency above those that follow each other with the same.
    """

    sheet_id: str
    organisers: Sequence[str] = ()
    funders: Sequence[str] = ()
    events: Sequence[SheetEvent] = ()
    rows: Sequence[SheetRow] = ()
    blank_rows: int = LEAST_BLANK_ROWS
    columns: Sequence[Column] = field(default=DEFAULT_COLUMNS)
    per: Per = Per.WORKSHOP
    under_agencies: bool = False


@dataclass(frozen=True)
class Layout:
    """How a sheet is cut: the columns, the width of a box in mm, the events side by side in each table."""

    columns: list[Column]
    box_width: int
    groups: list[list[SheetEvent]]


@dataclass(frozen=True)
class Sheet:
    """One of the sheets that are printed together; it is for a day, for an event, or for all of them."""

    sheet_id: str
    layout: Layout
    day: date | None = None
    event: SheetEvent | None = None


def layout(context: AttendeeSheetContext, chosen: Sequence[SheetEvent]) -> Layout:
    """Shares the width of the paper; name and agency take what the boxes leave.

    More events than fit side by side make further tables with the same rows. Without events there is one box, by
    which people sign that they came.
    """
    columns = [column for column in Column if column in context.columns]
    room = PRINTED_WIDTH[context.paper] - _NUMBER_AND_NAME - sum(_LEAST_WIDTHS[column] for column in columns)
    events = list(chosen) or [SheetEvent(title="")]
    tables = ceil(len(events) / (room // BOX_WIDTHS[-1]))
    side_by_side = ceil(len(events) / tables)
    box_width = next(width for width in BOX_WIDTHS if width * side_by_side <= room)
    groups = [events[start : start + side_by_side] for start in range(0, len(events), side_by_side)]
    return Layout(columns, box_width, groups)


def sheets(context: AttendeeSheetContext) -> list[Sheet]:
    """The sheets to print; if there are several, each has a number behind the id."""
    if context.per is Per.WORKSHOP or not context.events:
        return [Sheet(context.sheet_id, layout(context, context.events))]
    if context.per is Per.EVENT:
        parts = [[event] for event in context.events]
    else:
        days = list(dict.fromkeys(event.day for event in context.events))
        parts = [[event for event in context.events if event.day == day] for day in days]
    return [
        Sheet(
            f"{context.sheet_id}-{number}",
            layout(context, part),
            part[0].day,
            part[0] if context.per is Per.EVENT else None,
        )
        for number, part in enumerate(parts, 1)
    ]


def groups(context: AttendeeSheetContext, languages: Languages) -> list[Group[SheetRow]]:
    """The rows under their headings; the last group are the blank rows."""
    last = len(context.rows)
    blank: list[tuple[int, SheetRow | None]] = [(last + number, None) for number in range(1, blank_rows(context) + 1)]
    if not context.under_agencies:
        return [Group("", list(enumerate(context.rows, 1))), Group("", blank)]
    made = under_agencies(context.rows, lambda row: row.agency, translated(languages, N_("No agency named")))
    return [*made, Group(translated(languages, N_("Others who came")), blank)]


def blank_rows(context: AttendeeSheetContext) -> int:
    """The rows left free for those who come unannounced."""
    return min(max(context.blank_rows, 1), MOST_BLANK_ROWS)


def attendee_sheet_page(
    context: AttendeeSheetContext, languages: Languages, specimens: Specimens[SheetRow] | None = None
) -> str:
    """Gives the HTML of the sheet, to be rendered.

    With `specimens` its pages are the first and a further one of each table, with one blank row, then one with these
    rows, and last the end of the sheet alone.
    """
    return page(
        "attendee_sheet.html",
        languages,
        workshop=context,
        sheets=sheets(context),
        groups=[] if specimens else groups(context, languages),
        labels=LABELS,
        sex_letters=SEX_LETTERS,
        specimens=specimens,
    )


def attendee_stamps(context: AttendeeSheetContext, languages: Languages) -> Stamps:
    """Gives the sheet as values to be set into its specimen; the specimen says nothing of the people."""
    return row_stamps(
        groups(context, languages),
        layout(context, ()).columns,
        SheetRow,
        lambda specimens: attendee_sheet_page(replace(context, rows=()), languages, specimens),
        under_agencies=context.under_agencies,
    )
