"""Every page as nobody, a viewer and an organiser see it, in light and dark, on a desk, enlarged and on a phone."""

import pytest
from flask import Flask

from tests.browser.addresses import pages_of
from tests.browser.conftest import Opener
from tests.browser.crawl import Crawl

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def the_crawl() -> Crawl:
    return Crawl()


@pytest.mark.parametrize("role", ["", "viewer", "organiser"])
def test_every_page_is_sound(open_page: Opener, routes: Flask, the_crawl: Crawl, role: str) -> None:
    found = the_crawl.faults(open_page("/healthz", role=role), pages_of(routes, role))
    assert not found, "\n".join(found)
