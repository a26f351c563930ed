"""The evidence pack of a workshop, which a worker makes."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from workshops.domain.enums import JobKind
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.offices import PAPERS
from workshops.errors import N_, Invalid, Problem
from workshops.extensions import db
from workshops.forms.saying import page_language
from workshops.services import jobs, printing
from workshops.services.evidence import Form
from workshops.services.jobs import Order
from workshops.views.access import Access, access, current_actor
from workshops.views.jobs import job_queue, to_job

pages = Blueprint("evidence", __name__, url_prefix="/workshops/<reference>/evidence-pack")


@pages.post("")
@access(Access.SIGNED_IN)
def order(reference: str) -> ResponseReturnValue:
    """Have it made: `as` a "zip" or a "pdf", in the language `lang`, on the `paper`; else as the office prints.

    `second` is a language beside the first; `marked=1` prints marks for characters that no font has.
    """
    subject = printing.of_workshop(db.session, reference=reference, by=current_actor())
    usual = subject.usual(page_language())
    chosen = {"as": request.values.get("as", Form.ARCHIVE.value)}
    chosen |= {name: request.values.get(name) or usual[name][0] for name in ("lang", "paper")}
    chosen["second"] = request.values.get("second", "")
    for name, known in (
        ("as", set(Form)),
        ("lang", INTERFACE_LANGUAGES),
        ("second", ("", *INTERFACE_LANGUAGES)),
        ("paper", PAPERS),
    ):
        if chosen[name] not in known:
            raise Invalid(Problem(name, N_("'%(given)s' is not one of the choices."), {"given": chosen[name][:50]}))
    params = {"reference": reference, **chosen, "marked": request.values.get("marked", "") not in ("", "0")}
    wanted = Order(JobKind.EVIDENCE, params, subject=reference, language=page_language())
    job, _is_new = jobs.ask(db.session, job_queue(), order=wanted, by=current_actor())
    return to_job(job.id)
