"""Press releases: received, read into findings, reviewed, and accepted as workshops."""

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from textwrap import shorten

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from workshops.domain.access import Actor
from workshops.domain.enums import FindingStatus, PressReleaseStatus
from workshops.domain.press_draft import LISTS, same_value
from workshops.domain.press_review import outcome
from workshops.domain.workshop import WorkshopDetails
from workshops.errors import N_, Conflict, Invalid, NotFound, Problem
from workshops.models import Finding, Office, PressRelease, Workshop
from workshops.models.base import now
from workshops.press.extract import read_workshops
from workshops.press.facts import PressFacts
from workshops.press.several import events_counted
from workshops.services import press_findings, workshops
from workshops.services.press_texts import OF_LETTER, titled
from workshops.services.turns import take_turn

LONGEST_TEXT = 200_000
"""Characters of one press release; the longest in use have some 10,000."""

_ACCEPTED = frozenset({FindingStatus.ACCEPTED, FindingStatus.CHANGED})
_REVIEWED = _ACCEPTED | {FindingStatus.REJECTED}

LONGEST_RULE = 60
"""Characters of a rule that are kept, by whole words: half a number in a sum would be another number."""


@dataclass(frozen=True, slots=True)
class Received:
    """A press release, and whether the same text was there before."""

    press_release: PressRelease
    was_known: bool


def receive(
    session: Session,
    *,
    text: str,
    file_name: str = "",
    headline: str = "",
    published_on: date | None = None,
    office_id: int,
    by: Actor,
    read: Sequence[PressFacts] = (),
) -> Received:
    """Keep a text whole and propose what it says. The same text is kept once in an office.

    One that tells of several workshops is kept for each of them; the first is given back. `headline` holds where the
    text has none of its own; without `published_on` the text's date line holds. `read` is what the text says of each
    workshop, if it was read already.

    Raises Invalid for an empty or overlong text, NotFound for an office not open to the actor.
    """
    if session.get(Office, office_id) is None or not by.may_write(office_id):
        raise NotFound
    text = cleaned(text)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    take_turn(session, f"text {sha256} of {office_id}")
    known = _parts(session, office_id, sha256)
    if known:
        return Received(known[0], was_known=True)
    received = []
    for part, facts_of_part in enumerate(read or read_workshops(text, sent_on=published_on)):
        press_release = PressRelease(
            office_id=office_id,
            sha256=sha256,
            part=part,
            text=text,
            file_name=file_name,
            headline=headline[: press_findings.LONGEST_HEADLINE],
            published_on=published_on or facts_of_part.published_on,
            received_by_id=by.user_id,
        )
        session.add(press_release)
        _keep_findings(session, press_release, titled(facts_of_part, press_release.headline))
        received.append(press_release)
    return Received(received[0], was_known=False)


def untold(press_release: PressRelease, *, drafts: int) -> int:
    """How many workshops a text says it tells of where no drafts could be told apart; 0 of any other text."""
    count = _events_counted(press_release.text)
    return count if count > 1 and drafts == 1 else 0


@lru_cache(maxsize=8)
def _events_counted(text: str) -> int:
    """As `events_counted`: the review asks it of the same text again with each button that is pressed."""
    return events_counted(text)


def _parts(session: Session, office_id: int, sha256: str) -> Sequence[PressRelease]:
    of_text = select(PressRelease).where(PressRelease.office_id == office_id, PressRelease.sha256 == sha256)
    return session.scalars(of_text.order_by(PressRelease.part)).all()


def cleaned(text: str) -> str:
    """A text as it is kept and read: NFC, lines ended by LF. Raises Invalid for an empty or overlong one."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise Invalid(Problem("text", N_("Paste the text of the press release, or choose a file.")))
    if len(text) > LONGEST_TEXT:
        raise Invalid(
            Problem(
                "text",
                N_("The text has %(length)s characters; at most %(limit)s fit."),
                {"length": len(text), "limit": LONGEST_TEXT},
            )
        )
    return text


def read_again(session: Session, *, press_release_id: int, by: Actor) -> PressRelease:
    """Read a text with today's rules. Whatever a person has already decided stays as it is.

    Raises NotFound, Conflict as `decide`.
    """
    press_release = open_for_review(session, press_release_id, by)
    told = read_workshops(press_release.text, sent_on=press_release.published_on)
    of_letter = next((str(one.value) for one in press_release.findings if one.rule == OF_LETTER), "")
    _keep_findings(session, press_release, titled(told[min(press_release.part, len(told) - 1)], of_letter))
    return press_release


def _keep_findings(session: Session, press_release: PressRelease, read: PressFacts) -> None:
    reviewed = [finding for finding in press_release.findings if finding.status in _REVIEWED]
    decided = {finding.field for finding in reviewed if finding.field not in LISTS}
    taken = {(finding.field, finding.position) for finding in reviewed}
    fresh = []
    for found in read.findings:
        if found.field in decided or any(
            kept.field == found.field and same_value(kept.value, found.value) for kept in reviewed
        ):
            continue
        position = found.index or 0
        while (found.field, position) in taken:
            position += 1
        taken.add((found.field, position))
        fresh.append(
            Finding(
                field=found.field,
                position=position,
                value=found.value,
                spans=[list(span) for span in found.spans],
                confidence=found.confidence,
                rule=shorten(found.rule, LONGEST_RULE, placeholder=" …"),
            )
        )
    press_release.findings = reviewed
    session.flush()  # the places of the findings that go are free before the new ones come
    press_release.findings = reviewed + fresh
    press_release.language = read.value("lang")
    headline = read.value("title") or press_release.headline or read.value("workshop_name") or ""
    press_release.headline = headline[: press_findings.LONGEST_HEADLINE]
    press_release.published_on = press_release.published_on or read.published_on
    press_release.reader_version = read.reader_version
    session.flush()


def find(session: Session, *, press_release_id: int, by: Actor) -> PressRelease:
    """A press release with its findings. Raises NotFound where there is none or its office is not open."""
    press_release = session.scalar(
        select(PressRelease)
        .where(PressRelease.id == press_release_id)
        .options(selectinload(PressRelease.findings), joinedload(PressRelease.workshop))
    )
    if press_release is None or not by.may_read(press_release.office_id):
        raise NotFound
    return press_release


def listed(
    session: Session, *, status: PressReleaseStatus | None = None, by: Actor, page: int = 1, per_page: int = 50
) -> tuple[Sequence[PressRelease], int]:
    """One page of the press releases open to the actor, newest first, and how many there are in all."""
    wanted = select(PressRelease)
    if not by.reads_all_offices:
        wanted = wanted.where(PressRelease.office_id == by.office_id)
    if status:
        wanted = wanted.where(PressRelease.status == status)
    total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    rows = session.scalars(
        wanted.options(joinedload(PressRelease.workshop))
        .order_by(PressRelease.id.desc())
        .limit(per_page)
        .offset((page - 1) * per_page)
    )
    return rows.all(), total


def decide(session: Session, *, press_release_id: int, finding_id: int, status: FindingStatus, by: Actor) -> Finding:
    """Note what a reviewer thinks of one finding; PROPOSED takes a decision back.

    Raises NotFound, Conflict once the press release has become a workshop.
    """
    press_release = open_for_review(session, press_release_id, by)
    finding = next((finding for finding in press_release.findings if finding.id == finding_id), None)
    if finding is None:
        raise NotFound
    press_findings.note_review(finding, status, press_findings.taken_as(finding), by, now())
    press_findings.name_by_title(press_release)
    session.flush()
    return finding


def accept(session: Session, *, press_release_id: int, details: WorkshopDetails, by: Actor) -> Workshop:
    """Make a workshop of what the reviewer left in the form, and note for each finding what became of it.

    A finding whose value stands in the details was accepted; where another value stands it was changed; else rejected.
    Raises NotFound, Invalid as `workshops.register`, Conflict once it has become a workshop.
    """
    press_release = open_for_review(session, press_release_id, by)
    workshop = workshops.register(
        session, details=details, office_id=press_release.office_id, by=by, told_on=press_release.published_on
    )
    at = now()
    for finding in press_release.findings:
        if finding.status is FindingStatus.PROPOSED:
            press_findings.note_review(finding, *outcome(press_findings.as_read(finding), details), by, at)
    press_release.workshop = workshop
    press_release.headline = details.title[: press_findings.LONGEST_HEADLINE]
    press_release.status = PressReleaseStatus.ACCEPTED
    session.flush()
    return workshop


def set_aside(session: Session, *, press_release_id: int, by: Actor) -> PressRelease:
    """Say that no workshop is to be made of a press release. Raises NotFound, Conflict as `decide`."""
    press_release = open_for_review(session, press_release_id, by)
    press_release.status = PressReleaseStatus.SET_ASIDE
    session.flush()
    return press_release


def take_up(session: Session, *, press_release_id: int, by: Actor) -> PressRelease:
    """Review a press release after all that was set aside. Raises NotFound, Conflict as `decide`."""
    press_release = open_for_review(session, press_release_id, by)
    press_release.status = PressReleaseStatus.TO_REVIEW
    session.flush()
    return press_release


def open_for_review(session: Session, press_release_id: int, by: Actor) -> PressRelease:
    """A press release whose findings the actor may decide on. Raises NotFound, Conflict as `decide`."""
    take_turn(session, f"press release {press_release_id}")
    press_release = find(session, press_release_id=press_release_id, by=by)
    if not by.may_write(press_release.office_id):
        raise NotFound
    if press_release.workshop_id is not None:
        raise Conflict(N_("A workshop has already been made of this press release."))
    return press_release
