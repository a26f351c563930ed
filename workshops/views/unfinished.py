"""Forms that were begun and not finished: a script keeps them while they are typed, their page offers to go on."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, g, redirect, request
from flask_babel import get_timezone
from flask_wtf.csrf import generate_csrf
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from workshops.domain.register_filter import record_id
from workshops.errors import NotFound
from workshops.extensions import db
from workshops.formatting import format_time
from workshops.services import unfinished_forms
from workshops.services.unfinished_forms import Unfinished
from workshops.views import sessions
from workshops.views.access import Access, NotSignedIn, access, current_actor, own_path
from workshops.views.filters import page_language
from workshops.views.form_pages import FormPage, address_here, form_page_at, sent_as

pages = Blueprint("unfinished", __name__, url_prefix="/unfinished")


def typed() -> MultiDict[str, str] | None:
    """What stands in the form of this page where somebody goes on with it (`?unfinished=ID`); None for a form anew.

    Where there are unfinished forms of this page to go on with, `g.unfinished` lists them for the page to offer.
    """
    by, at = current_actor(), datetime.now(UTC)
    asked = record_id(request.args.get("unfinished", ""))
    own = unfinished_forms.find(db.session, unfinished_id=asked, by=by, at=at) if asked else None
    if own is not None and own.address == address_here():
        g.going_on = own
        return sent_as({**own.fields, "form_key": [own.form_key]})
    g.unfinished = unfinished_forms.listed(db.session, by=by, at=at, address=address_here())
    return None


def all_with_pages() -> list[tuple[FormPage, Unfinished]]:
    """All that whoever is signed in has not finished, the latest first, with the page of each."""
    own = unfinished_forms.listed(db.session, by=current_actor(), at=datetime.now(UTC))
    return [(form_page_at(form.address), form) for form in own]


@pages.post("")
@access(Access.SIGNED_IN)
def keep() -> dict[str, Any]:
    """Keep what changed in a form, as JSON: its key, its address, who types, the revision before, the changes."""
    request.max_content_length = 2 * unfinished_forms.LARGEST
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict) or not isinstance(sent.get("key"), str) or not isinstance(sent.get("address"), str):
        raise NotFound
    _same_user(sent.get("user"))
    page = form_page_at(sent["address"])
    at = datetime.now(UTC)
    base = sent.get("base")
    revision = unfinished_forms.keep(
        db.session,
        form_key=sent["key"],
        address=page.address,
        record=page.record,
        changes=_changes(sent.get("changes")),
        base=base if isinstance(base, int) else None,
        by=current_actor(),
        at=at,
    )
    clock = format_time(at.astimezone(get_timezone()).time(), page_language())
    return {"revision": revision, "time": clock}


@pages.get("/token.json")
@access(Access.SIGNED_IN)
def token() -> dict[str, str]:
    """A fresh token for a page that stayed open while the same person signed in again."""
    _same_user(request.args.get("user"))
    return {"token": generate_csrf()}


@pages.post("/drop")
@access(Access.SIGNED_IN)
def drop_this() -> Response:
    """Forget the form that is sent: it is cancelled on purpose."""
    unfinished_forms.drop(db.session, form_key=request.form.get("form_key", ""), by=current_actor())
    return redirect(own_path(request.args.get("next", "/")), 303)


@pages.post("/<int:unfinished_id>/drop")
@access(Access.SIGNED_IN)
def drop(unfinished_id: int) -> Response:
    """Forget one of the forms that are offered to go on with."""
    unfinished_forms.drop(db.session, unfinished_id=unfinished_id, by=current_actor())
    return redirect(own_path(request.args.get("next", "/")), 303)


def _same_user(user: object) -> None:
    """On a shared machine somebody else may have signed in since: nothing is kept as theirs."""
    who = sessions.account()
    if who is None or str(user) != str(who.user_id):
        raise NotSignedIn


def _changes(sent: object) -> dict[str, list[str] | None]:
    if not isinstance(sent, dict):
        raise NotFound
    for texts in sent.values():
        if texts is not None and not (isinstance(texts, list) and all(isinstance(text, str) for text in texts)):
            raise NotFound
    return sent
