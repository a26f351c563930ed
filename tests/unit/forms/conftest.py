"""Forms are read inside a request; this one has no database behind it."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask_babel import Babel

from workshops.translations import build


@pytest.fixture(scope="session")
def bare_app() -> Flask:
    """An application with languages and nothing else."""
    build.build_all()
    app = Flask("forms")
    app.config.update(SECRET_KEY="x" * 32, WTF_CSRF_ENABLED=False, BABEL_TRANSLATION_DIRECTORIES=str(build.HOME))
    Babel(app, locale_selector=lambda: app.config.get("LANGUAGE", "en"))
    return app


@pytest.fixture
def page(bare_app: Flask, request: pytest.FixtureRequest) -> Iterator[Flask]:
    """A request in English, or in the language given by an indirect parameter."""
    bare_app.config["LANGUAGE"] = getattr(request, "param", "en")
    with bare_app.test_request_context(method="POST"):
        yield bare_app
