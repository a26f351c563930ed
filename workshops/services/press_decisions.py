"""Deciding on many findings of a press release at once, and taking decisions back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import FindingStatus, RecordKind
from workshops.domain.press_draft import Read
from workshops.domain.press_review import outcome
from workshops.domain.workshop import WorkshopDetails
from workshops.errors import N_, Conflict, NotFound
from workshops.models import Finding, PressRelease, User
from workshops.models.base import now
from workshops.services import deleting, press, press_findings, press_sources, workshops
from workshops.services.press_words import BY_HAND
from workshops.services.turns import take_turn
from workshops.services.workshop_reading import details_of

ACCEPT_FROM: Final = 90
"""Per cent of confidence, for somebody who has not chosen: of such findings at least 95 in 100 are right."""
CONFIDENCES: Final = (100, 95, 90, 85, 80, 75, 70, 60, 50)
"""From how many per cent on all findings can be accepted at once."""


def asked_for(share: int) -> int:
    """The per cent asked for, within what is offered."""
    return min(100, max(CONFIDENCES[-1], share))


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was decided last on a finding and what holds now; it is gone if somebody had made it by hand."""

    id: int
    read: Read
    was: FindingStatus
    now: FindingStatus
    is_gone: bool


def accept_all(
    session: Session,
    *,
    press_release_id: int,
    details: WorkshopDetails,
    at_least: int,
    by: Actor,
    at: datetime | None = None,
) -> Sequence[Finding]:
    """Accept all undecided findings of at least this confidence (per cent) whose values stand in the details.

    The number is remembered. `at` is the moment that decisions made together bear, now if not said. Raises NotFound,
    Conflict as `press.decide`.
    """
    press_release = press.open_for_review(session, press_release_id, by)
    if by.user_id:
        session.get_one(User, by.user_id).accept_from = at_least
    sure = [
        finding
        for finding in press_release.findings
        if finding.status is FindingStatus.PROPOSED
        and round(finding.confidence * 100) >= at_least
        and outcome(press_findings.as_read(finding), details)[0] is FindingStatus.ACCEPTED
    ]
    at = at or now()
    for finding in sure:
        press_findings.note_review(finding, FindingStatus.ACCEPTED, None, by, at)
    session.flush()
    return sure


def take_as(session: Session, *, press_release_id: int, finding_ids: Iterable[int], name: str, by: Actor) -> None:
    """Accept findings as the record of a register that goes by that name. Raises as `press.decide`."""
    press_release = press.open_for_review(session, press_release_id, by)
    wanted = set(finding_ids)
    for finding in press_release.findings:
        if finding.id in wanted:
            press_findings.take_as(finding, name, by)
    session.flush()


def last_decided(press_release: PressRelease) -> Sequence[Finding]:
    """The findings on which the last decision was made: one, or those accepted together."""
    decided = [finding for finding in press_release.findings if finding.reviewed_at is not None]
    latest = max((finding.reviewed_at for finding in decided if finding.reviewed_at), default=None)
    return [finding for finding in decided if finding.reviewed_at == latest]


def take_back(session: Session, *, press_release_id: int, by: Actor) -> Sequence[TakenBack]:
    """Undo the last decision on a press release; once more, the one before. Raises as `press.decide`."""
    press_release = press.open_for_review(session, press_release_id, by)
    return _take_back(session, last_decided(press_release), by)


def undo_registration(session: Session, *, press_release_id: int, reason: str, by: Actor) -> WorkshopDetails:
    """Delete the workshop just made of a press release, which is to review again; gives what was registered.

    The workshop can be brought back for 30 days as any deleted record. Raises NotFound, and Conflict where there is
    none or somebody has changed it since.
    """
    take_turn(session, f"press release {press_release_id}")
    press_release = press.find(session, press_release_id=press_release_id, by=by)
    if not by.may_write(press_release.office_id):
        raise NotFound
    if press_release.workshop is None:
        raise Conflict(N_("This was undone already."))
    reference = press_release.workshop.reference
    workshop = workshops.find_to_change(session, reference=reference, by=by)
    if press_sources.is_further(session, press_release, workshop):
        raise Conflict(N_("%(reference)s was not made of this press release."), reference=reference)
    if workshop.updated_at > press_release.updated_at:  # the press release was written last when it was registered
        raise Conflict(
            N_("%(reference)s was changed since it was registered. Delete it on its own page."), reference=reference
        )
    details, made_at = details_of(workshop), workshop.created_at
    deleting.delete(session, kind=RecordKind.WORKSHOP, record_id=workshop.id, reason=reason, by=by)
    decided = last_decided(press.find(session, press_release_id=press_release_id, by=by))
    _take_back(
        session, [one for one in decided if one.reviewed_at and one.reviewed_at >= made_at and one.rule != BY_HAND], by
    )
    return _without_rows(details)


def _take_back(session: Session, findings: Sequence[Finding], by: Actor) -> Sequence[TakenBack]:
    taken = []
    for finding in findings:
        read, was, is_made = press_findings.as_read(finding), finding.status, _is_made(finding)
        press_release = finding.press_release
        if is_made:
            press_release.findings.remove(finding)
        else:
            press_findings.take_back_review(finding, by)
        press_findings.name_by_title(press_release)
        taken.append(TakenBack(finding.id, read, was, finding.status, is_made))
    session.flush()
    return taken


def _is_made(finding: Finding) -> bool:
    """Whether the decision was to make the finding; one made before gave way to another, and comes back."""
    return finding.rule == BY_HAND and finding.status is not FindingStatus.REJECTED


def _without_rows(details: WorkshopDetails) -> WorkshopDetails:
    """The same details, told of rows that are not stored yet."""
    return replace(
        details,
        agencies=tuple(replace(row, row_id=None) for row in details.agencies),
        experts=tuple(replace(row, row_id=None) for row in details.experts),
        funders=tuple(replace(row, row_id=None) for row in details.funders),
        events=tuple(replace(row, row_id=None) for row in details.events),
        participants=tuple(replace(row, row_id=None) for row in details.participants),
        contacts=tuple(replace(row, row_id=None) for row in details.contacts),
        quotes=tuple(replace(row, row_id=None) for row in details.quotes),
    )
