"""The words of letters and certificates: which there are, the page where they are written, their versions."""

import base64
from datetime import datetime
from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask_babel import get_timezone
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.document_texts import MEANINGS, PLACEHOLDERS, DocumentUse
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.text_differences import differences
from workshops.errors import Invalid, NotFound, WorkshopsError
from workshops.extensions import db
from workshops.forms.document_text import SHOW, DocumentTextForm
from workshops.services import document_previews, document_texts, offices
from workshops.services.document_texts import Place, StaleText
from workshops.views import unfinished
from workshops.views.access import READING_METHODS, Access, access, current_actor
from workshops.views.filters import sentence_text
from workshops.views.kept_files import kept_files

pages = Blueprint("document_texts", __name__)
Page = str | Response | tuple[str, int]

OF_ALL, OF_ONE = "/document-texts", "/offices/<int:office_id>/document-texts"
TEXT, VERSIONS = "/<use>/<language>", "/<use>/<language>/versions"


@pages.get(OF_ALL, defaults={"office_id": None})
@pages.get(OF_ONE)
@access(Access.ADMINISTRATOR)
def index(office_id: int | None) -> str:
    """All texts of an office, or of all offices, and whether they were changed."""
    by = current_actor()
    all_offices = offices.list_offices(db.session, by=by)
    office = next((each for each in all_offices if each.id == office_id), None)
    if office_id is not None and office is None:
        raise NotFound
    return render_template(
        "administration/document_texts.html",
        office=office,
        offices=all_offices,
        uses=list(DocumentUse),
        own=document_texts.changed_places(db.session, office_id),
        of_all=document_texts.changed_places(db.session, None) if office else {},
    )


@pages.route(OF_ALL + TEXT, methods=["GET", "POST"], defaults={"office_id": None})
@pages.route(OF_ONE + TEXT, methods=["GET", "POST"])
@access(Access.ADMINISTRATOR)
def edit(office_id: int | None, use: str, language: str) -> Page:
    """Write the words of one text; a button shows the document with them."""
    place, by = _place(office_id, use, language), current_actor()
    text, version = document_texts.find(db.session, place=place, by=by)
    if request.method in READING_METHODS:
        form = _form(place, DocumentTextForm(unfinished.typed()))
        if "going_on" not in g:
            form.show_text(text, version)
        return _page(place, form)
    form = _form(place, DocumentTextForm())
    if SHOW in request.form:
        return _shown(place, form)
    try:
        document_texts.save(db.session, place=place, text=form.to_text(), version=form.version.data, by=by)
    except Invalid as error:
        form.show(error.problems)
        return _page(place, form), 422
    except StaleText as error:
        form.version.data = error.version
        there = zip((form.heading, form.body), (error.current.heading, error.current.body), strict=True)
        changed = [(field.label.text, said) for field, said in there if field.data != said]
        return _page(place, form, refusal=sentence_text(error), differences=changed), 409
    flash(_("Saved."), "ok")
    return redirect(_address("edit", place), 303)


@pages.get(OF_ALL + VERSIONS, defaults={"office_id": None})
@pages.get(OF_ONE + VERSIONS)
@access(Access.ADMINISTRATOR)
def versions(office_id: int | None, use: str, language: str) -> str:
    """All versions of a text, the newest first, each with what it changed."""
    return _versions_page(_place(office_id, use, language))


@pages.post(OF_ALL + VERSIONS, defaults={"office_id": None})
@pages.post(OF_ONE + VERSIONS)
@access(Access.ADMINISTRATOR)
def go_back(office_id: int | None, use: str, language: str) -> Page:
    """Make an earlier version hold again, or without its number the usual words."""
    place, by = _place(office_id, use, language), current_actor()
    number, version = (request.form.get(name, type=int) for name in ("number", "version"))
    try:
        if number is None:
            document_texts.use_default(db.session, place=place, version=version, by=by)
        else:
            document_texts.go_back(db.session, place=place, number=number, version=version, by=by)
    except (Invalid, StaleText) as error:
        db.session.rollback()
        return _versions_page(place, refusal=sentence_text(error)), error.status
    flash(_("Saved."), "ok")
    return redirect(_address("edit", place), 303)


def _place(office_id: int | None, use: str, language: str) -> Place:
    if use not in set(DocumentUse) or language not in INTERFACE_LANGUAGES:
        raise NotFound
    return Place(office_id, DocumentUse(use), language)


def _address(view: str, place: Place) -> str:
    return url_for(f".{view}", office_id=place.office_id, use=place.use, language=place.language)


def _form(place: Place, form: DocumentTextForm) -> DocumentTextForm:
    return form.prepare(place.use, place.language, document_previews.offered(db.session, place.office_id))


def _shown(place: Place, form: DocumentTextForm) -> Page:
    """The page with a picture of the document, or with why there is none."""
    try:
        picture = document_previews.preview(
            db.session,
            kept_files(),
            place=place,
            text=form.to_text(),
            reference=form.workshop.data,
            today=datetime.now(get_timezone()).date(),
            by=current_actor(),
        )
    except Invalid as error:
        form.show(error.problems)
        return _page(place, form), 422
    except NotFound:
        raise
    except WorkshopsError as error:
        return _page(place, form, unseen=sentence_text(error)), error.status
    return _page(place, form, picture=base64.b64encode(picture).decode("ascii"))


def _page(place: Place, form: DocumentTextForm, **more: object) -> str:
    return render_template(
        "administration/document_text.html",
        form=form,
        place=place,
        office=_office(place),
        placeholders=[(name, MEANINGS[name]) for name in PLACEHOLDERS[place.use]],
        address=_address,
        **more,
    )


def _versions_page(place: Place, refusal: str = "") -> str:
    found = document_texts.versions(db.session, place=place, by=current_actor())
    usual = document_texts.usual_text(db.session, place)
    said = [each.text if not each.is_default else usual for each in found]
    before = [*said, usual][1:]
    return render_template(
        "administration/document_text_versions.html",
        place=place,
        office=_office(place),
        versions=[
            (each, differences(old.heading, new.heading), differences(old.body, new.body))
            for each, old, new in zip(found, before, said, strict=True)
        ],
        refusal=refusal,
        address=_address,
    )


def _office(place: Place) -> Any:
    return offices.find(db.session, office_id=place.office_id, by=current_actor()) if place.office_id else None
