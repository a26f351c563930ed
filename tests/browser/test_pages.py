"""Every page on a desk and on a phone: nothing sticks out, nothing fails to load, and axe-core finds no fault."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE, Opener

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
ONE_OF_MANY = re.compile(r"[A-Z]{3}-\d{4}-\d{3}|(?<=/)\d+|(?<=/trainings/)\w+")
FILE = re.compile(r"\.(pdf|csv|xlsx|json|ics)$")
LOOKS = [pytest.param(DESK, "light", id="desk, light"), pytest.param(PHONE, "dark", id="phone, dark")]


def faults(page: Page, part: str = "html") -> list[str]:
    """What is wrong with the page that is shown, or with the part at a CSS selector."""
    found = []
    outside = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if outside > 0:
        found.append(f"{outside} px stick out to the side")
    results = Axe().run(page, context=part, options=RULES)
    for violation in results.response["violations"]:
        where = "; ".join(f"{node['target']} {node['failureSummary']}" for node in violation["nodes"][:3])
        found.append(f"{violation['id']}: {where}")
    return found


def links(page: Page) -> list[str]:
    """The paths of this site that the page leads to, without files."""
    addresses = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    own = [urlsplit(address) for address in addresses if address.startswith(page.url.split("/", 3)[0])]
    host = urlsplit(page.url).netloc
    return [address.path for address in own if address.netloc == host and not FILE.search(address.path)]


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_every_page_is_sound(open_page: Opener, size: tuple[int, int], scheme: str) -> None:
    """Follows the links from the start page, one page of each kind."""
    page = open_page("/", role="administrator", size=size, scheme=scheme)
    waiting, seen, found = ["/", "/account", "/sample"], set[str](), []
    while waiting:
        path = waiting.pop(0)
        kind = ONE_OF_MANY.sub("*", path)
        if kind in seen:
            continue
        seen.add(kind)
        answer = page.goto(path)
        assert answer is not None
        if answer.status != 200:
            found.append(f"{path}: status {answer.status}")
        found += [f"{path}: {fault}" for fault in faults(page)]
        waiting += links(page)
    assert len(seen) > 4, seen
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
@pytest.mark.parametrize("path", ["/sign-in", "/help", "/privacy", "/accessibility", "/no-such-page"])
def test_pages_without_signing_in_are_sound(open_page: Opener, path: str, size: tuple[int, int], scheme: str) -> None:
    page = open_page(path, size=size, scheme=scheme)
    assert faults(page) == []


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_a_form_with_errors_and_open_menus_is_sound(open_page: Opener, size: tuple[int, int], scheme: str) -> None:
    page = open_page("/sample", role="organiser", size=size, scheme=scheme)
    page.get_by_role("button", name="Add an agency").click()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("combobox", name="Project").press_sequentially("mongolia")
    page.get_by_role("listbox", name="Project").wait_for()
    assert faults(page) == []
    page.locator("summary", has_text="More").click()
    assert faults(page, ".page-header .menu") == []
