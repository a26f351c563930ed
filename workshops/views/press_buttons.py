"""What the buttons of a review do: decide on findings, undo it, take a record for a name, give words to a field."""

import re
from functools import partial
from typing import Any, Final

from flask import request

from workshops.domain.enums import FindingStatus
from workshops.domain.press_draft import Read
from workshops.domain.press_review import outcome
from workshops.errors import N_, Invalid, NotFound, Problem
from workshops.extensions import db
from workshops.forms.press_assign import Place, place_of, put_in, take_in
from workshops.forms.press_fields import ASSIGNABLE, TITLES
from workshops.forms.press_review import Places, assign, keeping_total, put_back, withdraw
from workshops.forms.press_ties import give_back, take
from workshops.forms.workshop import WorkshopForm
from workshops.services import agencies, press, press_decisions, press_drafts, press_findings, press_ties, press_words
from workshops.views.access import current_actor
from workshops.views.press_evidence import evidence_of
from workshops.views.press_queue import accept_from

ACCEPT_ALL: Final = "accept-all"
UNDO: Final = "undo"
ASSIGN: Final = "assign"
FROM_LIST: Final = "from-list:"
START, LOOK = "start", "look"
"""Where to go on: at the first finding that is undecided, or in the list of what to look at."""
_DECISION: Final = re.compile(r"(accepted|rejected|proposed):([0-9]{1,12})")


def press_button(press_release_id: int, action: str, form: WorkshopForm) -> str:
    """Do what a button of the evidence says; gives where to go on, as `press_review.review_page` takes it."""
    by, decision = current_actor(), _DECISION.fullmatch(action)
    if decision:
        finding_id, status = int(decision[2]), FindingStatus(decision[1])
        press_release = press.find(db.session, press_release_id=press_release_id, by=by)
        was = next((one.status for one in press_release.findings if one.id == finding_id), None)
        finding = press.decide(
            db.session, press_release_id=press_release_id, finding_id=finding_id, status=status, by=by
        )
        with keeping_total(form, evidence_of(press_release)):
            _follow(form, finding, was)
        return decision[2]
    if action == ACCEPT_ALL:
        press_decisions.accept_all(
            db.session, press_release_id=press_release_id, details=form.to_details(), at_least=accept_from(), by=by
        )
        return START
    if action == UNDO:
        return _undo(press_release_id, form)
    press_release = press.find(db.session, press_release_id=press_release_id, by=by)
    if action.startswith(FROM_LIST):  # of several names to look at, one after the other: the page stays at its head
        _take(press_release, action.removeprefix(FROM_LIST), form)
        return LOOK
    if action.startswith("take:"):
        return _take(press_release, action, form)
    return _assign(press_release, form) if action == ASSIGN else START


def _undo(press_release_id: int, form: WorkshopForm) -> str:
    taken = press_decisions.take_back(db.session, press_release_id=press_release_id, by=current_actor())
    press_release = press.find(db.session, press_release_id=press_release_id, by=current_actor())
    reads = {finding.id: press_findings.as_read(finding) for finding in press_release.findings}
    with keeping_total(form, evidence_of(press_release)):
        for one in sorted(taken, key=lambda one: not one.is_gone):
            if one.is_gone or one.now is FindingStatus.REJECTED:
                withdraw(form, one.read)
            elif one.was is FindingStatus.REJECTED:
                _put_back(form, press_release, one.read, one.now)
            elif one.read.field in TITLES:
                _title_anew(form, press_release, one.read)
            elif (read := reads[one.id]) != one.read:
                give_back(form, one.read, read)
    return str(taken[0].id) if len(taken) == 1 else START


def _take(press_release: Any, action: str, form: WorkshopForm) -> str:
    """Put the record offered in the place of a name; what the text says of it is accepted as that record."""
    places = Places(form)
    said = [(item.id, places.field(item.read)) for item in evidence_of(press_release)]
    spelt = agencies.every_spelling(db.session)
    office_id = press_release.office_id
    name = take(form, press_ties.ties(db.session, form.to_details(), office_id=office_id, spelt=spelt), action)
    if name is None:
        raise Invalid(Problem("", N_("This record is not offered for the name any more. Look at what is offered now.")))
    taken = [finding_id for finding_id, field in said if field is name]
    if taken:
        press_decisions.take_as(
            db.session, press_release_id=press_release.id, finding_ids=taken, name=name.data, by=current_actor()
        )
    return str(taken[0]) if taken else START


def _assign(press_release: Any, form: WorkshopForm) -> str:
    """Give words of the text to a field: those at a place that a script names, else where they stand first."""
    name, words = request.form.get("assign_into", ""), request.form.get("assign_words", "").replace("\r\n", "\n")
    start, end = (request.form.get(f"assign_{name}", type=int) for name in ("start", "end"))
    place = place_of(form, name, evidence_of(press_release)) if name else Place(request.form.get("assign_field", ""))
    given = partial(
        press_words.assign_part if place.finding_id else press_words.assign,
        db.session,
        press_release_id=press_release.id,
        words=words,
        span=(start, end) if start is not None and end is not None and 0 <= start < end else None,
        by=current_actor(),
    )
    if place.finding_id:
        assigned = given(finding_id=place.finding_id, part=place.part)
        put_in(form, name, press_words.said_part(assigned.findings[0], place.part))
        return str(assigned.findings[0].id)
    if not place.field:
        put_in(form, name, words)
        return START
    if not any(place.field in names for names in ASSIGNABLE.values()):
        raise NotFound
    assigned = given(field=place.field)
    made = [press_findings.as_read(finding) for finding in assigned.findings]
    take_in(form, made, assigned.replaced, language=press_release.language or "")
    return str(assigned.findings[0].id)


def _follow(form: WorkshopForm, finding: Any, was: FindingStatus | None) -> None:
    read = press_findings.as_read(finding)
    if finding.field in TITLES and finding.status is not FindingStatus.ACCEPTED:
        _title_anew(form, finding.press_release, read)
    elif finding.status is FindingStatus.REJECTED:
        withdraw(form, read)
    elif finding.field in TITLES:  # one title is taken instead of the other
        assign(form, read, language=finding.press_release.language or "")
    elif finding.status is FindingStatus.ACCEPTED or was is FindingStatus.REJECTED:
        _put_back(form, finding.press_release, read, finding.status)


def _put_back(form: WorkshopForm, press_release: Any, read: Read, status: FindingStatus) -> None:
    """Put what was rejected into the form again; what nobody accepted only as far as the draft has it."""
    told = press_drafts.draft(db.session, press_release)
    if status is FindingStatus.ACCEPTED or outcome(read, told)[0] is not FindingStatus.REJECTED:
        put_back(form, read, language=press_release.language or "", told=told)


def _title_anew(form: WorkshopForm, press_release: Any, read: Read) -> None:
    """Where a title stands on which somebody decided otherwise, put the one there that the text gives then."""
    if outcome(read, form.to_details())[0] is FindingStatus.ACCEPTED:
        form.title.process_data(press_drafts.draft(db.session, press_release).title)
