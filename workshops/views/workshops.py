"""The workshops of an office: the list by what is to be done, and the page of each."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from flask import Blueprint, render_template, request, url_for
from flask_babel import get_timezone
from flask_babel import gettext as _

from workshops.domain.completeness import missing
from workshops.domain.enums import AgencyRole, WorkState
from workshops.domain.reach import listed
from workshops.domain.workshop import WorkshopDetails
from workshops.errors import N_
from workshops.extensions import db
from workshops.services import offices, workshop_documents, workshop_sources
from workshops.services.prints.words import agency_name
from workshops.services.workshop_acts import acts_open_to
from workshops.services.workshop_lists import workshops_in_state
from workshops.services.workshops import read
from workshops.views.access import Access, access, current_actor
from workshops.views.filters import label_text, page_language
from workshops.views.paging import page_number
from workshops.views.workshop_acts import QUESTIONS

pages = Blueprint("workshops", __name__, url_prefix="/workshops")

ACTS: Final = {
    "clone": (N_("Clone"), "copy"),
    "postpone": (N_("Postpone"), "pause"),
    "cancel": (N_("Cancel the workshop"), "close"),
    "close": (N_("Close the workshop"), "check"),
    "reopen": (N_("Reopen"), "back"),
    "delete": (N_("Delete"), "remove"),
}


@pages.get("")
@access(Access.SIGNED_IN)
def index() -> str:
    """The workshops open to the reader, in one state or in all."""
    by = current_actor()
    asked = request.args.get("state", "")
    state = WorkState(asked) if asked in set(WorkState) else None
    query = request.args.get("q", "").strip()
    today = datetime.now(get_timezone()).date()
    found = workshops_in_state(db.session, state=state, query=query, page=page_number(request.args), today=today, by=by)
    return render_template(
        "workshops/index.html",
        found=found,
        state=state,
        states=list(WorkState),
        query=query,
        page_address=lambda number: url_for(".index", state=state, q=query or None, page=number),
        may_register=bool(offices.choices(db.session, by=by)),
        shows_office=by.reads_all_offices,
    )


@pages.get("/<reference>")
@access(Access.SIGNED_IN)
def show(reference: str) -> str:
    """The whole record at a glance, with what it still lacks."""
    by = current_actor()
    workshop, details = read(db.session, reference=reference, by=by)
    acts = acts_open_to(workshop, by=by)
    named = [*(row.agency for row in workshop.agencies), *(row.agency for row in workshop.fundings)]
    return render_template(
        "workshops/show.html",
        workshop=workshop,
        details=details,
        participants=list(_participant_lines(details)),
        agency_names={agency.id: agency_name(agency, page_language()) for agency in named},
        roles=[role for role in AgencyRole if any(row.role is role for row in details.agencies)],
        missing=missing(details),
        attended=listed(details.participants),
        acts=acts,
        more=[_act(act, reference) for act in acts],
        may_edit=by.may_write(workshop.office_id),
        documents=workshop_documents.of_workshop(db.session, workshop),
        sources=workshop_sources.of_workshop(db.session, workshop, details),
    )


def _participant_lines(details: WorkshopDetails) -> Iterator[tuple[int, int | None, str, str, str, str]]:
    """Of each participant number, id of the person, name, agency, post, status: plain values for hundreds of rows."""
    said = {status: label_text(status) for status in {row.status for row in details.participants}}
    for number, row in enumerate(details.participants, start=1):
        agency = row.agency.acronym or row.agency.name if row.agency else ""
        yield number, row.person.id, row.person.full_name, agency, row.post_title, said[row.status]


def _act(act: str, reference: str) -> dict[str, Any]:
    """An act as an entry of the page's menu; those with a reason lead to a page that asks for it."""
    label, icon = ACTS[act]
    address = url_for(f"workshop_acts.{act}", reference=reference)
    has_page = act in QUESTIONS or act == "delete"
    where = {"href": address, "danger": act in ("cancel", "delete")} if has_page else {"post": address}
    return {"label": _(label), "icon": icon, **where}
