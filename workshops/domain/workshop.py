"""What a person, a press release, a file or the API says of a workshop: one frozen value that all doors build."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from types import MappingProxyType

from workshops.domain.enums import (
    AgencyRole,
    ContactPurpose,
    CountQualifier,
    DeliveryMode,
    ExpertRole,
    HeadcountSource,
    ParticipationStatus,
    Sex,
    WorkshopStatus,
    WorkshopType,
)
from workshops.domain.partial_date import PartialDate

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRef:
    """An agency as named: by the id of the register, or by name (and acronym) to be found there or added to it."""

    name: str
    acronym: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRef:
    """A person as named: by the id of the register, or by full name to be added to it."""

    full_name: str
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRef:
    """A project as named: by the id of the register, or by title (and acronym) to be found there or added to it."""

    title: str
    acronym: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRef:
    """A topic as named: by the id of the controlled list, or by a label to be found there or added to it."""

    label: str
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRow:
    """An agency on the workshop with its role and the places for its people. `row_id` is the id of the stored row, None
    for a new one.
    """

    agency: AgencyRef
    role: AgencyRole = AgencyRole.PARTICIPATING
    seats: int | None = None
    row_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertRow:
    """An expert. Sources often give a country only ("experts from Portugal"): then `person` is None."""

    person: PersonRef | None = None
    role: ExpertRole = ExpertRole.RESOURCE_PERSON
    country_code: str = ""
    affiliation: str = ""
    row_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FunderRow:
    """Who pays: amount in the currency named by its ISO 4217 code, both or neither."""

    agency: AgencyRef
    amount: Decimal | None = None
    currency: str = ""
    grant_reference: str = ""
    visibility_statement: str = ""
    row_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An entry of the programme, at local time of the workshop's time zone."""

    title: str
    day: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    room: str = ""
    led_by: str = ""
    takes_attendance: bool = True
    row_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow:
    """A participant with agency and post as they were at the time."""

    person: PersonRef
    sex: Sex = Sex.UNKNOWN
    agency: AgencyRef | None = None
    post_title: str = ""
    email: str = ""
    phone: str = ""
    status: ParticipationStatus = ParticipationStatus.REGISTERED
    row_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """Whom to ask about the workshop; name, organisation, e-mail and phone as they were given."""

    name: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    purpose: ContactPurpose = ContactPurpose.INFORMATION
    row_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """Direct speech, in the language (ISO 639-1) in which it was printed."""

    text: str
    speaker_name: str = ""
    speaker_title: str = ""
    language: str = ""
    row_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headcount:
    """Numbers of people entered by hand, never mixed with the counts of the participant list."""

    women: int | None = None
    men: int | None = None
    other: int | None = None
    unknown: int | None = None
    source: HeadcountSource | None = None
    qualifier: CountQualifier = CountQualifier.EXACT

    @property
    def total(self) -> int | None:
        """The sum of what is known, None where nothing is."""
        known = [n for n in (self.women, self.men, self.other, self.unknown) if n is not None]
        return sum(known) if known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopDetails:
    """Everything a person says of a workshop. Texts are stripped, "" where nothing is known; codes are ISO codes."""

    title: str
    title_language: str = "en"
    title_translations: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    type: WorkshopType = WorkshopType.WORKSHOP
    mode: DeliveryMode = DeliveryMode.ONSITE
    status: WorkshopStatus = WorkshopStatus.DRAFT

    starts_on: PartialDate | None = None
    ends_on: PartialDate | None = None
    date_note: str = ""
    duration_days: int | None = None
    time_zone: str = ""
    country_code: str = ""
    city: str = ""
    venue: str = ""

    languages: tuple[str, ...] = ()
    objectives: str = ""
    summary: str = ""
    methodology: str = ""
    results: str = ""
    follow_up: str = ""
    topics: tuple[TopicRef, ...] = ()
    legal_references: tuple[str, ...] = ()

    target_audience: str = ""
    planned_seats: int | None = None
    headcount: Headcount = field(default_factory=Headcount)
    participant_countries: tuple[str, ...] = ()

    project: ProjectRef | None = None
    agencies: tuple[AgencyRow, ...] = ()
    experts: tuple[ExpertRow, ...] = ()
    funders: tuple[FunderRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    participants: tuple[ParticipantRow, ...] = ()
    contacts: tuple[ContactRow, ...] = ()
    quotes: tuple[QuoteRow, ...] = ()
