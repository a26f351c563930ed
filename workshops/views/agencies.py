"""The register of agencies."""

from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.countries import country_names
from workshops.domain.enums import AgencyType, RecordKind
from workshops.domain.register_filter import RegisterFilter
from workshops.extensions import db
from workshops.forms.registers import AgencyForm, shown_agency
from workshops.labels import label
from workshops.services import agencies, agency_pages, deleted_records, merging
from workshops.views.access import Access, access, current_actor
from workshops.views.deleting import delete_page
from workshops.views.filters import country_text, page_language
from workshops.views.paging import page_number
from workshops.views.record_pages import Page, form_page, register_page, saved
from workshops.views.suggestions import suggestions, typed_query

pages = Blueprint("agencies", __name__, url_prefix="/agencies")


@pages.get("")
@access(Access.SIGNED_IN)
def index() -> str:
    """The list, narrowed and sorted as the address says."""
    wanted = RegisterFilter.from_args(request.args)
    found = agency_pages.listed(db.session, wanted, number=page_number(request.args), by=current_actor())
    return register_page(
        "agencies/index.html",
        may_merge=merging.may_merge(RecordKind.AGENCY, by=current_actor()),
        args=wanted.to_args(),
        wanted=wanted,
        found=found,
        types=list(AgencyType),
        countries=country_names(page_language()),
    )


@pages.get("/suggest")
@access(Access.SIGNED_IN)
def suggest() -> Response:
    """Agencies whose names somebody may be typing."""
    found = agencies.suggest(db.session, typed_query(), by=current_actor())
    return suggestions((agency.id, shown_agency(agency), _detail(agency)) for agency in found)


@pages.get("/<int:agency_id>")
@access(Access.SIGNED_IN)
def show(agency_id: int) -> str:
    """One agency with all it took part in."""
    by = current_actor()
    page = agency_pages.page(db.session, agency_id=agency_id, number=page_number(request.args), by=by)
    return register_page(
        "agencies/show.html",
        may_merge=merging.may_merge(RecordKind.AGENCY, by=by),
        merges=deleted_records.merges_into(db.session, kind=RecordKind.AGENCY, record_id=agency_id, by=by),
        page=page,
        agency=page.agency,
    )


@pages.route("/new", methods=["GET", "POST"])
@access(Access.ORGANISER)
def new() -> Page:
    """Add an agency."""
    return form_page(AgencyForm, "agencies/form.html", save=_save)


@pages.route("/<int:agency_id>/edit", methods=["GET", "POST"])
@access(Access.ORGANISER)
def edit(agency_id: int) -> Page:
    """Change an agency."""
    record = agency_pages.find(db.session, agency_id=agency_id)
    return form_page(AgencyForm, "agencies/form.html", save=lambda form: _save(form, agency_id), record=record)


@pages.route("/<int:agency_id>/delete", methods=["GET", "POST"])
@access(Access.ORGANISER)
def delete(agency_id: int) -> Page:
    """Delete it with all that belongs to it; says first what that is, or what still refers to it."""
    return delete_page(RecordKind.AGENCY, agency_id)


def _save(form: AgencyForm, agency_id: int | None = None) -> Response:
    agency = agencies.save(
        db.session, details=form.to_details(), agency_id=agency_id, version=form.version.data, by=current_actor()
    )
    return saved("agencies.show", agency_id=agency.id)


def _detail(agency: Any) -> str:
    return " · ".join(text for text in (_(label(agency.type)), country_text(agency.country_code)) if text)
