"""A review while the server has not answered yet, and slips of the hand: nothing is lost, nothing is done twice."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

TEXT = (
    "Officers trained in Lima\n\n"
    "The International Organization for Migration, the Ministry of Interior, the National Police and the Customs "
    "Service held a workshop in Lima, Peru, from 6 to 10 May 2024 for 20 officers. "
    "The trainers were Maria Silva (Portugal) and Ahmed Hassan (Kenya)."
)


@pytest.fixture
def page(open_page: Opener) -> Page:
    page = open_page("/press", role="organiser")
    page.get_by_label("Text of the press release").fill(TEXT)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("mark[tabindex='0']")).to_be_attached()  # its script has run
    return page


def agencies(page: Page) -> list[str]:
    fields = page.locator("#agencies [role=combobox]")
    return [fields.nth(number).input_value() for number in range(fields.count())]


def agency(page: Page, number: int) -> Locator:
    return page.get_by_role("group", name=f"Agency {number}")


def held_back(page: Page, act: Callable[[], None], meanwhile: Callable[[], None]) -> None:
    """Do something whose answer arrives only after what is done meanwhile."""
    page.route("**/press/*", lambda _route: None)
    with page.expect_request("**/press/*"):
        act()
    meanwhile()
    with page.expect_response("**/press/*"):
        page.unroute("**/press/*")


def test_a_row_removed_is_offered_back_whatever_the_server_answers_meanwhile(page: Page) -> None:
    before = agencies(page)
    assert len(before) == 4
    agency(page, 2).get_by_role("button", name="Remove").click()
    page.keyboard.press("Control+z")
    assert agencies(page) == before
    agency(page, 2).get_by_role("button", name="Remove").click()
    agency(page, 3).get_by_role("button", name="Remove").click()
    undo = page.get_by_role("button", name="Undo", exact=True)
    expect(undo).to_be_focused()
    page.locator(".field", has=page.get_by_label("Town")).get_by_role("button", name="Reject").click()
    expect(page.locator("#apart q", has_text="Ministry of Interior")).to_be_visible()
    agency(page, 1).get_by_role("button", name="Reject").click()
    expect(agency(page, 2)).to_be_hidden()
    undo.click()
    undo.click()
    assert agencies(page) == before[1:]
    expect(page.locator("#agencies q", has_text="Ministry of Interior")).to_be_visible()
    expect(page.locator("#apart q", has_text="Ministry of Interior")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(agency(page, 4)).to_be_visible()
    assert agencies(page) == before


def test_what_is_done_to_rows_while_an_answer_is_under_way_stays(page: Page) -> None:
    def meanwhile() -> None:
        agency(page, 4).get_by_role("button", name="Remove").click()
        page.get_by_role("button", name="Add an agency").click()
        page.keyboard.type("Guests")
        page.locator("#agencies-2-agency_name").fill("Police of Peru")

    held_back(page, agency(page, 1).get_by_role("button", name="Reject").click, meanwhile)
    focused = page.locator("#agencies-1-agency_name")
    expect(focused).to_be_focused()
    expect(focused).to_have_value("Police of Peru")
    assert agencies(page) == ["Ministry of Interior", "Police of Peru", "Guests"]
    page.get_by_role("button", name="Undo", exact=True).click()
    assert agencies(page) == ["Ministry of Interior", "Police of Peru", "Customs Service", "Guests"]


def test_undone_twice_while_the_first_answer_is_under_way(page: Page) -> None:
    progress = page.locator(".look-progress")
    page.locator(".review-text").focus()
    for key in ("j", "a", "a", "a"):
        page.keyboard.press(key)
    expect(progress).to_have_text(re.compile("^3 of "))
    held_back(page, lambda: page.keyboard.press("Control+z"), lambda: page.keyboard.press("Control+z"))
    expect(progress).to_have_text(re.compile("^1 of "))


def test_a_double_click_decides_once_and_removes_one_row(page: Page) -> None:
    accept = page.locator(".field", has=page.get_by_label("Town")).get_by_role("button", name="Accept")
    with page.expect_response(re.compile("/findings/")):
        accept.dblclick()
    expect(accept).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(accept).to_have_attribute("aria-pressed", "true")
    agency(page, 1).get_by_role("button", name="Remove").dblclick()
    expect(agency(page, 3)).to_be_visible()
    expect(agency(page, 4)).to_be_hidden()


def test_a_page_is_not_left_for_a_server_that_does_not_answer(page: Page) -> None:
    page.evaluate("""() => {
      const known = window.fetch;
      window.fetch = (...asked) => (window.isDown ? Promise.reject(new TypeError("no answer")) : known(...asked));
      window.isDown = true;
    }""")
    address = page.url
    page.wait_for_timeout(3_100)  # the server has not been heard of for a while
    way = page.locator("a[data-way]").first
    way.click()
    expect(page.locator("[data-line]")).to_contain_text("this was not done")
    page.keyboard.press("s")
    assert page.url == address
    page.evaluate("window.isDown = false")
    way.click()
    page.wait_for_url(lambda there: there != address)


def test_the_way_leads_on_past_what_leaves_with_a_rejected_row(page: Page) -> None:
    page.locator(".evidence", has_text="Maria Silva").get_by_role("button", name="Reject").click()
    expect(page.locator("#apart q", has_text="Portugal")).to_be_attached()
    focused = page.locator(".evidence-link:focus")
    expect(focused).to_contain_text("Ahmed Hassan")
    expect(focused).to_be_in_viewport()
