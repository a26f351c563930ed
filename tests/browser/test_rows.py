"""The row editor: the same buttons with a script and without."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser


def agencies(page: Page) -> list[str]:
    """The agencies as the server got them when the form was sent."""
    page.get_by_role("button", name="Save").click()
    sent = json.loads(page.locator("#sent").text_content() or "")
    return [row["name"] for row in sent["agencies"]]


def fill_three(page: Page) -> None:
    for number, name in enumerate(("First", "Second", "Third"), 1):
        page.get_by_role("button", name="Add an agency").press("Enter")  # a list of names found may lie over it
        page.get_by_role("group", name=f"Agency {number}").locator("input[type=text]").fill(name)


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_rows_are_added_moved_and_removed(open_page: Opener, script: bool) -> None:
    page = open_page("/sample", script=script)
    fill_three(page)
    page.get_by_role("group", name="Agency 3").get_by_role("button", name="Move up").click()
    page.get_by_role("group", name="Agency 1").get_by_role("button", name="Move down").click()
    page.get_by_role("group", name="Agency 2").get_by_role("button", name="Remove").click()
    assert agencies(page) == ["Third", "Second"]


def test_a_removed_row_comes_back_where_it_was(open_page: Opener) -> None:
    page = open_page("/sample")
    fill_three(page)
    page.get_by_role("group", name="Agency 2").get_by_role("button", name="Remove").click()
    expect(page.locator("[data-row-status]")).to_contain_text("Agency 2 removed.")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.press("Enter")
    assert agencies(page) == ["First", "Second", "Third"]


def test_the_keyboard_never_loses_its_place(open_page: Opener) -> None:
    page = open_page("/sample")
    page.get_by_role("button", name="Add an agency").press("Enter")
    expect(page.get_by_role("group", name="Agency 1").locator("input[type=text]")).to_be_focused()
    page.keyboard.type("First")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Add an agency").press("Enter")
    up = page.get_by_role("group", name="Agency 2").get_by_role("button", name="Move up")
    up.press("Enter")
    expect(page.locator("[data-row-status]")).to_have_text("Agency is now number 1.")
    expect(page.get_by_role("group", name="Agency 1").get_by_role("button", name="Move down")).to_be_focused()


def test_labels_hints_and_found_records_follow_a_moved_row(open_page: Opener) -> None:
    page = open_page("/sample")
    fill_three(page)
    page.get_by_role("group", name="Agency 3").get_by_role("button", name="Move up").click()
    field = page.get_by_role("group", name="Agency 2").get_by_role("combobox", name="Agency")
    expect(field).to_have_value("Third")
    expect(field).to_have_attribute("aria-describedby", "agencies-1-name-hint")
    field.fill("ministry")
    page.get_by_role("option", name="Ministry of Justice and Home Affairs").click()
    page.get_by_role("button", name="Save").click()
    sent = json.loads(page.locator("#sent").text_content() or "")
    assert [(row["name"], row["agency_id"]) for row in sent["agencies"]][1] == (
        "Ministry of Justice and Home Affairs",
        "3",
    )


def test_enter_in_a_field_saves_and_presses_no_row_button(open_page: Opener) -> None:
    page = open_page("/sample", script=False)
    page.get_by_role("button", name="Add an agency").click()
    page.get_by_label("Title").press("Enter")
    expect(page.get_by_role("alert", name="Please correct this first")).to_be_visible()


def test_the_summary_of_errors_is_focused_and_leads_to_the_field(open_page: Opener) -> None:
    page = open_page("/sample")
    page.get_by_role("button", name="Add an agency").click()
    page.get_by_role("button", name="Save").click()
    summary = page.get_by_role("alert", name="Please correct this first")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Agencies 1, Agency: Enter the agency.").press("Enter")
    field = page.get_by_role("group", name="Agency 1").get_by_role("combobox", name="Agency")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("A name or an acronym Enter the agency.")
