"""Contexts with every part filled in, and readers of the documents made from them."""

import io
from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal

import pypdfium2
import pytest

from workshops.documents import brief as b
from workshops.documents import fonts
from workshops.documents.attendee_sheet import AttendeeSheetContext, SheetEvent, SheetRow
from workshops.documents.renderer import unavailable
from workshops.domain import enums as e
from workshops.domain.partial_date import PartialDate
from workshops.domain.reach import Reach

NAMES = list(fonts.SCRIPTS.values())
STORY = "Officials of both agencies worked for three days on the examination of travel documents. "


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if unavailable():
        missing = ", ".join(fonts.missing_packages())
        for item in items:
            if "integration/documents" in item.path.as_posix():
                item.add_marker(pytest.mark.skip(reason=f"printing needs {missing}"))


@pytest.fixture
def brief() -> Callable[..., b.BriefContext]:
    """A maker of full briefs, in which single values can be changed."""

    def make(**changes: object) -> b.BriefContext:
        values: dict[str, object] = {
            "reference": "MNG-2024-003",
            "title": "Border management and the detection of fraudulent travel documents",
            "type": e.WorkshopType.WORKSHOP,
            "status": e.WorkshopStatus.COMPLETED,
            "office": "Office in Mongolia",
            "printed_on": date(2024, 6, 3),
            "starts_on": PartialDate(2024, 5, 6),
            "ends_on": PartialDate(2024, 5, 8),
            "country_code": "MN",
            "city": "Ulaanbaatar",
            "venue": "Immigration Agency, training hall",
            "languages": ("en", "mn"),
            "objectives": "Prevent irregular movements, and ease the travel of those who may cross.",
            "summary": STORY * 5,
            "target_audience": "Officers at border control",
            "topics": ("border protection", "fraudulent documents"),
            "legal_references": ("Protocol against the Smuggling of Migrants",),
            "project": "Capacity Building in Migration Management (CBMM)",
            "reach": Reach(women=17, men=23),
            "planned": 45,
            "agencies": (
                b.AgencyLine(role=e.AgencyRole.ORGANISER, name="International Organization for Migration"),
                b.AgencyLine(role=e.AgencyRole.PARTICIPATING, name="General Authority (GABP)"),
            ),
            "experts": (
                b.ExpertLine(role=e.ExpertRole.LEAD_TRAINER, name="Inês Carvalho", country_code="PT"),
                b.ExpertLine(role=e.ExpertRole.RESOURCE_PERSON, country_code="PH"),
            ),
            "funders": (
                b.FunderLine(
                    name="IOM Development Fund",
                    amount=Decimal(125000),
                    currency="USD",
                    grant_reference="TC.0714",
                    visibility_statement="Made possible by the Fund.",
                ),
            ),
            "quotes": (b.QuoteLine(text="It will help.", speaker_name="Dashdorj Murun", speaker_title="Director"),),
            "contacts": (
                b.ContactLine(
                    name="Kieran Best",
                    organisation="Press office",
                    phone="+976 7014 3100",
                    email="kieran@example.org",
                ),
            ),
            "sources": (b.SourceLine(headline="Against irregular migration", published_on=date(2024, 5, 9)),),
        }
        return b.BriefContext(**{**values, **changes})

    return make


@pytest.fixture
def sheet() -> Callable[..., AttendeeSheetContext]:
    """A maker of sheets with so many people and sessions, in which single values can be changed."""

    def make(people: int = 3, sessions: int = 2, **changes: object) -> AttendeeSheetContext:
        values: dict[str, object] = {
            "reference": "MNG-2024-003",
            "sheet_id": "MNG-2024-003/7K3F9QXA",
            "title": "Border management and the detection of fraudulent travel documents",
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

    return make


@pytest.fixture(scope="session")
def pages_of() -> Callable[[bytes], list[str]]:
    """A reader of the text of each page."""

    def read(pdf: bytes) -> list[str]:
        with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
            return [page.get_textpage().get_text_range() for page in document]

    return read
