"""Makes the pictures of the guide anew: `python -m tests.browser.guide_pictures`, with Chromium on the machine.

One per chapter and language, taken from the demonstration, as WebP of at most 40 kB below workshops/static/guide/.
"""

import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import FLAGS, ROOT, sign_in
from tests.factories import PASSWORD
from workshops.app import create_app
from workshops.config import load_settings
from workshops.domain.languages import OWN_NAMES
from workshops.extensions import db
from workshops.migrations import running
from workshops.views.guide_chapters import CHAPTERS

FOLDER = ROOT / "workshops" / "static" / "guide"
SIZE = {"width": 1280, "height": 800}
SHOWN = (960, 600)
MOST_BYTES = 40_000


def main() -> None:
    """Start a site, go through it in each language, write the pictures."""
    with tempfile.TemporaryDirectory() as instance, sync_playwright() as playwright:
        app = create_app(load_settings({"WORKSHOPS_INSTANCE": instance}, Path(instance)))
        with app.app_context():
            running.upgrade(db.engine)
        command = [sys.executable, "-m", "tests.browser.server", instance]
        pipe = subprocess.PIPE  # the site ends where nobody is left to give it orders
        with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as site:
            assert site.stdout is not None
            address = site.stdout.readline().strip()
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            page = browser.new_context(base_url=address, viewport=SIZE, locale="en-GB").new_page()
            sign_in(page, "administrator@example.org", PASSWORD)
            for language, name in OWN_NAMES.items():
                choose_language(page, name)
                for chapter in CHAPTERS:
                    page.goto(chapter.path)
                    write(FOLDER / language / f"{chapter.key}.webp", page.screenshot())
            browser.close()
            site.terminate()


def choose_language(page: Page, name: str) -> None:
    """Choose the language at the top, and send away the cards of the first steps."""
    page.goto("/")
    page.locator("summary[aria-label]").first.click()
    page.get_by_role("button", name=name).click()
    page.wait_for_load_state()
    end = page.locator("form[action='/tour/end'] button")
    if end.count():
        end.click()
        page.wait_for_load_state()


def write(path: Path, png: bytes) -> None:
    """Keep a picture, with as much of its detail as fits."""
    with Image.open(BytesIO(png)) as picture:
        small = picture.convert("RGB").resize(SHOWN, Image.Resampling.LANCZOS)
    for quality in range(80, 20, -10):
        body = BytesIO()
        small.save(body, "WEBP", quality=quality, method=6)
        if body.tell() <= MOST_BYTES:
            break
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body.getvalue())


if __name__ == "__main__":
    main()
