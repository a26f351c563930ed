"""From the details a person gave to the rows of a workshop."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Protocol, TypeVar, cast

from sqlalchemy.orm import Session

from workshops.domain import workshop as w
from workshops.domain.access import Actor
from workshops.domain.enums import DatePrecision
from workshops.domain.partial_date import PartialDate
from workshops.errors import N_, Invalid, Problem
from workshops.models import (
    Contact,
    Engagement,
    Event,
    Funding,
    Participation,
    Person,
    Quote,
    Workshop,
    WorkshopAgency,
    WorkshopLanguage,
)
from workshops.services import agencies, people, projects, topics


class _Row(Protocol):
    @property
    def row_id(self) -> int | None: ...


class _Record(Protocol):
    id: Any
    position: Any


_SAME_NAMES = (
    *("title", "title_language", "type", "mode", "date_note", "duration_days", "time_zone", "city", "venue"),
    *("objectives", "summary", "methodology", "results", "follow_up", "target_audience", "planned_seats"),
)

R = TypeVar("R", bound=_Row)
M = TypeVar("M", bound=_Record)


def write_details(session: Session, workshop: Workshop, details: w.WorkshopDetails, *, by: Actor) -> None:
    """Make the record say what the details say; its status alone is the caller's affair.

    Agencies, people, the project and topics that are not in the registers yet are added to them.
    Raises Invalid where two rows turn out to name the same agency in the same role, or the same person twice.
    """
    _write_plain_fields(workshop, details)
    _write_languages(workshop, details.languages)
    refs = [row.agency for row in details.agencies]
    refs += [row.agency for row in details.funders]
    refs += [row.agency for row in details.participants if row.agency]
    country = details.country_code
    agency_of = agencies.resolve_all(session, refs, by=by, country_code=country)
    everybody: tuple[w.ParticipantRow | w.ExpertRow, ...] = (*details.participants, *details.experts)
    found_people = people.resolve_all(session, everybody, office_id=workshop.office_id, by=by, country_code=country)
    person_of = dict(zip(everybody, found_people, strict=True))
    found_project = projects.resolve_all(session, [details.project] if details.project else [], by=by)
    workshop.project = found_project[details.project] if details.project else None
    topic_of = topics.resolve_all(session, details.topics, by=by)
    workshop.topics = list(dict.fromkeys(topic_of[ref] for ref in details.topics))

    _refuse_twice(
        ((agency_of[row.agency], row.role) for row in details.agencies),
        "agencies-{}-agency_name",
        N_("This agency already has this role. Remove one of the two rows."),
    )
    _refuse_twice(
        (person_of[row] for row in details.participants),
        "participants-{}-person_name",
        N_("This person is already registered for this workshop. Remove one of the two rows."),
    )

    def write_agency(record: WorkshopAgency, row: w.AgencyRow) -> None:
        record.agency, record.role, record.seats = agency_of[row.agency], row.role, row.seats

    def write_expert(record: Engagement, row: w.ExpertRow) -> None:
        record.person = person_of[row]
        record.role, record.country_code = row.role, row.country_code or None
        record.affiliation = row.affiliation

    def write_funder(record: Funding, row: w.FunderRow) -> None:
        record.agency = agency_of[row.agency]
        record.amount, record.currency = row.amount, row.currency or None
        record.grant_reference, record.visibility_statement = row.grant_reference, row.visibility_statement

    def write_participant(record: Participation, row: w.ParticipantRow) -> None:
        record.person = cast(Person, person_of[row])  # the rules refuse a participant without a name
        record.status, record.post_title = row.status, row.post_title
        record.agency = agency_of[row.agency] if row.agency else None

    _write_rows(workshop.agencies, details.agencies, WorkshopAgency, write_agency)
    _write_rows(workshop.engagements, details.experts, Engagement, write_expert)
    _write_rows(workshop.fundings, details.funders, Funding, write_funder)
    _write_rows(workshop.events, details.events, Event, _copy)
    _write_rows(workshop.participations, details.participants, Participation, write_participant)
    _write_rows(workshop.contacts, details.contacts, Contact, _copy)
    _write_rows(workshop.quotes, details.quotes, Quote, _copy)


def _write_plain_fields(workshop: Workshop, details: w.WorkshopDetails) -> None:
    for name in _SAME_NAMES:
        setattr(workshop, name, getattr(details, name))
    workshop.title_translations = {code: text for code, text in details.title_translations.items() if text}
    workshop.country_code = details.country_code or None
    workshop.legal_references = list(details.legal_references)
    workshop.participant_countries = list(details.participant_countries)
    workshop.starts_on = details.starts_on.earliest if details.starts_on else None
    workshop.starts_precision = _precision(details.starts_on)
    workshop.ends_on = details.ends_on.latest if details.ends_on else None
    workshop.ends_precision = _precision(details.ends_on)
    count = details.headcount
    workshop.women, workshop.men, workshop.other, workshop.unknown = count.women, count.men, count.other, count.unknown
    workshop.headcount_source, workshop.headcount_qualifier = count.source, count.qualifier


def _precision(known: PartialDate | None) -> DatePrecision | None:
    return DatePrecision(known.precision) if known else None


def _write_languages(workshop: Workshop, codes: Sequence[str]) -> None:
    kept = {row.language: row for row in workshop.language_rows}
    workshop.language_rows = [kept.get(code) or WorkshopLanguage(language=code) for code in dict.fromkeys(codes)]
    for position, row in enumerate(workshop.language_rows):
        row.position = position


def _write_rows(kept: list[M], rows: Sequence[R], model: Callable[[], M], write: Callable[[M, R], None]) -> None:
    """Match rows to kept records by id, add the new ones, drop the rest, number them in the given order.

    A row_id that is not of this workshop counts as none, so nobody reaches into another record.
    """
    by_id = {record.id: record for record in kept}
    records = []
    for position, row in enumerate(rows):
        record = by_id.pop(row.row_id, None) or model()
        write(record, row)
        record.position = position
        records.append(record)
    kept[:] = records


def _copy(record: Any, row: Any) -> None:
    """Write the fields of a row that have columns of the same names."""
    for name in row.__dataclass_fields__:
        if name != "row_id":
            setattr(record, name, getattr(row, name))


def _refuse_twice(keys: Iterable[Hashable], field: str, message: str) -> None:
    seen: set[Hashable] = set()
    problems = []
    for index, key in enumerate(keys):
        if key in seen:
            problems.append(Problem(field.format(index), message))
        seen.add(key)
    if problems:
        raise Invalid(*problems)
