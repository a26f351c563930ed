"""Who is signed in: the browser's cookie names a row of `sign_in`; Flask-Security and Flask-Login carry it along.

The cookie is signed. It holds the key of the row and the minute of the last click, so that the idle limit needs no
write on a page that only reads.
"""

import time
from datetime import UTC, datetime

from flask import Flask, Request, Response, current_app, g, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from flask_login import UserMixin, current_user
from flask_security.utils import login_user, logout_user
from itsdangerous import BadSignature

from workshops import logs
from workshops.config import Settings
from workshops.domain.access import Actor
from workshops.domain.enums import Origin
from workshops.extensions import db
from workshops.services import sign_in, tokens
from workshops.services.sign_in import Account

SEEN_STEP = 60  # seconds: the cookie is written anew at most once a minute
NO_CLICKS = frozenset({"jobs.progress", "printing.facts", "printing_trainings.facts"})
"""What a page asks by itself: it must not keep a browser signed in at which nobody sits."""


class QuietSessions(SecureCookieSessionInterface):
    """Writes the cookie when something in it changed; looking at it leaves no trace in the answer.

    How long somebody stays signed in is decided by the row in the database. The cookie itself has no age: a clock that
    is set back would make all cookies come from the future, and sign everybody out.
    """

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """What the cookie holds; an empty session where there is none, or none of ours."""
        serializer = self.get_signing_serializer(app)
        if serializer is None:
            return None
        try:
            return self.session_class(serializer.loads(request.cookies.get(self.get_cookie_name(app), "")))
        except BadSignature:
            return self.session_class()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Pages say `Vary: Cookie` themselves (views/headers.py); files that are the same for all must not."""
        if session.modified:
            super().save_session(app, session, response)


class SignedIn(UserMixin):  # type: ignore[misc]
    """What Flask-Login carries through a request: an account and the key under which it is signed in."""

    roles = ()  # Flask-Principal asks; our rights are in views/access.py

    def __init__(self, account: Account, key: str, origin: Origin = Origin.FORM) -> None:
        self.account = account
        self.fs_uniquifier = account.uniquifier
        self.key = key
        self.origin = origin

    def get_id(self) -> str:
        """What the session cookie keeps."""
        return self.key


def init_sessions(app: Flask) -> None:
    """Let Flask-Login find the account by our rows, and only when a view asks."""
    app.session_interface = QuietSessions()
    security = app.extensions["security"]
    security.login_manager.user_loader(_load_browser)
    security.login_manager.request_loader(_load_script)
    security.login_manager.session_protection = None  # people change networks with a page open
    security.principal.identity_loaders.clear()  # would load the account before every file and page


def forget_reader() -> None:
    """Draw what is left of this request for nobody in particular: who is signed in cannot be found out."""
    g._login_user = current_app.login_manager.anonymous_user()  # type: ignore[attr-defined]


def account() -> Account | None:
    """The account that is signed in, if any."""
    return current_user.account if current_user.is_authenticated else None


def user_id() -> int | None:
    """The id of whoever is signed in."""
    who = account()
    return who.user_id if who else None


def actor_or_none() -> Actor | None:
    """Who acts in this request, if anybody is signed in."""
    who = account()
    return who.actor(current_user.origin, logs.reference()) if who else None


def idle_account() -> Account | None:
    """Whose session in this browser has ended for want of clicks, and for nothing else."""
    key = session.get("_user_id")
    return _found(key) if isinstance(key, str) and account() is None else None


def begin(who: Account) -> None:
    """Sign this browser in under a new key; nothing of the session before is kept, so that none can be planted."""
    session.clear()
    g.pop("csrf_token", None)
    key = sign_in.start(db.session, user_id=who.user_id, now=datetime.now(UTC), hours=_settings().session_hours)
    session["seen"] = int(time.time())
    login_user(SignedIn(who, key))


def end() -> None:
    """Sign this browser out: the cookie is emptied and its key is worth nothing from now on."""
    if current_user.is_authenticated:
        sign_in.end(db.session, key=current_user.key)
    logout_user()
    session.clear()


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings


def _load_browser(key: str) -> SignedIn | None:
    seen, now = session.get("seen", 0), int(time.time())
    if now - seen > _settings().session_idle_minutes * 60:
        return None
    found = _found(key)
    if found is None:
        return None
    if now - seen >= SEEN_STEP and request.endpoint not in NO_CLICKS:
        session["seen"] = now
    return SignedIn(found, key)


def _found(key: str) -> Account | None:
    return sign_in.find(db.session, key=key, now=datetime.now(UTC), hours=_settings().session_hours)


def _load_script(request: Request) -> SignedIn | None:
    """A script names its token in every request: `Authorization: Bearer wst_...`."""
    given = request.authorization
    if given is None or given.type != "bearer" or not given.token:
        return None
    found = tokens.find(db.session, text=given.token, at=datetime.now(UTC))
    return SignedIn(found, "", Origin.API) if found else None
