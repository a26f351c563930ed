"""From what was found in a press release to the draft of a workshop, and where in the form each finding went.

The fields of findings are those that `workshops.press.facts` lists.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from workshops.domain import workshop as w
from workshops.domain.enums import (
    AgencyRole,
    ContactPurpose,
    CountQualifier,
    DeliveryMode,
    HeadcountSource,
    WorkshopType,
)
from workshops.domain.folding import fold
from workshops.domain.partial_date import PartialDate

_AGENCY_ROLES = {
    "organisers": AgencyRole.ORGANISER,
    "partners": AgencyRole.TECHNICAL_PARTNER,
    "beneficiary_agencies": AgencyRole.PARTICIPATING,
}
_NAME_WITH_ACRONYM = re.compile(r"(.{1,280}?)\s*\(([^()]{2,20})\)")

Key = tuple[str, int]
"""A finding by its field and its place in a list field (0 for a single value)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One finding, as the draft needs it. `words` is the text of its best evidence."""

    field: str
    position: int
    value: Any
    words: str = ""


@dataclass(slots=True)
class Draft:
    """The details of the draft, and for each finding the name of the form field that shows it."""

    details: w.WorkshopDetails
    places: dict[Key, str] = field(default_factory=dict)


def draft_of(findings: Iterable[Read], *, language: str) -> Draft:
    """The draft of a workshop from findings; `language` (ISO 639-1) is that of the text.

    What was not found stays empty. Nothing is computed that the text does not say.
    """
    by_field: dict[str, list[Read]] = {}
    for found in findings:
        by_field.setdefault(found.field, []).append(found)
    draft = _Drafting(by_field, language)
    return Draft(details=draft.details(), places=draft.places)


class _Drafting:
    """Collects the parts of one draft; `places` fills up on the way."""

    def __init__(self, by_field: Mapping[str, list[Read]], language: str) -> None:
        self.by_field = by_field
        self.language = language
        self.places: dict[Key, str] = {}

    def details(self) -> w.WorkshopDetails:
        """All parts together."""
        country = self.one("country", "country_code") or ""
        kind = WorkshopType(self.one("event_type", "type") or WorkshopType.WORKSHOP)
        online = kind is WorkshopType.WEBINAR and not country
        return w.WorkshopDetails(
            title=self.one("title", "title") or "",
            title_language=self.language,
            type=kind,
            mode=DeliveryMode.ONLINE if online else DeliveryMode.ONSITE,
            starts_on=self.date("start_date", "starts_on"),
            ends_on=self.date("end_date", "ends_on"),
            date_note=self.one("date_text", "date_note") or "",
            duration_days=self.one("duration_days", "duration_days"),
            country_code=country,
            city=self.one("city", "city") or "",
            venue=self.one("venue", "venue") or "",
            topics=tuple(w.TopicRef(label=found.value) for found in self.rows("topics", "topics")),
            legal_references=tuple(found.value for found in self.rows("legal_references", "legal_references")),
            target_audience=self.one("participants_description", "target_audience") or "",
            headcount=self.headcount(),
            participant_countries=tuple(
                found.value for found in self.rows("participant_countries", "participant_countries")
            ),
            project=self.project(),
            agencies=self.agencies(),
            experts=self.experts(),
            funders=tuple(
                w.FunderRow(agency=agency_ref(found.value)) for found in self.rows("funders", "funders-{}-agency_name")
            ),
            contacts=self.contacts(),
            quotes=self.quotes(),
        )

    def one(self, name: str, place: str) -> Any:
        """The value of a single-valued field, or None; notes the form field that shows it."""
        for found in self.by_field.get(name, ())[:1]:
            self.places[name, found.position] = place
            return found.value
        return None

    def rows(self, name: str, place: str, start: int = 0) -> list[Read]:
        """The findings of a list field; notes for each the form row that shows it, counted from `start`."""
        found = self.by_field.get(name, [])
        for index, item in enumerate(found):
            self.places[name, item.position] = place.format(start + index)
        return found

    def date(self, name: str, place: str) -> PartialDate | None:
        """A date in ISO 8601, or None."""
        value = self.one(name, place)
        return PartialDate.parse(value) if value else None

    def headcount(self) -> w.Headcount:
        """A number of people whose sex the text does not give."""
        count = self.one("participants_count", "headcount_unknown")
        qualifier = self.one("participants_qualifier", "headcount_qualifier")
        if count is None:
            return w.Headcount()
        return w.Headcount(
            unknown=count,
            source=HeadcountSource.PRESS_RELEASE,
            qualifier=CountQualifier(qualifier or CountQualifier.EXACT),
        )

    def project(self) -> w.ProjectRef | None:
        """The project by its name, or by its acronym where the text gives no more."""
        name = self.one("project.name", "project_title") or ""
        acronym = self.one("project.acronym", "project_title") or ""
        self.one("project.duration_text", "project_title")
        return w.ProjectRef(title=name or acronym, acronym=acronym) if name or acronym else None

    def agencies(self) -> tuple[w.AgencyRow, ...]:
        """Organisers, partners, then the agencies whose staff took part."""
        agencies: list[w.AgencyRow] = []
        for name, role in _AGENCY_ROLES.items():
            found = self.rows(name, "agencies-{}-agency_name", len(agencies))
            agencies += [w.AgencyRow(agency=agency_ref(item.value), role=role) for item in found]
        return tuple(agencies)

    def experts(self) -> tuple[w.ExpertRow, ...]:
        """Experts by name, then a row for each country that the text names without a person."""
        named = [
            w.ExpertRow(
                person=w.PersonRef(full_name=found.value["name"]), affiliation=found.value.get("affiliation") or ""
            )
            for found in self.rows("experts", "experts-{}-person_name")
        ]
        countries = self.rows("expert_countries", "experts-{}-country_code", len(named))
        return (*named, *(w.ExpertRow(country_code=found.value) for found in countries))

    def contacts(self) -> tuple[w.ContactRow, ...]:
        """Contacts for the press."""
        return tuple(
            w.ContactRow(
                purpose=ContactPurpose.PRESS,
                name=found.value.get("name") or "",
                organisation=found.value.get("organisation") or "",
                email=found.value.get("email") or "",
                phone=found.value.get("phone") or "",
            )
            for found in self.rows("contacts", "contacts-{}-name")
        )

    def quotes(self) -> tuple[w.QuoteRow, ...]:
        """Direct speech whole, as its evidence gives it."""
        return tuple(
            w.QuoteRow(
                text=" ".join(found.words.split()) or found.value["text_start"],
                speaker_name=found.value.get("speaker") or "",
                speaker_title=found.value.get("title") or "",
                language=self.language,
            )
            for found in self.rows("quotes", "quotes-{}-text")
        )


def agency_ref(value: Any) -> w.AgencyRef:
    """An agency from a finding: a dict of name and acronym, or a text such as "Autorité générale (GABP)"."""
    if isinstance(value, dict):
        return w.AgencyRef(name=value.get("name") or value.get("acronym") or "", acronym=value.get("acronym") or "")
    match = _NAME_WITH_ACRONYM.fullmatch(value)
    return w.AgencyRef(name=match[1], acronym=match[2]) if match else w.AgencyRef(name=value)


def same_value(first: Any, second: Any) -> bool:
    """Whether two findings of a list say the same, case and accents not counted."""
    return _comparable(first) == _comparable(second)


def _comparable(value: Any) -> str:
    if isinstance(value, dict):
        return fold(str(value.get("name") or value.get("text_start") or value.get("email") or value))
    return fold(str(value))
