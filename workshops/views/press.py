"""Press releases: hand over, list, set aside, delete."""

from datetime import datetime

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from workshops.domain.enums import PressReleaseStatus, RecordKind
from workshops.errors import Invalid, NotFound
from workshops.extensions import db
from workshops.forms.press import HandOverForm
from workshops.forms.saying import page_language, said, say
from workshops.services import offices, press, press_batches, press_bulk, press_decisions, press_files
from workshops.services import press_queue as queue
from workshops.views import once, press_queue, unfinished
from workshops.views.access import Access, access, current_actor
from workshops.views.deleting import delete_page
from workshops.views.filters import number_text
from workshops.views.jobs import job_queue, to_job
from workshops.views.kept_files import kept_files
from workshops.views.paging import page_number

pages = Blueprint("press", __name__, url_prefix="/press")
PER_PAGE = 50


@pages.get("")
@access(Access.SIGNED_IN)
def index() -> str:
    """All press releases handed over, newest first, and the form to hand over another."""
    return _index(_form(unfinished.typed()))


@pages.post("")
@access(Access.ORGANISER)
def hand_over() -> Response | tuple[str, int]:
    """Keep press releases and go on to the review."""
    form, by = _form(), current_actor()
    if not form.validate():
        if any(file.filename for file in form.file.data or ()):
            form.file.errors = [*form.file.errors, _("Choose the files once more: a page that comes back holds none.")]
        return _index(form), 422
    if form.file.data:
        return _hand_over_files(form)
    try:
        received = press.receive(db.session, text=form.text.data or "", office_id=form.office_id, by=by)
    except Invalid as error:
        form.text.errors = [said(problem) for problem in error.problems]
        return _index(form), error.status
    unfinished.drop_same({"text": [received.press_release.text]})
    return _to_review(received.press_release.id, was_known=received.was_known)


def _hand_over_files(form: HandOverForm) -> Response | tuple[str, int]:
    """One text leads to its review; of several a list says what became of each; many are read by a worker."""
    files = [(file.stream, file.filename or "") for file in form.file.data]
    if press_batches.is_much(files):
        job = press_batches.ask(
            db.session,
            job_queue(),
            kept_files(),
            files=files,
            office_id=form.office_id,
            language=page_language(),
            by=current_actor(),
        )
        return to_job(job.id)
    outcomes = press_files.receive_files(
        db.session,
        files,
        office_id=form.office_id,
        by=current_actor(),
        most_mb=current_app.config["SETTINGS"].max_upload_mb,
    )
    first = outcomes[0]
    if len(outcomes) == 1 and first.press_release:
        return _to_review(first.press_release.id, was_known=first.was_known)
    if len(outcomes) == 1 and first.error:
        form.file.errors = [say(first.error.message, first.error.params)]
        return _index(form), first.error.status
    status = 200 if any(outcome.press_release for outcome in outcomes) else 422
    if status == 200:
        once.made(url_for("press.index"))
    rows = [(one, say(one.error.message, one.error.params) if one.error else "") for one in outcomes]
    return render_template("press/received.html", outcomes=rows), status


def _to_review(press_release_id: int, *, was_known: bool) -> Response:
    if was_known:
        flash(_("This press release was handed over before. Here it is."), "info")
    return redirect(url_for("press_review.review", press_release_id=press_release_id), 303)


@pages.get("/review")
@access(Access.ORGANISER)
def review_all() -> Response:
    """Begin to review all, the oldest first."""
    press_queue.begin()
    first = queue.next_after(db.session, by=current_actor())
    if first is None:
        flash(_("No press release is left to review."), "info")
        return redirect(url_for("press.index"), 303)
    return redirect(url_for("press_review.review", press_release_id=first), 303)


@pages.post("/accept-from")
@access(Access.ORGANISER)
def accept_from() -> Response:
    """Accept all findings at or above a confidence in the press releases chosen."""
    chosen = request.form.getlist("press_release", type=int)
    if not chosen:
        flash(_("Choose the press releases of which findings are to be accepted."), "warning")
        return _to_queue()
    done = press_bulk.accept(
        db.session, press_release_ids=chosen[:PER_PAGE], at_least=press_queue.accept_from(), by=current_actor()
    )
    flash(
        _(
            "Findings accepted: %(findings)s, in press releases: %(press_releases)s. Nothing was registered yet.",
            findings=number_text(done.findings),
            press_releases=number_text(done.press_releases),
        ),
        f"accepted-{done.at.isoformat()}" if done.findings else "info",
    )
    return _to_queue()


@pages.post("/take-back")
@access(Access.ORGANISER)
def take_back() -> Response:
    """Undo what was accepted in several press releases at once."""
    try:
        at = datetime.fromisoformat(request.form.get("at", ""))
    except ValueError:
        raise NotFound from None
    taken = press_bulk.take_back(db.session, at=at, by=current_actor())
    flash(_("Findings that are undecided again: %(count)s.", count=number_text(taken)), "info")
    return _to_queue()


def _to_queue() -> Response:
    return redirect(url_for("press.index", status=PressReleaseStatus.TO_REVIEW.value), 303)


@pages.post("/<int:press_release_id>/set-aside")
@access(Access.ORGANISER)
def set_aside(press_release_id: int) -> Response:
    """Make no workshop of it; go on to the next one."""
    press.set_aside(db.session, press_release_id=press_release_id, by=current_actor())
    flash(_("The press release was set aside."), f"aside-{press_release_id}")
    there = press_queue.went_on(press_release_id, what=press_queue.SET_ASIDE, or_else=url_for("press.index"))
    return redirect(there, 303)


@pages.post("/<int:press_release_id>/take-up")
@access(Access.ORGANISER)
def take_up(press_release_id: int) -> Response:
    """Review it after all."""
    press.take_up(db.session, press_release_id=press_release_id, by=current_actor())
    return redirect(url_for("press_review.review", press_release_id=press_release_id), 303)


@pages.post("/<int:press_release_id>/read-again")
@access(Access.ORGANISER)
def read_again(press_release_id: int) -> Response:
    """Read it with today's rules; what was decided stays."""
    by = current_actor()
    press.read_again(db.session, press_release_id=press_release_id, by=by)
    flash(_("The text was read again. What you had decided was kept."), "ok")
    return redirect(url_for("press_review.review", press_release_id=press_release_id), 303)


@pages.route("/<int:press_release_id>/delete", methods=["GET", "POST"])
@access(Access.ORGANISER)
def delete(press_release_id: int) -> str | Response | tuple[str, int]:
    """Delete it with what was found in it; a workshop made of it stays."""
    return delete_page(RecordKind.PRESS_RELEASE, press_release_id)


def _form(sent: MultiDict[str, str] | None = None) -> HandOverForm:
    given = () if sent is None else (sent,)
    return HandOverForm(offices.choices(db.session, by=current_actor()), *given)


def _index(form: HandOverForm) -> str:
    page = page_number(request.args)
    status = request.args.get("status", type=PressReleaseStatus)
    rows, total = press.listed(db.session, status=status, by=current_actor(), page=page, per_page=PER_PAGE)
    return render_template(
        "press/index.html",
        form=form,
        may_write=bool(form.offices),
        longest_text=press.LONGEST_TEXT,
        waiting=queue.waiting(db.session, by=current_actor()),
        page_address=lambda number: url_for("press.index", page=number, status=status),
        press_releases=rows,
        of_workshops=press_bulk.of_workshops(db.session, [row.id for row in rows]),
        page=page,
        page_count=-(-total // PER_PAGE),
        status=status,
        statuses=list(PressReleaseStatus),
        confidences=press_decisions.CONFIDENCES,
        accept_from=press_queue.accept_from(),
    )
