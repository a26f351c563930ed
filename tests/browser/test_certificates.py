"""Certificates are issued, corrected, withdrawn and looked up by whoever holds their code."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import looking
from tests.browser.conftest import PHONE, Opener
from tests.browser.records import TOKEN

pytestmark = pytest.mark.browser
WORKSHOP = "MNG-2014-001"


def numbers(page: Page) -> Iterator[str]:
    """The numbers in the list."""
    yield from (text.strip() for text in page.locator("tbody th").all_inner_texts())


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_from_the_workshop_to_the_page_behind_the_code(open_page: Opener, script: bool) -> None:
    kind = "Certificate of attendance" if script else "Certificate for trainers"
    page = open_page(f"/workshops/{WORKSHOP}", role="organiser", size=PHONE if script else (1280, 900), script=script)
    page.get_by_role("link", name="Certificates", exact=True).last.click()
    page.get_by_role("link", name="Issue certificates").click()
    page.get_by_label("Kind").select_option(kind)
    page.get_by_role("button", name="Show who gets one").click()
    if script:
        boxes = page.locator("input[name=people]")
        page.get_by_label("Choose all").uncheck()
        expect(page.locator("input[name=people]:checked")).to_have_count(0)
        boxes.first.check()
        assert page.get_by_label("Choose all").evaluate("box => box.indeterminate")
        page.get_by_label("Choose all").check()
        expect(page.locator("input[name=people]:checked")).to_have_count(boxes.count())
    page.get_by_label("Second language").select_option("Français")
    page.get_by_label("First signatory: name").fill("Anna Keller")
    page.get_by_label("First signatory: title").fill("Chief of Mission")
    page.get_by_role("button", name="Issue the certificates").last.click()
    expect(page.get_by_role("status").first).to_contain_text(re.compile("issued"))
    first = next(number for number in numbers(page) if number.startswith(f"{WORKSHOP}-C"))

    page.get_by_role("checkbox", name=first).check()
    page.get_by_role("button", name="Withdraw").click()
    page.get_by_label("Reason").fill("Signed by the wrong person")
    page.get_by_role("button", name="Withdraw").click()
    page.get_by_role("link", name=first).click()
    expect(page.get_by_role("heading", name=kind)).to_be_visible()
    expect(page.locator("main")).to_contain_text("no longer valid")
    if script:
        the_pages_about_chosen_ones_are_in_order(page)


def test_whoever_holds_the_code_sees_whether_it_holds(open_page: Opener) -> None:
    page = open_page(f"/c/{TOKEN}", size=PHONE, scheme="dark", language="fr")
    expect(page.locator("main")).to_contain_text("Ce certificat figure au registre")
    expect(page.locator("main")).to_contain_text("Анна Келлер")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def the_pages_about_chosen_ones_are_in_order(page: Page) -> None:
    page.goto(f"/workshops/{WORKSHOP}/certificates")
    boxes = page.locator("input[name=certificates]")
    withdrawn, in_force = (box.get_attribute("value") for box in (boxes.first, boxes.last))
    looking.prepare(page)
    for act, chosen, heading in (
        ("reissue", in_force, "Correct certificates"),
        ("withdraw", in_force, "Withdraw certificates?"),
        ("put-back", withdrawn, "Put certificates back?"),
    ):
        page.goto(f"/workshops/{WORKSHOP}/certificates/{act}?certificates={chosen}")
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
        assert list(looking.faults(page)) == []
