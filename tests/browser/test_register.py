"""Registering a workshop, with a script on a desk and without one on a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Opener

pytestmark = pytest.mark.browser


@pytest.mark.both_databases
def test_register_a_workshop(open_page: Opener) -> None:
    page = open_page("/", role="organiser")
    page.get_by_role("link", name="Register a workshop").click()
    expect(page.locator("[data-save-status]")).to_contain_text("Still required: Title")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert", name="Please correct this first")).to_be_focused()

    page.get_by_role("textbox", name="Title required").fill("Reading passports at the border")
    page.get_by_role("textbox", name="First day").fill("14 May 2027")
    page.get_by_role("textbox", name="Last day").fill("16.05.2027")
    page.get_by_label("Town").fill("Darkhan")
    page.get_by_role("button", name="Propose an entry for each day").click()
    expect(page.get_by_role("group", name=re.compile("3$")).first).to_be_visible()

    page.get_by_role("button", name="Add an agency").click()
    page.get_by_role("group", name="Agency 1").get_by_role("combobox").first.press_sequentially("MIA")
    page.get_by_role("option", name="Mongolian Immigration Agency").click()
    page.get_by_role("button", name="Add an agency").click()
    agency = page.get_by_role("group", name="Agency 2")
    agency.get_by_role("combobox").first.press_sequentially("Darkhan Border Post")
    page.get_by_role("option", name="Create “Darkhan Border Post”").click()
    agency.get_by_label("Role").select_option("Host")
    page.get_by_role("button", name="Save").click()

    page.wait_for_url(re.compile(r"/workshops/MNG-2027-\d{3}(#\w+)?$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Reading passports at the border")
    expect(page.get_by_text("14–16 May 2027").first).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Mongolian Immigration Agency")).first).to_be_visible()
    expect(page.get_by_role("link", name="Darkhan Border Post").first).to_be_visible()


def test_register_on_a_phone_without_a_script(open_page: Opener) -> None:
    page = open_page("/workshops/new", role="organiser", size=PHONE, script=False)
    page.get_by_role("textbox", name="Title required").fill("Seminario sobre visados")
    page.get_by_role("button", name="Add an agency").click()
    page.get_by_role("group", name="Agency 1").get_by_label("Agency").fill("IOM")
    page.get_by_role("button", name="Add an agency").click()
    page.get_by_role("group", name="Agency 2").get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile(r"/workshops/[A-Z]{3}-\d{4}-\d{3}(#\w+)?$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Seminario sobre visados")
    expect(page.get_by_role("link", name="International Organization for Migration (IOM)")).to_be_visible()


def test_two_people_at_once_choose_field_by_field(open_page: Opener) -> None:
    first = open_page("/workshops/MNG-2019-001/edit", role="organiser")
    second = open_page("/workshops/MNG-2019-001/edit", role="administrator")
    first.get_by_label("Town").fill("Erdenet")
    first.get_by_role("button", name="Save").click()
    first.wait_for_url("**/workshops/MNG-2019-001")
    second.get_by_label("Venue").fill("Town hall")
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_text("Oyun Organiser changed this workshop at")).to_be_visible()
    expect(second.get_by_text("Erdenet").first).to_be_visible()
    expect(second.get_by_text("Town hall").first).to_be_visible()
