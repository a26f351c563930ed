"""The pages with forms that are kept while they are typed: what each is called, and the record it changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from flask import current_app, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from workshops.errors import N_, NotFound
from workshops.views.access import own_path

TITLES: Final = {
    "agencies.edit": N_("Edit an agency"),
    "agencies.new": N_("Add an agency"),
    "attendance.show": N_("Attendance"),
    "document_texts.edit": N_("Text of a document"),
    "people.edit": N_("Edit a person"),
    "people.new": N_("Add a person"),
    "press.index": N_("Hand over a press release"),
    "press_review.review": N_("Review of a press release"),
    "projects.edit": N_("Edit a project"),
    "projects.new": N_("Add a project"),
    "topics.edit": N_("Edit a topic"),
    "topics.new": N_("Add a topic"),
    "workshop_acts.ask_cancel": N_("Cancel the workshop"),
    "workshop_acts.ask_postpone": N_("Postpone the workshop"),
    "workshop_documents.new": N_("Attach a document"),
    "workshop_edit.edit": N_("Edit a workshop"),
    "workshop_edit.new": N_("Register a workshop"),
}
"""By endpoint of the page that shows the form. A page named here goes on with `views.unfinished.typed`."""

RECORDS: Final = {
    "agency_id": "agency",
    "person_id": "person",
    "press_release_id": "press_release",
    "project_id": "project",
    "reference": "workshop",
    "topic_id": "topic",
}
"""The table of the record that a part of an address names."""


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with a form. `record` is as in `UnfinishedForm.record`, `reference` that of a workshop, else ""."""

    address: str
    title: str
    record: str
    reference: str


def address_here() -> str:
    """The address of the page with the form that this request shows or sends."""
    parts = ("event", "page") if request.blueprint == "attendance" else ()
    here = {name: request.args[name] for name in parts if request.args.get(name)}
    return request.path + (f"?{urlencode(here)}" if here else "")


def going_on_address(unfinished: Any) -> str:
    """Where somebody goes on with an unfinished form."""
    joint = "&" if "?" in unfinished.address else "?"
    return f"{unfinished.address}{joint}unfinished={unfinished.id}"


def form_page_at(address: str) -> FormPage:
    """The page at an address. Raises `NotFound` for a page without a form that is kept."""
    parts = urlsplit(own_path(address))
    try:
        endpoint, args = current_app.url_map.bind("").match(parts.path, "GET")
    except (HTTPException, RequestRedirect):
        raise NotFound from None
    if endpoint not in TITLES or len(address) > 300:
        raise NotFound
    return FormPage(address, TITLES[endpoint], record_of(args), args.get("reference", ""))


def record_of(args: Mapping[str, Any]) -> str:
    """The record that the parts of an address name, "" where they name none."""
    return next((f"{table}:{args[name]}" for name, table in RECORDS.items() if args.get(name)), "")


def sent_as(fields: Mapping[str, list[str]]) -> MultiDict[str, str]:
    """The fields as a browser sends them."""
    return MultiDict((name, text) for name, texts in fields.items() for text in texts)
