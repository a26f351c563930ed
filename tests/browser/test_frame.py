"""The frame around each page: one row on a desk in each language, a menu on a phone, keys, colours."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Opener

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1088, 1180, 1280])
def test_the_top_bar_is_one_row_in_each_language(open_page: Opener, width: int) -> None:
    page = open_page("/help", role="viewer", size=(width, 800))
    for language in ("Français", "Español", "English"):
        page.locator("summary[aria-label]").first.click()
        page.get_by_role("button", name=language).click()
        expect(page.locator("html")).to_have_attribute("lang", language[:2].lower())
        sticks_out = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        height = page.evaluate("document.querySelector('.top-bar').offsetHeight")
        assert (sticks_out, height) == (0, 57), language


def test_the_menu_of_a_phone_opens_and_leads_on(open_page: Opener) -> None:
    page = open_page("/help", role="viewer", size=PHONE)
    people = page.get_by_role("link", name="People", exact=True)
    expect(people).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    people.click()
    page.wait_for_url("**/people")


def test_a_slash_goes_to_the_search(open_page: Opener) -> None:
    page = open_page("/help", role="viewer")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search everything")).to_be_focused()
    page.keyboard.type("either/or")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Found for “either/or”")).to_be_visible()


def test_escape_closes_a_menu_and_goes_back_to_its_button(open_page: Opener) -> None:
    page = open_page("/help", role="viewer")
    account = page.get_by_label("Account")
    account.press("Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Sign out")).to_be_hidden()
    expect(account).to_be_focused()


def test_the_colours_chosen_are_kept(open_page: Opener) -> None:
    page = open_page("/help", scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    switch = page.get_by_role("button", name="Colours")
    switch.click()
    switch.click()
    expect(switch).to_have_text("Colours: dark")
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == dark
    switch.click()
    page.reload()
    assert page.evaluate(ground) == light


def test_a_form_left_unsaved_asks_first(open_page: Opener) -> None:
    page = open_page("/sample")
    page.get_by_label("Summary").fill("Not saved")
    expect(page.locator("[data-save-status]")).to_contain_text("Not saved yet.")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Help").click()
    page.wait_for_url("**/help")
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("path", ["/people", "/trainings"])
def test_lists_fit_a_desk_in_each_language_whatever_the_names(open_page: Opener, path: str) -> None:
    page = open_page(path, role="viewer")
    for language in ("Français", "Español", "English"):
        page.locator("summary[aria-label]").first.click()
        page.get_by_role("button", name=language).click()
        expect(page.locator("html")).to_have_attribute("lang", language[:2].lower())
        for name in ("as it is", "N" * 85):
            if name != "as it is":
                page.locator("tr[data-row-link] th a").first.evaluate("(link, name) => (link.textContent = name)", name)
            assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") == 0, (language, name)
