"""Puts the house together."""

import os
from collections.abc import Callable, Iterable
from inspect import iscoroutinefunction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, g, request
from flask.typing import ResponseReturnValue
from flask_security import FSQLALiteUserDatastore, Security
from sqlalchemy.exc import DataError
from werkzeug.middleware.proxy_fix import ProxyFix

from workshops import counting, files, logs, postgresql, queueing, sqlite, storage, transactions
from workshops.config import Settings, default_root, load_settings
from workshops.extensions import csrf, db
from workshops.models import User
from workshops.services import after_commit, answers, audit, passwords, site, training_facts
from workshops.tries import Tries
from workshops.views import (
    access,
    certificate_check,
    errors,
    frame,
    headers,
    kept,
    language,
    once,
    register_views,
    sessions,
    unfinished,
)

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

PACKAGE = Path(__file__).resolve().parent


class WorkshopsApp(Flask):
    """A Flask application whose requests are one transaction each: kept when the answer is a success, else undone."""

    jinja_environment = frame.Templates

    def wsgi_app(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Say first whether the request only reads, so that it takes no write lock."""
        with transactions.reading(environ["REQUEST_METHOD"] in access.READING_METHODS):
            return super().wsgi_app(environ, start_response)

    def dispatch_request(self) -> Response:
        """Answer one request; a success of a writing method is committed before it is sent.

        A view that has to keep something of a failure (a counted try to sign in) sets `g.keep_writes`.
        """
        response = self.make_response(once.answered_before() or super().dispatch_request())
        is_success = response.status_code < 400 or g.get("keep_writes", False)
        if request.method not in access.READING_METHODS and is_success:
            kept.check_form()
            response = self.make_response(once.note(response))
            db.session.commit()
        elif response.status_code == 422:
            db.session.rollback()
            unfinished.keep_refused()
        return response

    def handle_user_exception(self, e: Exception) -> ResponseReturnValue:
        """Answer an error; what the database or the disk reports is said as what it means."""
        try:
            if isinstance(e, DataError):  # PostgreSQL refuses at once what `check_form` finds before the commit
                kept.check_form()
        except kept.Unstorable as unstorable:
            e = unstorable
        return super().handle_user_exception(storage.told(e))

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function as it is: none of ours is asynchronous, and each request would look for it a dozen times."""
        return func

    def log_exception(self, exc_info: object) -> None:
        """Nothing: views/errors.py logs it, without the address and what was typed."""


def templates_folder() -> Path:
    """Where the templates lie: beside the package in a checkout, inside it in an installed wheel."""
    checkout = PACKAGE.parent / "templates"
    return checkout if (PACKAGE.parent / "pyproject.toml").is_file() else PACKAGE / "templates"


def _engine_options(settings: Settings) -> dict[str, Any]:
    engine_options = postgresql.engine_options if settings.is_postgresql else sqlite.engine_options
    return engine_options(settings.database_url, threads=settings.threads)


def create_app(settings: Settings | None = None) -> WorkshopsApp:
    """The application for these settings; without any, those of the environment.

    Raises `CannotStart` where the settings are wrong.
    """
    settings = settings or load_settings(os.environ, default_root())
    app = WorkshopsApp(
        "workshops",
        root_path=str(PACKAGE),
        instance_path=str(settings.instance),
        template_folder=str(templates_folder()),
        static_folder=None,  # views/assets.py serves them
    )
    app.config.from_mapping(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_ENGINES={"default": _engine_options(settings)},
        BABEL_DEFAULT_LOCALE="en",
        BABEL_TRANSLATION_DIRECTORIES=str(PACKAGE / "translations"),
        MAX_CONTENT_LENGTH=settings.max_upload_mb * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=8 * 1024 * 1024,
        MAX_FORM_PARTS=10_000,
        TRUSTED_HOSTS=list(settings.trusted_hosts),
        SESSION_COOKIE_NAME=settings.session_cookie_name,
        SESSION_COOKIE_SECURE=settings.is_https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=settings.session_hours * 3600,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session
        **passwords.SECURITY,
    )
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    logs.init_app(app)
    db.init_app(app)
    # there are no asynchronous sessions: closing none would start a thread and an event loop after each request
    app.teardown_appcontext_funcs = [each for each in app.teardown_appcontext_funcs if not iscoroutinefunction(each)]
    with app.app_context():
        sqlite.set_up(db.engine)
        postgresql.set_up(db.engine)
        counting.count_statements(db.engine)
        audit.watch(db.sessionmaker)
        training_facts.watch(db.sessionmaker)
        answers.watch(db.sessionmaker)
        after_commit.watch(db.sessionmaker)
        site.tell(db.sessionmaker, settings.base_url)
    app.extensions[certificate_check.TRIES] = Tries()
    app.extensions["files"] = files.opened(settings)
    app.extensions["queue"] = queueing.queue_of(settings)
    language.init_languages(app)
    csrf.init_app(app)
    accounts = FSQLALiteUserDatastore(db, User, None)  # type: ignore[arg-type]  # roles are an enum
    Security(app, accounts, register_blueprint=False)  # one for each application: it keeps what belongs to it
    sessions.init_sessions(app)
    access.init_access(app)
    headers.init_headers(app)
    errors.init_errors(app)
    register_views(app)
    if settings.metrics_token:
        counting.count_requests(app, processes=settings.workers)
    return app
