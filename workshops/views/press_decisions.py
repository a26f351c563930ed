"""Deciding on findings of a press release apart from its form, and undoing a registration."""

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.enums import FindingStatus
from workshops.errors import Conflict
from workshops.extensions import db
from workshops.forms.workshop import WorkshopForm
from workshops.services import press, press_decisions
from workshops.views.access import Access, access, current_actor
from workshops.views.filters import sentence_text
from workshops.views.press_review import review_page

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
def undo_registration(press_release_id: int) -> str | Response:
    """Delete the workshop just made of it, and show the form again as it was registered."""
    by = current_actor()
    try:
        details = press_decisions.undo_registration(
            db.session,
            press_release_id=press_release_id,
            reason=_("The registration was undone right away."),
            by=by,
        )
    except Conflict as error:
        db.session.rollback()
        flash(sentence_text(error), "warning")
        return redirect(url_for("press_review.review", press_release_id=press_release_id), 303)
    flash(_("The registration was undone. Here is the press release with all that stood in the form."), "ok")
    press_release = press.find(db.session, press_release_id=press_release_id, by=by)
    return review_page(press_release, WorkshopForm.from_details(details))
