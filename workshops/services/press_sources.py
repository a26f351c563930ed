"""A press release as a further source of a workshop that is registered already: recognised, added, compared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from workshops.domain.access import Actor
from workshops.domain.enums import FindingStatus, PressReleaseStatus
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.press_conflicts import conflicts
from workshops.domain.press_draft import Read, agency_ref
from workshops.domain.press_review import now_listed, now_said, outcome
from workshops.domain.same_story import SAME_FROM, likeness, reasons, story_of
from workshops.domain.workshop import WorkshopDetails
from workshops.errors import N_, Conflict, NotFound, Problem
from workshops.models import Engagement, Finding, Funding, PressRelease, Workshop, WorkshopAgency
from workshops.models.base import now
from workshops.services import agencies, press, workshops
from workshops.services.registers import named_with_acronym
from workshops.services.workshop_reading import details_of

_NEAR: Final = timedelta(days=7)
_MOST_LOOKED_AT: Final = 100
MOST_OFFERED: Final = 3
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


def candidates(
    session: Session, press_release: PressRelease, details: WorkshopDetails
) -> Sequence[tuple[Workshop, Sequence[str]]]:
    """Workshops of the office that perhaps are the one of these details, the likeliest first, each with what agrees
    (messages).
    """
    start = details.starts_on
    wanted = select(Workshop).where(Workshop.office_id == press_release.office_id)
    if details.country_code:
        wanted = wanted.where(or_(Workshop.country_code == details.country_code, Workshop.country_code.is_(None)))
    if start is not None and start.day is not None:
        near = Workshop.starts_on.between(start.earliest - _NEAR, start.earliest + _NEAR)
        wanted = wanted.where(or_(near, Workshop.starts_on.is_(None), Workshop.starts_precision != "day"))
    loaded = (
        *(joinedload(Workshop.project), selectinload(Workshop.topics), joinedload(Workshop.language_rows)),
        *(selectinload(Workshop.agencies).joinedload(WorkshopAgency.agency), selectinload(Workshop.contacts)),
        *(selectinload(Workshop.fundings).joinedload(Funding.agency), selectinload(Workshop.quotes)),
        *(selectinload(Workshop.engagements).joinedload(Engagement.person), selectinload(Workshop.events)),
    )
    rows = session.scalars(wanted.order_by(Workshop.id.desc()).limit(_MOST_LOOKED_AT).options(*loaded)).unique()
    told = story_of(details)
    stories = [(story_of(details_of(row, participants=())), row) for row in rows]
    found = [(likeness(told, story), row, reasons(told, story)) for story, row in stories]
    found.sort(key=lambda each: (-each[0], each[1].reference))
    return [(row, why) for points, row, why in found[:MOST_OFFERED] if points >= SAME_FROM]


def add(session: Session, *, press_release_id: int, reference: str, by: Actor) -> Workshop:
    """Make a press release a further source of a workshop, of which nothing changes.

    What agrees with the record is accepted; other single values stay open, to be compared, and what is on no list of
    the record to be added. Raises NotFound also for a workshop of another office, Conflict as `press.decide`.
    """
    press_release = press.open_for_review(session, press_release_id, by)
    workshop = workshops.find_to_change(session, reference=reference, by=by)
    if workshop.office_id != press_release.office_id:
        raise NotFound
    details, at = _as_titled(details_of(workshop), press_release), now()
    there = _agencies_there(session, press_release.findings, details)
    for finding in press_release.findings:
        if finding.status is FindingStatus.PROPOSED:
            status, _value = outcome(press.as_read(finding), details)
            if finding.id in there:
                status = FindingStatus.ACCEPTED
            if status is FindingStatus.ACCEPTED or finding.field not in _SINGLE | _LISTED:
                press.note_review(finding, status, None, by, at)
    press_release.workshop = workshop
    press_release.status = PressReleaseStatus.ACCEPTED
    session.flush()
    return workshop


def _as_titled(details: WorkshopDetails, press_release: PressRelease) -> WorkshopDetails:
    """The details with the title that they have in the language of a press release, "" for none."""
    language = press_release.language
    if language in (details.title_language, None) or language not in INTERFACE_LANGUAGES:
        return details
    return replace(details, title=details.title_translations.get(language, ""))


def _agencies_there(session: Session, findings: Sequence[Finding], details: WorkshopDetails) -> frozenset[int]:
    """The findings that name an agency of the record otherwise: in another language, by its acronym or an alias."""
    refs = {one.id: agency_ref(one.value) for one in findings if one.field in _AGENCIES}
    names = {finding_id: named_with_acronym(ref.name, ref.acronym, ref.id) for finding_id, ref in refs.items()}
    found = agencies.find_all(session, names.values(), country_code=details.country_code)
    there = {row.agency.id for row in details.agencies} | {row.agency.id for row in details.funders}
    return frozenset(finding_id for finding_id, name in names.items() if (agency := found[name]) and agency.id in there)


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
        press.note_review(finding, FindingStatus.PROPOSED, None, by, now())
    press_release.workshop, press_release.status = None, PressReleaseStatus.TO_REVIEW
    session.flush()
    return press_release


def is_further(session: Session, press_release: PressRelease, workshop: Workshop) -> bool:
    """Whether the workshop was there before the press release was accepted for it: entered, or made of another."""
    if press_release.updated_at - workshop.created_at > _ONE_REQUEST:
        return True
    earlier = (PressRelease.workshop_id == workshop.id, PressRelease.updated_at < press_release.updated_at)
    return session.scalar(select(PressRelease.id).where(*earlier).limit(1)) is not None


def differences(session: Session, press_release: PressRelease, details: WorkshopDetails) -> Sequence[Difference]:
    """The values that a further source says otherwise than the record, or beside its lists; those nobody decided on."""
    details = _as_titled(details, press_release)
    open_ones = [
        finding
        for finding in press_release.findings
        if finding.status is FindingStatus.PROPOSED
        and finding.field in _SINGLE | _LISTED
        and outcome(press.as_read(finding), details)[0] is not FindingStatus.ACCEPTED
    ]
    if not open_ones:
        return []
    rows = session.execute(
        select(Finding.field, PressRelease.headline)
        .join(Finding.press_release)
        .where(PressRelease.workshop_id == press_release.workshop_id, PressRelease.id != press_release.id)
        .where(Finding.status == FindingStatus.ACCEPTED, Finding.field.in_({one.field for one in open_ones}))
        .order_by(PressRelease.id)
    )
    said: dict[str, list[str]] = {}
    for field, headline in rows:
        said.setdefault(field, []).append(headline)
    return [
        Difference(
            one,
            now_listed(one.field, details) if one.field in _LISTED else now_said(one.field, details),
            tuple(dict.fromkeys(said.get(one.field, ()))),
            one.field in _LISTED,
        )
        for one in open_ones
    ]


def settle(
    session: Session, *, press_release_id: int, finding_id: int, status: FindingStatus, by: Actor, before: Any = None
) -> Finding:
    """Decide on a value of a further source; `before` is what the record said, to be put back. Raises NotFound."""
    press_release = press.find(session, press_release_id=press_release_id, by=by)
    finding = next((one for one in press_release.findings if one.id == finding_id), None)
    if finding is None or press_release.workshop is None or not by.may_write(press_release.office_id):
        raise NotFound
    press.note_review(finding, status, before, by, now())
    session.flush()
    return finding


def record_conflicts(details: WorkshopDetails) -> Sequence[Problem]:
    """Where the dates of a record and its days of training do not fit, as after a value was taken from one source."""
    names = ("start_date", "end_date", "duration_days")
    found = conflicts([Read(field=name, value=now_said(name, details)) for name in names], "")
    message = N_("%(stated)s days of training, but %(dates)s are %(days)s days.")
    return [replace(one, message=message) if one.field == "duration_days" else one for one in found]
