"""What a browser would send of the form on a page: so that tests change what they are about and leave the rest."""

from selectolax.lexbor import LexborHTMLParser, LexborNode
from werkzeug.test import TestResponse

from tests.browsing import Browser

NOT_SENT = {"submit", "button", "image", "reset", "file"}


def form_on(page: str, *, css_class: str = "form-page") -> dict[str, str]:
    """The names and values of the form with this class, as they stand on the page, without what is in templates."""
    form = next(iter(LexborHTMLParser(page).css(f"form.{css_class}")))
    return dict(pair for field in form.css("input, select, textarea") if (pair := _sent(field)))


def registered(browser: Browser, address: str, sent: dict[str, str]) -> TestResponse:
    """The answer to a review that is sent, and sent again where doubts are asked about first."""
    answer = browser.post(address, data=sent)
    return browser.post(address, data=form_on(answer.text)) if 'name="doubts_seen"' in answer.text else answer


def mistakes_on(page: str) -> list[str]:
    """The sentences of the summary of errors."""
    return [item.text().strip() for item in LexborHTMLParser(page).css("div[class='error-summary'] li")]


def _sent(field: LexborNode) -> tuple[str, str] | None:
    given = field.attributes
    name = given.get("name")
    if not name or "disabled" in given:
        return None
    if field.tag == "textarea":
        return name, field.text()
    if field.tag == "select":
        options = [option.attributes for option in field.css("option")]
        chosen = next((option for option in options if "selected" in option), options[0])
        return name, chosen.get("value") or ""
    if given.get("type") in NOT_SENT or (given.get("type") in ("checkbox", "radio") and "checked" not in given):
        return None
    return name, given.get("value") or ""
