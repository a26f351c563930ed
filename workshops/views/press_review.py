"""The review of a press release: its text with what was found marked, beside the form of the workshop to be."""

import re
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.enums import FindingStatus
from workshops.domain.marked_text import pieces
from workshops.errors import N_, Invalid
from workshops.extensions import db
from workshops.forms.press_review import Evidence, put_back, show_evidence, withdraw
from workshops.forms.rows import BUTTON, after_row_action, is_row_action
from workshops.forms.workshop import WorkshopForm
from workshops.services import press
from workshops.views import unfinished
from workshops.views.access import Access, access, current_actor

pages = Blueprint("press_review", __name__, url_prefix="/press/<int:press_release_id>")

GROUP_TITLES = {
    "what": N_("What"),
    "when-where": N_("When and where"),
    "who": N_("Who organises"),
    "people": N_("Who takes part"),
    "money": N_("Money"),
    "words": N_("Quotes and contacts"),
}
_DECISION = re.compile(r"(accepted|rejected|proposed):([0-9]{1,12})")


@pages.get("")
@access(Access.SIGNED_IN)
def review(press_release_id: int) -> str:
    """The text and the form with what was found and not rejected."""
    press_release = press.find(db.session, press_release_id=press_release_id, by=current_actor())
    if typed := unfinished.typed():
        return _page(press_release, WorkshopForm(typed))
    return _page(press_release, WorkshopForm.from_details(press.draft(db.session, press_release)))


@pages.post("")
@access(Access.ORGANISER)
def save(press_release_id: int) -> Response | tuple[str, int]:
    """Decide on one finding, change rows, or make the workshop: as the button pressed says."""
    by = current_actor()
    press_release = press.find(db.session, press_release_id=press_release_id, by=by)
    if press_release.workshop is not None:  # what was typed since is a change of that workshop: sent on as it is
        return redirect(url_for("workshop_edit.update", reference=press_release.workshop.reference), 307)
    form = WorkshopForm(after_row_action(request.form))
    decision = _DECISION.fullmatch(request.form.get("finding_action", ""))
    if is_row_action(request.form):
        form.plan(request.form[BUTTON])
        return _page(press_release, form), 200
    if decision:
        _decide(press_release_id, int(decision[2]), FindingStatus(decision[1]), form)
        return _page(press_release, form), 200
    if form.validate():
        try:
            workshop = press.accept(db.session, press_release_id=press_release_id, details=form.to_details(), by=by)
        except Invalid as error:
            db.session.rollback()
            form.show(error.problems)
            press_release = press.find(db.session, press_release_id=press_release_id, by=by)
        else:
            flash(_("The workshop was registered. Add what the press release does not say."), "ok")
            return redirect(url_for("workshops.show", reference=workshop.reference), 303)
    return _page(press_release, form), 422


@pages.post("/findings/<int:finding_id>")
@access(Access.ORGANISER)
def decide(press_release_id: int, finding_id: int) -> dict[str, str]:
    """Note a decision that a script has already shown in the form."""
    status = request.form.get("status", type=FindingStatus) or FindingStatus.PROPOSED
    finding = press.decide(
        db.session, press_release_id=press_release_id, finding_id=finding_id, status=status, by=current_actor()
    )
    return {"status": finding.status.value}


def _decide(press_release_id: int, finding_id: int, status: FindingStatus, form: WorkshopForm) -> None:
    finding = press.decide(
        db.session, press_release_id=press_release_id, finding_id=finding_id, status=status, by=current_actor()
    )
    if status is FindingStatus.REJECTED:
        withdraw(form, press.as_read(finding))
    elif status is FindingStatus.ACCEPTED:
        put_back(form, press.as_read(finding), language=finding.press_release.language or "")


def _page(press_release: Any, form: WorkshopForm) -> str:
    found = [
        Evidence(
            id=finding.id,
            read=press.as_read(finding),
            confidence=finding.confidence,
            status=finding.status,
            spans=tuple((start, end) for start, end in finding.spans),
        )
        for finding in press_release.findings
    ]
    evidence = {item.id: item for item in found if item.group}
    apart = show_evidence(form, evidence.values())
    text = pieces(press_release.text, [(*span, item.id) for item in evidence.values() for span in item.spans])
    return render_template(
        "press/review.html",
        press_release=press_release,
        form=form,
        pieces=text,
        first_pieces={mark: piece.start for piece in reversed(text) for mark in piece.marks},
        groups={group: _(title) for group, title in GROUP_TITLES.items()},
        evidence=evidence,
        apart=apart,
        shown=len(evidence),
        decided=sum(item.status is not FindingStatus.PROPOSED for item in evidence.values()),
        parts=press.parts(db.session, press_release),
        doubles=press.doubles(db.session, press_release, form.to_details()) if press_release.workshop is None else (),
        is_workshop=any(item.read.value for item in found if item.read.field == "is_workshop"),
        may_write=current_actor().may_write(press_release.office_id),
        is_open=press_release.workshop is None and current_actor().may_write(press_release.office_id),
    )
