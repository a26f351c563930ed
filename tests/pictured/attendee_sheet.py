"""An attendee sheet with names in every script."""

from datetime import date, time, timedelta
from functools import partial

from workshops.documents import fonts
from workshops.documents.attendee_sheet import AttendeeSheetContext, SheetEvent, SheetRow, attendee_sheet_page
from workshops.domain import enums as e
from workshops.domain.partial_date import PartialDate

NAMES = list(fonts.SCRIPTS.values())


def full_sheet(people: int = 3, sessions: int = 2, **changes: object) -> AttendeeSheetContext:
    """A sheet with so many people and sessions, in which single values can be changed."""
    values: dict[str, object] = {
        "reference": "MNG-2024-003",
        "sheet_id": "MNG-2024-003/7K3F9QXA",
        "title": "Border management and the detection of fraudulent travel documents",
        "type": e.WorkshopType.WORKSHOP,
        "status": e.WorkshopStatus.COMPLETED,
        "office": "Office in Mongolia",
        "printed_on": date(2024, 5, 3),
        "starts_on": PartialDate(2024, 5, 6),
        "ends_on": PartialDate(2024, 5, 8),
        "country_code": "MN",
        "city": "Ulaanbaatar",
        "organisers": ("International Organization for Migration (IOM)",),
        "funders": ("IOM Development Fund",),
        "rows": [
            SheetRow(
                name=f"{NAMES[number % len(NAMES)]} {number + 1}",
                sex=list(e.Sex)[number % 4],
                agency="General Authority for Border Protection",
                position="Senior officer, passport control",
                phone="+976 7014 3100",
                email="officer@example.org",
            )
            for number in range(people)
        ],
        "events": [
            SheetEvent(
                title=f"Session {number + 1}",
                day=date(2024, 5, 6) + timedelta(number),
                start_time=time(9),
                end_time=time(12, 30),
            )
            for number in range(sessions)
        ],
    }
    return AttendeeSheetContext(**{**values, **changes})


def _pdf(language: str, people: int) -> bytes:
    from workshops.documents.engine import to_pdf  # here, so that the contexts can be had where nothing prints

    return to_pdf(attendee_sheet_page(full_sheet(people, sessions=3), language))


PICTURES = {"attendee-sheet-en": partial(_pdf, "en", 14), "attendee-sheet-es": partial(_pdf, "es", 0)}
