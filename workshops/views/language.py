"""The language and time zone of a page: one's own choice, else the cookie, else what the browser asks for."""

from typing import Final

from babel.support import Translations
from flask import Blueprint, Flask, current_app, g, redirect, request
from flask_babel import get_translations
from markupsafe import Markup
from werkzeug.wrappers import Response

from workshops.config import Settings
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.errors import NotFound
from workshops.extensions import babel, db
from workshops.services import accounts, audit
from workshops.views import sessions
from workshops.views.access import Access, access, own_path

COOKIE: Final = "language"
A_YEAR: Final = 365 * 24 * 3600

pages = Blueprint("language", __name__)


def init_languages(app: Flask) -> None:
    """Tell Flask-Babel where the language and the time zone of a request stand."""
    babel.init_app(app, locale_selector=_language, timezone_selector=_time_zone)
    app.jinja_env.globals.update(_=_text, ngettext=_text_of_number)


def _text(text: str, /, **values: object) -> Markup:
    """A text for a template in the language of the page; it may hold tags, the values that are put in may not."""
    return Markup(_catalog().ugettext(text)) % values  # noqa: S704 - our own texts


def _text_of_number(one: str, several: str, number: int, /, **values: object) -> Markup:
    """The same in the form for a number, which is the value `num` unless that is given."""
    return Markup(_catalog().ungettext(one, several, number)) % {"num": number, **values}  # noqa: S704 - our own texts


def _catalog() -> Translations:
    """The words of this request's language, found once for the dozens of texts of a page."""
    if "catalog" not in g:
        g.catalog = get_translations()
    catalog: Translations = g.catalog
    return catalog


def _language() -> str:
    """The language (en, fr, es) in which this request is answered."""
    who = sessions.account()
    if who is not None:
        return who.language
    kept = request.cookies.get(COOKIE, "")
    if kept in INTERFACE_LANGUAGES:
        return kept
    return request.accept_languages.best_match(INTERFACE_LANGUAGES, "en")


def _time_zone() -> str:
    who = sessions.account()
    return who.time_zone if who else "UTC"


@pages.post("/language")
@access(Access.PUBLIC)
def choose() -> Response:
    """Switch the language: for this browser, and for the account of whoever is signed in."""
    chosen = request.form.get("language", "")
    if chosen not in INTERFACE_LANGUAGES:
        raise NotFound
    actor = sessions.actor_or_none()
    if actor is not None:
        audit.act_as(db.session, actor)
        accounts.change_language(db.session, language=chosen, by=actor)
    answer = redirect(own_path(request.form.get("next", "/")), 303)
    settings: Settings = current_app.config["SETTINGS"]
    answer.set_cookie(COOKIE, chosen, max_age=A_YEAR, secure=settings.is_https, httponly=True, samesite="Lax")
    return answer
