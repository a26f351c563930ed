"""Signing in and out: threats C4 to C8 and C13."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.browsing import Browser
from tests.factories import PASSWORD, make_user
from workshops.services import throttle

WRONG = "E-mail or password is not right."


def sign_in(browser: Browser, email: str, password: str = PASSWORD, **options: object) -> TestResponse:
    return browser.post("/sign-in", data={"email": email, "password": password}, **options)


def is_signed_in(browser: Browser) -> bool:
    return browser.get("/account/password").status_code == 200


def test_the_right_password_opens_the_page_asked_for(client: Browser, session: Session) -> None:
    user = make_user(session)
    session.commit()
    asked = client.get("/account/password?from=mail")
    assert asked.status_code == 303
    where = urlsplit(asked.location)
    assert where.path == "/sign-in"
    assert parse_qs(where.query) == {"next": ["/account/password?from=mail"]}
    answer = client.post(asked.location, data={"email": f" {user.email.upper()} ", "password": PASSWORD})
    assert (answer.status_code, answer.location) == (303, "/account/password?from=mail")
    assert is_signed_in(client)


@pytest.mark.parametrize("account", ["right e-mail", "unknown", "disabled"])
def test_a_wrong_sign_in_never_says_what_was_wrong(client: Browser, session: Session, account: str) -> None:
    user = make_user(session, active=account != "disabled")
    session.commit()
    email = "nobody@example.org" if account == "unknown" else user.email
    answer = sign_in(client, email, PASSWORD if account == "disabled" else "a wrong password")
    assert answer.status_code == 401
    assert WRONG in answer.text
    assert "a wrong password" not in answer.text
    other = sign_in(client, "another.name@example.org", "x")
    assert as_seen(answer.text, email) == as_seen(other.text, "another.name@example.org")


def as_seen(page: str, email: str) -> str:
    """The page without what differs in any case: the e-mail as typed, and the token, which holds the second."""
    return re.sub(r'(name="csrf_token"[^>]* value=")[^"]+', r"\1", page.replace(email, ""))


def test_an_empty_form_is_answered_at_its_fields(client: Browser) -> None:
    answer = sign_in(client, "", "")
    assert answer.status_code == 422
    assert "Enter your e-mail address." in answer.text


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example", "/\\evil.example", "https:evil.example", "javascript:alert(1)", "/%0d%0aSet-Cookie:x",
        "/\r\nSet-Cookie: x=1", "https://evil.example/", "@evil.example",
        "/@evil\u3002example", "\t//evil.example", "/ /evil.example",
    ],
)  # fmt: skip
def test_nobody_is_led_away_after_signing_in(client: Browser, session: Session, target: str) -> None:
    user = make_user(session)
    session.commit()
    answer = client.post("/sign-in", query_string={"next": target}, data={"email": user.email, "password": PASSWORD})
    assert answer.status_code == 303
    assert answer.location in ("/", "/%0d%0aSet-Cookie:x")
    assert "Set-Cookie: x=1" not in str(answer.headers)


def test_the_session_before_signing_in_is_worth_nothing_after(client: Browser, session: Session) -> None:
    user = make_user(session)
    session.commit()
    with client.session_transaction() as before:
        before["planted"] = "yes"
    sign_in(client, user.email)
    with client.session_transaction() as after:
        assert "planted" not in after
        first = after["_user_id"]
    client.post("/sign-out")
    sign_in(client, user.email)
    with client.session_transaction() as again:
        assert again["_user_id"] != first


def test_a_copied_cookie_is_dead_after_sign_out(organiser_client: Browser) -> None:
    cookie = organiser_client.get_cookie("session")
    assert cookie is not None
    answer = organiser_client.post("/sign-out")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    organiser_client.set_cookie("session", cookie.value)
    assert not is_signed_in(organiser_client)


def test_the_session_ends_when_idle_and_in_any_case(organiser_client: Browser) -> None:
    start = datetime.now(UTC)
    with time_machine.travel(start, tick=False) as clock:
        for _ in range(25):  # 29 minutes each: never idle, and 12 hours and 5 minutes in all
            clock.shift(timedelta(minutes=29))
            if not is_signed_in(organiser_client):
                break
        assert timedelta(hours=11, minutes=30) < datetime.now(UTC) - start <= timedelta(hours=12, minutes=29)


def test_the_session_ends_after_half_an_hour_without_a_click(organiser_client: Browser) -> None:
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=31)):
        assert not is_signed_in(organiser_client)


def test_a_disabled_account_is_out_at_once(organiser_client: Browser, session: Session) -> None:
    organiser_client.user.active = False
    session.commit()
    assert not is_signed_in(organiser_client)


def test_too_many_tries_wait_and_then_work_again(client: Browser, session: Session) -> None:
    user = make_user(session)
    session.commit()
    for _ in range(throttle.PER_ACCOUNT):
        assert sign_in(client, user.email, "wrong").status_code == 401
    refused = sign_in(client, user.email)
    assert refused.status_code == 429
    assert "Wait 5 minutes" in refused.text
    wait = int(refused.headers["Retry-After"])
    assert 0 < wait <= 301
    with time_machine.travel(datetime.now(UTC) + timedelta(seconds=wait)):
        assert sign_in(client, user.email).status_code == 303


def test_unknown_accounts_are_throttled_alike(client: Browser) -> None:
    answers = [sign_in(client, "nobody@example.org", "wrong").status_code for _ in range(throttle.PER_ACCOUNT + 1)]
    assert answers == [401] * throttle.PER_ACCOUNT + [429]


def test_an_address_is_throttled_over_all_accounts_whatever_it_says_of_itself(client: Browser) -> None:
    for number in range(throttle.PER_ADDRESS):
        answer = sign_in(client, f"user{number}@x.example", "w", headers={"X-Forwarded-For": f"10.0.0.{number}"})
        assert answer.status_code == 401
    assert sign_in(client, "one.more@x.example", "w", headers={"X-Forwarded-For": "10.9.9.9"}).status_code == 429
    other = sign_in(client, "one.more@x.example", "w", environ_base={"REMOTE_ADDR": "192.0.2.1"})
    assert other.status_code == 401


def test_a_one_time_password_has_to_be_changed_first(client: Browser, session: Session) -> None:
    user = make_user(session, must_change_password=True)
    session.commit()
    assert sign_in(client, user.email).location == "/account/password?next=/"
    assert client.get("/account/password").status_code == 200
    assert client.get("/account").location == "/account/password"
    told = client.get("/trainings.json")
    assert (told.status_code, "one-time password" in told.text) == (403, True)
    chosen = "a quite new password"
    form = {"current": PASSWORD, "chosen": chosen}
    assert client.post("/account/password", data=form).status_code == 303
    assert client.get("/account").status_code == 200
    client.post("/sign-out")
    assert sign_in(client, user.email, chosen).location == "/"


def test_a_changed_password_ends_the_other_sessions_only(organiser_client: Browser, session: Session) -> None:
    other = Browser(organiser_client.application, organiser_client.application.response_class)
    sign_in(other, organiser_client.user.email)
    assert is_signed_in(other)
    organiser_client.post("/account/password", data={"current": PASSWORD, "chosen": "a quite new password"})
    assert is_signed_in(organiser_client)
    assert not is_signed_in(other)


@pytest.mark.parametrize(
    ("current", "chosen", "sentence"),
    [
        ("wrong", "a quite new password", "This is not your present password."),
        (PASSWORD, "short", "Choose a password of at least 12 characters."),
        (PASSWORD, "aaaaaaaaaaaaaaaa", "This password is too easy to guess."),
        (PASSWORD, PASSWORD, "Choose a password that differs"),
        (PASSWORD, "x1y2z3" * 100, "Choose a password of at most 200 characters."),
    ],
)
def test_a_weak_or_wrong_change_is_refused(organiser_client: Browser, current: str, chosen: str, sentence: str) -> None:
    answer = organiser_client.post("/account/password", data={"current": current, "chosen": chosen})
    assert answer.status_code == 422
    assert sentence in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/sign-in",
        "/account",
        "/account/password",
        "/account/tokens",
        "/users/new",
        "/offices/new",
        "/agencies/new",
        "/topics/new",
    ],
)
def test_head_answers_as_get_does(administrator_client: Browser, path: str) -> None:
    assert administrator_client.head(path).status_code == administrator_client.get(path).status_code
    administrator_client.delete_cookie("session")
    assert administrator_client.head(path).status_code == administrator_client.get(path).status_code


def test_a_foreign_host_name_is_refused(client: Browser) -> None:
    answer = client.get("/sign-in", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "evil.example" not in answer.text
