"""The evidence pack of a workshop: for people a worker makes it, scripts wait for it."""

from datetime import datetime
from io import BytesIO
from typing import Any

from flask import Blueprint, Response, request, send_file
from flask.typing import ResponseReturnValue
from flask_babel import get_timezone

from workshops.domain.jobs import JobKind
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.offices import PAPERS
from workshops.errors import N_, Invalid, Problem
from workshops.extensions import db
from workshops.forms.saying import page_language
from workshops.services import evidence, jobs, printing
from workshops.services.evidence import Form
from workshops.services.evidence_pieces import Wanted
from workshops.services.jobs import Order
from workshops.views.access import Access, access, current_actor
from workshops.views.jobs import job_queue, to_job
from workshops.views.kept_files import kept_files

pages = Blueprint("evidence", __name__, url_prefix="/workshops/<reference>")


@pages.post("/evidence-pack")
@access(Access.SIGNED_IN)
def order(reference: str) -> ResponseReturnValue:
    """Have it made: `as` a "zip" or a "pdf", in the language `lang`, on the `paper`; else as the office prints.

    `second` is a language beside the first; `marked=1` prints marks for characters that no font has.
    """
    form = request.values.get("as", Form.ARCHIVE.value)
    if form not in set(Form):
        raise _refused("as", form)
    params = {"reference": reference, "as": form, **_chosen(reference)}
    wanted = Order(JobKind.EVIDENCE, params, subject=reference, language=page_language())
    job, _is_new = jobs.ask(db.session, job_queue(), order=wanted, by=current_actor())
    return to_job(job.id)


@pages.get("/evidence-pack.zip", defaults={"form": Form.ARCHIVE})
@pages.get("/evidence-pack.pdf", defaults={"form": Form.DOCUMENT})
@access(Access.SIGNED_IN)
def pack(reference: str, form: Form) -> Response:
    """The same at once, for scripts: they wait for it. `Missing-Parts` says how many could not be put in."""
    chosen, made = _chosen(reference), BytesIO()
    wanted = Wanted(
        reference=reference,
        languages=tuple(dict.fromkeys(filter(None, (chosen["lang"], chosen["second"])))),
        paper=chosen["paper"],
        interface=page_language(),
        today=datetime.now(get_timezone()).date(),
        by=current_actor(),
        files=kept_files(),
        marks_missing=chosen["marked"],
    )
    name, left_out = evidence.packed(db.session, wanted, form=form, target=made)
    made.seek(0)
    answer = send_file(made, mimetype=form.media_type, as_attachment=True, download_name=name)
    answer.headers["Missing-Parts"] = str(len(left_out))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _chosen(reference: str) -> dict[str, Any]:
    """How the request wants a pack. Raises NotFound, Invalid."""
    subject = printing.of_workshop(db.session, reference=reference, by=current_actor())
    usual = subject.usual(page_language())
    chosen = {name: request.values.get(name) or usual[name][0] for name in ("lang", "paper")}
    chosen["second"] = request.values.get("second", "")
    known = {"lang": INTERFACE_LANGUAGES, "second": ("", *INTERFACE_LANGUAGES), "paper": PAPERS}
    for name, text in chosen.items():
        if text not in known[name]:
            raise _refused(name, text)
    return {**chosen, "marked": request.values.get("marked", "") not in ("", "0")}


def _refused(name: str, given: str) -> Invalid:
    return Invalid(Problem(name, N_("'%(given)s' is not one of the choices."), {"given": given[:50]}))
