"""What was deleted or merged and can still be undone: for administrators."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from workshops.domain.enums import RecordKind
from workshops.domain.register_filter import record_id
from workshops.errors import Invalid
from workshops.extensions import db
from workshops.forms.confirm import ConfirmForm
from workshops.forms.saying import said
from workshops.services import deleted_records, purging
from workshops.views.access import Access, access, current_actor
from workshops.views.kept_files import kept_files
from workshops.views.paging import page_number

pages = Blueprint("deleted", __name__, url_prefix="/deleted")


@pages.get("")
@access(Access.ADMINISTRATOR)
def index() -> str:
    """The list, of one kind of records or of one person where the address says so."""
    by = current_actor()
    kind = request.args.get("kind", type=RecordKind)
    user_id = record_id(request.args.get("who", ""))
    found = deleted_records.listed(db.session, kind=kind, user_id=user_id, number=page_number(request.args), by=by)
    return render_template(
        "acts/deleted.html",
        found=found,
        kind=kind,
        kinds=list(RecordKind),
        who=user_id,
        actors=deleted_records.actors(db.session, by=by),
        page_address=lambda number: url_for(".index", kind=kind, who=user_id, page=number),
    )


@pages.route("/<int:act_id>/for-good", methods=["GET", "POST"])
@access(Access.ADMINISTRATOR)
def for_good(act_id: int) -> str | AnyResponse | tuple[str, int]:
    """Delete something for good before its time is over; the reference or name is typed to confirm."""
    by, form = current_actor(), ConfirmForm()
    act = deleted_records.find(db.session, act_id=act_id, by=by)
    if not form.is_submitted():
        return render_template("acts/for_good.html", act=act, form=form)
    try:
        purging.purge_now(db.session, kept_files(), act_id=act_id, typed=form.typed.data or "", by=by)
    except Invalid as error:
        form.typed.errors = [said(problem) for problem in error.problems]
        return render_template("acts/for_good.html", act=act, form=form), error.status
    flash(_("It is deleted for good."), "ok")
    return redirect(url_for(".index"), 303)
