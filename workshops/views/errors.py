"""Errors as answers: a page that says what, why and what to do, or the same as JSON for programs."""

from collections.abc import Callable
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request, session
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from markupsafe import escape
from werkzeug.exceptions import HTTPException, InternalServerError, RequestEntityTooLarge, SecurityError

from workshops import logs
from workshops.errors import N_, Busy, Invalid, NotFound, OutOfOrder, TooManyTries, UnreadableFile, WorkshopsError
from workshops.extensions import db
from workshops.services.uploads import TOO_LARGE
from workshops.views import gone, kept, once, sessions, unfinished
from workshops.views.access import READING_METHODS, Access, NotSignedIn, own_path, rule_of, wants_json
from workshops.views.filters import sentence_text

Drawn = TypeVar("Drawn")
RETRY_AFTER = "5"  # seconds
TITLES = {
    400: N_("This could not be understood"),
    401: N_("Sign in first"),
    403: N_("Once more, please"),
    404: N_("Not found"),
    405: N_("This does not work here"),
    409: N_("Somebody was faster"),
    413: N_("Too large"),
    415: N_("This file cannot be read"),
    422: N_("Something has to be corrected"),
    429: N_("Too many tries"),
    500: N_("Something went wrong"),
    503: N_("Busy just now"),
}
SENTENCES = {
    400: N_("This request could not be understood. Go back, check what you entered and send it again."),
    405: N_("This page cannot be used in this way. Go back and use its buttons."),
    415: N_("This kind of content is not accepted here."),
}

PLAIN = '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>{status}</title><p>{message}</p></html>\n'


def init_errors(app: Flask) -> None:
    """Answer every error of the application with our pages."""
    app.before_request(kept.check_address)
    app.register_error_handler(kept.Unstorable, _with_text)
    app.register_error_handler(once.SavedAtThisMoment, _with_text)
    app.register_error_handler(WorkshopsError, _known)
    app.register_error_handler(NotSignedIn, _signed_out)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _open_too_long)
    app.register_error_handler(Busy, _busy)
    app.register_error_handler(OutOfOrder, _out_of_order)
    app.register_error_handler(InternalServerError, _unexpected)


def _known(error: WorkshopsError) -> Response:
    if isinstance(error, NotFound):
        _undo()
        if found := gone.page():
            return found
    field = error.problems[0].field if isinstance(error, Invalid) else ""
    title = _("Out of order") if isinstance(error, OutOfOrder) else ""
    answer = _answer(error.status, sentence_text(error), field=field, title=title)
    if isinstance(error, TooManyTries):
        answer.headers["Retry-After"] = str(error.retry_after)
    return answer


def _signed_out(error: NotSignedIn) -> Response:
    if wants_json():
        return _known(error)
    message = _("You were signed out. Your text is kept: sign in in a new tab, then press Save here.")
    return unfinished.kept_until_signed_in() or kept.page(401, message) or _known(error)


def _with_text(error: WorkshopsError) -> Response:
    _undo()
    return _drawn(lambda: None if wants_json() else kept.page(error.status, sentence_text(error))) or _known(error)


def _http(error: HTTPException) -> Response:
    if isinstance(error, SecurityError):  # the host is not ours: no address of ours is built for it
        return _plain(400, _("This address is not one of this site."))
    status = error.code or 500
    if isinstance(error, RequestEntityTooLarge):
        return _too_large()
    if status == 404:
        return _known(NotFound())
    answer = _answer(status, _(SENTENCES.get(status, SENTENCES[400])))
    if "Allow" in dict(error.get_headers()):
        answer.headers["Allow"] = dict(error.get_headers())["Allow"]
    return answer


def _too_large() -> Response:
    most = current_app.config["SETTINGS"].max_upload_mb
    size = -(-(request.content_length or 0) // 1024**2)
    if size > most:
        there = "" if wants_json() else unfinished.kept_without_file() or ""
        message = sentence_text(UnreadableFile(TOO_LARGE, status=413, size=size, most=most))
        return _answer(413, message, going_on=there)
    return _answer(413, _("There is more here than can be saved at once. Shorten it and send it again."))


def _came_from() -> str:
    """The path of the page from which this was asked; "" where the browser names none of ours."""
    at = urlsplit(request.referrer or "")
    return own_path(f"{at.path}?{at.query}" if at.query else at.path) if at.netloc == request.host else ""


def _open_too_long(_error: CSRFError) -> Response:
    is_for_all = rule_of(current_app, request.endpoint or "") in (None, Access.PUBLIC)
    if not is_for_all and sessions.actor_or_none() is None:
        return _signed_out(NotSignedIn())
    message = _("This page was open too long. Your text is kept; press Save once more.")
    return kept.page(403, message) or _answer(403, _("This page was open too long. Open it again."))


def _busy(error: Busy) -> Response:
    logs.busy(error)
    answer = _with_text(error)
    answer.headers["Retry-After"] = RETRY_AFTER
    return answer


def _out_of_order(error: OutOfOrder) -> Response:
    answer = _with_text(type(error)(logs.unexpected(error)))
    answer.headers["Retry-After"] = RETRY_AFTER
    return answer


def _unexpected(error: Exception) -> Response:
    reference = logs.unexpected(getattr(error, "original_exception", None) or error)
    message = _("Something went wrong on our side. Nothing was saved. Reference %(reference)s.", reference=reference)
    return _answer(500, message)


def _answer(status: int, message: str, *, field: str = "", title: str = "", going_on: str = "") -> Response:
    """The error in the form in which the caller reads it; what the request had changed is undone first."""
    _undo()
    if wants_json():
        word = HTTPStatus(status).phrase.lower().replace(" ", "_")
        facts = {"error": word, "message": message, "field": field, "reference": logs.reference()}
        return make_response(jsonify(facts), status)
    is_read, is_ours = request.method in READING_METHODS, status >= 500
    page = _drawn(
        lambda: render_template(
            "errors/error.html",
            status=status,
            title=title or _(TITLES.get(status, TITLES[400])),
            message=message,
            reference=logs.reference(),
            form_address=_came_from() if status == 413 or (is_ours and not is_read) else "",
            can_try_again=is_ours and is_read,
            back=_came_from(),
            going_on=going_on,
        )
    )
    return make_response(page, status) if page else _plain(status, message)


def _drawn(draw: Callable[[], Drawn]) -> Drawn | None:
    """What is drawn. Its frame may need the very thing that is broken: then it is drawn for nobody in particular."""
    for is_last in (False, True):
        try:
            return draw()
        except Exception as error:
            _undo()
            if is_last:
                logs.unexpected(error)
            sessions.forget_reader()
    return None


def _undo() -> None:
    """Take back what the request had changed, and what it had already announced as done."""
    db.session.rollback()
    if request.method not in READING_METHODS:
        session.pop("_flashes", None)


def _plain(status: int, message: str) -> Response:
    """A page that needs nothing but its sentence."""
    return Response(PLAIN.format(status=status, message=escape(message)), status)
