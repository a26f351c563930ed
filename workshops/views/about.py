"""Pages about the product itself: the guide with its tour, the privacy notice, the statement on accessibility."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from workshops.domain.folding import fold
from workshops.extensions import db
from workshops.services import accounts
from workshops.views.access import Access, access, current_actor
from workshops.views.guide_chapters import CHAPTERS, Chapter

pages = Blueprint("about", __name__)


@pages.get("/help")
@access(Access.PUBLIC)
def guide() -> str:
    """The guide; with `q` only the chapters in which all its words stand."""
    wanted = request.args.get("q", "")
    words = fold(wanted).split()
    found = [chapter for chapter in CHAPTERS if all(word in _words(chapter) for word in words)]
    return render_template("about/help.html", chapters=found, wanted=wanted)


@pages.post("/tour/end")
@access(Access.SIGNED_IN)
def end_tour() -> Response:
    """Show the cards of the first steps no more."""
    accounts.end_tour(db.session, by=current_actor())
    return redirect(url_for("today.show"), 303)


@pages.post("/tour/again")
@access(Access.SIGNED_IN)
def begin_tour() -> Response:
    """Show the cards of the first steps on the start page again."""
    accounts.begin_tour(db.session, by=current_actor())
    return redirect(url_for("today.show"), 303)


@pages.get("/privacy")
@access(Access.PUBLIC)
def privacy() -> str:
    """What is kept of people, why, who sees it, and what they can ask for."""
    return render_template("about/privacy.html")


@pages.get("/accessibility")
@access(Access.PUBLIC)
def accessibility() -> str:
    """How far everybody can use the site, and what is known to be missing."""
    return render_template("about/accessibility.html")


def _words(chapter: Chapter) -> str:
    """All that a chapter says in the language of the page, folded for search."""
    return fold(" ".join(_(text) for text in (chapter.title, *chapter.steps)))
