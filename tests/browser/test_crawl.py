"""Every page as each role sees it: in light and dark, on a desk, enlarged and on a phone, and by keyboard alone."""

import pytest
from flask import Flask

from tests.browser import looking
from tests.browser.addresses import ROLES, pages_of
from tests.browser.conftest import Opener
from tests.browser.crawl import Crawl, faults_of_titles_and_links

pytestmark = pytest.mark.browser

PARTS = 9
"""The pages are dealt out to so many tests, for the processes to share. Each shows its pages to all roles."""


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_sound(
    open_page: Opener, signed_in: dict[str, dict[str, object]], routes: Flask, part: int
) -> None:
    dealt = sorted({address for role in ROLES for address in pages_of(routes, role)})[part::PARTS]
    page, crawl, found = open_page("/healthz"), Crawl(), []
    looking.prepare(page)
    for role in reversed(ROLES):  # in one window, which knows files and looks of pages already
        page.goto("about:blank")  # whatever the last page still asks for, it asks for as who it was shown to
        page.context.clear_cookies()
        page.context.add_cookies(signed_in[role]["cookies"] if role else [])  # type: ignore[arg-type]
        open_to_role = [address for address in pages_of(routes, role) if address in dealt]
        found += crawl.faults(page, open_to_role, by_keyboard=role == "administrator")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("role", ROLES)
def test_titles_tell_pages_apart_and_links_lead_somewhere(open_page: Opener, routes: Flask, role: str) -> None:
    site = open_page("/healthz", role=role).request
    found = faults_of_titles_and_links(site, pages_of(routes, role))
    assert not found, "\n".join(found)
