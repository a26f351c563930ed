"""The way through past trainings: from the countries to the list, from the list to a file."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Opener

pytestmark = pytest.mark.browser


def titles(page: Page) -> list[str]:
    return page.locator("section tbody th a").all_inner_texts()


def downloaded(page: Page, name: str) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name, exact=True).click()
    return Path(waiting.value.path())


def test_from_a_country_to_its_list_and_a_file(open_page: Opener) -> None:
    page = open_page("/trainings", role="administrator")
    everywhere = titles(page)
    page.get_by_role("group", name="Map of the workshops").get_by_role("link", name="Mongolia: ").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("in Mongolia")
    in_mongolia = titles(page)
    assert 0 < len(in_mongolia) < len(everywhere)

    page.get_by_role("columnheader", name="Title").get_by_role("link").click()
    page.wait_for_url("**sort=title")
    assert sorted(titles(page)) == sorted(in_mongolia)
    expect(page.get_by_role("columnheader", name="Title")).to_have_attribute("aria-sort", "ascending")

    with downloaded(page, "CSV").open(encoding="utf-8-sig", newline="") as file:
        assert [row["Title"] for row in csv.DictReader(file)] == titles(page)
    assert downloaded(page, "Excel").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without a script"])
def test_filtered_on_a_phone(open_page: Opener, script: bool) -> None:
    page = open_page("/trainings", role="administrator", size=PHONE, script=script)
    figures = page.locator("details.figures")
    assert (figures.get_attribute("open") is None) == script, "only a script can fold them away"
    page.get_by_role("button", name="Filter").click()
    page.get_by_label("Country", exact=True).select_option("Mongolia")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("in Mongolia")
    assert titles(page)
    page.get_by_role("button", name="Filter").click()
    page.get_by_label("Words").fill("***")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("Nothing found for")).to_be_visible()


def test_a_row_leads_to_its_workshop(open_page: Opener) -> None:
    page = open_page("/trainings", role="administrator")
    row = page.locator("section tbody tr").first
    address = row.get_by_role("link").first.get_attribute("href")
    row.locator("td").first.click()
    page.wait_for_url(f"**{address}")
