"""The start page: what there is to do today."""

from datetime import datetime

from flask import Blueprint, render_template
from flask_babel import get_timezone

from workshops.domain.enums import Role
from workshops.extensions import db
from workshops.services.today import today
from workshops.views.access import Access, access, current_actor

pages = Blueprint("today", __name__)


@pages.get("/")
@access(Access.SIGNED_IN)
def show() -> str:
    """The workshops that run and come, the records to complete, the texts to review, one's own recent work."""
    actor = current_actor()
    day = datetime.now(get_timezone()).date()
    may_register = actor.role is not Role.VIEWER
    return render_template("today.html", today=today(db.session, day=day, by=actor), day=day, may_register=may_register)
