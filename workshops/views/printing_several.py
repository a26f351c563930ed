"""Documents of several workshops in one archive, which a worker makes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_timezone
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from workshops.domain.enums import WorkState
from workshops.domain.jobs import JobKind
from workshops.errors import Problem
from workshops.extensions import db
from workshops.forms.printing import SeveralForm, choices_form, given_by, several_form
from workshops.forms.saying import page_language
from workshops.services import jobs, printing
from workshops.services.jobs import Order
from workshops.services.prints import KINDS
from workshops.services.prints.kinds import COMMON_NAMES, Scope, common_choices, common_problems
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
    form, problems = _form(request.form), common_problems(given_by(request.form))
    if not form.validate() or problems:
        return _page(form, problems), 422
    chosen = form.references.data
    given = {name: texts for name, texts in given_by(request.form).items() if name in COMMON_NAMES}
    params = {"references": chosen, "documents": form.documents.data, "given": given}
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
    kinds = [kind for kind in KINDS.values() if kind.scope is Scope.WORKSHOP]
    return several_form(sent, listed, [(kind.name, _(kind.title)) for kind in kinds])


def _page(form: SeveralForm, problems: Sequence[Problem] = ()) -> str:
    state, query = _list()
    common = common_choices(page_language(), {"lang": [page_language()]})
    return render_template(
        "printing/several.html",
        form=form,
        common=choices_form("", common, given_by(request.form), problems),
        most=MOST,
        back=url_for("workshops.index", state=state, q=query or None),
        unavailable=printing.unavailable(),
    )
