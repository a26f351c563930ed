"""The printed documents of a workshop: the page where they are chosen, and the PDF files."""

from datetime import datetime
from io import BytesIO

from flask import Blueprint, Response, jsonify, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_timezone
from flask_babel import gettext as _

from workshops.domain.enums import JobKind
from workshops.domain.print_choices import Given
from workshops.errors import Invalid
from workshops.extensions import db
from workshops.forms.printing import choices_form, given_by, release_form
from workshops.forms.saying import page_language
from workshops.services import jobs, offices, printing, workshops
from workshops.services.jobs import Order
from workshops.services.printing import Draft, Print
from workshops.services.prints import KINDS
from workshops.views.access import Access, access, current_actor, wants_json
from workshops.views.jobs import job_queue, to_job
from workshops.views.kept_files import kept_files

pages = Blueprint("printing", __name__, url_prefix="/workshops/<reference>")


@pages.get("/print")
@access(Access.SIGNED_IN)
def choose(reference: str) -> str:
    """The page where documents are chosen; `kind` names the one that the rest of the address speaks of."""
    given = given_by(request.args)
    name = request.args.get("kind", "")
    is_long = name in KINDS and _draft(reference, name, given).is_long
    return _page(reference, given, name, is_long=is_long)


@pages.get("/print.json")
@access(Access.SIGNED_IN)
def offered(reference: str) -> Response:
    """The documents there are, with their addresses and what can be chosen of each."""
    workshop = workshops.find(db.session, reference=reference, by=current_actor())
    usual = printing.usual_choices(offices.settings_of(workshop.office), page_language())
    documents = [
        {
            "name": kind.name,
            "title": _(kind.title),
            "about": _(kind.about),
            "address": url_for("printing.document", reference=reference, kind=kind.name),
            "choices": kind.offered(workshop, page_language(), usual),
        }
        for kind in KINDS.values()
    ]
    return jsonify(reference=workshop.reference, documents=documents)


@pages.get("/<kind>.pdf")
@access(Access.SIGNED_IN)
def document(reference: str, kind: str) -> ResponseReturnValue:
    """A document as a file; with `inline=1` to be looked at in the browser. A long one people have made by a worker."""
    given = given_by(request.args)
    try:
        draft = _draft(reference, kind, given)
    except Invalid as wrong:
        return _refused(reference, kind, given, wrong)
    if draft.is_long and not wants_json() and not draft.kept(kept_files()):
        chosen = request.query_string.decode("ascii", "ignore")
        address = url_for("printing.choose", reference=reference, kind=kind)
        return redirect(f"{address}&{chosen}#{kind}", 303)
    return _file(draft.printed(kept_files()))


@pages.post("/<kind>.pdf")
@access(Access.SIGNED_IN)
def later(reference: str, kind: str) -> ResponseReturnValue:
    """Have a document made by a worker."""
    given = {name: texts for name, texts in given_by(request.form).items() if name != "csrf_token"}
    try:
        _draft(reference, kind, given)
    except Invalid as wrong:
        return _refused(reference, kind, given, wrong)
    params = {"document": kind, "reference": reference, "given": given}
    order = Order(JobKind.PRINT, params, subject=reference, language=page_language())
    job, _is_new = jobs.ask(db.session, job_queue(), order=order, by=current_actor())
    return to_job(job.id)


def _draft(reference: str, kind: str, given: Given) -> Draft:
    return printing.draft(
        db.session,
        kind=printing.kind(kind),
        reference=reference,
        given=given,
        interface=page_language(),
        today=datetime.now(get_timezone()).date(),
        files=kept_files(),
        by=current_actor(),
    )


def _refused(reference: str, kind: str, given: Given, wrong: Invalid) -> ResponseReturnValue:
    if wants_json():
        raise wrong
    return _page(reference, given, kind, wrong), 422


def _page(reference: str, given: Given, name: str, wrong: Invalid | None = None, *, is_long: bool = False) -> str:
    workshop = workshops.find(db.session, reference=reference, by=current_actor())
    usual = printing.usual_choices(offices.settings_of(workshop.office), page_language())
    forms = {}
    for kind in KINDS.values():
        is_asked = name in ("", kind.name)
        choices, problems = kind.offered(workshop, page_language(), usual), wrong.problems if wrong else ()
        forms[kind.name] = choices_form(kind.name, choices, given if is_asked else {}, problems if is_asked else ())
    return render_template(
        "printing/choose.html",
        workshop=workshop,
        kinds=KINDS.values(),
        forms=forms,
        long_kind=name if is_long else "",
        release=release_form(request.args),
        unavailable=printing.unavailable(),
    )


def _file(made: Print) -> Response:
    """The document under a name by which it is found again."""
    answer = send_file(
        BytesIO(made.pdf),
        mimetype="application/pdf",
        as_attachment=request.args.get("inline") != "1",
        download_name=made.file_name,  # in any script: RFC 6266
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
