"""What every document about one workshop says at its head and at its foot."""

from dataclasses import dataclass, field
from datetime import date

from workshops.documents.letterhead import Letterhead
from workshops.domain.enums import WorkshopStatus, WorkshopType
from workshops.domain.offices import Paper
from workshops.domain.partial_date import PartialDate


@dataclass(frozen=True, kw_only=True)
class Headed:
    """What their contexts begin with. `title` is that of the workshop, `office` the name of its office."""

    reference: str
    title: str
    type: WorkshopType
    status: WorkshopStatus
    office: str
    printed_on: date
    paper: Paper = "A4"
    starts_on: PartialDate | None = None
    ends_on: PartialDate | None = None
    country_code: str | None = None
    city: str = ""
    venue: str = ""
    letterhead: Letterhead = field(default_factory=Letterhead)
