"""What was typed is there again: after the browser was killed, signed out meanwhile, or without a connection."""

import os
import re
import shlex
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import FLAGS, PATIENCE, Opener, sign_in
from tests.factories import PASSWORD

pytestmark = pytest.mark.browser

KEPT = re.compile(r"Kept at \d\d:\d\d")
TITLE = "Passports and visas in the Gobi"
START_SECONDS = 120  # for a Chromium on a machine that is busy with other things


@contextmanager
def a_browser_of_its_own(chromium: Browser) -> Iterator[tuple[Browser, int]]:
    """A Chromium that can be killed without harm to the other tests, and the number of its process and their group.

    It is started like that of all tests, through a pipe that is always read, by a script that leaves its number.
    """
    path = shutil.which("chromium")
    assert path
    with tempfile.TemporaryDirectory() as folder:
        number, script = Path(folder, "number"), Path(folder, "chromium")
        script.write_text(f'#!/bin/sh\necho $$ > {shlex.quote(str(number))}\nexec {shlex.quote(path)} "$@"\n')
        script.chmod(0o700)
        browser = chromium.browser_type.launch(executable_path=script, args=FLAGS, timeout=START_SECONDS * 1000)
        try:
            yield browser, int(number.read_text())
        finally:
            browser.close()


def a_page(chromium: Browser, site: str) -> Page:
    """A page of its own, in which the browser may complain of requests that fail."""
    page = chromium.new_context(base_url=site).new_page()
    page.set_default_timeout(PATIENCE)
    return page


def test_what_was_typed_survives_the_death_of_the_browser(chromium: Browser, site: str, open_page: Opener) -> None:
    with a_browser_of_its_own(chromium) as (browser, process_group):
        page = a_page(browser, site)
        sign_in(page, "organiser@example.org", PASSWORD)
        page.goto("/workshops/new")
        page.locator("#title").fill(TITLE)
        page.get_by_role("button", name="Add an agency").click()
        page.locator("#agencies-0-agency_name").press_sequentially("Coast Guard")
        page.wait_for_timeout(5000)  # what was typed 5 seconds ago must be safe
        with page.expect_event("close"):
            os.killpg(process_group, signal.SIGKILL)
    page = open_page("/", role="organiser")
    panel = page.locator("section", has=page.get_by_role("heading", name="Unfinished forms"))
    expect(panel).to_contain_text(TITLE)
    panel.get_by_role("link", name="Register a workshop").click()
    expect(page.locator("#title")).to_have_value(TITLE)
    expect(page.locator("#agencies-0-agency_name")).to_have_value("Coast Guard")
    page.get_by_role("button", name="Save").last.click()
    page.wait_for_url(re.compile(r"/workshops/[A-Z]{3}-\d{4}"))
    page.goto("/")
    expect(page.get_by_text(TITLE).first).to_be_visible()
    expect(page.get_by_text("Unfinished forms")).to_have_count(0)


def test_signed_out_while_typing(chromium: Browser, site: str) -> None:
    page = a_page(chromium, site)
    sign_in(page, "organiser@example.org", PASSWORD)
    page.goto("/agencies/new")
    page.locator("#name").fill("Lighthouse Keepers")
    expect(page.locator("[data-keep-status]")).to_have_text(KEPT)
    page.context.clear_cookies()
    page.locator("#notes").fill("Typed while signed out")
    told = page.locator("[data-keep-signed-out]")
    expect(told).to_be_visible()
    with page.context.expect_page() as opened:
        told.get_by_role("link").click()
    tab = opened.value
    tab.get_by_label("E-mail").fill("organiser@example.org")
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Sign in").click()
    tab.wait_for_url(lambda address: "/sign-in" not in address)
    tab.close()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(told).to_be_hidden()
    expect(page.locator("[data-keep-status]")).to_have_text(KEPT)
    page.get_by_role("button", name="Save").last.click()
    page.wait_for_url(re.compile(r"/agencies/\d+$"))
    expect(page.get_by_text("Typed while signed out")).to_be_visible()
    page.context.close()


def test_without_a_connection_it_says_so_and_asks_before_it_is_left(chromium: Browser, site: str) -> None:
    page = a_page(chromium, site)
    sign_in(page, "organiser@example.org", PASSWORD)
    page.goto("/projects/new")
    questions: list[str] = []
    page.on("dialog", lambda dialog: (questions.append(dialog.type), dialog.dismiss()))
    page.locator("#title").fill("Borders and people")
    expect(page.locator("[data-keep-status]")).to_have_text(KEPT)
    page.route("**/unfinished", lambda route: route.abort())
    page.locator("#code").fill("TC.0999")
    expect(page.locator("[data-keep-status]")).to_contain_text("no connection")
    with page.expect_event("dialog", timeout=PATIENCE):
        page.get_by_role("link", name="Projects").last.click(no_wait_after=True)
    assert questions == ["beforeunload"]
    page.unroute("**/unfinished")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("[data-keep-status]")).to_have_text(KEPT)
    page.goto("/projects")
    assert questions == ["beforeunload"]
    page.goto("/projects/new")
    page.get_by_role("link", name="Go on with it").click()
    expect(page.locator("#code")).to_have_value("TC.0999")
    page.context.close()


def test_a_file_that_is_too_large_is_named_before_it_is_sent(open_page: Opener, tmp_path: Path) -> None:
    film = tmp_path / "film.pdf"
    with film.open("wb") as file:
        file.truncate(21 * 1024**2 + 1)
    page = open_page("/workshops/MNG-2030-001/documents/new", role="organiser")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.is_navigation_request() else None)
    page.locator("#title").fill("Agenda")
    page.locator("#file").set_input_files(film)
    expect(page.get_by_text("The file has 22 MB; at most 20 MB can be uploaded.")).to_be_visible()
    page.get_by_role("button", name="Attach").last.click()
    expect(page.locator("#file")).to_be_focused()
    assert sent == []
    page.locator("#file").set_input_files({"name": "agenda.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"})
    expect(page.get_by_text("at most 20 MB")).to_have_count(0)


@pytest.mark.parametrize("leaves", ["goes on", "cancels"])
def test_leaving_at_once_keeps_and_cancelling_forgets(open_page: Opener, leaves: str) -> None:
    page = open_page("/topics/new", role="organiser")
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("#label").fill("Seafarers")
    if leaves == "cancels":
        expect(page.locator("[data-keep-status]")).to_have_text(KEPT)
        page.get_by_role("link", name="Cancel").click()
        page.wait_for_url(re.compile("/topics$"))
        page.goto("/topics/new")
        expect(page.get_by_text("You did not finish this form")).to_have_count(0)
    else:
        page.goto("/topics")
        page.goto("/")
        expect(page.get_by_text("Seafarers")).to_be_visible()
        page.get_by_role("button", name="Drop").first.click()
        expect(page.get_by_text("Seafarers")).to_have_count(0)
