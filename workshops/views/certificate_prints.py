"""Printing chosen certificates: at once, or by a worker where they are many."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_timezone

from workshops.documents.problems import MissingGlyph
from workshops.domain.jobs import JobKind
from workshops.errors import NotFound, WorkshopsError
from workshops.extensions import db
from workshops.services import certificate_printing, certificate_register, jobs, printing
from workshops.services.certificate_printing import Group
from workshops.services.jobs import Order
from workshops.views.access import Access, access, current_actor, wants_json
from workshops.views.certificates import CHOSEN, chosen_ids
from workshops.views.filters import page_language
from workshops.views.jobs import job_queue, to_job
from workshops.views.kept_files import kept_files

pages = Blueprint("certificate_prints", __name__, url_prefix="/workshops/<reference>/certificates")


@pages.get("/print")
@access(Access.SIGNED_IN)
def choose(reference: str) -> ResponseReturnValue:
    """Lead to the document of the certificates that the address names, or of all in force.

    Where they are in several languages or many, a page says which documents there are.
    """
    found = _groups(reference, chosen_ids())
    if len(found) == 1 and not found[0].is_long:
        return redirect(_address(reference, found[0].ids), 303)
    return _page(reference, found)


@pages.get("/chosen.pdf")
@access(Access.SIGNED_IN)
def chosen(reference: str) -> ResponseReturnValue:
    """The certificates that the address names, which are in the same languages, as a file.

    Where characters of some cannot be printed, a page names them and offers the others, or (`marked=1`) all with marks.
    """
    ids = chosen_ids()
    draft = certificate_printing.draft(
        db.session,
        reference=reference,
        ids=ids,
        interface=page_language(),
        today=datetime.now(get_timezone()).date(),
        files=kept_files(),
        by=current_actor(),
        marks_missing=request.args.get("marked") == "1",
    )
    try:
        made = draft.printed(kept_files())
    except WorkshopsError as error:
        if error.status >= 500 or wants_json() or (len(ids) == 1 and not isinstance(error, MissingGlyph)):
            raise
        return _page(reference, _groups(reference, ids), trouble=error), error.status
    answer = send_file(BytesIO(made.pdf), mimetype="application/pdf", as_attachment=True, download_name=made.file_name)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@pages.post("/print")
@access(Access.SIGNED_IN)
def later(reference: str) -> ResponseReturnValue:
    """Have them printed by a worker, which finds out of each whether it can be."""
    by = current_actor()
    found = _groups(reference, chosen_ids())
    if len(found) != 1:
        raise NotFound
    params = {"reference": reference, CHOSEN: list(found[0].ids), "marked": request.form.get("marked") == "1"}
    order = Order(JobKind.CERTIFICATES, params, subject=reference, language=page_language())
    job, _is_new = jobs.ask(db.session, job_queue(), order=order, by=by)
    return to_job(job.id)


def _groups(reference: str, ids: list[int]) -> list[Group]:
    return certificate_printing.groups(db.session, reference=reference, ids=ids, by=current_actor())


def _address(reference: str, ids: Sequence[int], **more: Any) -> str:
    return url_for("certificate_prints.chosen", reference=reference, certificates=ids, **more)


def _page(reference: str, found: list[Group], trouble: WorkshopsError | None = None) -> str:
    """What documents there are; after `trouble` with one, the way by which all others of it are printed."""
    by = current_actor()
    of = certificate_register.of_workshop(db.session, reference=reference, by=by)
    parted = None
    if isinstance(trouble, MissingGlyph):
        ids = [number for group in found for number in group.ids]
        parted = certificate_printing.parted(db.session, reference=reference, ids=ids, missing=trouble, by=by)
    return render_template(
        "certificates/print.html",
        workshop=of.workshop,
        found=found,
        trouble=trouble,
        parted=parted,
        chosen=CHOSEN,
        address=lambda ids, **more: _address(reference, ids, **more),
        unavailable=printing.unavailable(),
    )
