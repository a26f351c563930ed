"""No personal data in the log (threat G5), one line an event (A9): whatever is typed, sent or asked for, anywhere."""

import json
import logging
from collections.abc import Iterator
from io import BytesIO, StringIO
from sqlite3 import IntegrityError as SqliteError

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from tests.browsing import Browser
from workshops import logs
from workshops.views import today

CANARIES = {
    "name": "Zerelda Quixworth",
    "email": "zerelda@quixworth.example",
    "phone": "+41 22 555 01 99",
    "password": "plumb-zebra-quartz-99",
    "title": 'Vellichor on the Border\r\n{"event": "forged"}',
    "text": 'Ulaanbaatar, 3 May 2013 - Zerelda Quixworth said: "Vellichor on the Border helps."',
    "reason": "Zerelda Quixworth asked",
}
FIELDS = {
    **CANARIES,
    **{
        field: CANARIES["name"]
        for field in ("family_name", "given_name", "full_name", "label", "q", "comment", "notes")
    },
    **{field: CANARIES["email"] for field in ("contacts-0-email", "account", "user")},
    **{"contacts-0-name": CANARIES["name"], "contacts-0-phone": CANARIES["phone"], "summary": CANARIES["text"]},
}
MARKS = ("Zerelda", "zerelda", "Quixworth", "quixworth", "555 01 99", "5550199", "plumb-zebra", "Vellichor", "forged")


@pytest.fixture
def written() -> Iterator[StringIO]:
    """What the log of a server would hold, of all libraries too."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonLines())
    root, ours = logging.getLogger(), logging.getLogger("workshops")  # a command of another test may have set levels
    before = [(logger, logger.level) for logger in (root, ours)]
    root.addHandler(handler)
    for logger, _ in before:
        logger.setLevel(logging.INFO)
    yield stream
    root.removeHandler(handler)
    for logger, level in before:
        logger.setLevel(level)


def check(written: StringIO, *, least: int) -> None:
    lines = written.getvalue().splitlines()
    assert len(lines) >= least
    for line in lines:
        assert isinstance(json.loads(line), dict), "one line an event"
        found = [mark for mark in MARKS if mark in line]
        assert not found, f"{found} in {line}"


def paths(app: Flask, method: str) -> Iterator[str]:
    """A path for each route of a method, with a name wherever one takes a text."""
    for rule in app.url_map.iter_rules():
        if method in (rule.methods or ()) and rule.endpoint != "account.sign_out":
            values = {
                name: 1 if kind.regex == r"\d+" else "Zerelda Quixworth" for name, kind in rule._converters.items()
            }
            yield rule.build(values, append_unknown=False)[1]


@pytest.mark.parametrize("is_signed_in", [True, False])
def test_what_is_asked_for(
    app: Flask, administrator_client: Browser, client: Browser, written: StringIO, is_signed_in: bool
) -> None:
    browser = administrator_client if is_signed_in else client
    asked = [
        f"{path}?q=Zerelda+Quixworth&text=Vellichor&email=zerelda%40quixworth.example" for path in paths(app, "GET")
    ]
    for path in (*asked, "/Zerelda/Quixworth", "/people/%0AZerelda%0D%0A"):
        browser.get(path, headers={"User-Agent": "Zerelda Quixworth", "Referer": "http://localhost/?q=Vellichor"})
    check(written, least=len(asked))


@pytest.mark.parametrize("is_signed_in", [True, False])
def test_what_is_typed(
    app: Flask, administrator_client: Browser, client: Browser, written: StringIO, is_signed_in: bool
) -> None:
    browser = administrator_client if is_signed_in else client
    sent = list(paths(app, "POST"))
    for path in sent:
        browser.post(path, data=FIELDS)
        browser.post(path, data={**FIELDS, "file": (BytesIO(FIELDS["text"].encode()), "Zerelda Quixworth.txt")})
    check(written, least=len(sent))


@pytest.mark.parametrize(
    "error",
    [
        ValueError(CANARIES["name"]),
        KeyError(CANARIES["email"]),
        OSError(5, "Input/output error", CANARIES["name"]),
        IntegrityError("INSERT INTO person", {"name": CANARIES["name"]}, SqliteError(f"UNIQUE: {CANARIES['email']}")),
    ],
)
def test_what_an_error_quotes(
    app: Flask, administrator_client: Browser, written: StringIO, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(*_args: object, **_named: object) -> None:
        raise error from RuntimeError(CANARIES["title"])

    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setattr(today, "today", fails)
    assert administrator_client.get("/").status_code >= 500
    check(written, least=2)
    assert any(json.loads(line).get("error") for line in written.getvalue().splitlines()), "and it is there"
