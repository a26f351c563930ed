"""A form that is sent after the session has ended comes back filled after signing in, to the same person only."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import PASSWORD, make_user
from tests.posting import form_on
from workshops.models import Office, SignIn, UnfinishedForm, Workshop

CANARY = "Canary of passports"
OURS = {"Origin": "http://localhost"}
MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)
IDLE = MORNING + timedelta(minutes=31)


def in_the_morning(browser: Browser) -> Browser:
    """The browser, signed in at nine."""
    sign_in(browser, "/sign-in", browser.user.email)
    return browser


def sign_in(browser: Browser, address: str, email: str) -> Any:
    answer = browser.post(address, data={"email": email, "password": PASSWORD})
    assert answer.status_code == 303
    return answer


def test_the_form_comes_back_filled_and_is_saved_by_one_more_click(organiser_client: Browser, session: Session) -> None:
    with time_machine.travel(MORNING, tick=False):
        browser = in_the_morning(organiser_client)
        sent = form_on(browser.get("/workshops/new").text) | {"title": CANARY, "agencies-0-agency_name": "Navy"}
    with time_machine.travel(IDLE, tick=False):
        led = browser.post("/workshops/new", data=sent, headers=OURS)
        assert (led.status_code, led.location.startswith("/sign-in?next=")) == (303, True)
        assert "Your text is kept: sign in, then press Save once more." in browser.get(led.location).text
        back = sign_in(browser, led.location, browser.user.email).location
        form = form_on(browser.get(back).text)
        assert (form["title"], form["agencies-0-agency_name"]) == (CANARY, "Navy")
        assert browser.post("/workshops/new", data=form).status_code == 303
    assert session.scalars(select(Workshop.title)).all() == [CANARY]
    assert session.scalars(select(UnfinishedForm)).all() == []


def test_somebody_else_at_the_same_machine_never_sees_it(
    organiser_client: Browser, session: Session, office: Office
) -> None:
    other = make_user(session, office=office)
    session.commit()
    with time_machine.travel(MORNING, tick=False):
        browser = in_the_morning(organiser_client)
        sent = form_on(browser.get("/agencies/new").text) | {"name": CANARY}
    with time_machine.travel(IDLE, tick=False):
        led = browser.post("/agencies/new", data=sent, headers=OURS)
        assert CANARY not in browser.get(led.location).text
        there = sign_in(browser, led.location, other.email).location
        for address in (there, "/", "/agencies/new"):
            assert CANARY not in browser.get(address).text
        browser.post("/sign-out")
        sign_in(browser, "/sign-in", organiser_client.user.email)
        assert CANARY in browser.get(there).text


@pytest.mark.parametrize("end", ["12 hours", "ended elsewhere"])
def test_a_session_that_is_truly_over_writes_nothing_and_the_page_keeps_the_text(
    organiser_client: Browser, session: Session, end: str
) -> None:
    with time_machine.travel(MORNING, tick=False):
        browser = in_the_morning(organiser_client)
        sent = form_on(browser.get("/agencies/new").text) | {"name": CANARY}
    if end == "ended elsewhere":
        for row in session.scalars(select(SignIn)).all():
            session.delete(row)
        session.commit()
    with time_machine.travel(IDLE if end == "ended elsewhere" else MORNING + timedelta(hours=13), tick=False):
        kept = browser.post("/agencies/new", data=sent, headers=OURS)
    assert kept.status_code == 401
    assert CANARY in kept.text
    assert session.scalars(select(UnfinishedForm)).all() == []


def test_a_form_of_another_session_says_that_one_is_signed_out(
    client: Browser, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    kept = client.post("/agencies/new", data={"name": CANARY, "csrf_token": "that of the session before"}, headers=OURS)
    assert kept.status_code == 401
    assert "You were signed out." in kept.text
    assert CANARY in kept.text


def test_a_script_is_told_plainly(organiser_client: Browser, session: Session) -> None:
    with time_machine.travel(MORNING, tick=False):
        browser = in_the_morning(organiser_client)
    with time_machine.travel(IDLE, tick=False):
        facts = {"key": "k", "address": "/agencies/new", "user": str(browser.user.id), "base": None, "changes": {}}
        assert browser.post("/unfinished", json=facts, headers={"Accept": "application/json"}).status_code == 401
    assert session.scalars(select(UnfinishedForm)).all() == []
