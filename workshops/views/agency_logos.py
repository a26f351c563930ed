"""The logo of an agency: shared by all offices like the agency itself."""

from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from workshops.errors import Invalid, NotFound, UnreadableFile
from workshops.extensions import db
from workshops.forms.office import LogoForm
from workshops.forms.saying import say
from workshops.services import agency_logos, agency_pages, logos
from workshops.views.access import READING_METHODS, Access, access, current_actor
from workshops.views.kept_files import kept_files

pages = Blueprint("agency_logos", __name__, url_prefix="/agencies/<int:agency_id>/logo")


@pages.get("")
@access(Access.SIGNED_IN)
def show(agency_id: int) -> Response:
    """The logo as a picture."""
    logo = agency_logos.find(db.session, agency_id=agency_id)
    if logo is None:
        raise NotFound
    with kept_files().open(logos.stored_as(logo.name)) as stored:
        return Response(stored.read(), mimetype=logo.type)


@pages.route("/edit", methods=["GET", "POST"])
@access(Access.ORGANISER)
def edit(agency_id: int) -> str | Answer | tuple[str, int]:
    """Take a picture for the logo."""
    agency, form = agency_pages.find(db.session, agency_id=agency_id), LogoForm()
    if request.method in READING_METHODS:
        return _page(agency, form)
    if not form.file.data:
        form.file.errors = [_("Choose a file.")]
        return _page(agency, form), 422
    by = current_actor()
    try:
        upload = logos.read(form.file.data.stream, form.file.data.filename or "")
        agency_logos.put(db.session, kept_files(), agency_id=agency_id, upload=upload, alt=form.alt.data, by=by)
    except UnreadableFile as error:
        form.file.errors = [say(error.message, error.params)]
        return _page(agency, form), error.status
    except Invalid as error:
        form.show(error.problems)
        return _page(agency, form), 422
    flash(_("The logo is kept. It stands on documents from now on."), "ok")
    return redirect(url_for("agencies.show", agency_id=agency_id), 303)


@pages.post("/remove")
@access(Access.ORGANISER)
def remove(agency_id: int) -> Answer:
    """Print without a logo."""
    agency_pages.find(db.session, agency_id=agency_id)
    agency_logos.remove(db.session, kept_files(), agency_id=agency_id, by=current_actor())
    flash(_("The logo is removed."), "ok")
    return redirect(url_for("agencies.show", agency_id=agency_id), 303)


def _page(agency: Any, form: LogoForm) -> str:
    return render_template(
        "agencies/logo.html", agency=agency, form=form, logo=agency_logos.find(db.session, agency_id=agency.id)
    )
