"""Examines a page in the browser: axe-core in light and dark, its structure, its width, and the way of the focus."""

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

SCRIPTS = (
    Path(axe_playwright_python.__file__).with_name("axe.min.js"),
    Path(__file__).with_name("looking.js"),
)
HEIGHT = 900
NARROW = (640, 360)
"""Widths in pixels: a desk enlarged to 200 %, and a phone."""
ENOUGH = 400
"""Presses of Tab after which a page is taken for a trap."""


def prepare(page: Page) -> None:
    """Give every page that is opened next what it is examined with."""
    page.emulate_media(reduced_motion="reduce")
    for script in SCRIPTS:
        page.add_init_script(path=script)


def faults(page: Page, part: str = "html") -> Iterator[str]:
    """What is wrong with the page that is shown, or with the part at a CSS selector."""
    page.emulate_media(color_scheme="light")
    yield from page.evaluate("part => looking.rules(part)", part)
    page.emulate_media(color_scheme="dark")
    yield from (f"dark: {fault}" for fault in page.evaluate("part => looking.colours(part)", part))
    yield from page.evaluate("[...looking.structure(), ...looking.motion(), ...looking.width()]")
    size = page.viewport_size or {"width": 1280, "height": HEIGHT}
    for width in NARROW:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        yield from page.evaluate("looking.width()")
    page.set_viewport_size(size)


def faults_of_focus(page: Page, *, is_whole: bool = True) -> list[str]:
    """What is wrong when somebody goes through the page by Tab: nothing left out, nothing unseen, nothing holds on.

    Or through its contents alone, where the frame around them was gone through before.
    """
    presses = page.evaluate("isWhole => looking.startWalk(isWhole)", is_whole) + 2
    for _press in range(min(presses, ENOUGH)):
        page.keyboard.down("Tab")  # held down, as it were: half the messages of pressing it each time
    page.keyboard.up("Tab")
    return page.evaluate("looking.endWalk()")
