"""Every page by keyboard: Tab comes to everything, nothing holds it, and one sees where it is."""

import pytest
from flask import Flask

from tests.browser import looking
from tests.browser.addresses import pages_of
from tests.browser.conftest import DESK, PHONE, Opener

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_page_can_be_worked_by_keyboard(open_page: Opener, routes: Flask, size: tuple[int, int]) -> None:
    page = open_page("/healthz", role="administrator", size=size)
    looking.prepare(page)
    found = []
    for address in pages_of(routes, "administrator"):
        page.goto(address)
        found += [f"{address}: {fault}" for fault in looking.faults_of_focus(page)]
    assert not found, "\n".join(found)
