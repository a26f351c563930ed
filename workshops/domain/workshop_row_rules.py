"""The rules of the rows of a workshop: agencies, experts, funders, programme, participants, contacts, quotes."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from workshops.domain.countries import countries
from workshops.domain.currencies import currencies
from workshops.domain.folding import fold
from workshops.domain.languages import LANGUAGES
from workshops.domain.mail import is_mail_address
from workshops.domain.partial_date import PartialDate
from workshops.domain.rule_texts import is_too_long
from workshops.domain.workshop import (
    AgencyRef,
    AgencyRow,
    ContactRow,
    EventRow,
    ExpertRow,
    FunderRow,
    ParticipantRow,
    PersonRef,
    QuoteRow,
    WorkshopDetails,
)
from workshops.errors import N_, Problem

MOST_ROWS: Final = 500
MOST_SEATS: Final = 1_000  # of one agency
MOST_MONEY: Final = Decimal(10) ** 12
NAME_LIMIT: Final = 300
GRANT_LIMIT: Final = 100
QUOTE_LIMIT: Final = 5000
PHONE_LIMIT: Final = {"contacts": 60, "participants": 40}

_NAMES = {
    "agency_name": N_("The name of the agency"),
    "person_name": N_("The name"),
    "affiliation": N_("The institution"),
    "title": N_("The title of the entry"),
    "room": N_("The room"),
    "led_by": N_("The name of the leader"),
    "post_title": N_("The post"),
    "name": N_("The name"),
    "organisation": N_("The organisation"),
    "speaker_name": N_("The name of the speaker"),
    "speaker_title": N_("The function of the speaker"),
}


def problems(details: WorkshopDetails) -> Iterator[Problem]:
    """What is wrong with the rows, each problem at `<rows>-<index>-<field>`."""
    rules: dict[str, Callable[[str, Any, WorkshopDetails], Iterator[Problem]]] = {
        "agencies": _agency,
        "experts": _expert,
        "funders": _funder,
        "events": _event,
        "participants": _participant,
        "contacts": _contact,
        "quotes": _quote,
    }
    for rows, rule in rules.items():
        listed: Sequence[object] = getattr(details, rows)
        if len(listed) > MOST_ROWS:
            yield Problem(rows, N_("At most %(limit)s rows fit here."), {"limit": MOST_ROWS})
        for index, row in enumerate(listed):
            yield from rule(f"{rows}-{index}", row, details)
    yield from _said_twice(
        "agencies",
        "agency_name",
        [(_who(row.agency), row.role) for row in details.agencies],
        N_("This agency already has this role in row %(row)s. Remove one of the two."),
    )
    yield from _said_twice(
        "experts",
        "person_name",
        [row.person and (_who(row.person), row.role) for row in details.experts],
        N_("This expert already has this role in row %(row)s. Remove one of the two."),
    )
    yield from _said_twice(
        "participants",
        "person_name",
        [_same_participant(row) for row in details.participants],
        N_("This person already stands in row %(row)s. Remove one of the two."),
    )


def _who(ref: AgencyRef | PersonRef) -> Hashable:
    """What two rows share that name the same agency or person."""
    if ref.id is not None:
        return ref.id
    return fold(ref.name if isinstance(ref, AgencyRef) else ref.full_name)


def _same_participant(row: ParticipantRow) -> Hashable:
    """Two people may bear one name: without an id, e-mail, agency and post tell them apart."""
    if row.person.id is not None:
        return row.person.id
    return (_who(row.person), row.email.casefold(), row.agency and _who(row.agency), fold(row.post_title))


def _said_twice(rows: str, field: str, keys: Iterable[Hashable], message: str) -> Iterator[Problem]:
    first: dict[Hashable, int] = {}
    for index, key in enumerate(keys):
        if key is None:
            continue
        if key in first:
            yield Problem(f"{rows}-{index}-{field}", message, {"row": first[key] + 1})
        first.setdefault(key, index)


def _texts(at: str, row: object, *fields: str) -> Iterator[Problem]:
    for field in fields:
        yield from is_too_long(f"{at}-{field}", _NAMES[field], getattr(row, field), NAME_LIMIT)


def _named_agency(at: str, agency: AgencyRef) -> Iterator[Problem]:
    if agency.id is None and not agency.name:
        yield Problem(f"{at}-agency_name", N_("Enter the name of the agency."))
    yield from is_too_long(f"{at}-agency_name", _NAMES["agency_name"], agency.name, NAME_LIMIT)


def _named_person(at: str, person: PersonRef) -> Iterator[Problem]:
    if person.id is None and not person.full_name:
        yield Problem(f"{at}-person_name", N_("Enter the name."))
    yield from is_too_long(f"{at}-person_name", _NAMES["person_name"], person.full_name, NAME_LIMIT)


def _agency(at: str, row: AgencyRow, details: WorkshopDetails) -> Iterator[Problem]:
    yield from _named_agency(at, row.agency)
    if row.seats is not None and not 1 <= row.seats <= MOST_SEATS:
        yield Problem(f"{at}-seats", N_("Enter a whole number from 1 to %(most)s, or nothing."), {"most": MOST_SEATS})


def _expert(at: str, row: ExpertRow, details: WorkshopDetails) -> Iterator[Problem]:
    if row.person is not None:
        yield from _named_person(at, row.person)
    elif not row.country_code and not row.affiliation:
        yield Problem(f"{at}-person_name", N_("Enter a name, a country or an institution."))
    if row.country_code and row.country_code not in countries():
        yield Problem(f"{at}-country_code", N_("Choose a country from the list."))
    yield from _texts(at, row, "affiliation")


def _funder(at: str, row: FunderRow, details: WorkshopDetails) -> Iterator[Problem]:
    yield from _named_agency(at, row.agency)
    if row.amount is not None:
        if not (row.amount.is_finite() and 0 <= row.amount < MOST_MONEY) or row.amount != round(row.amount, 2):
            yield Problem(f"{at}-amount", N_("Enter the amount as a number with at most two decimals."))
        if not row.currency:
            yield Problem(f"{at}-currency", N_("Choose the currency of the amount."))
    elif row.currency:
        yield Problem(f"{at}-amount", N_("Enter the amount, or leave the currency empty."))
    if row.currency and row.currency not in currencies():
        yield Problem(f"{at}-currency", N_("Choose a currency from the list."))
    yield from is_too_long(f"{at}-grant_reference", N_("The grant reference"), row.grant_reference, GRANT_LIMIT)
    yield from is_too_long(
        f"{at}-visibility_statement", N_("The visibility statement"), row.visibility_statement, QUOTE_LIMIT
    )


def _event(at: str, row: EventRow, details: WorkshopDetails) -> Iterator[Problem]:
    if not row.title:
        yield Problem(f"{at}-title", N_("Enter the title of this entry."))
    yield from _texts(at, row, "title", "room", "led_by")
    if row.start_time is not None and row.end_time is not None and row.end_time <= row.start_time:
        yield Problem(f"{at}-end_time", N_("The end must be later than the start."))
    if row.day is not None and not _may_be_on(row.day, details):
        yield Problem(
            f"{at}-day",
            N_("%(day)s is outside the workshop (%(dates)s). Change the day or the dates."),
            {"day": PartialDate.of_day(row.day), "dates": (details.starts_on, details.ends_on)},
        )


def _may_be_on(day: date, details: WorkshopDetails) -> bool:
    """Whether the day can lie inside the workshop's dates, as far as they are known and make sense."""
    start, end = details.starts_on, details.ends_on
    if start is not None and end is not None and end.latest < start.earliest:
        return True
    if start is not None and day < start.earliest:
        return False
    if end is None and start is not None and start.day is None:
        end = start
    return end is None or day <= end.latest


def _participant(at: str, row: ParticipantRow, details: WorkshopDetails) -> Iterator[Problem]:
    yield from _named_person(at, row.person)
    if row.agency is not None:
        yield from _named_agency(at, row.agency)
    yield from _texts(at, row, "post_title")
    yield from _reachable(at, row, PHONE_LIMIT["participants"])


def _contact(at: str, row: ContactRow, details: WorkshopDetails) -> Iterator[Problem]:
    if not (row.name or row.organisation or row.email or row.phone):
        yield Problem(f"{at}-name", N_("Enter a name, an organisation, an e-mail address or a phone number."))
    yield from _texts(at, row, "name", "organisation")
    yield from _reachable(at, row, PHONE_LIMIT["contacts"])


def _reachable(at: str, row: ParticipantRow | ContactRow, phone_limit: int) -> Iterator[Problem]:
    if row.email and not is_mail_address(row.email):
        yield Problem(
            f"{at}-email",
            N_("'%(address)s' is not a complete e-mail address, such as anna@example.org."),
            {"address": row.email},
        )
    yield from is_too_long(f"{at}-phone", N_("The phone number"), row.phone, phone_limit)


def _quote(at: str, row: QuoteRow, details: WorkshopDetails) -> Iterator[Problem]:
    if not row.text:
        yield Problem(f"{at}-text", N_("Enter the words of the quote."))
    yield from is_too_long(f"{at}-text", N_("The quote"), row.text, QUOTE_LIMIT)
    yield from _texts(at, row, "speaker_name", "speaker_title")
    if row.language and row.language not in LANGUAGES:
        yield Problem(f"{at}-language", N_("Choose a language from the list."))
