"""Forms that were begun and not finished: a script keeps them while they are typed, their page offers to go on."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, flash, g, make_response, redirect, request, url_for
from flask import Response as FlaskResponse
from flask_babel import get_timezone
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from workshops.domain.access import Actor
from workshops.domain.register_filter import record_id
from workshops.errors import NotFound, WorkshopsError
from workshops.extensions import db
from workshops.formatting import format_time
from workshops.services import form_keys, unfinished_forms
from workshops.services.unfinished_forms import Changes, Fields, Unfinished
from workshops.views import cut_off, kept, once, sessions
from workshops.views.access import Access, NotSignedIn, access, current_actor, own_path
from workshops.views.filters import page_language
from workshops.views.form_pages import FormPage, address_here, form_page_at, going_on_address, sent_as

pages = Blueprint("unfinished", __name__, url_prefix="/unfinished")


def typed() -> MultiDict[str, str] | None:
    """What stands in the form of this page where somebody goes on with it (`?unfinished=ID`); None for a form anew.

    Where there are unfinished forms of this page to go on with, `g.unfinished` lists them for the page to offer.
    """
    own = _asked_for()
    if own is not None:
        g.going_on = own
        return sent_as({**own.fields, once.FIELD: [own.form_key]})
    address = address_here()
    g.unfinished = unfinished_forms.listed(db.session, by=current_actor(), at=datetime.now(UTC), address=address)
    return None


def asked_for() -> Iterable[tuple[str, str]]:
    """The fields of the unfinished form that the address of this page asks for, where its record is gone."""
    own = _asked_for()
    return sent_as(own.fields).items(multi=True) if own else ()


def drop_same(saved: Fields, *, address: str = "") -> None:
    """Forget what was begun on this page (or another) in another window, where it begins as what is saved now."""
    unfinished_forms.drop_same(db.session, address=address or address_here(), fields=saved, by=current_actor())


def drop_page() -> None:
    """Forget all that was begun on this page: nothing is left to do there."""
    unfinished_forms.drop_page(db.session, address=address_here(), by=current_actor())


def all_with_pages() -> list[tuple[FormPage, Unfinished]]:
    """All that whoever is signed in has not finished, the latest first, with the page of each."""
    own = unfinished_forms.listed(db.session, by=current_actor(), at=datetime.now(UTC))
    return [(form_page_at(form.address), form) for form in own]


def kept_without_file() -> str | None:
    """Keep what was typed into a form whose file is too large; gives where to go on with it, or None."""
    who = sessions.account() or sessions.idle_account()
    return _kept_as_sent(cut_off.typed_before_file(), who.actor()) if who else None


def keep_refused() -> None:
    """Keep what was typed into a form that was refused: it is offered to whoever comes back to its page."""
    if who := sessions.account():
        _kept_as_sent(request.form.to_dict(flat=False), who.actor())


def kept_until_signed_in() -> FlaskResponse | None:
    """Keep a form that was sent after its sender's session had ended for want of clicks, and lead to the sign-in.

    From there the same person, and nobody else, comes back to the form as it was sent. None where there is no form
    to keep, or the session ended otherwise: then nobody can say whose it is.
    """
    who = sessions.idle_account()
    there = _kept_as_sent(request.form.to_dict(flat=False), who.actor()) if who else None
    if there is None:
        return None
    flash(_("You were signed out. Your text is kept: sign in, then press Save once more."), "warning")
    return make_response(redirect(url_for("account.sign_in", next=there), 303))


def kept_at(address: str, fields: Changes) -> str:
    """Keep a form of the page at an address as if somebody had just typed it; gives where to go on with it.

    Raises `Conflict` where its owner has too many of them.
    """
    by, at = current_actor(), datetime.now(UTC)
    fields = {name: texts for name, texts in fields.items() if name != once.FIELD}
    _keep(form_page_at(address), once.form_key(fresh=True), fields, None, by, at)
    return going_on_address(unfinished_forms.listed(db.session, by=by, at=at, address=address)[0])


@pages.post("")
@access(Access.SIGNED_IN)
def keep() -> dict[str, Any]:
    """Keep what changed in a form, as JSON: its key, its address, who types, the revision before, the changes."""
    request.max_content_length = 2 * unfinished_forms.LARGEST
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict) or not isinstance(sent.get("key"), str) or not isinstance(sent.get("address"), str):
        raise NotFound
    _same_user(sent.get("user"))
    at, base = datetime.now(UTC), sent.get("base")
    base = base if isinstance(base, int) else None
    changes = _changes(sent.get("changes"))
    revision = _keep(form_page_at(sent["address"]), sent["key"], changes, base, current_actor(), at)
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


def _keep(page: FormPage, key: str, changes: Changes, base: int | None, by: Actor, at: datetime) -> int | None:
    return unfinished_forms.keep(
        db.session,
        form_key=key,
        address=page.address,
        record=page.record,
        changes=changes,
        base=base,
        by=by,
        at=at,
    )


def _asked_for() -> Any:
    """One's own unfinished form of this page that `?unfinished=ID` names; None for any other."""
    asked = record_id(request.args.get("unfinished", ""))
    if not asked:
        return None
    own = unfinished_forms.find(db.session, unfinished_id=asked, by=current_actor(), at=datetime.now(UTC))
    return own if own and own.address == address_here() else None


def _kept_as_sent(sent: dict[str, list[str]], by: Actor) -> str | None:
    """Keep a form that was sent and could not be taken; gives where to go on with it."""
    not_typed = {*kept.NEVER_KEPT, once.FIELD, *once.ONLY_SHOWN}
    fields = {name: texts for name, texts in sent.items() if name not in not_typed}
    key, at = sent.get(once.FIELD, [""])[0], datetime.now(UTC)
    if not fields:
        return None
    if not form_keys.is_key(key):
        key = once.form_key(fresh=True)
    try:
        _keep(form_page_at(address_here()), key, fields, None, by, at)
    except WorkshopsError:
        db.session.rollback()
        return None
    db.session.commit()
    own = unfinished_forms.listed(db.session, by=by, at=at, address=address_here())
    return going_on_address(own[0]) if own else None


def _changes(sent: object) -> dict[str, list[str] | None]:
    if not isinstance(sent, dict):
        raise NotFound
    for texts in sent.values():
        if texts is not None and not (isinstance(texts, list) and all(isinstance(text, str) for text in texts)):
            raise NotFound
    return sent
