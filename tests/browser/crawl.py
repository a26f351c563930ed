"""Opens every page a role may see, one after the other in one window, and collects what is wrong."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser import looking

FILE = re.compile(r"\.(pdf|csv|xlsx|json|ics)$|/documents/\d+$")
NUMBER = re.compile(r"[A-Z]{3}-\d{4}-\d{3}|(?<=/)\d+|(?<=/trainings/)\w+")
ONCE = re.compile(r'name="(?:csrf_token|form_key)"[^>]*value="[^"]*"')


class Crawl:
    """Examines pages; one whose content another role was shown word for word before is only opened again."""

    def __init__(self) -> None:
        self.examined: set[tuple[str, str]] = set()

    def faults(self, page: Page, addresses: list[str]) -> list[str]:
        """The faults of the pages at these addresses, each with its address. Titles must tell the pages apart."""
        looking.prepare(page)
        found, titles, leads_to = [], dict[str, str](), set[str]()
        for address in addresses:
            answer = page.goto(address)
            assert answer is not None
            if answer.status != 200 or urlsplit(page.url).path != address:
                found.append(f"{address}: status {answer.status} at {page.url}")
            same = titles.setdefault(page.title(), address)
            if same != address:
                found.append(f"{address}: has the title of {same}: {page.title()}")
            leads_to |= links(page)
            content = address, ONCE.sub("", page.locator("main").inner_html())
            if content not in self.examined:
                self.examined.add(content)
                found += [f"{address}: {fault}" for fault in looking.faults(page)]
        return found + dead_links(page, leads_to - set(addresses))


def links(page: Page) -> set[str]:
    """The paths of this site that the page leads to, without files."""
    addresses = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    host = urlsplit(page.url).netloc
    paths = {urlsplit(address).path for address in addresses if urlsplit(address).netloc == host}
    return {path for path in paths if not FILE.search(path)}


def dead_links(page: Page, paths: set[str]) -> list[str]:
    """Those of the paths, one of each kind, that answer with an error."""
    one_of_each = {NUMBER.sub("*", path): path for path in sorted(paths)}
    answers = {path: page.request.get(path).status for path in one_of_each.values()}
    return [f"a link leads to {path}: status {status}" for path, status in answers.items() if status >= 400]
