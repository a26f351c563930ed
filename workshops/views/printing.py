"""The printed documents of a workshop: the page where they are chosen, and the PDF files."""

from datetime import datetime
from io import BytesIO

from flask import Blueprint, Response, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_timezone

from workshops.domain.enums import JobKind
from workshops.domain.workshop import WorkshopDetails
from workshops.extensions import db
from workshops.forms.printing import BriefForm, SheetForm, brief_form, release_form, sheet_form
from workshops.services import jobs, offices, printing, workshops
from workshops.services.jobs import Order
from workshops.services.printing import Print
from workshops.services.workshop_reading import details_of
from workshops.views.access import Access, access, current_actor
from workshops.views.jobs import job_queue, to_job
from workshops.views.kept_files import kept_files

pages = Blueprint("printing", __name__, url_prefix="/workshops/<reference>")


@pages.get("/print")
@access(Access.SIGNED_IN)
def choose(reference: str) -> str:
    """The page where language, paper and columns are chosen."""
    details, usual = _asked(reference)
    return _page(
        reference, details, brief_form(request.args, **usual), sheet_form(request.args, details.events, **usual)
    )


@pages.get("/brief.pdf")
@access(Access.SIGNED_IN)
def brief(reference: str) -> ResponseReturnValue:
    """The brief as a file; with `inline=1` to be looked at in the browser."""
    details, usual = _asked(reference)
    form = brief_form(request.args, **usual)
    if not form.validate():
        return _page(reference, details, form, sheet_form(request.args, details.events, **usual)), 422
    made = printing.brief(
        db.session,
        reference=reference,
        language=form.lang.data,
        paper=form.paper.data,
        today=datetime.now(get_timezone()).date(),
        files=kept_files(),
        by=current_actor(),
    )
    return _file(made)


@pages.get("/attendee-sheet.pdf")
@access(Access.SIGNED_IN)
def attendee_sheet(reference: str) -> ResponseReturnValue:
    """The attendee sheet as a file; with `inline=1` to be looked at in the browser."""
    details, usual = _asked(reference)
    form = sheet_form(request.args, details.events, **usual)
    if not form.validate():
        return _page(reference, details, brief_form(request.args, **usual), form), 422
    if printing.is_long_sheet(details, form.blank_rows.data):
        chosen = request.query_string.decode("ascii", "ignore")
        return redirect(f"{url_for('printing.choose', reference=reference)}?{chosen}#attendee-sheet", 303)
    made = printing.attendee_sheet(
        db.session,
        reference=reference,
        language=form.lang.data,
        paper=form.paper.data,
        columns=form.columns.data,
        events=form.events.data,
        blank_rows=form.blank_rows.data,
        today=datetime.now(get_timezone()).date(),
        files=kept_files(),
        by=current_actor(),
    )
    return _file(made)


@pages.post("/attendee-sheet")
@access(Access.SIGNED_IN)
def attendee_sheet_later(reference: str) -> ResponseReturnValue:
    """Have a long attendee sheet printed by a worker."""
    details, usual = _asked(reference)
    form = sheet_form(request.form, details.events, **usual)
    if not form.validate():
        return _page(reference, details, brief_form(request.form, **usual), form), 422
    params = {
        "reference": reference,
        "columns": form.columns.data,
        "events": form.events.data,
        "blank_rows": form.blank_rows.data,
        "paper": form.paper.data,
    }
    order = Order(JobKind.SHEET, params, subject=reference, language=form.lang.data)
    job, _ = jobs.ask(db.session, job_queue(), order=order, by=current_actor())
    return to_job(job.id)


def _asked(reference: str) -> tuple[WorkshopDetails, dict[str, str]]:
    """The workshop, and the language and paper that its office usually prints on."""
    workshop = workshops.find(db.session, reference=reference, by=current_actor())
    settings = offices.settings_of(workshop.office)
    return details_of(workshop), {"language": settings.language, "paper": settings.paper}


def _page(reference: str, details: WorkshopDetails, brief: BriefForm, sheet: SheetForm) -> str:
    return render_template(
        "printing/choose.html",
        reference=reference,
        details=details,
        brief=brief,
        sheet=sheet,
        release=release_form(request.args),
        is_long=printing.is_long_sheet(details, sheet.blank_rows.data),
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
