"""What became of a finding: whether the details that a person saved still say it."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from workshops.domain.enums import FindingStatus
from workshops.domain.folding import fold
from workshops.domain.partial_date import PartialDate
from workshops.domain.press_draft import AGENCY_ROLES, Read, agency_ref, email_address, same_value
from workshops.domain.workshop import AgencyRef, WorkshopDetails

_NOW: dict[str, Callable[[WorkshopDetails], Any]] = {
    "title": lambda d: d.title,
    "workshop_name": lambda d: d.title,
    "event_type": lambda d: str(d.type or ""),
    "mode": lambda d: d.mode.value,
    "summary": lambda d: d.summary,
    "objectives": lambda d: d.objectives,
    "country": lambda d: d.country_code,
    "city": lambda d: d.city,
    "venue": lambda d: d.venue,
    "start_date": lambda d: _iso(d.starts_on),
    "end_date": lambda d: _iso(d.ends_on),
    "date_text": lambda d: d.date_note,
    "duration_days": lambda d: d.duration_days,
    "participants_count": lambda d: d.headcount.total,
    "women_count": lambda d: d.headcount.women,
    "men_count": lambda d: d.headcount.men,
    "participants_qualifier": lambda d: d.headcount.qualifier.value,
    "participants_description": lambda d: d.target_audience,
    "project.name": lambda d: _project(d).name,
    "project.acronym": lambda d: _project(d).acronym,
}
"""For each single-valued field that has a place in the form, what the details say there."""

_LISTS: dict[str, Callable[[WorkshopDetails], Iterable[str]]] = {
    "organisers": lambda d: _names(row.agency for row in d.agencies),
    "partners": lambda d: _names(row.agency for row in d.agencies),
    "beneficiary_agencies": lambda d: _names(row.agency for row in d.agencies),
    "funders": lambda d: _names(row.agency for row in d.funders),
    "funding": lambda d: (_money(row.amount, row.currency) for row in d.funders if row.amount is not None),
    "experts": lambda d: (row.person.full_name for row in d.experts if row.person),
    "expert_countries": lambda d: (row.country_code for row in d.experts),
    "participant_countries": lambda d: d.participant_countries,
    "languages": lambda d: d.languages,
    "topics": lambda d: (topic.label for topic in d.topics),
    "legal_references": lambda d: d.legal_references,
    "quotes": lambda d: (row.text for row in d.quotes),
    "participants": lambda d: (row.person.full_name for row in d.participants),
    "contacts": lambda d: (text for row in d.contacts for text in (row.name, row.organisation, row.email)),
}
"""For each list field, all that the details say in its place."""


def now_said(field: str, details: WorkshopDetails) -> Any:
    """What details say of a single-valued field of findings; None for a list or a field without a place there."""
    return _NOW[field](details) if field in _NOW else None


def now_listed(field: str, details: WorkshopDetails) -> tuple[str, ...]:
    """What details say in the place of a list field, an item a text: names, or codes of countries."""
    if field == "funders":
        return tuple(row.agency.name for row in details.funders)
    if field in AGENCY_ROLES:
        return tuple(row.agency.name for row in details.agencies)
    if field == "contacts":
        return tuple(row.name or row.organisation or row.email for row in details.contacts)
    return tuple(filter(None, _LISTS[field](details))) if field in _LISTS else ()


def outcome(found: Read, details: WorkshopDetails) -> tuple[FindingStatus, Any]:
    """Accepted where the details still say it; changed, with the new value, where they say something else;
    rejected where they say nothing. What has no place in the form counts as accepted.
    """
    if found.field in _LISTS:
        return (FindingStatus.ACCEPTED if _says(found, details) else FindingStatus.REJECTED), None
    if found.field not in _NOW:
        return FindingStatus.ACCEPTED, None
    value = _NOW[found.field](details)
    if value in (None, ""):
        return FindingStatus.REJECTED, None
    if fold(str(value)) == fold(str(found.value)):
        return FindingStatus.ACCEPTED, None
    return FindingStatus.CHANGED, value


def first_that_says(field: str, said: Iterable[WorkshopDetails]) -> Callable[[Read], int | None]:
    """Gives the function that tells which of several details is the first to say the item of a finding of a list field.

    Each look-up takes the same time, however many details there are; for quotes it takes one look at each.
    """
    first: dict[str, int] = {}
    for index, details in enumerate(said):
        for text in _LISTS[field](details):
            first.setdefault(fold(text), index)

    def find(found: Read) -> int | None:
        if field == "quotes":
            start = fold(found.value["text_start"])
            return next((index for text, index in first.items() if start in text), None)
        return min((first[text] for text in _wanted(found) if text in first), default=None)

    return find


def same_item(field: str, first: Any, second: Any) -> bool:
    """Whether two values of a list say the same item: an agency goes by its name and by its acronym."""
    is_agency = field in (*AGENCY_ROLES, "funders")
    told = [_wanted(Read(field=field, value=value)) for value in (first, second)] if is_agency else []
    return same_value(first, second) or bool(told and told[0] & told[1])


def _says(found: Read, details: WorkshopDetails) -> bool:
    return first_that_says(found.field, (details,))(found) is not None


def _wanted(found: Read) -> frozenset[str]:
    return frozenset(fold(text) for text in _texts(found) if text)


def _texts(found: Read) -> tuple[str, ...]:
    """The words by which the item of a list is told again."""
    value = found.value
    if found.field in (*AGENCY_ROLES, "funders"):
        ref = agency_ref(value)
        return ref.name, ref.acronym
    if found.field == "funding":
        return (_money(Decimal(value["amount"]), value["currency"]),)
    if isinstance(value, dict):
        said = (value.get("name"), value.get("organisation"), email_address(value.get("email")))
        return tuple(str(text or "") for text in said)
    return (str(value),)


def _money(amount: Decimal, currency: str) -> str:
    return f"{amount:.2f} {currency}"


def _names(agencies: Iterable[AgencyRef]) -> Iterable[str]:
    """The names and acronyms of agencies, told apart where they stand in one text: "Border Guard (GABP)"."""
    for agency in agencies:
        typed = agency_ref(agency.name)
        yield from (text for text in (typed.name, typed.acronym, agency.acronym) if text)


def _project(details: WorkshopDetails) -> AgencyRef:
    project = details.project
    if project is None:
        return AgencyRef(name="")
    typed = agency_ref(project.title)
    return AgencyRef(name=typed.name, acronym=typed.acronym or project.acronym)


def _iso(day: PartialDate | None) -> str:
    return day.isoformat() if day else ""
