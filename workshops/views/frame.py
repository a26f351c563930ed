"""What the frame around each page shows: the main pages there are, the languages, the chosen colours."""

from collections.abc import MutableMapping
from functools import cache
from typing import Any

from flask import Flask, current_app, request
from flask.templating import Environment
from werkzeug.routing import Map

from workshops import __version__
from workshops.domain.languages import OWN_NAMES
from workshops.errors import N_
from workshops.views.assets import asset
from workshops.views.filters import page_language, register_filters
from workshops.views.form_pages import address_here, going_on_address
from workshops.views.guide_chapters import chapter_of
from workshops.views.once import form_key
from workshops.views.said_once import said_once
from workshops.views.sessions import user_id

MAIN_PAGES = (
    ("/workshops", N_("Workshops")),
    ("/trainings", N_("Trainings")),
    ("/press", N_("Press")),
    ("/people", N_("People")),
    ("/agencies", N_("Agencies")),
    ("/reports", N_("Reports")),
)
THEMES = ("light", "dark")


class Templates(Environment):
    """Templates that all know the same names: a plain dictionary is compared at once where one imports another."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that a template knows: those of the application, which has them all before it reads a template."""
        return {**self.globals, **(d or {})}


def register_frame(app: Flask) -> None:
    """Give the templates what the frame needs."""
    app.jinja_env.globals["asset"] = asset
    app.jinja_env.globals["help_chapter"] = lambda: chapter_of(request.endpoint or "")
    app.jinja_env.globals["form_key"] = form_key
    app.jinja_env.globals["form_address"] = address_here
    app.jinja_env.globals["going_on_address"] = going_on_address
    app.jinja_env.globals["user_id"] = user_id
    app.jinja_env.globals["said_once"] = said_once
    register_filters(app)
    app.context_processor(frame)


def frame() -> dict[str, Any]:
    """The values of the frame for this request."""
    theme = request.cookies.get("theme", "")
    return {
        "page_language": page_language(),
        "languages": list(OWN_NAMES.items()),
        "theme": theme if theme in THEMES else "",
        "main_pages": [(path, title) for path, title in MAIN_PAGES if answers(path)],
        "answers": answers,
        "organisation": current_app.config["SETTINGS"].organisation,
        "product_version": __version__,
    }


def answers(path: str, method: str = "GET") -> bool:
    """Whether there is a view at this path (written without a closing slash)."""
    return (path, method) in _answered(current_app.url_map)


@cache
def _answered(addresses: Map) -> frozenset[tuple[str, str]]:
    """All paths without a variable part and the methods they take: a page asks a dozen times."""
    rules = addresses.iter_rules()
    return frozenset((rule.rule.rstrip("/"), method) for rule in rules for method in rule.methods or ())
