"""Opens pages one after the other in one window, and collects what is wrong with them."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import APIRequestContext, Page
from selectolax.lexbor import LexborHTMLParser

from tests.browser import looking
from tests.browser.conftest import PHONE

FILE = re.compile(r"\.(pdf|csv|xlsx|json|ics)$|/documents/\d+$")
NUMBER = re.compile(r"[A-Z]{3}-\d{4}-\d{3}|(?<=/)\d+|(?<=/trainings/)\w+")
ONCE = re.compile(r'name="(?:csrf_token|form_key)"[^>]*value="[^"]*"')


class Crawl:
    """Examines pages; one whose content another role was shown word for word before is only opened again."""

    def __init__(self) -> None:
        self.examined: set[tuple[str, str]] = set()

    def faults(self, page: Page, addresses: list[str], *, by_keyboard: bool = False) -> list[str]:
        """The faults of the pages at these addresses, each with its address; those of the way by Tab if so wished.

        The frame around the contents is gone through once, on the first page.
        """
        found = []
        for address in addresses:
            answer = page.goto(address)
            assert answer is not None
            if answer.status != 200 or urlsplit(page.url).path != address:
                found.append(f"{address}: status {answer.status} at {page.url}")
            content = address, ONCE.sub("", page.locator("main").inner_html())
            if content not in self.examined:
                self.examined.add(content)
                found += [f"{address}: {fault}" for fault in looking.faults(page)]
            if by_keyboard:
                found += [f"{address}: {fault}" for fault in faults_of_focus(page, is_whole=address == addresses[0])]
        return found


def faults_of_focus(page: Page, *, is_whole: bool) -> list[str]:
    """What is wrong on the way by Tab, on a desk and on a phone."""
    found = looking.faults_of_focus(page, is_whole=is_whole)
    desk = page.viewport_size
    assert desk is not None
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    found += [f"on a phone: {fault}" for fault in looking.faults_of_focus(page, is_whole=is_whole)]
    page.set_viewport_size(desk)
    return found


def faults_of_titles_and_links(site: APIRequestContext, addresses: list[str]) -> list[str]:
    """Pages that have the title of another, and links that lead nowhere."""
    found, titles, leads_to = [], dict[str, str](), set[str]()
    for address in addresses:
        page = LexborHTMLParser(site.get(address).text())
        title = page.css_first("title").text()
        same = titles.setdefault(title, address)
        if same != address:
            found.append(f"{address}: has the title of {same}: {title}")
        targets = [urlsplit(link.attributes["href"] or "") for link in page.css("a[href]")]
        leads_to |= {target.path for target in targets if not target.netloc and target.path.startswith("/")}
    return found + dead_links(site, {path for path in leads_to if not FILE.search(path)} - set(addresses))


def dead_links(site: APIRequestContext, paths: set[str]) -> list[str]:
    """Those of the paths, one of each kind, that answer with an error."""
    one_of_each = {NUMBER.sub("*", path): path for path in sorted(paths)}
    answers = {path: site.get(path).status for path in one_of_each.values()}
    return [f"a link leads to {path}: status {status}" for path, status in answers.items() if status >= 400]
