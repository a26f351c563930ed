"""Pages about the product itself: the short guide, the privacy notice, the statement on accessibility."""

from flask import Blueprint, render_template

from workshops.views.access import Access, access

pages = Blueprint("about", __name__)


@pages.get("/help")
@access(Access.PUBLIC)
def guide() -> str:
    """The main ways through the product, and its keys."""
    return render_template("about/help.html")


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
