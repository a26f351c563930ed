"""From a workshop of the demonstration files to the details that every door builds.

Rows are written as short lists there; a programme is a list of titles, one a day; `starts_in_days` counts from today,
so that a demonstration always has a workshop that is under way and some that are ahead.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from workshops.domain.enums import (
    AgencyRole,
    ContactPurpose,
    CountQualifier,
    DeliveryMode,
    ExpertRole,
    HeadcountSource,
    ParticipationStatus,
    Sex,
    WorkshopType,
)
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import (
    AgencyRef,
    AgencyRow,
    ContactRow,
    EventRow,
    ExpertRow,
    FunderRow,
    Headcount,
    ParticipantRow,
    PersonRef,
    ProjectRef,
    QuoteRow,
    TopicRef,
    WorkshopDetails,
)

SAME_NAMES = (
    *("title", "title_language", "status", "date_note", "duration_days", "time_zone", "city", "venue"),
    *("objectives", "summary", "planned_seats"),
)
BEGINS, ENDS = time(9), time(16, 30)


@dataclass(frozen=True)
class Known:
    """The agencies by their keys in the files, and the topics by their codes."""

    agencies: Mapping[str, AgencyRef]
    topics: Mapping[str | None, TopicRef]


def demo_details(said: Mapping[str, Any], known: Known) -> WorkshopDetails:
    """What a file says of one workshop."""
    refs = known.agencies
    starts_on, ends_on = _dates(said)
    return WorkshopDetails(
        **{name: said[name] for name in SAME_NAMES if name in said},
        title_translations=said.get("translations", {}),
        type=WorkshopType(said["type"]),
        mode=DeliveryMode(said.get("mode", "onsite")),
        starts_on=starts_on,
        ends_on=ends_on,
        country_code=said.get("country", ""),
        languages=tuple(said.get("languages", ())),
        topics=tuple(known.topics[code] for code in said["topics"]),
        legal_references=tuple(said.get("legal_references", ())),
        target_audience=said.get("audience", ""),
        headcount=_headcount(said.get("headcount", {})),
        participant_countries=tuple(said.get("participant_countries", ())),
        project=ProjectRef(title=said["project"]) if "project" in said else None,
        agencies=tuple(AgencyRow(agency=refs[key], role=AgencyRole(role)) for role, key in said["agencies"]),
        experts=tuple(_expert(*row) for row in said.get("experts", ())),
        funders=tuple(_funder(refs, *row) for row in said.get("funders", ())),
        events=_programme(said.get("programme", ()), starts_on),
        participants=tuple(_participant(refs, *row) for row in said.get("participants", ())),
        contacts=tuple(_contact(*row) for row in said.get("contacts", ())),
        quotes=tuple(_quote(*row) for row in said.get("quotes", ())),
    )


def _dates(said: Mapping[str, Any]) -> tuple[PartialDate | None, PartialDate | None]:
    if "starts_in_days" in said:
        first = date.today() + timedelta(days=said["starts_in_days"])  # noqa: DTZ011 - a day more or less is the same
        return PartialDate.of_day(first), PartialDate.of_day(first + timedelta(days=said["duration_days"] - 1))
    start, end = said.get("starts_on"), said.get("ends_on")
    return PartialDate.parse(start) if start else None, PartialDate.parse(end) if end else None


def _headcount(said: Mapping[str, Any]) -> Headcount:
    return Headcount(
        women=said.get("women"),
        men=said.get("men"),
        other=said.get("other"),
        unknown=said.get("unknown"),
        source=HeadcountSource(said["source"]) if said else None,
        qualifier=CountQualifier(said.get("qualifier", "exact")),
    )


def _expert(name: str, role: str, country: str, affiliation: str) -> ExpertRow:
    person = PersonRef(full_name=name) if name else None
    return ExpertRow(person=person, role=ExpertRole(role), country_code=country, affiliation=affiliation)


def _funder(refs: Mapping[str, AgencyRef], key: str, amount: str, currency: str, grant: str, words: str) -> FunderRow:
    return FunderRow(
        agency=refs[key],
        amount=Decimal(amount) if amount else None,
        currency=currency,
        grant_reference=grant,
        visibility_statement=words,
    )


def _programme(titles: tuple[str, ...], starts_on: PartialDate | None) -> tuple[EventRow, ...]:
    if starts_on is None:
        return ()
    return tuple(
        EventRow(title=title, day=starts_on.earliest + timedelta(days=number), start_time=BEGINS, end_time=ENDS)
        for number, title in enumerate(titles)
    )


def _participant(refs: Mapping[str, AgencyRef], *said: str) -> ParticipantRow:
    name, sex, key, post, status = said
    return ParticipantRow(
        person=PersonRef(full_name=name),
        sex=Sex(sex),
        agency=refs[key],
        post_title=post,
        status=ParticipationStatus(status),
    )


def _contact(name: str, organisation: str, email: str, phone: str, purpose: str) -> ContactRow:
    return ContactRow(name=name, organisation=organisation, email=email, phone=phone, purpose=ContactPurpose(purpose))


def _quote(text: str, speaker: str, title: str, language: str) -> QuoteRow:
    return QuoteRow(text=text, speaker_name=speaker, speaker_title=title, language=language)
