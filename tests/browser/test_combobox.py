"""Finding a record while typing, by keyboard, by mouse, and without a script."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Project").get_by_role("option")


def project_id(page: Page) -> str:
    return page.locator("input[name=project_id]").input_value()


def test_a_record_is_chosen_by_keyboard(open_page: Opener) -> None:
    page = open_page("/sample")
    field = page.get_by_role("combobox", name="Project")
    field.press_sequentially("gabp")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    option = options(page).and_(page.get_by_role("option", selected=True))
    expect(option).to_contain_text("General Authority for Border Protection")
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    field.press("Enter")
    expect(field).to_have_value("General Authority for Border Protection")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_focused()
    assert project_id(page) == "2"


def test_typing_on_or_clearing_drops_the_choice(open_page: Opener) -> None:
    page = open_page("/sample")
    field = page.get_by_role("combobox", name="Project")
    field.press_sequentially("gabp")
    options(page).filter(has_text="General Authority").click()
    assert project_id(page) == "2"
    field.press_sequentially("x")
    assert project_id(page) == ""
    field.fill("iom")
    options(page).filter(has_text="International Organization").click()
    assert project_id(page) == "1"
    field.fill("")
    assert project_id(page) == ""
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_a_new_name_is_kept_as_typed(open_page: Opener) -> None:
    page = open_page("/sample")
    field = page.get_by_role("combobox", name="Project")
    field.press_sequentially('Border "Post" $& <b>')
    options(page).filter(has_text='Create “Border "Post" $& <b>”').click()
    expect(field).to_have_value('Border "Post" $& <b>')
    assert project_id(page) == ""


def test_a_name_that_is_there_is_not_offered_as_new(open_page: Opener) -> None:
    page = open_page("/sample")
    page.get_by_role("combobox", name="Project").press_sequentially("ministry of justice and home affairs")
    expect(options(page)).to_have_count(1)


def test_escape_closes_the_list_and_keeps_the_text(open_page: Opener) -> None:
    page = open_page("/sample")
    field = page.get_by_role("combobox", name="Project")
    field.press_sequentially("iom")
    expect(page.get_by_role("listbox")).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(field).to_have_value("iom")


def test_enter_without_a_choice_saves_the_form(open_page: Opener) -> None:
    page = open_page("/sample")
    field = page.get_by_role("combobox", name="Project")
    field.press_sequentially("A new one")
    field.press("Enter")
    expect(page.get_by_role("alert", name="Please correct this first")).to_be_visible()
    expect(page.get_by_role("combobox", name="Project")).to_have_value("A new one")


def test_what_is_found_is_said(open_page: Opener) -> None:
    page = open_page("/sample")
    page.get_by_role("combobox", name="Project").press_sequentially("mongolia")
    status = page.locator("[data-combobox] [role=status]").first
    expect(status).to_have_text("Found: 2")
    page.get_by_role("combobox", name="Project").press_sequentially("zzz")
    expect(status).to_have_text("Nothing found")


def test_without_a_script_it_is_a_plain_field(open_page: Opener) -> None:
    page = open_page("/sample", script=False)
    expect(page.get_by_role("combobox", name="Project")).to_have_count(0)
    page.get_by_role("textbox", name="Project").fill("A new one")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("textbox", name="Project")).to_have_value("A new one")
