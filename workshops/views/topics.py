"""The controlled list of topics."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from workshops.domain.enums import RecordKind
from workshops.domain.register_filter import RegisterFilter
from workshops.extensions import db
from workshops.forms.registers import TopicForm
from workshops.services import topic_pages, topics
from workshops.views.access import Access, access, current_actor
from workshops.views.deleting import delete_page
from workshops.views.paging import page_number
from workshops.views.record_pages import Page, form_page, register_page, saved
from workshops.views.suggestions import suggestions, typed_query

pages = Blueprint("topics", __name__, url_prefix="/topics")


@pages.get("")
@access(Access.SIGNED_IN)
def index() -> str:
    """The list, narrowed and sorted as the address says."""
    wanted = RegisterFilter.from_args(request.args)
    found = topic_pages.listed(db.session, wanted, number=page_number(request.args), by=current_actor())
    return register_page("topics/index.html", args=wanted.to_args(), wanted=wanted, found=found)


@pages.get("/suggest")
@access(Access.SIGNED_IN)
def suggest() -> Response:
    """Topics whose labels somebody may be typing."""
    found = topics.suggest(db.session, typed_query(), by=current_actor())
    return suggestions((topic.id, topic.label, ", ".join(topic.synonyms[:3])) for topic in found)


@pages.get("/<int:topic_id>")
@access(Access.SIGNED_IN)
def show(topic_id: int) -> str:
    """One topic with its workshops."""
    page = topic_pages.page(db.session, topic_id=topic_id, number=page_number(request.args), by=current_actor())
    return register_page("topics/show.html", page=page, topic=page.topic)


@pages.route("/new", methods=["GET", "POST"])
@access(Access.ORGANISER)
def new() -> Page:
    """Add a topic."""
    return form_page(TopicForm, "topics/form.html", save=_save)


@pages.route("/<int:topic_id>/edit", methods=["GET", "POST"])
@access(Access.ORGANISER)
def edit(topic_id: int) -> Page:
    """Change a topic."""
    record = topic_pages.find(db.session, topic_id=topic_id)
    return form_page(TopicForm, "topics/form.html", save=lambda form: _save(form, topic_id), record=record)


@pages.route("/<int:topic_id>/delete", methods=["GET", "POST"])
@access(Access.ORGANISER)
def delete(topic_id: int) -> Page:
    """Delete it with all that belongs to it; says first what that is, or what still refers to it."""
    return delete_page(RecordKind.TOPIC, topic_id)


def _save(form: TopicForm, topic_id: int | None = None) -> Response:
    topic = topics.save(
        db.session, details=form.to_details(), topic_id=topic_id, version=form.version.data, by=current_actor()
    )
    return saved("topics.show", topic_id=topic.id)
