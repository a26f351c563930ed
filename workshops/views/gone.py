"""What stands at the address of a record that was deleted or merged: what happened, and the way on."""

from datetime import datetime
from typing import Final

from flask import Response, make_response, redirect, render_template, request, url_for
from flask_babel import get_timezone
from flask_babel import gettext as _

from workshops.domain.enums import RecordKind
from workshops.extensions import db
from workshops.formatting import format_moment, format_time
from workshops.services import deleted_records
from workshops.services.deleted_records import PastAct
from workshops.views import kept, sessions, unfinished
from workshops.views.access import READING_METHODS, current_actor, wants_json
from workshops.views.deleting import ADDRESSES
from workshops.views.filters import page_language

KINDS: Final = {
    "reference": RecordKind.WORKSHOP,
    "press_release_id": RecordKind.PRESS_RELEASE,
    "document_id": RecordKind.DOCUMENT,
    "agency_id": RecordKind.AGENCY,
    "person_id": RecordKind.PERSON,
    "project_id": RecordKind.PROJECT,
    "topic_id": RecordKind.TOPIC,
}
"""What the parts of addresses are called that name a record."""


def page() -> Response | None:
    """The answer for an address of this request at which a record stood; None where there never was one.

    What was merged leads to what it was merged into; a form that was sent comes back as text to copy (410).
    """
    if sessions.actor_or_none() is None:
        return None
    for name, value in (request.view_args or {}).items():
        kind = KINDS.get(name)
        if kind is None:
            continue
        number = value if isinstance(value, int) else None
        moved = deleted_records.merged_into(db.session, kind=kind, record_id=number) if number else None
        if moved and request.method in READING_METHODS:
            arguments = {**(request.view_args or {}), **request.args.to_dict(), name: moved}
            return make_response(redirect(url_for(request.endpoint or "", **arguments), 308))
        if moved and not wants_json():
            message = _("This record was merged with another. Your text is kept below so that you can copy it.")
            place = ADDRESSES[kind].format(moved)
            return make_response(
                render_template("errors/gone.html", message=message, place=place, texts=kept.texts()), 410
            )
        act = deletion(kind, value)
        if act:
            return _page(act)
    return None


def deletion(kind: RecordKind, key: int | str) -> PastAct | None:
    """The deletion that emptied an address, by the reference of a workshop or the number of another record."""
    by, number = current_actor(), key if isinstance(key, int) else None
    return deleted_records.of_address(
        db.session, kind=kind, record_id=number, reference="" if number else str(key), by=by
    )


def sentence(act: PastAct) -> str:
    """When the record was deleted, and where what was typed meanwhile is."""
    text: str = _("This record was deleted at %(time)s.", time=clock(act.at))
    if _texts():
        text = _(
            "This record was deleted at %(time)s. Your text is kept below so that you can copy it.", time=clock(act.at)
        )
    return text


def clock(moment: datetime) -> str:
    """When something happened, as the reader's clock showed it; the day is said where it was not today."""
    zone = get_timezone()
    local = moment.astimezone(zone)
    if local.date() == datetime.now(zone).date():
        return format_time(local.time(), page_language())
    return format_moment(moment, page_language(), zone)


def _texts() -> list[tuple[str, str]]:
    """What was typed: sent just now, or kept as an unfinished form that the address asks for."""
    return kept.texts() or kept.labelled(unfinished.asked_for())


def _page(act: PastAct) -> Response | None:
    if wants_json():
        return None
    return make_response(render_template("errors/gone.html", message=sentence(act), act=act, texts=_texts()), 410)
