"""Printing chosen certificates: at once, or by a worker where they are many."""

from datetime import datetime
from io import BytesIO

from flask import Blueprint, redirect, render_template, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_timezone

from workshops.domain.enums import JobKind
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
        return redirect(_address(reference, found[0]), 303)
    return _page(reference, found)


@pages.get("/chosen.pdf")
@access(Access.SIGNED_IN)
def chosen(reference: str) -> ResponseReturnValue:
    """The certificates that the address names, which are in the same languages, as a file."""
    ids = chosen_ids()
    draft = certificate_printing.draft(
        db.session,
        reference=reference,
        ids=ids,
        interface=page_language(),
        today=datetime.now(get_timezone()).date(),
        files=kept_files(),
        by=current_actor(),
    )
    try:
        made = draft.printed(kept_files())
    except WorkshopsError as error:
        if error.status >= 500 or len(ids) == 1 or wants_json():
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
    params = {"reference": reference, CHOSEN: list(found[0].ids)}
    order = Order(JobKind.CERTIFICATES, params, subject=reference, language=page_language())
    job, _is_new = jobs.ask(db.session, job_queue(), order=order, by=by)
    return to_job(job.id)


def _groups(reference: str, ids: list[int]) -> list[Group]:
    return certificate_printing.groups(db.session, reference=reference, ids=ids, by=current_actor())


def _address(reference: str, group: Group) -> str:
    return url_for("certificate_prints.chosen", reference=reference, certificates=group.ids)


def _page(reference: str, found: list[Group], trouble: WorkshopsError | None = None) -> str:
    """What documents there are; after `trouble` with one, the way by which all others of it are printed."""
    of = certificate_register.of_workshop(db.session, reference=reference, by=current_actor())
    return render_template(
        "certificates/print.html",
        workshop=of.workshop,
        found=found,
        trouble=trouble,
        chosen=CHOSEN,
        address=lambda group: _address(reference, group),
        unavailable=printing.unavailable(),
    )
