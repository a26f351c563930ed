"""Where in the record somebody mends what keeps a document from being made: addresses with their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask import url_for
from flask_babel import gettext as _

from workshops.documents.problems import MissingGlyph
from workshops.errors import N_, Invalid, Problem, WorkshopsError
from workshops.record_labels import FIELDS, RECORDS
from workshops.services.printing import Subject
from workshops.services.prints.kinds import NothingToPrint
from workshops.services.unprintable import Place, places
from workshops.views.access import current_actor

MOST: Final = 10
"""Places that are named; who has mended these sees the next."""
PARTS: Final = {
    "programme": N_("Enter the programme"),
    "expert-list": N_("Enter the experts"),
    "participant-list": N_("Enter the participants"),
    "who-organises": N_("Enter the agencies"),
}
"""What to do in a part of the workshop's form."""
REGISTERS: Final = {
    "person": ("people.edit", "person_id", N_("Person")),
    "agency": ("agencies.edit", "agency_id", N_("Agency")),
    "project": ("projects.edit", "project_id", N_("Project")),
    "topic": ("topics.edit", "topic_id", N_("Topic")),
}
GROUPS: Final = {
    "workshop": "what",
    "event": "programme",
    "workshop_agency": "who-organises",
    "participation": "participant-list",
    "engagement": "expert-list",
    "funding": "money",
    "contact": "contacts-and-sources",
    "quote": "contacts-and-sources",
}
"""The part of the workshop's form that shows the rows of a table."""


@dataclass(frozen=True)
class Link:
    """An address, and what is done or found there."""

    href: str
    words: str


def links(subject: Subject, error: WorkshopsError) -> list[Link]:
    """Where the texts are that could not be printed, or what a document needs is entered, for whoever may do it."""
    if not subject.office or not current_actor().may_write(subject.office.id):
        return []
    if isinstance(error, MissingGlyph):
        return [_to(subject.name, place) for place in places(subject.record, error)[:MOST]]
    if not isinstance(error, NothingToPrint) or not error.mend:
        return []
    if error.mend == "certificates":
        return [Link(url_for("certificates.issue", reference=subject.name), _("Issue certificates"))]
    return [Link(_form(subject.name, error.mend), _(PARTS[error.mend]))]


def problems(error: WorkshopsError) -> Sequence[Problem]:
    """What is wrong with the choices for a document, or the choice by which it is made all the same."""
    if isinstance(error, Invalid):
        return error.problems
    return [Problem("marked" if isinstance(error, MissingGlyph) else "documents", error.message, error.params)]


def _to(reference: str, place: Place) -> Link:
    if place.table in REGISTERS:
        endpoint, name, kind = REGISTERS[place.table]
        named: dict[str, Any] = {name: place.row_id}
        return Link(url_for(endpoint, **named), f"{_(kind)}: {place.text}")
    where = [_(RECORDS[place.table]), *([_(FIELDS[place.column])] if place.column in FIELDS else [])]
    return Link(_form(reference, GROUPS.get(place.table, "what")), f"{', '.join(where)}: {place.text}")


def _form(reference: str, group: str) -> str:
    return url_for("workshop_edit.edit", reference=reference, _anchor=group)
