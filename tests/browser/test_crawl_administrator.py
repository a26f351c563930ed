"""Every page as an administrator sees it: see test_crawl.py; apart, so that two processes share the way."""

import pytest
from flask import Flask

from tests.browser.addresses import pages_of
from tests.browser.conftest import Opener
from tests.browser.crawl import Crawl

pytestmark = pytest.mark.browser


def test_every_page_is_sound(open_page: Opener, routes: Flask) -> None:
    found = Crawl().faults(open_page("/healthz", role="administrator"), pages_of(routes, "administrator"))
    assert not found, "\n".join(found)
