"""A site in a process of its own, and Chromium to use it. Every page opened in a test must load without complaints."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.conftest import KEY
from tests.databases import Databases
from tests.factories import PASSWORD
from workshops.app import create_app
from workshops.config import load_settings

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60_000  # milliseconds before a step counts as failed, on a machine that is busy with other things
expect.set_options(timeout=PATIENCE)
DESK, PHONE = (1280, 900), (360, 740)

Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def routes(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The product as the site below runs it, to be asked what pages it has."""
    root = tmp_path_factory.mktemp("routes")
    return create_app(load_settings({"WORKSHOPS_SECRET_KEY": KEY}, root))


@dataclass(frozen=True)
class Served:
    """The site of this test process: see tests/browser/server.py."""

    process: subprocess.Popen[str]
    address: str

    def order(self, order: str) -> None:
        """Have the site `keep` its records, or bring them `back` as they were kept."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(order, file=self.process.stdin, flush=True)
        assert self.process.stdout.readline() == f"{order}\n"


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Iterator[Served]:
    """A running site."""
    instance = tmp_path_factory.mktemp("site")
    environ = {name: value for name, value in os.environ.items() if not name.startswith("WORKSHOPS_")}
    with (
        (instance / "log").open("w") as log,
        subprocess.Popen(
            [sys.executable, "-m", "tests.browser.server", str(instance)],
            cwd=ROOT,
            env=environ | databases.migrated(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address, (instance / "log").read_text()
        yield Served(process, address)
        process.terminate()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def signed_in(chromium: Browser, served: Served) -> dict[str, dict[str, object]]:
    """The cookies of a user of each role. That they are signed in is among the records that the site keeps."""
    cookies = {}
    for role in ("viewer", "organiser", "administrator", "newcomer"):
        context = chromium.new_context(base_url=served.address)
        sign_in(context.new_page(), f"{role}@example.org", PASSWORD)
        cookies[role] = dict(context.storage_state())
        context.close()
    served.order("keep")
    return cookies


@pytest.fixture
def site(served: Served, signed_in: dict[str, dict[str, object]]) -> str:
    """The address of the site, with its records as at the start, whatever the tests before have changed."""
    served.order("back")
    return served.address


@pytest.fixture
def open_page(chromium: Browser, site: str, signed_in: dict[str, dict[str, object]]) -> Iterator[Opener]:
    """Opens pages at a path: open_page("/workshops", role="organiser", size=PHONE, scheme="dark", script=False)."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    pages: set[str] = set()

    def listen(message: ConsoleMessage) -> None:
        address = str(message.location.get("url")).partition("#")[0]
        is_own_status = address in pages and "Failed to load resource" in message.text  # a page may answer 404 or 422
        if message.type in ("error", "warning") and not is_own_status:
            complaints.append(f"{address}: {message.text}")

    def opened(
        path: str,
        role: str = "",
        size: tuple[int, int] = DESK,
        scheme: str = "light",
        script: bool = True,
        language: str = "en-GB",
    ) -> Page:
        context = chromium.new_context(
            base_url=site,
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
            locale=language,
            storage_state=signed_in[role] if role else None,  # type: ignore[arg-type]
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on(
            "request",
            lambda request: pages.add(request.url.partition("#")[0]) if request.is_navigation_request() else None,
        )
        page.on("console", listen)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


def sign_in(page: Page, email: str, password: str) -> None:
    """Sign in as a person does."""
    page.goto("/sign-in")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda address: "/sign-in" not in address)
