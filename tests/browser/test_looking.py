"""The examination itself: it sees the faults it is there for."""

import pytest

from tests.browser import looking
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

BREAK = """() => {
  const main = document.querySelector("main");
  const add = (name, text) => main.appendChild(Object.assign(document.createElement(name), { textContent: text }));
  add("h1", "Another title");
  add("p", "Pale").style.color = "light-dark(#ccc, #333)";
  add("div", "Wide").style.width = "2000px";
  add("p", "Moving").style.setProperty("transition", "color 1s", "important");
  const button = add("button", "Unseen");
  button.style.outline = "none";
  const behind = add("button", "Behind");
  behind.style.position = "fixed";
  behind.style.top = "-100px";
  const trap = add("button", "Trap");
  trap.addEventListener("keydown", (event) => event.preventDefault());
}"""


def test_planted_faults_are_found(open_page: Opener) -> None:
    page = open_page("/healthz")
    looking.prepare(page)
    page.goto("/privacy")
    assert list(looking.faults(page)) == []
    page.evaluate(BREAK)
    found = "\n".join(looking.faults(page))
    for fault in ("2 headings", "color-contrast", "dark: color-contrast", "at 360 px", "moves although nothing should"):
        assert fault in found


def test_planted_faults_of_the_focus_are_found(open_page: Opener) -> None:
    page = open_page("/healthz")
    looking.prepare(page)
    page.goto("/privacy")
    page.evaluate(BREAK)
    found = looking.faults_of_focus(page)
    assert [fault.split(": ")[0] for fault in found[:2]] == ["does not show its focus", "is focused out of sight"]
    assert all(fault.startswith("Tab does not reach") for fault in found[2:])
    assert len(found) > 3
