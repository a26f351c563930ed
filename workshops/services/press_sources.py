"""A press release as a further source of a workshop that is registered already: added, compared, taken away again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import FindingStatus, PressReleaseStatus
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.press_conflicts import conflicts
from workshops.domain.press_draft import Read, agency_ref
from workshops.domain.press_further import adds_institution, is_same_agency, quotes_translated, topics_translated
from workshops.domain.press_review import now_listed, now_said, outcome
from workshops.domain.workshop import WorkshopDetails
from workshops.errors import N_, Conflict, NotFound, Problem
from workshops.models import Finding, PressRelease, Workshop
from workshops.models.base import now
from workshops.services import agencies, press, press_findings, topics, workshops
from workshops.services.registers import named_with_acronym
from workshops.services.workshop_reading import details_of

_SINGLE: Final = frozenset(
    {"title", "event_type", "country", "city", "venue", "start_date", "end_date", "duration_days"}
    | {"participants_count", "women_count", "men_count", "project.name"}
    | {"participants_qualifier", "participants_description"}
)
"""The fields whose values are compared; the wording of dates may differ without contradiction."""
_AGENCIES: Final = frozenset({"organisers", "partners", "beneficiary_agencies", "funders"})
_LISTED: Final = _AGENCIES | {
    *("experts", "expert_countries", "participant_countries", "topics", "legal_references", "quotes", "contacts")
}
"""The lists to which a further source may add."""
_ONE_REQUEST: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Difference:
    """A value on which a further source and the record differ, or one that the record's list does not hold.

    `now` is what the record says, of a list a tuple. `sources` are headlines of releases that say it as the record
    does; none where a person typed it.
    """

    finding: Finding
    now: Any
    sources: Sequence[str]
    is_listed: bool


def add(session: Session, *, press_release_id: int, reference: str, by: Actor) -> Workshop:
    """Make a press release a further source of a workshop, of which nothing changes.

    What agrees with the record is accepted; other single values stay open, to be compared, and what is on no list of
    the record to be added. Raises NotFound also for a workshop of another office, Conflict as `press.decide`.
    """
    press_release = press.open_for_review(session, press_release_id, by)
    workshop = workshops.find_to_change(session, reference=reference, by=by)
    if workshop.office_id != press_release.office_id:
        raise NotFound
    details, at = _as_titled(details_of(workshop), press_release.language), now()
    there = _agencies_there(session, press_release, details) | _quotes_there(press_release, details)
    there |= _topics_there(session, press_release, details)
    has_days = any(finding.field == "start_date" for finding in press_release.findings)
    for finding in press_release.findings:
        if finding.status is FindingStatus.PROPOSED:
            read = press_findings.as_read(finding)
            status, _value = outcome(read, details)
            if finding.id in there or (has_days and finding.field == "date_text"):
                status = FindingStatus.ACCEPTED
            if adds_institution(read, details):
                continue
            if status is FindingStatus.ACCEPTED or finding.field not in _SINGLE | _LISTED:
                press_findings.note_review(finding, status, None, by, at)
    press_release.workshop = workshop
    press_release.status = PressReleaseStatus.ACCEPTED
    session.flush()
    return workshop


def _as_titled(details: WorkshopDetails, language: str | None) -> WorkshopDetails:
    """The details with the title that they have in the language of a press release, "" for none."""
    if language in (details.title_language, None) or language not in INTERFACE_LANGUAGES:
        return details
    return replace(details, title=details.title_translations.get(language, ""))


def _agencies_there(session: Session, press_release: PressRelease, details: WorkshopDetails) -> frozenset[int]:
    """The findings that name an agency of the record otherwise: in another language, by its acronym or an alias."""
    refs = {one.id: agency_ref(one.value) for one in press_release.findings if one.field in _AGENCIES}
    names = {finding_id: named_with_acronym(ref.name, ref.acronym, ref.id) for finding_id, ref in refs.items()}
    found = agencies.find_all(session, names.values(), country_code=details.country_code)
    agencies_there = [*(row.agency for row in details.agencies), *(row.agency for row in details.funders)]
    ids = {agency.id for agency in agencies_there}
    known = {finding_id for finding_id, name in names.items() if (agency := found[name]) and agency.id in ids}
    if press_release.language != details.title_language:
        known |= {one for one, ref in refs.items() if any(is_same_agency(ref, agency) for agency in agencies_there)}
    return frozenset(known)


def _quotes_there(press_release: PressRelease, details: WorkshopDetails) -> frozenset[int]:
    """The findings of direct speech that the record holds in another language."""
    said = {one.id: press_findings.as_read(one) for one in press_release.findings if one.field == "quotes"}
    return quotes_translated(said, details.quotes, press_release.language or "")


def _topics_there(session: Session, press_release: PressRelease, details: WorkshopDetails) -> frozenset[int]:
    """The findings of topics that the record holds under another of their names, or in another language."""
    said = {one.id: str(one.value) for one in press_release.findings if one.field == "topics"}
    meant, ids = topics.meant(session, said.values()), {topic.id for topic in details.topics}
    there = frozenset(key for key, label in said.items() if meant.get(label) in ids)
    if press_release.language == details.title_language:
        return there
    told = {meant.get(label) for label in said.values()}
    others = [topic.label for topic in details.topics if topic.id not in told]
    return there | topics_translated({key: label for key, label in said.items() if label not in meant}, others)


def part(session: Session, *, press_release_id: int, by: Actor) -> PressRelease:
    """Take a further source away from its workshop: it is to review again. Raises NotFound, Conflict for the press
    release of which the workshop was made.
    """
    press_release = press.find(session, press_release_id=press_release_id, by=by)
    if not by.may_write(press_release.office_id):
        raise NotFound
    workshop = press_release.workshop
    if workshop is not None and not is_further(session, press_release, workshop):
        raise Conflict(N_("%(reference)s was made of this press release."), reference=workshop.reference)
    for finding in press_release.findings:
        press_findings.note_review(finding, FindingStatus.PROPOSED, None, by, now())
    press_release.workshop, press_release.status = None, PressReleaseStatus.TO_REVIEW
    session.flush()
    return press_release


def is_further(session: Session, press_release: PressRelease, workshop: Workshop) -> bool:
    """Whether the workshop was there before the press release was accepted for it: entered, or made of another."""
    return _is_further(press_release, workshop, _others(session, press_release))


def compare(
    session: Session, press_release: PressRelease, workshop: Workshop, details: WorkshopDetails
) -> tuple[Sequence[Difference], bool]:
    """The values that a source says otherwise than the record, or beside its lists, on which nobody decided; and
    whether it is a further source (`is_further`). One statement.
    """
    others, titled = _others(session, press_release), _as_titled(details, press_release.language)
    said: dict[str | None, dict[str, None]] = {}
    for headline, _accepted_at, field in others:
        said.setdefault(field, {})[headline] = None
    differences = [
        Difference(
            finding,
            now_listed(finding.field, titled) if finding.field in _LISTED else now_said(finding.field, titled),
            tuple(said.get(finding.field, ())),
            finding.field in _LISTED,
        )
        for finding in press_release.findings
        if finding.status is FindingStatus.PROPOSED
        and is_to_compare(press_findings.as_read(finding), press_release.language, details)
    ]
    return differences, _is_further(press_release, workshop, others)


def is_to_compare(read: Read, language: str | None, details: WorkshopDetails) -> bool:
    """Whether a source in that language says something otherwise than the record, or beside one of its lists."""
    if read.field not in _SINGLE | _LISTED:
        return False
    titled = _as_titled(details, language)
    return adds_institution(read, titled) or outcome(read, titled)[0] is not FindingStatus.ACCEPTED


def _others(session: Session, press_release: PressRelease) -> Sequence[tuple[str, datetime, str | None]]:
    """The other press releases of its workshop, the oldest first: headline, when it was accepted, and a field that was
    accepted of it; a row for each such field, one with None where there is none.
    """
    rows = session.execute(
        select(PressRelease.headline, PressRelease.updated_at, Finding.field)
        .outerjoin(Finding, and_(Finding.press_release_id == PressRelease.id, Finding.status == FindingStatus.ACCEPTED))
        .where(PressRelease.workshop_id == press_release.workshop_id, PressRelease.id != press_release.id)
        .order_by(PressRelease.id)
    )
    return [(headline, at, field) for headline, at, field in rows]


def _is_further(
    press_release: PressRelease, workshop: Workshop, others: Sequence[tuple[str, datetime, str | None]]
) -> bool:
    is_later = press_release.updated_at - workshop.created_at > _ONE_REQUEST
    return is_later or any(at < press_release.updated_at for _headline, at, _field in others)


def settle(
    session: Session, *, press_release_id: int, status: FindingStatus, before: Mapping[int, Any], by: Actor
) -> Sequence[Finding]:
    """Decide on values of a further source, the keys of `before`; its values are what the record said, to be put back.

    Raises NotFound for a press release that is no source, and for a finding that is not its own.
    """
    press_release = press.find(session, press_release_id=press_release_id, by=by)
    if press_release.workshop is None or not by.may_write(press_release.office_id):
        raise NotFound
    own = {finding.id: finding for finding in press_release.findings}
    if not before or not before.keys() <= own.keys():
        raise NotFound
    at = now()
    for finding_id, said in before.items():
        press_findings.note_review(own[finding_id], status, said, by, at)
    session.flush()
    return [own[finding_id] for finding_id in before]


def record_conflicts(details: WorkshopDetails) -> Sequence[Problem]:
    """Where the dates of a record and its days of training do not fit, as after a value was taken from one source."""
    names = ("start_date", "end_date", "duration_days")
    found = conflicts([Read(field=name, value=now_said(name, details)) for name in names], "")
    message = N_("%(stated)s days of training, but %(dates)s are %(days)s days.")
    return [replace(one, message=message) if one.field == "duration_days" else one for one in found]
