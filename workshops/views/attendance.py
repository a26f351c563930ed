"""The page on which attendance is taken."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.enums import AttendanceStatus, WorkshopStatus
from workshops.domain.register_filter import record_id
from workshops.extensions import db
from workshops.forms import attendance as form
from workshops.services import attendance
from workshops.views import unfinished
from workshops.views.access import Access, access, current_actor
from workshops.views.paging import page_number

pages = Blueprint("attendance", __name__, url_prefix="/workshops/<reference>/attendance")
ALL = "all"


@pages.get("")
@access(Access.SIGNED_IN)
def show(reference: str) -> str:
    """A page of participants and events as a grid, or one event alone; today's where the address asks for none."""
    by = current_actor()
    sheet = attendance.sheet(db.session, reference=reference, number=page_number(request.args), by=by)
    event_id = _asked_event(sheet)
    events = [event for event in sheet.events if event_id in (None, event.id)]
    keeps = by.may_write(sheet.workshop.office_id)
    typed = unfinished.typed()
    here = {event.id for event in events}
    opened_with = form.shown({cell: mark for cell, mark in sheet.marks.items() if cell[1] in here})
    if typed:
        opened_with, sheet = typed.get(form.SHOWN, ""), replace(sheet, marks=form.typed_over(sheet.marks, typed))
    is_closed = sheet.workshop.status is WorkshopStatus.CLOSED
    return render_template(
        "attendance/show.html",
        sheet=sheet,
        workshop=sheet.workshop,
        events=events,
        event_id=event_id,
        statuses=list(AttendanceStatus),
        may_write=keeps and not is_closed,
        is_closed=keeps and is_closed,
        field_name=form.field_name,
        shown=opened_with,
        page_address=lambda number: url_for(".show", reference=reference, event=event_id or ALL, page=number),
    )


@pages.post("")
@access(Access.ORGANISER)
def save(reference: str) -> Response:
    """Keep what was marked, all in one go."""
    attendance.record(
        db.session,
        reference=reference,
        marks=form.changes(request.form),
        all_present_at=record_id(request.form.get("all_present", "")),
        by=current_actor(),
    )
    flash(_("Attendance is saved."), "ok")
    here: dict[str, Any] = {name: request.args.get(name) for name in ("event", "page")}
    return redirect(url_for(".show", reference=reference, **here), 303)


def _asked_event(sheet: attendance.Sheet) -> int | None:
    """The event that the address names; without one, the event of today if there is just one. None for all."""
    asked = request.args.get("event")
    if asked is None:
        zone = ZoneInfo(sheet.workshop.time_zone) if sheet.workshop.time_zone else UTC
        today = datetime.now(zone).date()
        of_today = [event.id for event in sheet.events if event.day == today]
        return of_today[0] if len(of_today) == 1 else None
    wanted = record_id(asked)
    return wanted if any(event.id == wanted for event in sheet.events) else None
