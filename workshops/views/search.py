"""The search of the top bar."""

from flask import Blueprint, render_template

from workshops.extensions import db
from workshops.services.site_search import MOST, find_everywhere
from workshops.views.access import Access, access, current_actor
from workshops.views.suggestions import typed_query

pages = Blueprint("search", __name__)


@pages.get("/search")
@access(Access.SIGNED_IN)
def show() -> str:
    """What was found, by kind."""
    query = typed_query()
    found = find_everywhere(db.session, query=query, by=current_actor())
    return render_template("search.html", query=query, found=found, most=MOST)
