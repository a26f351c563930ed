"""The offices: for administrators."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.errors import Invalid
from workshops.extensions import db
from workshops.forms.accounts import OfficeForm
from workshops.services import offices
from workshops.views.access import Access, access, current_actor

pages = Blueprint("offices", __name__, url_prefix="/offices")
Page = str | Response | tuple[str, int]


@pages.get("")
@access(Access.ADMINISTRATOR)
def index() -> str:
    """All offices."""
    return render_template("administration/offices.html", offices=offices.list_offices(db.session, by=current_actor()))


@pages.route("/new", methods=["GET", "POST"], defaults={"office_id": None})
@pages.route("/<int:office_id>", methods=["GET", "POST"])
@access(Access.ADMINISTRATOR)
def edit(office_id: int | None) -> Page:
    """Add or change an office."""
    office = offices.find(db.session, office_id=office_id, by=current_actor()) if office_id else None
    form = OfficeForm(obj=office)
    form.offer()
    if not form.is_submitted():
        return render_template("administration/office.html", form=form, office=office)
    if form.validate():
        try:
            offices.save(db.session, details=form.to_details(), office_id=office_id, by=current_actor())
        except Invalid as error:
            form.show(error.problems)
        else:
            flash(_("Saved."), "ok")
            return redirect(url_for("offices.index"), 303)
    return render_template("administration/office.html", form=form, office=office), 422
