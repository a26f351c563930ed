"""Erasing a person who asks for it: what is taken away is said before."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.extensions import db
from workshops.services import deleting, erasing
from workshops.views.access import READING_METHODS, Access, access, current_actor
from workshops.views.counts import counted

pages = Blueprint("erasing", __name__)


@pages.route("/people/<int:person_id>/erase", methods=["GET", "POST"])
@access(Access.ORGANISER)
def person(person_id: int) -> str | Response:
    """Ask; then take away all by which the person is known."""
    by = current_actor()
    if request.method in READING_METHODS:
        found = erasing.traces(db.session, person_id=person_id, by=by)
        return render_template(
            "acts/erase.html",
            found=found,
            nameless=counted("participation", found.participations) if found.participations else "",
            experts=counted("engagement", found.engagements) if found.engagements else "",
            contacts=counted("contact", found.contacts) if found.contacts else "",
            quotes=counted("quote", found.quotes) if found.quotes else "",
            certificates=counted("certificate", found.certificates) if found.certificates else "",
            until=deleting.last_day(),
            back=url_for("people.show", person_id=person_id),
        )
    act = erasing.erase(db.session, person_id=person_id, by=by)
    flash(_("%(name)s was erased.", name=act.title), f"undo-{act.id}")
    return redirect(url_for("people.index"), 303)
