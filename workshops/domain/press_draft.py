"""From what was found in a press release to the draft of a workshop.

The fields of findings are those that `workshops.press.facts` lists.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workshops.domain import workshop as w
from workshops.domain.enums import (
    AgencyRole,
    ContactPurpose,
    CountQualifier,
    DeliveryMode,
    ExpertRole,
    HeadcountSource,
    WorkshopType,
)
from workshops.domain.folding import fold
from workshops.domain.partial_date import PartialDate

AGENCY_ROLES = {
    "organisers": AgencyRole.ORGANISER,
    "partners": AgencyRole.TECHNICAL_PARTNER,
    "beneficiary_agencies": AgencyRole.PARTICIPATING,
}
"""The fields of findings that name agencies, which stand in one list of a workshop, each with its role."""
LISTS = frozenset(
    {*AGENCY_ROLES, "experts", "expert_countries", "participant_countries", "funders", "topics", "legal_references"}
    | {"quotes", "contacts", "languages", "funding", "participants"}
)
"""The fields of findings of which a workshop has more than one."""
_AT = re.compile(r" ?[\[(]at[\])] ?")
_NAME_WITH_ACRONYM = re.compile(r"(.{1,280}?)\s*\(([^()]{2,20})\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One finding, as the draft needs it. `words` is the text of its best evidence."""

    field: str
    value: Any
    words: str = ""


def draft_of(findings: Iterable[Read], *, language: str) -> w.WorkshopDetails:
    """The draft of a workshop from findings; `language` (ISO 639-1) is that of the text.

    What was not found stays empty. Nothing is computed that the text does not say.
    """
    found: dict[str, list[Read]] = {}
    for finding in findings:
        found.setdefault(finding.field, []).append(finding)
    lists = {name: [finding.value for finding in items] for name, items in found.items()}
    one = {name: values[0] for name, values in lists.items()}
    country = one.get("country", "")
    kind = WorkshopType(one.get("event_type", WorkshopType.WORKSHOP))
    is_webinar = kind is WorkshopType.WEBINAR and not country
    mode = DeliveryMode(one.get("mode", DeliveryMode.ONLINE if is_webinar else DeliveryMode.ONSITE))
    return w.WorkshopDetails(
        title=one.get("workshop_name") or one.get("title", ""),
        title_language=language,
        type=kind,
        mode=mode,
        summary=one.get("summary", ""),
        objectives=one.get("objectives", ""),
        languages=tuple(lists.get("languages", ())),
        starts_on=_date(one.get("start_date")),
        ends_on=_date(one.get("end_date")),
        date_note=one.get("date_text", ""),
        duration_days=one.get("duration_days"),
        country_code=country,
        city=one.get("city", ""),
        venue=one.get("venue", ""),
        topics=tuple(w.TopicRef(label=label) for label in lists.get("topics", ())),
        legal_references=tuple(lists.get("legal_references", ())),
        target_audience=one.get("participants_description", ""),
        headcount=_headcount(one),
        participant_countries=tuple(lists.get("participant_countries", ())),
        project=_project(one),
        agencies=tuple(
            w.AgencyRow(agency=agency_ref(value), role=role)
            for name, role in AGENCY_ROLES.items()
            for value in lists.get(name, ())
        ),
        experts=_experts(lists),
        funders=_funders(lists),
        participants=tuple(_participant(value) for value in lists.get("participants", ())),
        contacts=tuple(_contact(value) for value in lists.get("contacts", ())),
        quotes=tuple(_quote(finding, language) for finding in found.get("quotes", ())),
    )


def _date(iso: str | None) -> PartialDate | None:
    return PartialDate.parse(iso) if iso else None


def _headcount(one: Mapping[str, Any]) -> w.Headcount:
    """The number of people; those whose sex the text does not give are not stated, never taken for the rest."""
    women, men, total = (one.get(name) for name in ("women_count", "men_count", "participants_count"))
    if women is None and men is None and total is None:
        return w.Headcount()
    rest = None if total is None else total - (women or 0) - (men or 0)
    return w.Headcount(
        women=women,
        men=men,
        unknown=rest if rest is not None and rest > 0 else None,
        source=HeadcountSource.PRESS_RELEASE,
        qualifier=CountQualifier(one.get("participants_qualifier", CountQualifier.EXACT)),
    )


def _project(one: Mapping[str, Any]) -> w.ProjectRef | None:
    """The project by its name, or by its acronym where the text gives no more."""
    name, acronym = one.get("project.name", ""), one.get("project.acronym", "")
    return w.ProjectRef(title=name or acronym, acronym=acronym if name else "") if name or acronym else None


def _experts(lists: Mapping[str, list[Any]]) -> tuple[w.ExpertRow, ...]:
    """Experts by name, then a row for each country that the text names: whose it is, it rarely says."""
    named = (
        w.ExpertRow(
            person=w.PersonRef(full_name=value["name"]),
            role=ExpertRole(value.get("role", ExpertRole.RESOURCE_PERSON)),
            affiliation=value.get("affiliation") or "",
            country_code=value.get("country", ""),
        )
        for value in lists.get("experts", ())
    )
    return (*named, *(w.ExpertRow(country_code=code) for code in lists.get("expert_countries", ())))


def _funders(lists: Mapping[str, list[Any]]) -> tuple[w.FunderRow, ...]:
    """Who pays, each with what the text says that it gives."""
    given = {value["funder"]: value for value in reversed(lists.get("funding", ()))}
    return tuple(
        w.FunderRow(agency=agency_ref(name), amount=Decimal(value["amount"]), currency=value["currency"])
        if (value := given.get(name))
        else w.FunderRow(agency=agency_ref(name))
        for name in lists.get("funders", ())
    )


def _participant(value: Mapping[str, str | None]) -> w.ParticipantRow:
    return w.ParticipantRow(
        person=w.PersonRef(full_name=value["name"] or ""),
        agency=agency_ref(value["agency"]) if value.get("agency") else None,
        post_title=value.get("post") or "",
        email=email_address(value.get("email")),
        phone=value.get("phone") or "",
    )


def _contact(value: Mapping[str, str | None]) -> w.ContactRow:
    return w.ContactRow(
        purpose=ContactPurpose.PRESS,
        name=value.get("name") or "",
        organisation=value.get("organisation") or "",
        email=email_address(value.get("email")),
        phone=value.get("phone") or "",
    )


def _quote(finding: Read, language: str) -> w.QuoteRow:
    """Direct speech whole, as its evidence gives it; its beginning where there is none."""
    return w.QuoteRow(
        text=" ".join(finding.words.split()) or finding.value["text_start"],
        speaker_name=finding.value.get("speaker") or "",
        speaker_title=finding.value.get("title") or "",
        language=language,
    )


def agency_ref(value: Any) -> w.AgencyRef:
    """An agency from a finding: a dict of name and acronym, or a text such as "Autorité générale (GABP)"."""
    if isinstance(value, dict):
        return w.AgencyRef(name=value.get("name") or value.get("acronym") or "", acronym=value.get("acronym") or "")
    match = _NAME_WITH_ACRONYM.fullmatch(value)
    return w.AgencyRef(name=match[1], acronym=match[2]) if match else w.AgencyRef(name=value)


def email_address(written: str | None) -> str:
    """An address as mail is sent to: "name[at]example.org" is written so only to keep robots off."""
    return _AT.sub("@", written or "")


def same_value(first: Any, second: Any) -> bool:
    """Whether two findings of a list say the same, case and accents not counted."""
    return _comparable(first) == _comparable(second)


def _comparable(value: Any) -> str:
    if isinstance(value, dict):
        return fold(str(value.get("name") or value.get("text_start") or value.get("email") or value))
    return fold(str(value))
