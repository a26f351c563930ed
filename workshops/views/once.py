"""A form makes one record, however often it is sent: by a double click, a retry on a bad line, a step back and resend.

Every form that makes something carries a key (`form_key`, put there by `templates/components/form.html`). The same
content under the same key is answered with what the first request made; another content under it is a change, which
the view decides about: see `made_with`.
"""

import hashlib
import secrets
from collections.abc import Iterator
from functools import partial

from flask import flash, g, redirect, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.errors import N_, Conflict
from workshops.extensions import db
from workshops.forms.document_text import SHOW
from workshops.forms.rows import BUTTON
from workshops.services import form_keys, unfinished_forms
from workshops.views import kept, sessions
from workshops.views.access import current_actor

FIELD = "form_key"
NOT_A_FORM = kept.PASSWORD_PAGES | {"unfinished.drop", "unfinished.drop_this"}
ONLY_SHOWN = (BUTTON, "finding_action", SHOW)  # buttons after which the form is shown again, not saved


class SavedAtThisMoment(Conflict):
    """The same form with another content is being saved (409)."""

    def __init__(self) -> None:
        super().__init__(N_("This form was saved a moment ago. Your text is kept; press Save once more."))


def form_key(*, fresh: bool = False) -> str:
    """The key for a form on this page: of the form that was refused just now (unless `fresh`), else a new one."""
    if not fresh and "going_on" in g:
        return str(g.going_on.form_key)
    is_refused = request.method == "POST" and not fresh and "made_at" not in g
    sent = request.form.get(FIELD, "") if is_refused else ""
    return sent if form_keys.is_key(sent) else secrets.token_urlsafe(16)


def made_with() -> str | None:
    """The address of what was made with the form before, whatever was typed then; None where nothing was."""
    return form_keys.saved_as(db.session, request.form.get(FIELD, ""))


def made(location: str) -> None:
    """Say where a record stands that this request has made, where the answer does not lead there."""
    g.made_at = location


def answered_before() -> Response | None:
    """The answer to a form that was saved already with the same content; None for everything else."""
    if request.method != "POST" or request.endpoint in NOT_A_FORM or sessions.account() is None:
        return None
    key = request.form.get(FIELD, "")
    if not form_keys.is_key(key) or any(name in request.form for name in ONLY_SHOWN):
        return None
    g.sent_form = key, form_keys.content_key(key, _content())
    location = form_keys.claim(db.session, g.sent_form[1])
    return _again(location) if location else None


def note(response: Response) -> Response:
    """Note what the form has made, before it is committed; gives the answer to send.

    Raises `SavedAtThisMoment` where the same form was saved with another content at the same time.
    """
    if "sent_form" not in g:
        return response
    key, content = g.pop("sent_form")
    location = g.get("made_at") or (response.location if response.status_code == 303 else None)
    if not location:
        form_keys.release(db.session, content)
        return response
    try:
        form_keys.remember(db.session, key=key, content=content, location=location)
    except form_keys.AlreadySaved:
        db.session.rollback()
        before = form_keys.saved_as(db.session, content)
        if before is None:
            raise SavedAtThisMoment from None
        return _again(before)
    unfinished_forms.drop(db.session, form_key=key, by=current_actor())
    return response


def _again(location: str) -> Response:
    g.pop("sent_form", None)
    flash(_("Already saved."))
    return redirect(location, 303)


def _content() -> Iterator[tuple[str, str]]:
    """What was sent; files by what is in them."""
    yield from request.form.items(multi=True)
    for name, file in request.files.items(multi=True):
        digest = hashlib.sha256()
        for piece in iter(partial(file.stream.read, 2**16), b""):
            digest.update(piece)
        file.stream.seek(0)
        yield name, f"{file.filename} {digest.hexdigest()}"
