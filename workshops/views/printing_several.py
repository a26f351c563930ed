"""Documents of several workshops in one archive, which a worker makes."""

from datetime import datetime
from typing import Final

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_timezone
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from workshops.domain.enums import JobKind, WorkState
from workshops.extensions import db
from workshops.forms.printing import SeveralForm, several_form
from workshops.forms.saying import page_language
from workshops.services import jobs, printing
from workshops.services.jobs import Order
from workshops.services.prints import KINDS
from workshops.services.workshop_lists import first_in_state
from workshops.views.access import Access, access, current_actor
from workshops.views.jobs import job_queue, to_job

pages = Blueprint("printing_several", __name__, url_prefix="/workshops/print")

MOST: Final = 500
"""Workshops in one archive."""


@pages.get("")
@access(Access.SIGNED_IN)
def choose() -> str:
    """The workshops of a list, all ticked, and what is to be printed of them."""
    return _page(_form(None))


@pages.post("")
@access(Access.SIGNED_IN)
def order() -> ResponseReturnValue:
    """Have them printed."""
    form = _form(request.form)
    if not form.validate():
        return _page(form), 422
    chosen = form.references.data
    params = {"references": chosen, "documents": form.documents.data}
    params["given"] = {"lang": [form.lang.data], "paper": [form.paper.data]}
    subject = ", ".join(chosen[:3]) + (" …" if len(chosen) > 3 else "")
    wanted = Order(JobKind.PRINTS, params, subject=subject, language=page_language())
    job, _ = jobs.ask(db.session, job_queue(), order=wanted, by=current_actor())
    return to_job(job.id)


def _list() -> tuple[WorkState | None, str]:
    """The state and the words of the list that the address names."""
    asked = request.args.get("state", "")
    return WorkState(asked) if asked in set(WorkState) else None, request.args.get("q", "").strip()


def _form(sent: MultiDict[str, str] | None) -> SeveralForm:
    """The choices among the workshops of that list."""
    state, query = _list()
    found = first_in_state(
        db.session,
        state=state,
        query=query,
        most=MOST,
        today=datetime.now(get_timezone()).date(),
        by=current_actor(),
    )
    listed = [(line.reference, line.title) for line in found]
    return several_form(sent, listed, [(kind.name, _(kind.title)) for kind in KINDS.values()])


def _page(form: SeveralForm) -> str:
    state, query = _list()
    return render_template(
        "printing/several.html",
        form=form,
        most=MOST,
        back=url_for("workshops.index", state=state, q=query or None),
        unavailable=printing.unavailable(),
    )
