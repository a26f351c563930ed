"""What a browser would send of the form on a page: so that tests change what they are about and leave the rest."""

from typing import Any

import html5lib
from werkzeug.test import TestResponse

from tests.browsing import Browser

NOT_SENT = {"submit", "button", "image", "reset", "file"}


def form_on(page: str, *, css_class: str = "form-page") -> dict[str, str]:
    """The names and values of the form with this class, as they stand on the page."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    form = next(element for element in tree.iter("form") if css_class in (element.get("class") or "").split())
    return dict(pair for element in _live(form) if (pair := _sent(element)))


def registered(browser: Browser, address: str, sent: dict[str, str]) -> TestResponse:
    """The answer to a review that is sent, and sent again where doubts are asked about first."""
    answer = browser.post(address, data=sent)
    return browser.post(address, data=form_on(answer.text)) if 'name="doubts_seen"' in answer.text else answer


def mistakes_on(page: str) -> list[str]:
    """The sentences of the summary of errors."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    lists = [part for part in tree.iter("div") if part.get("class") == "error-summary"]
    return ["".join(item.itertext()).strip() for part in lists for item in part.iter("li")]


def _live(element: Any) -> Any:
    """The elements of the form, without those of templates, which are no part of the page."""
    for child in element:
        if child.tag != "template":
            yield child
            yield from _live(child)


def _sent(element: Any) -> tuple[str, str] | None:
    name = element.get("name")
    if not name or element.get("disabled") is not None:
        return None
    if element.tag == "textarea":
        return name, element.text or ""
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = next((option for option in options if option.get("selected") is not None), options[0])
        return name, chosen.get("value", "")
    if element.tag != "input" or element.get("type") in NOT_SENT:
        return None
    if element.get("type") in ("checkbox", "radio") and element.get("checked") is None:
        return None
    return name, element.get("value") or ""
