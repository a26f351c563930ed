"""Every route says who may use it, and nobody else gets in; every form needs its token; reading writes nothing."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask import Flask, Response
from sqlalchemy import insert
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from tests.browsing import Browser
from workshops.models import SignInTry
from workshops.views.access import READING_METHODS, Access, access, rule_of

PUBLIC_ROUTES = {
    "about.accessibility",
    "about.guide",
    "about.privacy",
    "account.sign_in",
    "account.sign_out",
    "assets.favicon",
    "assets.static",
    "certificate_check.show",  # whoever holds the paper holds its code
    "health.healthz",
    "health.readyz",
    "language.choose",
    "metrics.metrics",  # asks for a token of its own
}
"""All that is open without signing in. Adding one is a decision: write it here."""


def rules(app: Flask) -> Iterator[Rule]:
    yield from sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint))


def address(rule: Rule) -> str:
    """A path that the rule matches, for records that are not there."""
    return re.sub(r"<(?:(int)[^>]*|[^>]*)>", lambda found: "999999" if found[1] else "none", rule.rule)


def test_every_route_says_who_may_use_it(app: Flask) -> None:
    silent = [rule.rule for rule in rules(app) if rule_of(app, rule.endpoint) is None]
    assert not silent, f"write @access(...) under the route of: {silent}"


def test_only_the_listed_routes_are_public(app: Flask) -> None:
    public = {rule.endpoint for rule in rules(app) if rule_of(app, rule.endpoint) is Access.PUBLIC}
    assert public == PUBLIC_ROUTES


def test_nobody_gets_past_a_route_signed_out(app: Flask, client: Browser) -> None:
    for rule in rules(app):
        if rule_of(app, rule.endpoint) is Access.PUBLIC:
            continue
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            answer = client.open(address(rule), method=method)
            led_away = answer.status_code == 303 and answer.location.startswith("/sign-in")
            assert led_away or answer.status_code == 401, f"{method} {rule.rule} answered {answer.status_code}"


@pytest.mark.parametrize("rank", [Access.ORGANISER, Access.ADMINISTRATOR])
def test_a_viewer_finds_nothing_behind_a_higher_rule(app: Flask, viewer_client: Browser, rank: Access) -> None:
    for rule in rules(app):
        if rule_of(app, rule.endpoint) is not rank:
            continue
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            answer = viewer_client.open(address(rule), method=method)
            assert answer.status_code == 404, f"{method} {rule.rule} answered {answer.status_code}"


def test_a_form_without_its_token_changes_nothing(app: Flask, administrator_client: Browser) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        for rule in rules(app):
            for method in sorted((rule.methods or set()) - READING_METHODS):
                answer = administrator_client.open(address(rule), method=method, data={"name": "x"})
                assert answer.status_code == 403, f"{method} {rule.rule} answered {answer.status_code}"
    finally:
        app.config["WTF_CSRF_ENABLED"] = False


@pytest.mark.parametrize("query", ["", "?page=-1&sort=%27&order=x&lang=xx&q=%22*(&year=99999&country=__"])
def test_every_page_can_be_looked_at_without_fault(app: Flask, administrator_client: Browser, query: str) -> None:
    for rule in rules(app):
        if "GET" in (rule.methods or set()):
            answer = administrator_client.get(address(rule) + query)
            assert answer.status_code < 500, f"{rule.rule} answered {answer.status_code}"


def test_asking_for_the_head_of_a_page_is_answered_like_asking_for_the_page(
    app: Flask, administrator_client: Browser
) -> None:
    for rule in rules(app):
        if "GET" in (rule.methods or set()):
            place = address(rule).replace("999999", "1")
            page, head = administrator_client.get(place), administrator_client.head(place)
            assert head.status_code == page.status_code, f"HEAD {rule.rule} answered {head.status_code}"
            assert head.mimetype == page.mimetype, f"HEAD {rule.rule} is {head.mimetype}"


def test_a_page_that_writes_when_looked_at_is_found(app: Flask, session: Session) -> None:
    with app.test_request_context("/"), pytest.raises(AssertionError, match="/ writes: INSERT"):
        session.execute(insert(SignInTry), [{"bucket": "x", "tried_at": datetime.now(UTC)}])


def test_a_route_without_a_rule_is_closed(app: Flask) -> None:
    """The guard itself: what has no mark is not there, whatever the test above overlooks."""

    def unmarked() -> Response:
        return Response("open")

    assert rule_of_view(app, unmarked) is None
    assert rule_of_view(app, access(Access.ORGANISER)(unmarked)) is Access.ORGANISER


def rule_of_view(app: Flask, view: object) -> Access | None:
    app.view_functions["guarded"] = view  # type: ignore[assignment]
    try:
        return rule_of(app, "guarded")
    finally:
        del app.view_functions["guarded"]
