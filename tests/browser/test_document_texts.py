"""Administrators write the words of letters and certificates, by keyboard and mouse, with a script and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Opener

pytestmark = pytest.mark.browser
TEXT = "/offices/1/document-texts/letter-invitation"


def test_a_placeholder_is_put_where_the_caret_stands_and_the_document_shown_in_place(open_page: Opener) -> None:
    page = open_page(f"{TEXT}/en", role="administrator")
    body = page.locator("[name=body]")
    body.fill("Dear ,")
    body.press("ArrowLeft")
    button = page.get_by_role("button", name="Insert {participant}")
    button.focus()
    button.press("Enter")
    expect(body).to_be_focused()
    page.keyboard.type("!")
    expect(body).to_have_value("Dear {participant}!,")
    page.get_by_role("button", name="Show the document").click()
    picture = page.get_by_role("img", name="The first page of the document with this text")
    expect(picture).to_be_visible()
    expect(body).to_have_value("Dear {participant}!,")
    page.get_by_role("button", name="Save").last.click()
    expect(page.get_by_role("status").first).to_contain_text("Saved.")
    page.get_by_role("link", name="Versions").click()
    expect(page.get_by_role("heading", name="Version 1")).to_be_visible()
    page.get_by_role("button", name="Back to the text of all offices").click()
    expect(page.locator("[name=body]")).to_have_value(re.compile("I have the pleasure to invite you"))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_what_is_wrong_is_said_before_the_document_is_shown(open_page: Opener, script: bool) -> None:
    page = open_page(f"{TEXT}/fr", role="administrator", size=PHONE, script=script)
    page.locator("[name=body]").fill("Avant le {dedline}")
    page.get_by_role("button", name="Show the document").click()
    expect(page.locator("#body-error")).to_contain_text("Did you mean {deadline}?")
    expect(page.locator("[name=body]")).to_have_value("Avant le {dedline}")
    page.locator("[name=body]").fill("Avant le {deadline}")
    page.get_by_role("button", name="Show the document").click()
    expect(page.get_by_role("img", name="The first page of the document with this text")).to_be_visible()
