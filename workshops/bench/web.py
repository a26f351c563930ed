"""The pages at 10,000 and at 100,000 workshops, served by the real server with two workers."""

import statistics
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from secrets import token_hex
from time import perf_counter
from typing import Final, NamedTuple

from workshops.bench._browser import ASSETS, Answer, Browser
from workshops.bench._inside import Inside, inside, references
from workshops.bench._releases import pages as press_releases
from workshops.bench._rows import Row, percentile_95, timed, timed_in_turns
from workshops.bench._site import EMAIL, PASSWORD, Site, large_instance, serving

SIZES: Final = (10_000, 100_000)
CLIENTS: Final = 8
TIMES: Final = 30
WARM_UP: Final = 4
RATE_TURNS: Final = 5
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
GROWING: Final = tuple(name for name in PAGES if name.startswith(("trainings", "search", "workshops")))
MOST_MS, MOST_STATEMENTS, MOST_GROWTH, MOST_MEMORY = 40, 12, 1.5, 150
FIRST_PAGE, LATER_PAGE = 150_000, 40_000
LEAST_A_SECOND, LEAST_OF_BARE, MOST_START = 150, 0.15, 2


def measure(folder: Path) -> Iterator[Row]:
    """All figures; those of the larger record have targets. The records are made in `folder` where they are not yet.

    Both are served at once and asked in turns, each page of one just before that of the other and beside the bare
    page: a machine that changes its speed while it is measured is not taken for a record that has grown.
    """
    (folder / "bare").mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        with serving(large_instance(folder, size)):
            pass  # the first start makes the administrator
    with ExitStack() as opened:
        bare = opened.enter_context(serving(folder / "bare", "-m", "workshops.bench._bare"))
        records = [opened.enter_context(_record(folder / f"{size}", size, bare)) for size in SIZES]
        yield from (row for record in records for row in record.start())
        for name in records[0].pages:
            yield from _in_turns(name, [(record, record.page(name)) for record in records], is_page=True)
        for name, act in (("sign-in", _Record.sign_in), ("register by form", _Record.register)):
            yield from _in_turns(name, [(record, act(record)) for record in records], most_ms=MOST_MS)
        yield from (record.after_a_change() for record in records)
        for name in records[0].prints:
            yield from _in_turns(name, [(record, record.page(name)) for record in records], times=4)
        for name in RATED:
            yield from (row for record in records for row in record.rate(name))
        for record in records:
            yield from record.memory()


class _Act(NamedTuple):
    """One request, and how many statements it takes."""

    ask: Callable[[], Answer]
    statements: int


@contextmanager
def _record(instance: Path, size: int, bare: Site) -> Iterator["_Record"]:
    with serving(instance) as site, inside(instance) as product:
        yield _Record(size, instance, site, bare, product)


class _Record:
    """A record of one size, served beside the bare page."""

    def __init__(self, size: int, instance: Path, site: Site, bare: Site, product: Inside) -> None:
        self.size, self.site, self.bare, self.product = size, site, bare, product
        self.browser = self.signed_in()
        large, medium = references(instance, 500, 40)
        self.pages = PAGES | {"workshop of 40": f"/workshops/{medium}", "workshop of 500": f"/workshops/{large}"}
        sheet = f"/workshops/{medium}/attendee-sheet.pdf"
        self.prints = {"brief": f"/workshops/{medium}/brief.pdf", "attendee sheet of 40": sheet}

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

    def start(self) -> Iterator[Row]:
        """How soon it answered, and what a visitor's first page brings along."""
        yield self.row("second start", round(self.site.started, 2), "s", most=MOST_START)
        browser = Browser(self.site.address)
        first = browser.get("/sign-in")
        size = first.size + sum(browser.get(address).size for address in set(ASSETS.findall(first.text)))
        yield self.row("first page with its assets", size, "bytes", FIRST_PAGE)

    def page(self, name: str) -> _Act:
        """Looking at a page or a print."""
        path = (self.pages | self.prints)[name]
        return _Act(partial(self.browser.get, path), self.product.statements(path))

    def sign_in(self) -> _Act:
        """Sending the form for it, by a new browser each time."""
        visitors = [Browser(self.site.address) for _ in range(WARM_UP + TIMES)]
        waiting = [(each, each.form("/sign-in", email=EMAIL, password=PASSWORD)) for each in visitors]

        def send() -> Answer:
            visitor, form = waiting.pop()
            return visitor.post("/sign-in", form)

        return _Act(send, self.product.statements("/sign-in", waiting[0][1]))

    def register(self) -> _Act:
        """Sending the form of a new workshop."""
        forms = [self.workshop_form() for _ in range(WARM_UP + TIMES + 1)]
        statements = self.product.statements("/workshops/new", forms.pop())
        return _Act(lambda: self.browser.post("/workshops/new", forms.pop()), statements)

    def workshop_form(self) -> dict[str, str]:
        """The form of a new workshop, filled in."""
        return self.browser.form("/workshops/new", title=TITLE, country_code="MN", office="1")

    def after_a_change(self) -> Row:
        """The list when the record has changed since it was last looked at."""
        taken = []
        for _ in range(5):
            self.browser.post("/workshops/new", self.workshop_form())
            taken += timed(partial(self.browser.get, "/trainings"), times=1, warm_up=0)
        return self.row("trainings after a change: median", round(statistics.median(taken), 1), "ms")

    def rate(self, name: str) -> Iterator[Row]:
        """How many requests a second several people get through, in turns with the bare page: a machine has moods."""
        visitors, people = (
            [Browser(self.bare.address) for _ in range(CLIENTS)],
            [self.signed_in() for _ in range(CLIENTS)],
        )
        rates = [(_rate(visitors, "/"), _rate(people, self.pages[name])) for _ in range(RATE_TURNS)]
        bare_rate, rate = (statistics.median(each) for each in zip(*rates, strict=True))
        share = statistics.median(rate / bare for bare, rate in rates)
        is_held = name == "trainings"
        least, least_of_bare = (LEAST_A_SECOND, LEAST_OF_BARE) if is_held else (None, None)
        yield self.row(f"bare page, {CLIENTS} clients, beside {name}", round(bare_rate), "requests/s")
        yield self.row(f"{name}: {CLIENTS} clients", round(rate), "requests/s", least=least)
        yield self.row(f"{name}: rate to the bare page's", round(share, 3), "times", least=least_of_bare)

    def memory(self) -> Iterator[Row]:
        """What the larger of its workers holds after a thousand requests of all kinds."""
        self.mix()
        whole, own = self.site.memory()
        yield self.row("a worker after 1,000 requests", round(whole), "MB", most=MOST_MEMORY)
        yield self.row("a worker after 1,000 requests, what is shared counted in parts", round(own), "MB")

    def mix(self) -> None:
        """A thousand requests of all kinds by one connection, and so to one worker."""
        browser = self.signed_in()
        paths = [*self.pages.values(), *OTHER_KINDS]
        run = token_hex(8)  # a text that a site knows from an earlier run is not read again
        texts = (f"{text}\n\n{run}" for text in press_releases(10, length=3_000))
        for number, path in enumerate(islice(cycle(paths), 940)):
            browser.get(path)
            if number % 94 == 0:
                for print_path in self.prints.values():
                    browser.get(print_path)
                browser.post("/workshops/new", browser.form("/workshops/new", title=TITLE, office="1"))
                received = browser.post("/press", browser.form("/press", text=next(texts), office="1"))
                browser.get(received.location)


def _in_turns(
    name: str,
    acts: Sequence[tuple[_Record, _Act]],
    *,
    times: int = TIMES,
    most_ms: float | None = None,
    is_page: bool = False,
) -> Iterator[Row]:
    """What one act takes on each record; a page has a target for each figure. Then how much it grows, if it is held."""
    bare, sizes, medians = Browser(acts[0][0].bare.address), [0] * len(acts), []

    def ask(place: int) -> None:
        sizes[place] = acts[place][1].ask().size

    asked = [partial(ask, place) for place in range(len(acts))]
    bare_taken, *taken = timed_in_turns([partial(bare.get, "/"), *asked], times=times, warm_up=WARM_UP)
    for (record, act), size, some in zip(acts, sizes, taken, strict=True):
        medians.append(median := statistics.median(some))
        yield record.row(f"{name}: median", round(median, 1), "ms", MOST_MS if is_page else most_ms)
        yield record.row(f"{name}: 95 %", round(percentile_95(some), 1), "ms")
        yield record.row(f"{name}: statements", act.statements, "", MOST_STATEMENTS if is_page else None)
        yield record.row(f"{name}: over the line", size, "bytes", LATER_PAGE if is_page else None)
        yield record.row(f"{name}: of the bare page", round(statistics.median(bare_taken) / median, 3), "times")
    growth, most = medians[-1] / medians[0], MOST_GROWTH if name in GROWING else None
    yield Row(f"{name}: from {SIZES[0]:,} to {SIZES[-1]:,}", round(growth, 2), "times", most=most)


def _rate(browsers: list[Browser], path: str, seconds: float = 1) -> float:
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
