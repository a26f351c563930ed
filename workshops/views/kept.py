"""What was typed is kept when a form cannot be taken: the page shows why, and a button sends it once more."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from flask import Response, make_response, render_template, request

from workshops.domain.texts import unstorable_position, visible
from workshops.errors import N_, WorkshopsError
from workshops.record_labels import FIELDS
from workshops.views.access import READING_METHODS

NEVER_KEPT = frozenset({"csrf_token"})
LABELS: Final = FIELDS | {
    "acronym": N_("Acronym"),
    "agency_name": N_("Agency"),
    "aliases": N_("Other spellings"),
    "code": N_("Code"),
    "description": N_("Description"),
    "duration_note": N_("Note on the dates"),
    "full_name": N_("Full name"),
    "label": N_("Topic"),
    "languages": N_("Languages"),
    "nationality": N_("Nationality"),
    "native_name": N_("Name in their own script"),
    "notes": N_("Notes"),
    "parent_name": N_("Belongs to"),
    "person_name": N_("Person"),
    "project_name": N_("Project"),
    "reason": N_("Reason"),
    "synonyms": N_("Other words for it"),
    "title_en": N_("Title in English"),
    "title_es": N_("Title in Spanish"),
    "title_fr": N_("Title in French"),
    "topic_name": N_("Topic"),
    "website": N_("Website"),
}
"""What the fields of all forms are called, by the last part of their names."""
PASSWORD_PAGES = frozenset({"account.sign_in", "account.password"})


class Unstorable(WorkshopsError):
    """A text holds characters that no database keeps: NUL and other controls, broken encoding (400)."""

    status = 400

    def __init__(self, position: int) -> None:
        message = N_(
            "This text contains characters that cannot be stored (position %(position)s). "
            "Remove them and send it again."
        )
        super().__init__(message, position=position)


def check_address() -> None:
    """Refuse an address that holds what cannot be stored, before its view runs."""
    for value in request.args.values():
        _check(value)


def check_form() -> None:
    """Refuse a form that holds what cannot be stored and that its view took all the same, before it is committed."""
    for name, value in request.form.items(multi=True):
        _check(name)
        _check(value)


def page(status: int, message: str) -> Response | None:
    """The page with everything typed and a button to send it again; None where there is nothing to keep.

    Only for a form of our own page: another site must not fill in a form that waits for one click of ours.
    """
    typed = [(name, value) for name, value in request.form.items(multi=True) if name not in NEVER_KEPT]
    if not typed or request.endpoint in PASSWORD_PAGES or not _is_our_page():
        return None
    fields = [(name, _label(name), visible(value), unstorable_position(value) is not None) for name, value in typed]
    had_files = any(file.filename for file in request.files.values())
    shown = render_template(
        "errors/kept.html", message=message, fields=fields, had_files=had_files, is_signed_out=status == 401
    )
    return make_response(shown, status)


def texts() -> list[tuple[str, str]]:
    """The label (a message) of each field of the form that was sent, with what was typed into it."""
    if request.method in READING_METHODS or request.endpoint in PASSWORD_PAGES:
        return []
    return labelled(request.form.items(multi=True))


def labelled(typed: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The label (a message) of each field that people have a word for and that is not empty, with its text."""
    return [(label, visible(value)) for name, value in typed if value.strip() and (label := _label(name))]


def _label(name: str) -> str:
    """What people call a field of any form, also in a row (`quotes-0-text`); "" where it has no name of its own."""
    plain = name.rpartition("-")[2]
    return "" if plain.endswith("_id") else LABELS.get(plain, "")


def _check(text: str) -> None:
    position = unstorable_position(text)
    if position is not None:
        raise Unstorable(position)


def _is_our_page() -> bool:
    origin = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(origin).netloc == request.host
