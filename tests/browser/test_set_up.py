"""The first way: set up and sign in."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PATIENCE, ROOT, sign_in
from tests.databases import Databases

pytestmark = pytest.mark.browser


@pytest.mark.both_databases
def test_set_up_and_sign_in(chromium: Browser, tmp_path: Path, databases: Databases) -> None:
    """One command sets up a site; its one-time password opens it and has to be replaced."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("WORKSHOPS_")}
    command = [sys.executable, "-m", "workshops", "--port", "0", "--no-demo"]
    with (
        (tmp_path / "log").open("w") as log,
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=environ | databases.empty() | {"WORKSHOPS_INSTANCE": str(tmp_path)},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        try:
            assert process.stdout is not None
            said = process.stdout.readline() + process.stdout.readline()
            found = re.search(r"Sign in as (\S+) with the one-time password (\S+)\n.* serves on (\S+)", said)
            assert found, said + (tmp_path / "log").read_text()
            email, one_time, address = found.groups()
            context = chromium.new_context(base_url=address, locale="en-GB")
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            sign_in(page, email, one_time)
            expect(page.get_by_text("You signed in with a one-time password.")).to_be_visible()
            page.get_by_label("Present password").fill(one_time)
            page.get_by_label("New password").fill("steppe horses graze until dusk")
            page.get_by_role("button", name="Save the new password").click()
            expect(page.get_by_role("heading", name="Today")).to_be_visible()
            page.get_by_label("Account").click()
            page.get_by_role("button", name="Sign out").click()
            sign_in(page, email, "steppe horses graze until dusk")
            expect(page.get_by_role("heading", name="Today")).to_be_visible()
            context.close()
        finally:
            process.terminate()
