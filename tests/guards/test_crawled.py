"""No page is left out when pages are examined in a browser."""

import re

from flask import Flask

from tests.browser.addresses import EXAMPLES, NOT_PAGES, pages_of


def test_every_page_has_an_example(app: Flask) -> None:
    rules = {rule.rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    parts = {part for rule in rules - NOT_PAGES for part in re.findall(r"<(?:\w+:)?(\w+)>", rule)}
    assert parts == set(EXAMPLES), "write a value for each variable part into tests/browser/addresses.py"
    assert rules >= NOT_PAGES, "these are no addresses any more"


def test_a_role_is_sent_to_what_is_open_to_it(app: Flask) -> None:
    pages = {role: set(pages_of(app, role)) for role in ("", "viewer", "organiser", "administrator")}
    assert "/sign-in" in pages[""]
    assert pages["viewer"] < pages["organiser"] < pages["administrator"] | {"/office"}
    assert "/users/1" in pages["administrator"] - pages["organiser"]
