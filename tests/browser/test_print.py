"""Printing the brief and the attendee sheet, in a language of their own."""

import re

import pypdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Opener

pytestmark = pytest.mark.browser


def printed(page: Page, section: str) -> tuple[str, str]:
    """The name and the text of the document that a section of the page makes."""
    with page.expect_download() as waiting:
        page.locator(section).get_by_role("button", name="Download").click()
    text = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(waiting.value.path()).pages)
    return waiting.value.suggested_filename, text


@pytest.mark.both_databases
@pytest.mark.parametrize(("size", "script"), [(DESK, True), (PHONE, False)], ids=["desk", "phone without a script"])
def test_print_the_brief_and_the_attendee_sheet(open_page: Opener, size: tuple[int, int], script: bool) -> None:
    page = open_page("/workshops/MNG-2014-001", role="viewer", size=size, script=script)
    page.get_by_role("link", name="Print", exact=True).click()
    page.get_by_label("Language", exact=True).select_option("Français")
    name, brief = printed(page, "#brief")
    assert name == "MNG-2014-001 brief 2014-05-12 fr.pdf"
    assert "12–16 mai 2014" in brief

    page.get_by_label("Language", exact=True).select_option("Español")
    page.locator("#attendee-sheet summary").click()
    page.locator("#attendee-sheet").get_by_label("Phone").check()
    name, sheet = printed(page, "#attendee-sheet")
    assert name == "MNG-2014-001 attendee sheet 2014-05-12 es.pdf"
    assert "12–16 de mayo de 2014" in sheet
    assert "Teléfono" in sheet


def test_documents_say_what_they_make_and_are_looked_at_in_place(open_page: Opener) -> None:
    page = open_page("/workshops/MNG-2014-001/print", role="viewer")
    sheet = page.locator("#attendee-sheet")
    sheet.scroll_into_view_if_needed()  # pages of what nobody sees are not counted
    expect(sheet).to_contain_text("English · A4 · 2 pages")
    page.get_by_label("Paper").select_option("US Letter")
    expect(sheet).to_contain_text(re.compile(r"English · Letter · \d+ pages"))
    page.get_by_label("Paper").select_option("A4")
    expect(sheet).to_contain_text("English · A4 · 2 pages")
    sheet.get_by_role("button", name="Preview").click()
    figure = sheet.get_by_role("figure")
    expect(figure).to_be_focused()
    expect(figure.get_by_role("img", name="Attendee sheet, Page 1 of 2")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(figure.get_by_role("img", name="Attendee sheet, Page 2 of 2")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(figure.get_by_role("img", name="Attendee sheet, Page 1 of 2")).to_be_visible()
    assert page.url.endswith("/print"), "nothing was left"
    assert figure.get_by_role("img").evaluate("image => image.naturalWidth") == 1400


def test_today_s_sheet_is_one_click_away(open_page: Opener) -> None:
    page = open_page("/", role="administrator")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Attendee sheet").first.click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
