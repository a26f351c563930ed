"""The pages at 10,000 and at 100,000 workshops, served by the real server with two workers."""

import statistics
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import Final

from workshops.bench._browser import ASSETS, Answer, Browser
from workshops.bench._inside import Inside, inside, references
from workshops.bench._releases import pages as press_releases
from workshops.bench._rows import Row, percentile_95, timed
from workshops.bench._site import EMAIL, PASSWORD, Site, large_instance, serving

SIZES: Final = (10_000, 100_000)
CLIENTS: Final = 8
TIMES: Final = 20
TITLE: Final = "Document examination for border guards"
PAGES: Final = {
    "start page": "/",
    "trainings": "/trainings",
    "trainings of a country": "/trainings/MN",
    "trainings of a year and type": "/trainings?year=2019&type=seminar",
    "trainings of a topic": "/trainings?topic=3",
    "trainings of an agency": "/trainings?agency=1",
    "trainings with a word": "/trainings?text=border",
    "trainings by title": "/trainings?sort=title",
    "trainings, a late page": "/trainings?page=150",
    "search of a word": "/search?q=border",
    "search of a name": "/search?q=grace+okafor",
    "workshops": "/workshops",
    "agencies": "/agencies",
    "people": "/people",
    "projects": "/projects",
    "topics": "/topics",
    "agency": "/agencies/1",
    "person": "/people/1",
    "project": "/projects/1",
    "topic": "/topics/1",
    "registration form": "/workshops/new",
}
OTHER_KINDS: Final = (
    *(
        "/trainings.csv?country=MN",
        "/trainings.xlsx?country=MN",
        "/trainings.json?country=MN",
        "/agencies/suggest?q=mi",
    ),
    *("/people/suggest?q=a", "/workshops/new", "/account", "/help", "/users", "/press"),
)
RATED: Final = ("start page", "trainings", "trainings of a country", "search of a word", "workshop of 40")
GROWING: Final = ("trainings", "trainings of a topic", "trainings with a word", "search of a word", "search of a name")
MOST_MS, MOST_STATEMENTS, MOST_GROWTH, MOST_MEMORY = 40, 12, 1.5, 150
FIRST_PAGE, LATER_PAGE = 150_000, 40_000
LEAST_A_SECOND, LEAST_OF_BARE, MOST_START = 150, 0.15, 2


def measure(folder: Path) -> Iterator[Row]:
    """All figures; those of the larger record have targets. The records are made in `folder` where they are not yet."""
    (folder / "bare").mkdir(parents=True, exist_ok=True)
    medians: list[Mapping[str, float]] = []
    with serving(folder / "bare", "-m", "workshops.bench._bare") as bare:
        bare_ms = statistics.median(timed(lambda: Browser(bare.address).get("/"), times=TIMES))
        yield Row("bare page: median", round(bare_ms, 2), "ms")
        for size in SIZES:
            instance = large_instance(folder, size)
            with serving(instance):
                pass  # the first start makes the administrator
            with serving(instance) as site:
                figures = _Figures(size, instance, site, bare, bare_ms)
                yield from figures.rows()
                medians.append(figures.medians)
    for name in GROWING:
        growth = medians[1][name] / medians[0][name]
        yield Row(f"{name}: from 10,000 to 100,000", round(growth, 2), "times", most=MOST_GROWTH)


class _Figures:
    """The figures of a record of one size."""

    def __init__(self, size: int, instance: Path, site: Site, bare: Site, bare_ms: float) -> None:
        self.size, self.instance, self.site, self.bare, self.bare_ms = size, instance, site, bare, bare_ms
        self.medians: dict[str, float] = {}
        large, medium = references(instance, 500, 40)
        self.pages = PAGES | {"workshop of 40": f"/workshops/{medium}", "workshop of 500": f"/workshops/{large}"}
        sheet = f"/workshops/{medium}/attendee-sheet.pdf"
        self.prints = {"brief": f"/workshops/{medium}/brief.pdf", "attendee sheet of 40": sheet}

    def rows(self) -> Iterator[Row]:
        """All of them."""
        yield self.row("second start", round(self.site.started, 2), "s", most=MOST_START)
        with inside(self.instance) as product:
            yield self.first_page()
            browser = self.signed_in()
            for name, path in self.pages.items():
                yield from self.act(name, partial(browser.get, path), product.statements(path), is_page=True)
            yield from self.sign_in(product)
            yield from self.register(browser, product)
            for name, path in self.prints.items():
                yield from self.act(name, partial(browser.get, path), product.statements(path), times=4)
        for name in RATED:
            yield from self.rate(name)
        self.mix()
        whole, own = self.site.memory()
        yield self.row("a worker after 1,000 requests", round(whole), "MB", most=MOST_MEMORY)
        yield self.row("a worker after 1,000 requests, what is shared counted in parts", round(own), "MB")

    def row(self, name: str, value: float, unit: str, most: float | None = None, least: float | None = None) -> Row:
        """A row; only those of the largest record have targets."""
        if self.size != SIZES[-1]:
            most = least = None
        return Row(f"{self.size:,} / {name}", value, unit, most, least)

    def signed_in(self) -> Browser:
        """The browser of somebody who is signed in."""
        browser = Browser(self.site.address)
        browser.sign_in(EMAIL, PASSWORD)
        return browser

    def act(
        self,
        name: str,
        act: Callable[[], Answer],
        statements: int,
        *,
        times: int = TIMES,
        most_ms: float | None = None,
        is_page: bool = False,
    ) -> Iterator[Row]:
        """What one act takes; a page has a target for each figure."""
        answers: list[Answer] = []
        taken = timed(lambda: answers.append(act()), times=times)
        median = self.medians[name] = statistics.median(taken)
        yield self.row(f"{name}: median", round(median, 1), "ms", MOST_MS if is_page else most_ms)
        yield self.row(f"{name}: 95 %", round(percentile_95(taken), 1), "ms")
        yield self.row(f"{name}: statements", statements, "", MOST_STATEMENTS if is_page else None)
        yield self.row(f"{name}: over the line", answers[-1].size, "bytes", LATER_PAGE if is_page else None)
        yield self.row(f"{name}: of the bare page", round(self.bare_ms / median, 3), "times")

    def first_page(self) -> Row:
        """What a visitor's first page brings along."""
        browser = Browser(self.site.address)
        first = browser.get("/sign-in")
        size = first.size + sum(browser.get(address).size for address in set(ASSETS.findall(first.text)))
        return self.row("first page with its assets", size, "bytes", FIRST_PAGE)

    def sign_in(self, product: Inside) -> Iterator[Row]:
        """Sending the form for it, by a new browser each time."""
        visitors = [Browser(self.site.address) for _ in range(TIMES + 2)]
        waiting = [(each, each.form("/sign-in", email=EMAIL, password=PASSWORD)) for each in visitors]

        def send() -> Answer:
            visitor, form = waiting.pop()
            return visitor.post("/sign-in", form)

        yield from self.act("sign-in", send, product.statements("/sign-in", waiting[0][1]), most_ms=MOST_MS)

    def register(self, browser: Browser, product: Inside) -> Iterator[Row]:
        """Sending the form of a new workshop, and the list when it has changed."""
        typed = {"title": TITLE, "country_code": "MN", "office": "1"}
        forms = [browser.form("/workshops/new", **typed) for _ in range(TIMES + 8)]
        statements = product.statements("/workshops/new", forms.pop())

        def send() -> Answer:
            return browser.post("/workshops/new", forms.pop())

        yield from self.act("register by form", send, statements, most_ms=MOST_MS)
        taken = []
        while forms:
            send()
            taken += timed(partial(browser.get, "/trainings"), times=1, warm_up=0)
        yield self.row("trainings after a change: median", round(statistics.median(taken), 1), "ms")

    def rate(self, name: str) -> Iterator[Row]:
        """How many requests a second several people get through, beside the bare page: a machine has moods."""
        bare_rate = _rate([Browser(self.bare.address) for _ in range(CLIENTS)], "/")
        rate = _rate([self.signed_in() for _ in range(CLIENTS)], self.pages[name])
        is_held = name == "trainings"
        least, least_of_bare = (LEAST_A_SECOND, LEAST_OF_BARE) if is_held else (None, None)
        yield self.row(f"bare page, {CLIENTS} clients, before {name}", round(bare_rate), "requests/s")
        yield self.row(f"{name}: {CLIENTS} clients", round(rate), "requests/s", least=least)
        yield self.row(f"{name}: rate to the bare page's", round(rate / bare_rate, 3), "times", least=least_of_bare)

    def mix(self) -> None:
        """A thousand requests of all kinds by one connection, and so to one worker."""
        browser = self.signed_in()
        paths = [*self.pages.values(), *OTHER_KINDS]
        texts = press_releases(10, length=3_000)
        for number, path in enumerate(islice(cycle(paths), 940)):
            browser.get(path)
            if number % 94 == 0:
                for print_path in self.prints.values():
                    browser.get(print_path)
                browser.post("/workshops/new", browser.form("/workshops/new", title=TITLE, office="1"))
                received = browser.post("/press", browser.form("/press", text=next(texts), office="1"))
                browser.get(received.location)


def _rate(browsers: list[Browser], path: str, seconds: float = 4) -> float:
    """Requests a second that several clients get through together, none waiting between two."""

    def ask(browser: Browser) -> int:
        answered = 0
        while perf_counter() < until:
            browser.get(path)
            answered += 1
        return answered

    with ThreadPoolExecutor(len(browsers)) as pool:
        until = perf_counter() + 1
        list(pool.map(ask, browsers))  # connections are opened, memories filled
        begun = perf_counter()
        until = begun + seconds
        return sum(pool.map(ask, browsers)) / (perf_counter() - begun)
