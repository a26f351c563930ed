"""The people an office knows."""

from functools import partial

from flask import Blueprint, request
from werkzeug.wrappers import Response

from workshops.domain.countries import country_names
from workshops.domain.enums import RecordKind
from workshops.domain.masking import mask_email, mask_phone
from workshops.domain.register_filter import RegisterFilter, record_id
from workshops.errors import NotFound
from workshops.extensions import db
from workshops.forms.registers import NewPersonForm, PersonForm, shown_agency
from workshops.services import agency_pages, deleted_records, merging, offices, people, person_pages
from workshops.views.access import Access, access, current_actor
from workshops.views.deleting import delete_page
from workshops.views.filters import page_language
from workshops.views.paging import page_number
from workshops.views.record_pages import Page, form_page, register_page, saved
from workshops.views.suggestions import suggestions, typed_query

pages = Blueprint("people", __name__, url_prefix="/people")


@pages.get("")
@access(Access.SIGNED_IN)
def index() -> str:
    """The list, narrowed and sorted as the address says; e-mail and phone are masked."""
    wanted, by = RegisterFilter.from_args(request.args), current_actor()
    found = person_pages.listed(db.session, wanted, number=page_number(request.args), by=by)
    return register_page(
        "people/index.html",
        may_merge=merging.may_merge(RecordKind.PERSON, by=current_actor()),
        args=wanted.to_args(),
        wanted=wanted,
        found=found,
        of_agency=agency_pages.find(db.session, agency_id=wanted.agency_id) if wanted.agency_id else None,
        countries=country_names(page_language()),
        shows_office=by.reads_all_offices,
        mask_email=mask_email,
        mask_phone=mask_phone,
    )


@pages.get("/suggest")
@access(Access.SIGNED_IN)
def suggest() -> Response:
    """People whose names somebody may be typing, of one office where the address names it."""
    office_id = record_id(request.args.get("office", ""))
    found = people.suggest(db.session, typed_query(), by=current_actor(), office_id=office_id)
    return suggestions(
        (person.id, person.full_name, " · ".join(filter(None, (person.post_title, shown_agency(person.agency)))))
        for person in found
    )


@pages.get("/<int:person_id>")
@access(Access.SIGNED_IN)
def show(person_id: int) -> str:
    """One person with all they took part in; those who may only read see e-mail and phone masked."""
    by = current_actor()
    page = person_pages.page(db.session, person_id=person_id, number=page_number(request.args), by=by)
    person, may_write = page.person, by.may_write(page.person.office_id)
    return register_page(
        "people/show.html",
        may_merge=merging.may_merge(RecordKind.PERSON, by=by) and may_write,
        merges=deleted_records.merges_into(db.session, kind=RecordKind.PERSON, record_id=person_id, by=by),
        page=page,
        person=person,
        may_write=may_write,
        email=person.email if may_write else mask_email(person.email),
        phone=person.phone if may_write else mask_phone(person.phone),
    )


@pages.route("/new", methods=["GET", "POST"])
@access(Access.ORGANISER)
def new() -> Page:
    """Add a person to one's office."""
    choices = offices.choices(db.session, by=current_actor())

    def save(form: NewPersonForm) -> Response:
        person = people.save(db.session, details=form.to_details(), office_id=form.office_id, by=current_actor())
        return saved("people.show", person_id=person.id)

    return form_page(partial(NewPersonForm, choices), "people/form.html", save=save)


@pages.route("/<int:person_id>/edit", methods=["GET", "POST"])
@access(Access.ORGANISER)
def edit(person_id: int) -> Page:
    """Change a person."""
    by = current_actor()
    record = person_pages.find(db.session, person_id=person_id, by=by)
    if not by.may_write(record.office_id):
        raise NotFound

    def save(form: PersonForm) -> Response:
        people.save(db.session, details=form.to_details(), person_id=person_id, version=form.version.data, by=by)
        return saved("people.show", person_id=person_id)

    return form_page(PersonForm, "people/form.html", save=save, record=record)


@pages.route("/<int:person_id>/delete", methods=["GET", "POST"])
@access(Access.ORGANISER)
def delete(person_id: int) -> Page:
    """Delete it with all that belongs to it; says first what that is, or what still refers to it."""
    return delete_page(RecordKind.PERSON, person_id)
