"""From a press release to a workshop: hand it over, compare, confirm, register."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, Opener

pytestmark = pytest.mark.browser

WORD_IN_VIEW = """(words) => {
  const nodes = document.createTreeWalker(document.querySelector(".review-words"), NodeFilter.SHOW_TEXT);
  while (nodes.nextNode() && !nodes.currentNode.data.includes(words));
  const range = new Range();
  range.setStart(nodes.currentNode, nodes.currentNode.data.indexOf(words));
  range.setEnd(nodes.currentNode, range.startOffset + 3);
  const text = document.querySelector(".review-text");
  text.scrollIntoView({ block: "center", behavior: "instant" });
  text.scrollBy(0, range.getBoundingClientRect().top - text.getBoundingClientRect().top - 60);
  const { left, top } = range.getBoundingClientRect();
  return [left + 4, top + 8];
}"""
"""Where words of the text stand on the screen, once they are in view."""

SEEDS = Path(__file__).parents[1] / "samples" / "press" / "seeds"


@pytest.mark.both_databases
def test_from_a_press_release_to_a_workshop(open_page: Opener) -> None:
    page = open_page("/", role="organiser")
    page.get_by_role("link", name="Add a press release").click()
    page.get_by_label("Text of the press release").fill((SEEDS / "seed-mongolia.txt").read_text())
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("L'OIM en Mongolie œuvre contre la migration irrégulière")
    expect(page.locator("mark", has_text="Oulan-Bator").first).to_be_visible()
    listens = page.locator("mark[tabindex='0']")  # a page that came anew does once its script has run
    expect(listens).to_be_attached()

    place = page.locator(".field", has=page.get_by_label("Town"))
    place.get_by_role("link").click()
    expect(page.locator("mark.is-current")).to_have_text("Oulan-Bator")
    accept = place.get_by_role("button", name="Accept")
    with page.expect_response(re.compile("/findings/")):  # shown at once, and told to the server meanwhile
        accept.click()
    expect(accept).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.get_by_text(re.compile("^1 of "))).to_be_visible()

    expect(listens).to_be_attached()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert").first).to_contain_text("to decide before it is registered")
    expect(page.locator(".doubts")).to_be_focused()
    page.keyboard.press("Control+Enter")
    made = page.get_by_role("link", name=re.compile(r"^MNG-\d{4}-\d{3}$"))
    made.first.click()
    page.wait_for_url(re.compile(r"/workshops/MNG-\d{4}-\d{3}$"))
    expect(page.get_by_text("Oulan-Bator, Mongolia")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile(r"\(MIA\)")).first).to_be_visible()


def test_reviewed_on_a_phone_without_a_script(open_page: Opener) -> None:
    page = open_page("/press", role="organiser", size=PHONE, script=False)
    page.get_by_label("Or files").set_input_files(SEEDS / "seed-china.txt")
    page.get_by_role("button", name="Read it").click()
    town = page.locator(".field", has=page.get_by_label("Town"))
    town.get_by_role("button", name="Reject").click()
    expect(page.get_by_label("Town")).to_have_value("")
    page.get_by_role("button", name="Register the workshop").click()
    expect(page.get_by_role("status").get_by_role("link", name=re.compile(r"^CHN-\d{4}-\d{3}$"))).to_be_visible()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_text_about_no_workshop_is_said_to_be_none(open_page: Opener, size: tuple[int, int]) -> None:
    page = open_page("/press", role="organiser", size=size)
    page.get_by_label("Text of the press release").fill(f"Nothing to see here, {size[0]} times.")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("This text does not seem to be about a workshop.")).to_be_visible()


def test_reviewed_by_keys_alone(open_page: Opener) -> None:
    page = open_page("/press", role="organiser")
    told = "The IOM held a three-day workshop in Lima, Peru, from 6 to 10 May 2024 for 20 officers."
    text = f"Officers trained in Lima\n\n{told}"
    page.get_by_label("Text of the press release").fill(text)
    page.get_by_role("button", name="Read it").click()
    look = page.locator(".look")
    listens = page.locator("mark[tabindex='0']")  # a page that came anew does once its script has run
    expect(look.get_by_text("The text says 3 days")).to_be_visible()
    expect(listens).to_be_attached()
    page.get_by_label("Days of training").fill("5")
    look.get_by_role("link", name="Funders").focus()
    expect(look.get_by_text("The text says 3 days")).to_be_hidden()
    expect(look.get_by_role("link", name="Funders")).to_be_focused()
    page.get_by_label("Days of training").focus()
    page.keyboard.press("End")
    page.keyboard.press("a")
    expect(page.get_by_label("Days of training")).to_have_value("5a")
    page.get_by_label("Days of training").fill("5")
    page.locator(".review-text").focus()
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator(".field:has(.evidence) :is(input, textarea, select):focus")).to_be_attached()
    page.keyboard.press("Escape")
    expect(page.locator(".evidence-link:focus")).to_be_attached()
    page.keyboard.press("w")
    expect(page.locator(".evidence-why:has(summary:focus) p")).to_be_visible()
    expect(page.locator("summary:focus")).to_have_accessible_description(re.compile("[a-z] [a-z]"))
    page.keyboard.press("Escape")
    expect(page.locator(".evidence-why[open]")).to_have_count(0)
    page.keyboard.press("w")
    page.keyboard.press("Tab")
    expect(page.locator(".evidence-why[open]")).to_have_count(0)
    page.keyboard.press("a")
    expect(look.get_by_text(re.compile("^1 of "))).to_be_visible()
    page.keyboard.press("r")
    expect(look.get_by_text(re.compile("^2 of "))).to_be_visible()
    expect(listens).to_be_attached()
    page.keyboard.press("Control+z")
    expect(look.get_by_text(re.compile("^1 of "))).to_be_visible()
    expect(page.locator("[data-status=proposed] .evidence-link:focus")).to_be_attached()  # what was taken back
    marked = page.locator("mark:focus")
    listens.focus()
    page.keyboard.press("ArrowRight")
    words = marked.inner_text()
    page.keyboard.press("u")
    page.keyboard.press("v")
    expect(page.locator(".assign-menu button:focus")).to_have_accessible_name("Venue")
    assert page.evaluate("String(getSelection())").strip() == words.strip()
    page.keyboard.press("Escape")
    expect(page.locator(".assign-menu")).to_be_hidden()
    expect(marked).to_have_text(words)
    page.keyboard.press("Shift+A")
    expect(look.get_by_text(re.compile("^([2-9]|[0-9]{2}) of "))).to_be_visible()
    expect(page.locator("[data-status=proposed] .evidence-link:focus")).to_be_attached()
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_label("Days of training").fill("3")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert").first).to_contain_text("to decide before it is registered")
    expect(page.locator(".doubts")).to_be_focused()
    page.keyboard.press("Control+Shift+Enter")  # nothing is doubtful, only a contradiction was asked about
    page.get_by_role("button", name="Undo the registration").click()
    expect(page.get_by_label("Days of training")).to_have_value("3")


def test_what_is_decided_without_a_line_waits_on_the_page(open_page: Opener) -> None:
    page = open_page("/press", role="organiser")
    text = "Officers trained in Lima\n\nThe IOM held a workshop in Lima, Peru, from 6 to 10 May 2024 for 20 officers."
    page.get_by_label("Text of the press release").fill(text)
    page.get_by_role("button", name="Read it").click()
    town = page.get_by_label("Town")
    reject = page.locator(".field", has=town).get_by_role("button", name="Reject")
    expect(page.locator("mark[tabindex='0']")).to_be_attached()  # its script has run
    page.evaluate("window.stays = true")
    page.context.set_offline(True)
    reject.click()
    line = page.locator("[data-line]")
    expect(line).to_contain_text("is sent as soon as there is one")
    expect(reject).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Venue").fill("Hotel Bolívar")
    page.keyboard.press("Control+Enter")
    expect(line).to_contain_text("this was not done")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.context.set_offline(False)
    expect(line).to_contain_text("The connection is back")
    expect(town).to_have_value("")
    expect(page.get_by_label("Venue")).to_have_value("Hotel Bolívar")
    assert page.evaluate("window.stays"), "it is the same page"


def test_it_is_asked_and_registered_after_a_row_was_removed(open_page: Opener) -> None:
    page = open_page("/press", role="organiser")
    told = "The IOM held a three-day workshop in Lima, Peru, from 6 to 10 June 2024 for 20 officers."
    page.get_by_label("Text of the press release").fill(f"Officers trained in Lima\n\n{told}")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("mark[tabindex='0']")).to_be_attached()
    page.locator("#agencies [data-row-remove]").first.click()
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_focused()  # the answer takes it away
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert").first).to_contain_text("to decide before it is registered")
    expect(page.locator("mark[tabindex='0']")).to_be_attached()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="Undo the registration")).to_be_visible()


def test_selected_words_go_to_the_field_one_was_in(open_page: Opener) -> None:
    page = open_page("/press", role="organiser", size=PHONE)
    page.emulate_media(reduced_motion="reduce")
    page.get_by_label("Text of the press release").fill((SEEDS / "seed-mongolia.txt").read_text())
    page.get_by_role("button", name="Read it").click()
    speaker = page.locator("#quotes-0-speaker_name")
    expect(page.locator("mark[tabindex='0']")).to_be_attached()  # its script has run
    speaker.focus()
    current = page.locator("mark.is-current")
    expect(current.first).to_contain_text(speaker.input_value())
    page.get_by_label("Role").first.focus()
    expect(current).to_have_count(0)
    page.locator("mark", has_text=speaker.input_value()).last.click()
    expect(speaker).to_be_focused()
    words = page.locator("mark", has_text="Oulan-Bator").first
    words.scroll_into_view_if_needed()
    box = words.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 1, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, middle, steps=4)
    menu = page.get_by_role("group", name="Use the selected words as")
    expect(menu).to_be_hidden()
    page.mouse.up()
    expect(menu).to_be_in_viewport(ratio=1)
    menu.get_by_role("button", name="Speaker, Quote 1").click()
    expect(speaker).to_have_value("Oulan-Bator")
    expect(page.locator(".evidence-link:focus")).to_be_attached()
    x, y = page.evaluate(WORD_IN_VIEW, "Chef de Cabinet")
    page.mouse.dblclick(x, y)
    expect(menu.locator("q")).to_have_text("Bureau du Chef de Cabinet")  # the whole name
    assert page.evaluate("String(getSelection())") == "Bureau du Chef de Cabinet"
    x, y = page.evaluate(WORD_IN_VIEW, "OIM joue")
    expect(menu).to_be_hidden()  # its words are out of sight
    page.mouse.dblclick(x, y)
    expect(menu.locator("q")).to_have_text("OIM")  # without the l' before it


def test_words_go_to_the_likeliest_field_by_one_more_click_or_by_its_number(open_page: Opener) -> None:
    page = open_page("/press", role="organiser")
    page.emulate_media(reduced_motion="reduce")
    told = "The IOM held a workshop in Lima, Peru, from 6 to 10 June 2024 for 20 officers. The Hidden Moon Inn fed us."
    page.get_by_label("Text of the press release").fill(f"Officers trained in Lima\n\n{told}")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("mark[tabindex='0']")).to_be_attached()
    page.get_by_label("Venue").fill("")
    first = page.locator(".assign-menu button").first
    page.mouse.dblclick(*page.evaluate(WORD_IN_VIEW, "Moon"))
    expect(page.locator(".assign-menu q")).to_have_text("Hidden Moon Inn")
    expect(first).to_have_accessible_name("Venue")
    page.mouse.down()
    page.mouse.up()
    expect(page.get_by_label("Venue")).to_have_value("Hidden Moon Inn")
    page.get_by_label("Target audience").focus()
    page.mouse.dblclick(*page.evaluate(WORD_IN_VIEW, "officers"))
    expect(first).to_have_accessible_name("Target audience")
    page.keyboard.press("1")
    expect(page.locator(".assign-menu")).to_be_hidden()
    expect(page.locator(".evidence-link:focus")).to_have_text("officers")
    page.locator("mark[tabindex='0']").focus()
    page.keyboard.press("u")
    expect(page.locator(".assign-menu [aria-keyshortcuts='1']")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".assign-menu")).to_be_hidden()
    expect(page.locator(".evidence-link:focus")).to_be_attached()
