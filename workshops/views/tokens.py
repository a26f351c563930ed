"""One's own tokens for scripts. A new one stands only on the answer to the click that made it."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from workshops.errors import Invalid
from workshops.extensions import db
from workshops.forms.accounts import TokenForm
from workshops.services import tokens
from workshops.views import once
from workshops.views.access import Access, access, current_actor

pages = Blueprint("tokens", __name__, url_prefix="/account/tokens")


@pages.route("", methods=["GET", "POST"])
@access(Access.SIGNED_IN)
def index() -> str | tuple[str, int]:
    """The tokens, and a form for a new one."""
    form = TokenForm()
    status, text = 200, ""
    if form.is_submitted():
        status = 422
        if form.validate():
            try:
                _token, text = tokens.make(
                    db.session,
                    email=current_user.account.email,
                    label=form.label.data,
                    days=form.days.data,
                    by=current_actor(),
                )
                once.made(url_for("tokens.index"))
                status, form = 200, TokenForm(formdata=None)
            except Invalid as error:
                form.show(error.problems)
    own = tokens.own_tokens(db.session, by=current_actor())
    return render_template("accounts/tokens.html", form=form, tokens=own, text=text), status


@pages.post("/<int:token_id>/revoke")
@access(Access.SIGNED_IN)
def revoke(token_id: int) -> Response:
    """End a token for good."""
    token = tokens.revoke(db.session, token_id=token_id, by=current_actor())
    flash(_("The token for “%(label)s” is revoked.", label=token.label), "ok")
    return redirect(url_for("tokens.index"), 303)
