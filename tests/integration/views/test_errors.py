"""Errors are pages that say what to do, under a reference that stands in the log too (threats A14, C3, C12, E2, G5)."""

import errno
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import OperationalError as SqliteError

import pytest
from flask import Flask, request
from sqlalchemy.exc import OperationalError
from werkzeug.test import TestResponse

from tests.browsing import Browser
from tests.conftest import KEY
from tests.databases import Databases
from workshops.app import create_app
from workshops.config import load_settings
from workshops.errors import Busy, Conflict, Invalid, Problem, TooManyTries, UnreadableFile
from workshops.extensions import db
from workshops.views.access import Access, access

SECRET = "CANARY anna@example.org"


def database_error(words: str) -> OperationalError:
    return OperationalError("INSERT", {"name": SECRET}, SqliteError(words))


RAISED: dict[str, Exception] = {
    "invalid": Invalid(Problem("ends_on", "Enter the name.")),
    "conflict": Conflict("%(email)s has an account already.", email="anna@example.org"),
    "tries": TooManyTries("Too many tries", retry_after=77),
    "kind": UnreadableFile("Too large", status=415),
    "busy": Busy("Busy just now"),
    "locked": database_error("database is locked"),
    "full": database_error("database or disk is full"),
    "disk": OSError(errno.ENOSPC, "No space left on device", SECRET),
    "unreadable": database_error("disk I/O error"),
    "handles": OSError(errno.EMFILE, "Too many open files", SECRET),
    "odd": database_error("no such table: " + SECRET),
    "bug": ZeroDivisionError(SECRET),
}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Iterator[Flask]:
    """An application with views that fail in every way."""
    environ = {"WORKSHOPS_SECRET_KEY": KEY, **databases.migrated()}
    app = create_app(load_settings(environ, Path(tmp_path_factory.mktemp("faulty"))))
    app.test_client_class = Browser

    @app.route("/faults/<name>", methods=["GET", "POST"])
    @access(Access.PUBLIC)
    def fault(name: str) -> str:
        raise RAISED[name]

    @app.post("/echo")
    @access(Access.PUBLIC)
    def echo() -> dict[str, str]:
        return request.form.to_dict()

    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def browser(faulty: Flask) -> Browser:
    client = faulty.test_client()
    assert isinstance(client, Browser)
    return client


@pytest.mark.parametrize(
    ("name", "status", "sentence"),
    [
        ("invalid", 422, "Enter the name."),
        ("conflict", 409, "anna@example.org has an account already."),
        ("tries", 429, "Too many tries"),
        ("kind", 415, "Too large"),
        ("busy", 503, "Busy just now"),
        ("locked", 503, "Many people are saving now. Nothing was lost; try again in a few seconds."),
        ("full", 503, "The server has no room to save. Nothing was changed. Tell your administrator (reference"),
        ("disk", 503, "The server has no room to save."),
        (
            "unreadable",
            503,
            "The server cannot get at its records just now. Nothing was changed. Tell your administrator",
        ),
        ("handles", 503, "The server cannot get at its records just now."),
        ("odd", 500, "Something went wrong on our side. Nothing was saved. Reference"),
        ("bug", 500, "Something went wrong on our side."),
    ],
)
def test_each_error_has_its_page_and_its_json(browser: Browser, name: str, status: int, sentence: str) -> None:
    page = browser.get(f"/faults/{name}")
    assert page.status_code == status
    assert sentence in page.text
    assert SECRET not in page.text
    assert (page.headers.get("Retry-After") is not None) == (status in (429, 503))
    assert ('<a class="btn btn-primary" href="">Try again</a>' in page.text) == (status >= 500)
    data = browser.get(f"/faults/{name}", headers={"Accept": "application/json"})
    assert data.status_code == status
    assert set(data.json) == {"error", "message", "field", "reference"}
    assert data.json["message"].startswith(sentence)
    assert data.json["field"] == ("ends_on" if name == "invalid" else "")
    assert data.json["reference"] == data.headers["X-Request-ID"]


@pytest.mark.parametrize("name", ["locked", "full", "unreadable"])
def test_what_was_typed_is_kept_while_nothing_can_be_saved(browser: Browser, name: str) -> None:
    typed = {"title": 'Formation « des » "formateurs" <b>', "csrf_token": token(browser)}
    page = browser.post(f"/faults/{name}", data=typed, headers={"Origin": "http://localhost"})
    assert page.status_code == 503
    assert page.headers["Retry-After"] == "5"
    assert 'value="Formation « des » &#34;formateurs&#34; &lt;b&gt;"' in page.text
    assert ("Tell your administrator (reference " in page.text) == (name != "locked")


def test_what_fails_on_our_side_leads_back_to_where_it_was_asked(browser: Browser) -> None:
    came_from = {"Referer": "http://localhost/workshops?q=border&page=2"}
    assert 'href="/workshops?q=border&amp;page=2">Go back</a>' in browser.get("/faults/bug", headers=came_from).text
    sent = browser.post("/faults/bug", data={"csrf_token": token(browser)}, headers=came_from)
    assert 'href="/workshops?q=border&amp;page=2">To the form</a>' in sent.text
    assert "Try again" not in sent.text
    elsewhere = browser.get("/faults/bug", headers={"Referer": "http://elsewhere.example/x"})
    assert "Go back" not in elsewhere.text


def test_a_page_is_drawn_for_nobody_where_the_reader_cannot_be_found(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_args: object) -> None:
        raise database_error("unable to open database file")

    with browser.session_transaction() as kept_in_cookie:
        kept_in_cookie["_user_id"] = "a key"
    monkeypatch.setattr("workshops.views.sessions._load_browser", away)
    monkeypatch.setattr(browser.application.login_manager, "_user_callback", away)
    page = browser.get("/workshops")
    assert page.status_code == 503
    assert "<h1>Out of order</h1>" in page.text
    assert "top-bar" in page.text, "with its frame"


def test_the_reference_of_a_fault_stands_in_the_log_without_what_was_typed(
    browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, logger="workshops"):
        page = browser.get("/faults/bug")
    reference = page.headers["X-Request-ID"]
    assert f"Reference {reference}" in page.text
    assert [record.getMessage() for record in caplog.records] == ["unexpected error"]


@pytest.mark.parametrize("language", ["fr", "es"])
def test_errors_speak_the_language_of_the_browser(browser: Browser, language: str) -> None:
    page = browser.get("/nowhere", headers={"Accept-Language": language})
    assert page.status_code == 404
    assert f'<html lang="{language}"' in page.text
    assert "There is no such page" not in page.text


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/.git/config", "/.env", "/wsgi.py.bak", "/static/../wsgi.py", "/files/..%2f..%2fetc/passwd"],
)
def test_what_is_not_there_is_not_there(browser: Browser, path: str) -> None:
    page = browser.get(path)
    assert page.status_code == 404
    assert "There is no such page, or it is not open to you." in page.text


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT"])
def test_other_methods_are_refused(browser: Browser, method: str) -> None:
    answer = browser.open("/healthz", method=method, headers={"X-HTTP-Method-Override": "GET"})
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def save(browser: Browser, data: dict[str, object], **headers: str) -> TestResponse:
    return browser.post("/echo", data=data, headers={"Origin": "http://localhost", **headers})


def token_of(page: TestResponse) -> str:
    return page.text.split('name="csrf_token" value="')[1].split('"')[0]


def test_a_form_that_was_open_too_long_keeps_its_text_and_is_saved_by_one_more_click(browser: Browser) -> None:
    typed = {"title": 'Formation « des » "formateurs" <b>', "notes": "two\r\nlines", "csrf_token": "stale"}
    page = save(browser, typed)
    assert page.status_code == 403
    assert "This page was open too long. Your text is kept; press Save once more." in page.text
    assert 'value="Formation « des » &#34;formateurs&#34; &lt;b&gt;"' in page.text
    saved = save(browser, typed | {"csrf_token": token_of(page)})
    assert saved.status_code == 200
    assert saved.json["title"] == typed["title"]


@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
def test_another_site_cannot_prepare_a_form_for_one_click(browser: Browser, origin: str) -> None:
    page = save(browser, {"title": "planted"}, Origin=origin)
    assert page.status_code == 403
    assert "planted" not in page.text


def test_a_password_is_never_sent_back(browser: Browser) -> None:
    page = browser.post(
        "/sign-in", data={"email": "a@b.example", "password": "s3cret-s3cret"}, headers={"Origin": "http://localhost"}
    )
    assert page.status_code == 403
    assert "s3cret" not in page.text


def token(browser: Browser) -> str:
    return token_of(browser.get("/sign-in"))


BODY = (
    b'--x\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n%b\r\n'
    b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nKept\r\n'
    b'--x\r\nContent-Disposition: form-data; name="notes"\r\n\r\n%b\r\n--x--\r\n'
)


@pytest.mark.parametrize("text", [b"a\x00b", b"a\x1bb", b"a\xffb", b"a\xed\xa0\x80b", b"a\xef\xbf\xbeb"])
def test_text_that_cannot_be_stored_comes_back_to_be_corrected(browser: Browser, text: bytes) -> None:
    page = browser.post(
        "/echo",
        data=BODY % (token(browser).encode(), text),
        content_type="multipart/form-data; boundary=x",
        headers={"Origin": "http://localhost"},
    )
    assert page.status_code == 400
    assert (
        "This text contains characters that cannot be stored (position 2). Remove them and send it again." in page.text
    )
    assert '<input type="hidden" name="title" value="Kept">' in page.text
    assert re.search("\na\ufffd+b</textarea>", page.text)


def test_an_address_that_cannot_be_stored_is_refused(browser: Browser) -> None:
    assert browser.get("/sign-in?next=/%00").status_code == 400


def test_a_body_past_the_limit_is_refused(browser: Browser) -> None:
    limit = 20 * 1024 * 1024
    page = browser.post("/echo", data=b"x" * (limit + 1), content_type="application/x-www-form-urlencoded")
    assert page.status_code == 413
    assert "The file has 21 MB; at most 20 MB can be uploaded." in page.text


@pytest.mark.parametrize(
    ("referrer", "leads_back"),
    [
        ("http://localhost/workshops/MNG-2013-001/documents/new", True),
        ("https://evil.example/press", False),
        ("", False),
    ],
)
def test_a_file_that_is_too_large_leads_back_to_its_form(browser: Browser, referrer: str, leads_back: bool) -> None:
    page = browser.post("/echo", data=b"x" * (20 * 1024 * 1024 + 1), headers={"Referer": referrer})
    assert page.status_code == 413
    assert ("what you typed is still in the form" in page.text) == leads_back
    assert ('href="/workshops/MNG-2013-001/documents/new"' in page.text) == leads_back
    assert "evil.example" not in page.text


@pytest.mark.parametrize(("count", "length"), [(10_001, 1), (1, 9_000_000)])
def test_too_many_or_too_long_fields_are_refused(browser: Browser, count: int, length: int) -> None:
    field = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n' + b"x" * length + b"\r\n"
    page = browser.post("/echo", data=field * count + b"--x--\r\n", content_type="multipart/form-data; boundary=x")
    assert page.status_code == 413
    assert "There is more here than can be saved at once." in page.text


def test_a_page_is_answered_even_where_the_frame_cannot_be_drawn(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_facts: object) -> str:
        raise database_error("disk I/O error")

    monkeypatch.setattr("workshops.views.errors.render_template", broken)
    page = browser.get("/nowhere")
    assert page.status_code == 404
    assert "There is no such page" in page.text
