"""What pages look like besides their usual state: refused, empty, gone, open menus, colours forced by the system."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser import looking
from tests.browser.conftest import DESK, PHONE, Opener
from tests.browser.records import REFERENCE

pytestmark = pytest.mark.browser

WORKSHOP = f"/workshops/{REFERENCE}"
MAIN = "main form:not(#press-release) :is(.btn-primary, .btn-danger)"
TYPED = ":is(input:is([type=text], [type=email], :not([type])), textarea):visible"
FORMS = {
    "/account": "organiser",
    "/account/password": "organiser",
    "/account/tokens": "organiser",
    "/agencies/new": "organiser",
    "/offices/new": "administrator",
    "/people/new": "organiser",
    "/press": "organiser",
    "/press/1": "organiser",
    "/projects/new": "organiser",
    "/sign-in": "",
    "/topics/new": "organiser",
    "/users/new": "administrator",
    "/workshops/new": "organiser",
    f"{WORKSHOP}/cancel": "organiser",
    f"{WORKSHOP}/documents/new": "organiser",
    f"{WORKSHOP}/edit": "organiser",
    f"{WORKSHOP}/postpone": "organiser",
    f"{WORKSHOP}/print": "viewer",
}
"""One address of each form that can be filled in wrongly, and who opens it."""
EMPTY = ["/", "/workshops", "/trainings", "/press", "/people"]
NOTHING_FOUND = [f"/{register}?q=zzzz" for register in ("agencies", "people", "projects", "topics", "search")]


@pytest.fixture
def opened(open_page: Opener) -> Callable[..., Page]:
    """Opens a page that can be examined."""

    def go(path: str, **how: object) -> Page:
        page = open_page("/healthz", **how)
        looking.prepare(page)
        page.goto(path)
        return page

    return go


def examine(page: Page, part: str = "html") -> None:
    found = list(looking.faults(page, part))
    assert not found, "\n".join(found)


def send(page: Page) -> int:
    """Press the main button of the last form that leads to a page; gives the status of the answer, which is a new page
    or one that is put in place."""

    def is_answer(given: Response) -> bool:
        asked = given.request
        return (asked.is_navigation_request() or "x-in-place" in asked.headers) and not 300 <= given.status < 400

    with page.expect_response(is_answer) as waiting:
        page.locator(MAIN).last.click()
    page.wait_for_load_state()
    return waiting.value.status


@pytest.mark.parametrize("path", FORMS)
def test_a_refused_form_is_sound(opened: Callable[..., Page], path: str) -> None:
    page = opened(path, role=FORMS[path])
    for typed in page.locator("main form").locator(TYPED).all():
        typed.fill("")
    for number in page.locator("main form input[type=number], main form [name=blank_rows]").all():
        number.fill("99999")
    assert send(page) == 422
    expect(page.locator(".error-summary, .field-error, [role=alert]").first).to_be_visible()
    examine(page)


@pytest.mark.parametrize("status", [400, 404, 405, 409, 413, 415, 429, 503])
def test_the_page_of_an_error_is_sound(opened: Callable[..., Page], status: int) -> None:
    page = opened(f"/sample/errors/{status}", role="viewer" if status == 404 else "")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    examine(page)


def test_a_text_that_is_kept_is_sound(opened: Callable[..., Page]) -> None:
    page = opened("/agencies/new", role="organiser")
    page.get_by_label("Name", exact=False).first.fill("Kept")
    page.route("**/unfinished", lambda route: route.fulfill(status=204))  # what is typed is kept meanwhile
    page.evaluate("document.querySelector('main [name=csrf_token]').value = 'old'")
    assert send(page) == 403
    examine(page)


def test_two_versions_of_a_workshop_are_sound(opened: Callable[..., Page]) -> None:
    page = opened(f"{WORKSHOP}/edit", role="organiser")
    page.get_by_label("Town").fill("Mine")
    other = page.context.new_page()
    other.goto(f"{WORKSHOP}/edit")
    other.get_by_label("Town").fill("Theirs")
    assert send(other) == 200
    assert send(page) == 409
    examine(page)


def test_two_versions_of_an_agency_are_sound(opened: Callable[..., Page]) -> None:
    page = opened("/agencies/2/edit", role="organiser")
    page.get_by_label("Notes").fill("Mine")
    other = page.context.new_page()
    other.goto("/agencies/2/edit")
    other.get_by_label("Notes").fill("Theirs")
    assert send(other) == 200
    assert send(page) == 409
    examine(page)


@pytest.mark.parametrize("path", [*EMPTY, *NOTHING_FOUND])
def test_a_page_without_records_is_sound(opened: Callable[..., Page], path: str) -> None:
    examine(opened(path, role="newcomer"))


@pytest.mark.parametrize("path", ["/", WORKSHOP, "/trainings", "/workshops/new"])
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_what_opens_is_sound(opened: Callable[..., Page], path: str, size: tuple[int, int]) -> None:
    page = opened(path, role="organiser", size=size)
    for opener in page.locator("[popovertarget]:visible").all():
        opener.click()
        examine(page, f"#{opener.get_attribute('popovertarget')}")
        page.keyboard.press("Escape")
    for summary in page.locator("main summary").all():
        if summary.is_visible():
            summary.click()
    examine(page, "main")


@pytest.mark.parametrize("path", ["/", "/trainings", "/workshops/new", WORKSHOP, "/press/1"])
def test_colours_forced_by_the_system_can_be_read(opened: Callable[..., Page], path: str) -> None:
    page = opened(path, role="organiser")
    page.emulate_media(forced_colors="active")
    assert page.evaluate("looking.colours('html')") == []
    for box in page.locator("input[type=checkbox], input[type=radio]").all():
        expect(box).to_have_css("appearance", "auto")
