"""Printing the brief and the attendee sheet, in a language of their own."""

import pypdf
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE, Opener

pytestmark = pytest.mark.browser


def printed(page: Page, section: str) -> str:
    """The text of the document that the section's form makes."""
    with page.expect_download() as waiting:
        page.locator(section).get_by_role("button", name="Download").click()
    assert waiting.value.suggested_filename.endswith(".pdf")
    return " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(waiting.value.path()).pages)


@pytest.mark.both_databases
@pytest.mark.parametrize(("size", "script"), [(DESK, True), (PHONE, False)], ids=["desk", "phone without a script"])
def test_print_the_brief_and_the_attendee_sheet(open_page: Opener, size: tuple[int, int], script: bool) -> None:
    page = open_page("/workshops/MNG-2014-001", role="viewer", size=size, script=script)
    page.get_by_role("link", name="Brief").click()
    page.locator("#brief").get_by_label("Language").select_option("Français")
    brief = printed(page, "#brief")
    assert "MNG-2014-001" in brief
    assert "12–16 mai 2014" in brief

    page.locator("#attendee-sheet").get_by_label("Language").select_option("Español")
    sheet = printed(page, "#attendee-sheet")
    assert "12–16 de mayo de 2014" in sheet
    assert "Firma" in sheet or "firma" in sheet


def test_today_s_sheet_is_one_click_away(open_page: Opener) -> None:
    page = open_page("/", role="administrator")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Attendee sheet").first.click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
