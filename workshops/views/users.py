"""Who may sign in: for administrators. A new password stands only on the answer to the click that made it."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.errors import Conflict, Invalid
from workshops.extensions import db
from workshops.forms.accounts import NewUserForm, UserForm
from workshops.services import accounts, offices
from workshops.services.accounts import AccountDetails
from workshops.views import once
from workshops.views.access import Access, access, current_actor
from workshops.views.filters import sentence_text

pages = Blueprint("users", __name__, url_prefix="/users")
Page = str | Response | tuple[str, int]


@pages.get("")
@access(Access.ADMINISTRATOR)
def index() -> str:
    """All accounts."""
    return render_template("administration/users.html", users=accounts.list_users(db.session, by=current_actor()))


@pages.route("/new", methods=["GET", "POST"])
@access(Access.ADMINISTRATOR)
def new() -> Page:
    """Add an account; its one-time password is the answer."""
    form = NewUserForm()
    form.offer(_offices())
    if not form.is_submitted():
        return render_template("administration/user.html", form=form, user=None)
    if not form.validate():
        return render_template("administration/user.html", form=form, user=None), 422
    details = _details(form)
    try:
        user, password = accounts.create_user(
            db.session,
            email=form.email.data,
            name=details.name,
            role=details.role,
            office_id=details.office_id,
            language=details.language,
            by=current_actor(),
        )
    except (Invalid, Conflict) as error:
        return _refused(form, None, error)
    once.made(url_for("users.edit", user_id=user.id))
    return render_template("administration/one_time.html", user=user, password=password)


@pages.route("/<int:user_id>", methods=["GET", "POST"])
@access(Access.ADMINISTRATOR)
def edit(user_id: int) -> Page:
    """Change an account."""
    user = accounts.find_user(db.session, user_id=user_id, by=current_actor())
    form = UserForm(obj=user)
    form.offer(_offices())
    if not form.is_submitted():
        return render_template("administration/user.html", form=form, user=user)
    if not form.validate():
        return render_template("administration/user.html", form=form, user=user), 422
    try:
        accounts.update_user(db.session, user_id=user_id, details=_details(form), by=current_actor())
    except (Invalid, Conflict) as error:
        return _refused(form, user, error)
    flash(_("Saved."), "ok")
    return redirect(url_for("users.index"), 303)


@pages.post("/<int:user_id>/password")
@access(Access.ADMINISTRATOR)
def reset_password(user_id: int) -> str:
    """Give a new one-time password, which is the answer."""
    password = accounts.reset_password(db.session, user_id=user_id, by=current_actor())
    user = accounts.find_user(db.session, user_id=user_id, by=current_actor())
    return render_template("administration/one_time.html", user=user, password=password)


@pages.post("/<int:user_id>/disable", defaults={"active": False})
@pages.post("/<int:user_id>/enable", defaults={"active": True})
@access(Access.ADMINISTRATOR)
def set_active(user_id: int, active: bool) -> Response:
    """Disable an account at once, or let it in again."""
    try:
        user = accounts.set_active(db.session, user_id=user_id, active=active, by=current_actor())
    except Conflict as error:
        flash(sentence_text(error), "error")
    else:
        if active:
            flash(_("%(name)s can sign in again.", name=user.name), "ok")
        else:
            flash(_("%(name)s is signed out and cannot sign in any more.", name=user.name), "ok")
    return redirect(url_for("users.edit", user_id=user_id), 303)


def _offices() -> list[tuple[int, str]]:
    return [(office.id, office.name) for office in offices.list_offices(db.session, by=current_actor())]


def _details(form: UserForm) -> AccountDetails:
    return AccountDetails(
        name=form.name.data, role=form.role.data, office_id=form.office_id.data, language=form.language.data
    )


def _refused(form: UserForm, user: object, error: Invalid | Conflict) -> tuple[str, int]:
    if isinstance(error, Invalid):
        form.show(error.problems)
    else:
        form.form_errors.append(sentence_text(error))
    return render_template("administration/user.html", form=form, user=user), error.status
