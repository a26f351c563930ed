"""Puts the house together."""

import os
from pathlib import Path

from flask import Flask, Response, request

from workshops import logs, sqlite
from workshops.config import Settings, default_root, load_settings
from workshops.extensions import alembic, babel, csrf, db
from workshops.models import Base
from workshops.views import register_views

PACKAGE = Path(__file__).resolve().parent
READING_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class WorkshopsApp(Flask):
    """A Flask application whose requests are one transaction each: kept when the answer is a success, else undone."""

    def full_dispatch_request(self) -> Response:
        """Say first whether the request only reads, so that it takes no write lock."""
        sqlite.begin_reading(request.method in READING_METHODS)
        return super().full_dispatch_request()

    def dispatch_request(self) -> Response:
        """Answer one request; a success of a writing method is committed before it is sent."""
        response = self.make_response(super().dispatch_request())
        if request.method not in READING_METHODS and response.status_code < 400:
            db.session.commit()
        return response


def templates_folder() -> Path:
    """Where the templates lie: beside the package in a checkout, inside it in an installed wheel."""
    checkout = PACKAGE.parent / "templates"
    return checkout if (PACKAGE.parent / "pyproject.toml").is_file() else PACKAGE / "templates"


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
        SQLALCHEMY_ENGINES={"default": settings.database_url},
        ALEMBIC={"script_location": str(PACKAGE / "migrations" / "versions")},
        ALEMBIC_CONTEXT={"transactional_ddl": True},  # true of SQLite too, as sqlite.py begins transactions itself
        BABEL_DEFAULT_LOCALE="en",
        BABEL_TRANSLATION_DIRECTORIES=str(PACKAGE / "translations"),
        MAX_CONTENT_LENGTH=settings.max_upload_mb * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=8 * 1024 * 1024,
        MAX_FORM_PARTS=10_000,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    logs.init_app(app)
    db.init_app(app)
    with app.app_context():
        sqlite.set_up(db.engine)
    alembic.metadatas = {"default": Base.metadata}
    alembic.init_app(app)
    babel.init_app(app)
    csrf.init_app(app)
    register_views(app)
    return app
