"""What is done with a workshop as a whole: clone, close, reopen, and, with a reason, postpone, cancel, delete."""

from collections.abc import Callable
from typing import Any, Final

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.enums import RecordKind
from workshops.errors import N_, Invalid
from workshops.extensions import db
from workshops.forms.reason import ReasonForm
from workshops.services import workshop_acts
from workshops.services.workshops import find_to_change
from workshops.views import unfinished
from workshops.views.access import Access, access, current_actor
from workshops.views.deleting import delete_page

pages = Blueprint("workshop_acts", __name__, url_prefix="/workshops/<reference>")

Page = str | tuple[str, int] | Response
QUESTIONS: Final = {
    "postpone": (N_("Postpone %(code)s?"), N_("Postpone the workshop"), N_("The workshop is postponed.")),
    "cancel": (N_("Cancel %(code)s?"), N_("Cancel the workshop"), N_("The workshop is cancelled.")),
}
"""For each act with a reason: the question, the button, what is said once it is done."""


@pages.post("/clone")
@access(Access.ORGANISER)
def clone(reference: str) -> Response:
    """A new draft like this workshop, opened for editing."""
    copy = workshop_acts.clone(db.session, reference=reference, by=current_actor())
    flash(_("%(copy)s is a new draft like %(original)s. Give it its dates.", copy=copy.reference, original=reference))
    return redirect(url_for("workshop_edit.edit", reference=copy.reference), 303)


@pages.post("/close")
@access(Access.ORGANISER)
def close(reference: str) -> Response:
    """End the work on the record, if nothing is missing."""
    try:
        workshop_acts.close(db.session, reference=reference, by=current_actor())
    except Invalid:
        db.session.rollback()
        flash(_("It cannot be closed yet: the list at the side says what is missing."), "warning")
    else:
        flash(_("The workshop is closed. Reopen it if something has to be changed."))
    return _to_workshop(reference)


@pages.post("/reopen")
@access(Access.ORGANISER)
def reopen(reference: str) -> Response:
    """Take it up again."""
    workshop_acts.reopen(db.session, reference=reference, by=current_actor())
    flash(_("The workshop is open again."))
    return _to_workshop(reference)


@pages.get("/postpone")
@access(Access.ORGANISER)
def ask_postpone(reference: str) -> Page:
    """Ask why it is put off."""
    return _ask(reference, "postpone", ReasonForm(unfinished.typed()))


@pages.post("/postpone")
@access(Access.ORGANISER)
def postpone(reference: str) -> Page:
    """Put it off."""
    return _act(reference, "postpone", workshop_acts.postpone)


@pages.get("/cancel")
@access(Access.ORGANISER)
def ask_cancel(reference: str) -> Page:
    """Ask why it is called off."""
    return _ask(reference, "cancel", ReasonForm(unfinished.typed()))


@pages.post("/cancel")
@access(Access.ORGANISER)
def cancel(reference: str) -> Page:
    """Call it off."""
    return _act(reference, "cancel", workshop_acts.cancel)


@pages.route("/delete", methods=["GET", "POST"])
@access(Access.ORGANISER)
def delete(reference: str) -> Page:
    """Delete it with all that belongs to it; says first what that is, and asks why."""
    workshop = find_to_change(db.session, reference=reference, by=current_actor())
    shown_at = url_for("workshops.show", reference=reference)
    return delete_page(RecordKind.WORKSHOP, workshop.id, shown_at=shown_at, with_reason=True)


def _act(reference: str, act: str, service: Callable[..., Any]) -> Page:
    form = ReasonForm()
    if not form.validate():
        return _ask(reference, act, form), 422
    service(db.session, reference=reference, reason=form.reason.data, by=current_actor())
    flash(_(QUESTIONS[act][2]))
    return _to_workshop(reference)


def _ask(reference: str, act: str, form: ReasonForm) -> str:
    workshop = find_to_change(db.session, reference=reference, by=current_actor())
    question, label, _done = QUESTIONS[act]
    return render_template(
        "workshops/reason.html",
        form=form,
        workshop=workshop,
        question=_(question, code=reference),
        label=_(label),
    )


def _to_workshop(reference: str) -> Response:
    return redirect(url_for("workshops.show", reference=reference), 303)
