"""The history of a workshop: each step with who took it."""

from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from workshops.extensions import db
from workshops.services.history import Codes, clocks_of, history_of_workshop
from workshops.views import filters
from workshops.views.access import Access, access, current_actor
from workshops.views.paging import page_number

pages = Blueprint("history", __name__)


@pages.get("/workshops/<reference>/history")
@access(Access.SIGNED_IN)
def workshop(reference: str) -> str:
    """The steps, newest first."""
    steps = history_of_workshop(db.session, reference=reference, by=current_actor(), page=page_number(request.args))
    return render_template(
        "workshops/history.html",
        reference=reference,
        steps=steps,
        time_zone=clocks_of(db.session, reference),
        said=said,
        page_address=lambda number: url_for("history.workshop", reference=reference, page=number),
    )


def said(value: object) -> str:
    """A value of the history by its kind; a dash where there was none."""
    text: str
    match value:
        case None | "" | ():
            text = "–"
        case bool():
            text = _("Yes") if value else _("No")
        case StrEnum():
            text = filters.label_text(value)
        case datetime():
            text = filters.moment_text(value)
        case date():
            text = filters.date_text(value)
        case time():
            text = filters.time_range_text(value, None)
        case int() | Decimal():
            text = filters.amount_text(value)
        case Codes(of="countries", codes=codes):
            text = filters.list_text(filters.country_text(code) for code in codes)
        case Codes(codes=codes):
            text = filters.list_text(filters.language_text(code) for code in codes)
        case dict():
            text = "; ".join(f"{filters.language_text(code)}: {words}" for code, words in value.items())
        case list() | tuple():
            text = filters.list_text(str(item) or _("(no longer there)") for item in value)
        case _:
            text = str(value)
    return text
