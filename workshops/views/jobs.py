"""One's long work: what was asked for, how far it is, what came of it. Administrators see everybody's."""

from collections.abc import Collection
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from workshops.domain.enums import Role
from workshops.domain.jobs import JobKind, JobStatus
from workshops.errors import NotFound
from workshops.extensions import db
from workshops.forms.saying import say
from workshops.queueing import Queue
from workshops.services import job_reports, jobs, refinding
from workshops.services.jobs import UNFINISHED
from workshops.views.access import Access, access, current_actor
from workshops.views.filters import label_text, page_language
from workshops.views.kept_files import kept_file
from workshops.views.paging import page_number

pages = Blueprint("jobs", __name__, url_prefix="/jobs")


def title(job: Any) -> str:
    """What people call a job: the kind of work, or of several documents of one workshop that they are its."""
    references = job.params.get("references", ())
    if job.kind is JobKind.PRINTS and len(references) == 1:
        return str(_("Documents of %(reference)s", reference=references[0]))
    return label_text(JobKind(job.kind))


@pages.get("")
@access(Access.SIGNED_IN)
def index() -> str:
    """All long work one may see, the newest first."""
    by = current_actor()
    found = jobs.listed(db.session, by=by, page=page_number(request.args))
    return render_template(
        "jobs/index.html",
        found=found,
        title=title,
        shows_asker=by.role is Role.ADMINISTRATOR,
        page_address=lambda number: url_for("jobs.index", page=number),
    )


@pages.get("/<int:job_id>")
@access(Access.SIGNED_IN)
def show(job_id: int) -> tuple[str, int]:
    """How far it is and what came of it; 202 while it waits."""
    by = current_actor()
    job = jobs.find(db.session, job_id=job_id, by=by)
    page = render_template(
        "jobs/show.html",
        job=job,
        title=title(job),
        is_unfinished=job.status in UNFINISHED,
        sentence=say(*job_reports.state(db.session, job)),
        report=job_reports.report(db.session, job),
        shows_asker=by.role is Role.ADMINISTRATOR,
    )
    return page, 202 if job.status is JobStatus.WAITING else 200


@pages.get("/<int:job_id>/progress")
@access(Access.SIGNED_IN)
def progress(job_id: int) -> Response:
    """The same in short, for the page that looks again and again."""
    job = jobs.find(db.session, job_id=job_id, by=current_actor())
    return jsonify(
        status=job.status,
        done=job.done + job.failed,
        total=job.total,
        sentence=say(*job_reports.state(db.session, job)),
    )


@pages.post("/<int:job_id>/cancel")
@access(Access.SIGNED_IN)
def cancel(job_id: int) -> AnyResponse:
    """Stop it; what is done stays done."""
    jobs.cancel(db.session, job_id=job_id, by=current_actor())
    return to_job(job_id)


@pages.post("/<int:job_id>/again")
@access(Access.SIGNED_IN)
def again(job_id: int) -> AnyResponse:
    """Do what failed or was left undone."""
    return to_job(jobs.try_again(db.session, job_queue(), job_id=job_id, by=current_actor()).id)


@pages.get("/<int:job_id>/result")
@access(Access.SIGNED_IN)
def result(job_id: int) -> ResponseReturnValue:
    """The file it made."""
    job = jobs.find(db.session, job_id=job_id, by=current_actor())
    if job.status in UNFINISHED or not job.result_stored:
        raise NotFound
    return kept_file(job.result_stored, job.result_name, job.result_type)


def job_queue() -> Queue:
    """The queue of this installation."""
    queue: Queue = current_app.extensions["queue"]
    return queue


def find_again(agencies: Collection[int]) -> None:
    """Where agencies were merged or came apart and have very many workshops, let a job make these findable."""
    if wanted := refinding.order(db.session, agencies, language=page_language()):
        jobs.ask(db.session, job_queue(), order=wanted, by=current_actor())


def to_job(job_id: int) -> AnyResponse:
    """Lead to the page of a job."""
    return redirect(url_for("jobs.show", job_id=job_id), 303)
