"""One's own account: sign in, sign out, change the password."""

from datetime import UTC, datetime

from flask import Blueprint, flash, g, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from workshops.errors import Invalid, TooManyTries
from workshops.extensions import db
from workshops.forms.accounts import OwnAccountForm, PasswordForm, SignInForm
from workshops.services import accounts, sign_in
from workshops.views import sessions
from workshops.views.access import Access, access, current_actor, own_path
from workshops.views.filters import sentence_text

pages = Blueprint("account", __name__)


@pages.route("/sign-in", methods=["GET", "POST"], endpoint="sign_in")
@access(Access.PUBLIC)
def sign_in_page() -> Response | tuple[str, int] | str:
    """The sign-in form; a failed try is counted although the request fails."""
    target = own_path(request.args.get("next", "/"))
    form = SignInForm()
    if not form.is_submitted():
        if sessions.account():
            return redirect(target, 303)
        return render_template("accounts/sign_in.html", form=form)
    if not form.validate():
        return render_template("accounts/sign_in.html", form=form), 422
    try:
        who = sign_in.authenticate(
            db.session,
            email=form.email.data,
            password=form.password.data,
            address=request.remote_addr or "",
            now=datetime.now(UTC),
        )
    except (sign_in.WrongSignIn, TooManyTries) as error:
        g.keep_writes = True
        refusal = sentence_text(error)
        answer = make_response(render_template("accounts/sign_in.html", form=form, refusal=refusal), error.status)
        if isinstance(error, TooManyTries):
            answer.headers["Retry-After"] = str(error.retry_after)
        return answer
    sessions.begin(who)
    return redirect(url_for("account.password", next=target) if who.must_change_password else target, 303)


@pages.post("/sign-out")
@access(Access.PUBLIC)
def sign_out() -> Response:
    """End this browser's session and let it forget what it has kept of our pages."""
    sessions.end()
    answer = redirect(url_for("account.sign_in"), 303)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


@pages.route("/account", methods=["GET", "POST"])
@access(Access.SIGNED_IN)
def own() -> Response | tuple[str, int] | str:
    """One's own name and language."""
    who = current_user.account
    form = OwnAccountForm(obj=who)
    if not form.is_submitted():
        return render_template("accounts/own.html", form=form, who=who)
    if form.validate():
        try:
            accounts.change_own_details(
                db.session, name=form.name.data, language=form.language.data, by=current_actor()
            )
        except Invalid as error:
            form.show(error.problems)
        else:
            flash(_("Saved."), "ok")
            return redirect(url_for("account.own"), 303)
    return render_template("accounts/own.html", form=form, who=who), 422


@pages.route("/account/password", methods=["GET", "POST"])
@access(Access.SIGNED_IN)
def password() -> Response | tuple[str, int] | str:
    """Choose a new password; the account is signed out everywhere else."""
    form = PasswordForm()
    is_first = current_user.account.must_change_password
    if not form.is_submitted():
        return render_template("accounts/password.html", form=form, is_first=is_first)
    if form.validate():
        try:
            who = accounts.change_password(
                db.session, current=form.current.data, chosen=form.chosen.data, by=current_actor()
            )
        except Invalid as error:
            form.show(error.problems)
        else:
            sessions.begin(who)
            flash(_("Your password is changed. Other browsers were signed out."), "ok")
            return redirect(own_path(request.args.get("next", "/")), 303)
    return render_template("accounts/password.html", form=form, is_first=is_first), 422
