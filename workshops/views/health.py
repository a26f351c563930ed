"""Whether the server is alive, for machines that watch it."""

from flask import Blueprint

from workshops.views.access import Access, access

pages = Blueprint("health", __name__)


@pages.get("/healthz")
@access(Access.PUBLIC)
def healthz() -> tuple[str, dict[str, str]]:
    """Says that requests are answered; touches neither session nor database."""
    return "ok\n", {"Content-Type": "text/plain; charset=utf-8"}
