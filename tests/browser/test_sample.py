"""The sample page, which shows every component once: refused, with a list found and a menu open."""

import pytest

from tests.browser import looking
from tests.browser.conftest import DESK, PHONE, Opener

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_form_with_errors_and_open_menus_is_sound(open_page: Opener, size: tuple[int, int]) -> None:
    page = open_page("/healthz", role="organiser", size=size)
    looking.prepare(page)
    page.goto("/sample")
    assert list(looking.faults(page)) == []
    page.get_by_role("button", name="Add an agency").click()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("combobox", name="Project").press_sequentially("mongolia")
    page.get_by_role("listbox", name="Project").wait_for()
    assert list(looking.faults(page)) == []
    page.locator("summary", has_text="More").click()
    assert list(looking.faults(page, ".page-header .menu")) == []
