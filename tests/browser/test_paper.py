"""Pages sent to a printer: what is read, without menus and buttons, on white, within the margins."""

from io import BytesIO

import pypdf
import pytest

from tests.browser.conftest import Opener
from tests.browser.records import REFERENCE

pytestmark = pytest.mark.browser

WITHIN_MARGINS = (680, 900)  # pixels of an A4 page between margins of 15 mm
MEANS = "button, nav, summary, input:not([type=hidden]), select, textarea, .btn, .help-link, .top-bar, .site-footer"
PAGES = ["/", "/workshops", f"/workshops/{REFERENCE}", "/trainings", "/people", "/people/1", "/agencies/1", "/help"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_clean_on_paper(open_page: Opener, path: str) -> None:
    page = open_page(path, role="organiser", size=WITHIN_MARGINS, scheme="dark")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print")
    for means in page.locator(f":is({MEANS}):visible").all():
        assert means.evaluate("element => element.matches('details[open] > summary')"), means.evaluate(
            "e => e.outerHTML"
        )
    assert page.evaluate("document.documentElement.scrollWidth") <= WITHIN_MARGINS[0]
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(22, 32, 46)"
    printed = pypdf.PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    title = page.locator("h1").inner_text()
    assert " ".join(title.split()) in " ".join(printed.pages[0].extract_text().split())
