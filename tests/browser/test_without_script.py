"""Each kind of form filled in and saved where scripts are off."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Opener
from tests.browser.records import REFERENCE
from tests.factories import PASSWORD

pytestmark = pytest.mark.browser


def save(page: Page, button: str = "Save") -> None:
    page.locator("main").get_by_role("button", name=button, exact=True).last.click()


@pytest.mark.parametrize(
    ("register", "field", "name", "more"),
    [
        ("agencies", "Name", "Harbour Police of Lomé", {"Acronym": "HPL", "Country": "Togo"}),
        ("people", "Full name", "Zanele Khumalo", {"Nationality": "South Africa", "E-mail": "zanele@example.org"}),
        ("projects", "Title", "Safer crossings", {"Code": "SC-1"}),
        ("topics", "Topic", "Drone surveillance", {}),
    ],
)
def test_a_register(open_page: Opener, register: str, field: str, name: str, more: dict[str, str]) -> None:
    page = open_page(f"/{register}/new", role="organiser", script=False)
    main = page.locator("main")
    main.get_by_role("textbox", name=field, exact=False).first.fill(name)
    for label, text in more.items():
        main.get_by_label(label).first.fill(text)
    save(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    expect(page.get_by_text("Saved.")).to_be_visible()


def test_signing_in_and_one_s_own_account(open_page: Opener) -> None:
    page = open_page("/account", script=False, size=PHONE)
    page.get_by_label("E-mail").fill("newcomer@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    save(page, "Sign in")
    page.locator("main").get_by_label("Language").select_option("Español")
    save(page)
    expect(page.locator("html")).to_have_attribute("lang", "es")
    page.locator("main").get_by_label("Idioma").select_option("English")
    save(page, "Guardar")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_an_office_with_its_order_of_agencies(open_page: Opener) -> None:
    page = open_page("/offices/2", role="administrator", script=False, size=PHONE)
    page.get_by_label("Foot of each page").first.fill("Rajdamnern Nok Avenue")
    page.get_by_role("button", name="Move up: Host").click()
    expect(page.get_by_label("Foot of each page").first).to_have_value("Rajdamnern Nok Avenue")
    expect(page.locator(".role-order li").nth(1)).to_contain_text("2. Host")
    save(page)
    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(page.locator(".role-order li").nth(1)).to_contain_text("2. Host")


def test_a_user(open_page: Opener) -> None:
    page = open_page("/users/new", role="administrator", script=False)
    main = page.locator("main")
    main.get_by_label("E-mail").fill("without.script@example.org")
    main.get_by_label("Name").fill("Wim Without")
    main.get_by_label("Role").select_option("Viewer")
    save(page)
    expect(page.locator("code.one-time")).to_be_visible()


def test_a_token(open_page: Opener) -> None:
    page = open_page("/account/tokens", role="organiser", script=False)
    page.get_by_label("What it is for").fill("Monthly report")
    save(page, "Make the token")
    expect(page.locator("code.one-time")).to_be_visible()


def test_attendance(open_page: Opener) -> None:
    page = open_page(f"/workshops/{REFERENCE}/attendance", role="organiser", script=False, size=PHONE)
    mark = page.locator("main input[type=radio][value=present], main select").first
    if mark.evaluate("field => field.localName") == "select":
        mark.select_option("present")
    else:
        mark.check(force=True)
    save(page)
    expect(page.get_by_text("1 of 1 were there")).to_be_visible()


def test_a_document(open_page: Opener, tmp_path: Path) -> None:
    agenda = tmp_path / "agenda.txt"
    agenda.write_text("09:00 Opening")
    page = open_page(f"/workshops/{REFERENCE}/documents/new", role="organiser", script=False)
    page.get_by_label("File").set_input_files(agenda)
    page.locator("main form .btn-primary").last.click()
    expect(page.get_by_text("The file is attached.")).to_be_visible()


def test_the_filter_of_trainings(open_page: Opener) -> None:
    page = open_page("/trainings", role="viewer", script=False)
    page.locator("#filter").get_by_label("Country").select_option("Mongolia")
    page.locator("#filter .btn-primary").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("in Mongolia")


def test_the_first_steps_are_sent_away(open_page: Opener) -> None:
    page = open_page("/", role="viewer", script=False, size=PHONE)
    page.get_by_role("button", name="I know my way").press("Enter")
    expect(page.get_by_role("heading", name="First steps")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text("Today")
