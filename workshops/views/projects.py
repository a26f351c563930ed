"""The register of projects and programmes."""

from datetime import UTC, datetime

from flask import Blueprint, request
from werkzeug.wrappers import Response

from workshops.domain.enums import RecordKind
from workshops.domain.naming import with_acronym
from workshops.domain.register_filter import RegisterFilter
from workshops.extensions import db
from workshops.forms.registers import ProjectForm
from workshops.services import project_pages, projects
from workshops.views.access import Access, access, current_actor
from workshops.views.deleting import delete_page
from workshops.views.paging import page_number
from workshops.views.record_pages import Page, form_page, register_page, saved
from workshops.views.suggestions import suggestions, typed_query

pages = Blueprint("projects", __name__, url_prefix="/projects")


@pages.get("")
@access(Access.SIGNED_IN)
def index() -> str:
    """The list, narrowed and sorted as the address says."""
    wanted = RegisterFilter.from_args(request.args)
    found = project_pages.listed(db.session, wanted, number=page_number(request.args), by=current_actor())
    return register_page("projects/index.html", args=wanted.to_args(), wanted=wanted, found=found)


@pages.get("/suggest")
@access(Access.SIGNED_IN)
def suggest() -> Response:
    """Projects whose names somebody may be typing."""
    found = projects.suggest(db.session, typed_query(), by=current_actor())
    return suggestions((project.id, with_acronym(project.title, project.acronym), project.code) for project in found)


@pages.get("/<int:project_id>")
@access(Access.SIGNED_IN)
def show(project_id: int) -> str:
    """One project with its workshops and sums."""
    page = project_pages.page(
        db.session,
        project_id=project_id,
        number=page_number(request.args),
        today=datetime.now(UTC).date(),
        by=current_actor(),
    )
    return register_page("projects/show.html", page=page, project=page.project)


@pages.route("/new", methods=["GET", "POST"])
@access(Access.ORGANISER)
def new() -> Page:
    """Add a project."""
    return form_page(ProjectForm, "projects/form.html", save=_save)


@pages.route("/<int:project_id>/edit", methods=["GET", "POST"])
@access(Access.ORGANISER)
def edit(project_id: int) -> Page:
    """Change a project."""
    record = project_pages.find(db.session, project_id=project_id)
    return form_page(ProjectForm, "projects/form.html", save=lambda form: _save(form, project_id), record=record)


@pages.route("/<int:project_id>/delete", methods=["GET", "POST"])
@access(Access.ORGANISER)
def delete(project_id: int) -> Page:
    """Delete it with all that belongs to it; says first what that is, or what still refers to it."""
    return delete_page(RecordKind.PROJECT, project_id)


def _save(form: ProjectForm, project_id: int | None = None) -> Response:
    project = projects.save(
        db.session, details=form.to_details(), project_id=project_id, version=form.version.data, by=current_actor()
    )
    return saved("projects.show", project_id=project.id)
