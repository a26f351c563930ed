"""The start page: what there is to do today."""

from datetime import datetime

from flask import Blueprint, render_template
from flask_babel import get_timezone
from flask_login import current_user

from workshops.domain.enums import Role
from workshops.extensions import db
from workshops.services.today import today
from workshops.views import unfinished
from workshops.views.access import Access, access, current_actor

pages = Blueprint("today", __name__)


@pages.get("/")
@access(Access.SIGNED_IN)
def show() -> str:
    """The workshops that run and come, records to complete, texts to review, unfinished forms, one's recent work."""
    actor = current_actor()
    day = datetime.now(get_timezone()).date()
    return render_template(
        "today.html",
        today=today(db.session, day=day, by=actor),
        unfinished=unfinished.all_with_pages(),
        day=day,
        may_register=actor.role is not Role.VIEWER,
        with_tour=current_user.account.with_tour,
    )
