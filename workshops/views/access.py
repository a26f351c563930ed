"""Each view says who may use it, and nobody else gets in. A test fails on a route that says nothing.

@pages.post("/workshops/<reference>/close")
@access(Access.ORGANISER)
def close(reference: str) -> ...
"""

from collections.abc import Callable
from enum import IntEnum
from typing import Any, TypeVar
from urllib.parse import urlsplit

from flask import Flask, current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from workshops.domain.access import Actor
from workshops.domain.enums import Role
from workshops.errors import N_, NotFound, WorkshopsError
from workshops.extensions import db
from workshops.services import audit
from workshops.views import sessions

View = TypeVar("View", bound=Callable[..., Any])
READING_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
BEFORE_OWN_PASSWORD = frozenset({"account.password", "account.sign_out", "language.choose"})


class Access(IntEnum):
    """Who may use a route; each includes those after it."""

    PUBLIC = 0
    SIGNED_IN = 1
    ORGANISER = 2
    ADMINISTRATOR = 3


RANK = {Role.VIEWER: Access.SIGNED_IN, Role.ORGANISER: Access.ORGANISER, Role.ADMINISTRATOR: Access.ADMINISTRATOR}


class NotSignedIn(WorkshopsError):
    """Somebody has to sign in first (401; a page leads to the sign-in instead)."""

    status = 401

    def __init__(self) -> None:
        super().__init__(N_("Sign in first."))


class OwnPasswordFirst(WorkshopsError):
    """A program asks for an account whose password is still the one-time one (403; a page leads to choosing one)."""

    status = 403

    def __init__(self) -> None:
        super().__init__(N_("This account still has its one-time password. Sign in and choose one of your own first."))


def access(rule: Access) -> Callable[[View], View]:
    """Mark a view with its rule, written directly under the route."""

    def mark(view: View) -> View:
        view.access_rule = rule  # type: ignore[attr-defined]
        return view

    return mark


def init_access(app: Flask) -> None:
    """Check the rule of every route before its view runs."""
    app.before_request(_enforce)


def rule_of(app: Flask, endpoint: str) -> Access | None:
    """Who may use an endpoint; None where its view does not say."""
    return getattr(app.view_functions[endpoint], "access_rule", None)


def current_actor() -> Actor:
    """Who acts in this request. Raises `NotSignedIn` where nobody is signed in."""
    actor = sessions.actor_or_none()
    if actor is None:
        raise NotSignedIn
    return actor


def wants_json() -> bool:
    """Whether a program asks, which reads errors as JSON and is not led to the sign-in page."""
    if request.path.endswith(".json") or request.path.startswith("/api/") or "Authorization" in request.headers:
        return True
    accepted = request.accept_mimetypes
    return accepted["application/json"] > accepted["text/html"]


def own_path(target: str) -> str:
    """The target where it is a path of this site, else the start page: nobody is led away after signing in."""
    plain = target.isascii() and target.isprintable() and "\\" not in target and " " not in target
    if not plain or not target.startswith("/") or target.startswith("//"):
        return "/"
    parts = urlsplit(target)
    return target if not parts.scheme and not parts.netloc else "/"


def _enforce() -> Response | None:
    if request.endpoint is None:
        return None  # no such path or method: the routing answers
    rule = rule_of(current_app, request.endpoint)
    if rule is None:
        raise NotFound
    if rule is Access.PUBLIC:
        return None
    who = sessions.account()
    if who is None:
        return _to_sign_in()
    if who.must_change_password and request.endpoint not in BEFORE_OWN_PASSWORD:
        if wants_json():
            raise OwnPasswordFirst
        return redirect(url_for("account.password"), 303)
    if RANK[who.role] < rule:
        raise NotFound
    audit.act_as(db.session, current_actor())
    return None


def _to_sign_in() -> Response:
    if wants_json() or request.method not in READING_METHODS:
        raise NotSignedIn
    back = request.full_path.rstrip("?")
    return redirect(url_for("account.sign_in", next=back if back != "/" else None), 303)
