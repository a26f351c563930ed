"""Deciding on findings of a press release apart from its form, and undoing a registration."""

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.enums import FindingStatus
from workshops.errors import Conflict
from workshops.extensions import db
from workshops.forms.workshop import WorkshopForm
from workshops.services import press, press_decisions
from workshops.views import unfinished
from workshops.views.access import Access, access, current_actor
from workshops.views.filters import sentence_text

pages = Blueprint("press_decisions", __name__, url_prefix="/press/<int:press_release_id>")


@pages.post("/findings/<int:finding_id>")
@access(Access.ORGANISER)
def decide(press_release_id: int, finding_id: int) -> dict[str, str]:
    """Note a decision that a script has already shown in the form."""
    status = request.form.get("status", type=FindingStatus) or FindingStatus.PROPOSED
    finding = press.decide(
        db.session, press_release_id=press_release_id, finding_id=finding_id, status=status, by=current_actor()
    )
    return {"status": finding.status.value}


@pages.post("/undo-registration")
@access(Access.ORGANISER)
def undo_registration(press_release_id: int) -> Response:
    """Delete the workshop just made of it, and go on with the form as it was registered."""
    there = url_for("press_review.review", press_release_id=press_release_id)
    try:
        details = press_decisions.undo_registration(
            db.session,
            press_release_id=press_release_id,
            reason=_("The registration was undone right away."),
            by=current_actor(),
        )
        there = unfinished.kept_at(there, WorkshopForm.from_details(details).as_sent())
    except Conflict as error:
        db.session.rollback()
        flash(sentence_text(error), "warning")
    else:
        flash(_("The registration was undone. Here is the press release with all that stood in the form."), "ok")
    return redirect(there, 303)
