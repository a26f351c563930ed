"""The headers of every answer (threats, section 1; C13)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask, Response

from tests.browsing import Browser
from tests.conftest import KEY
from tests.databases import Databases
from workshops.app import create_app
from workshops.config import load_settings
from workshops.extensions import db
from workshops.views.access import Access, access

EXPECTED = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
HSTS = "Strict-Transport-Security"


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Iterator[Flask]:
    """The application behind one proxy, reached over HTTPS."""
    settings = {
        "WORKSHOPS_SECRET_KEY": KEY,
        **databases.migrated(),
        "WORKSHOPS_BASE_URL": "https://workshops.example.org",
        "WORKSHOPS_PROXIES": "1",
    }
    app = create_app(load_settings(settings, Path(tmp_path_factory.mktemp("secure"))))

    @app.get("/file")
    @access(Access.PUBLIC)
    def file() -> Response:
        return Response("<script>", headers={"Content-Disposition": "attachment; filename=a.html"})

    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("path", ["/sign-in", "/healthz", "/nowhere", "/account", "/favicon.ico", "/static/x/none"])
def test_every_answer_carries_the_headers(client: Browser, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in EXPECTED} == EXPECTED
    assert HSTS not in answer.headers


def test_pages_are_not_kept_and_files_are(organiser_client: Browser) -> None:
    page = organiser_client.get("/account")
    assert page.headers["Cache-Control"] == "no-store"
    assert "Cookie" in page.headers["Vary"]
    style = page.text.split('rel="stylesheet" href="')[1].split('"')[0]
    file = organiser_client.get(style)
    assert file.status_code == 200
    assert "max-age=31536000" in file.headers["Cache-Control"]
    assert "Cookie" not in file.headers["Vary"]


def test_over_https_the_cookie_and_the_browser_are_tied_to_it(secure: Flask) -> None:
    browser = secure.test_client()
    answer = browser.get("/sign-in", headers={"Host": "workshops.example.org", "X-Forwarded-Proto": "https"})
    assert answer.status_code == 200
    assert answer.headers[HSTS] == "max-age=63072000; includeSubDomains"
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    assert set(cookie.split("; ")[1:]) == {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"}


def test_a_download_can_run_nothing(secure: Flask) -> None:
    answer = secure.test_client().get("/file", headers={"Host": "workshops.example.org"})
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_only_the_configured_host_is_answered(secure: Flask) -> None:
    assert secure.test_client().get("/sign-in", headers={"Host": "localhost"}).status_code == 400
    forged = {"Host": "workshops.example.org", "X-Forwarded-Host": "evil.example"}
    assert secure.test_client().get("/sign-in", headers=forged).status_code == 400


def test_the_cookie_on_a_plain_host(client: Browser) -> None:
    cookie = client.get("/sign-in").headers["Set-Cookie"]
    assert cookie.startswith("session=")
    assert set(cookie.split("; ")[1:]) == {"HttpOnly", "Path=/", "SameSite=Lax"}
