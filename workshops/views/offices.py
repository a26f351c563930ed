"""The offices: administrators settle them, everybody else may read what their own one has settled."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.enums import Role
from workshops.domain.offices import DocumentSettings
from workshops.errors import Conflict, Invalid, NotFound, UnreadableFile
from workshops.extensions import db
from workshops.forms.office import TEXT_FIELDS, TEXTS, LogoForm, OfficeForm
from workshops.forms.rows import after_row_action, is_row_action
from workshops.forms.saying import say
from workshops.services import logos, office_settings, offices
from workshops.views.access import READING_METHODS, Access, access, current_actor
from workshops.views.filters import sentence_text
from workshops.views.kept_files import kept_files

pages = Blueprint("offices", __name__)
Page = str | Response | tuple[str, int]


@pages.get("/offices")
@access(Access.ADMINISTRATOR)
def index() -> str:
    """All offices."""
    return render_template("administration/offices.html", offices=offices.list_offices(db.session, by=current_actor()))


@pages.get("/office")
@access(Access.SIGNED_IN)
def own() -> Page:
    """What one's own office has settled, to read; at headquarters the list of all."""
    by = current_actor()
    if by.office_id is None:
        if by.role is not Role.ADMINISTRATOR:
            raise NotFound
        return redirect(url_for("offices.index"), 303)
    office = office_settings.find_to_read(db.session, office_id=by.office_id, by=by)
    settings = offices.settings_of(office)
    return render_template(
        "administration/own_office.html", office=office, settings=settings, text_fields=TEXT_FIELDS, texts=TEXTS
    )


@pages.route("/offices/new", methods=["GET", "POST"], defaults={"office_id": None})
@pages.route("/offices/<int:office_id>", methods=["GET", "POST"])
@access(Access.ADMINISTRATOR)
def edit(office_id: int | None) -> Page:
    """Add or change an office."""
    by = current_actor()
    office = offices.find(db.session, office_id=office_id, by=by) if office_id else None
    if request.method in READING_METHODS:
        return _page(_form(office), office)
    form = OfficeForm(after_row_action(request.form))
    form.offer()
    if is_row_action(request.form):
        return _page(form, office)
    if not form.validate():
        return _page(form, office), 422
    details, version = form.to_details(), form.version.data
    try:
        saved = offices.save(db.session, details=details, office_id=office_id, version=version, by=by)
    except Invalid as error:
        form.show(error.problems)
        return _page(form, office), 422
    except Conflict as error:
        form.form_errors.append(sentence_text(error))
        form.version.data = form.version.raw_data = offices.settings_of(office).version if office else None
        return _page(form, office), 409
    flash(_("Saved."), "ok")
    return redirect(url_for("offices.edit", office_id=saved.id), 303)


@pages.get("/offices/<int:office_id>/logo")
@access(Access.SIGNED_IN)
def logo(office_id: int) -> Response:
    """The logo of an office as a picture."""
    office = office_settings.find_to_read(db.session, office_id=office_id, by=current_actor())
    settings = offices.settings_of(office)
    if not settings.logo_name:
        raise NotFound
    with kept_files().open(logos.stored_as(settings.logo_name)) as stored:
        return Response(stored.read(), mimetype=settings.logo_type)


@pages.post("/offices/<int:office_id>/logo")
@access(Access.ADMINISTRATOR)
def put_logo(office_id: int) -> Page:
    """Take a picture for the logo."""
    by = current_actor()
    office = offices.find(db.session, office_id=office_id, by=by)
    form = LogoForm()
    if not form.file.data:
        form.file.errors = [_("Choose a file.")]
        return _page(_form(office), office, form), 422
    try:
        upload = logos.read(form.file.data.stream, form.file.data.filename or "")
        office_settings.put_logo(db.session, kept_files(), office_id=office_id, upload=upload, alt=form.alt.data, by=by)
    except UnreadableFile as error:
        form.file.errors = [say(error.message, error.params)]
        return _page(_form(office), office, form), error.status
    except Invalid as error:
        form.show(error.problems)
        return _page(_form(office), office, form), 422
    flash(_("The logo is kept. It stands on documents from now on."), "ok")
    return redirect(url_for("offices.edit", office_id=office_id, _anchor="logo"), 303)


@pages.post("/offices/<int:office_id>/logo/remove")
@access(Access.ADMINISTRATOR)
def remove_logo(office_id: int) -> Response:
    """Print without a logo."""
    office_settings.remove_logo(db.session, kept_files(), office_id=office_id, by=current_actor())
    flash(_("The logo is removed."), "ok")
    return redirect(url_for("offices.edit", office_id=office_id, _anchor="logo"), 303)


def _form(office: Any) -> OfficeForm:
    return OfficeForm.of(office, offices.settings_of(office) if office else DocumentSettings())


def _page(form: OfficeForm, office: Any, logo_form: LogoForm | None = None) -> str:
    return render_template(
        "administration/office.html",
        form=form,
        office=office,
        settings=offices.settings_of(office) if office else DocumentSettings(),
        logo_form=logo_form or LogoForm(None),
        text_fields=TEXT_FIELDS,
    )
