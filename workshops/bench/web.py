"""The pages at 10,000 and at 100,000 workshops, served by the real server with two workers."""

import statistics
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import Final

from workshops.bench._browser import ASSETS, Browser
from workshops.bench._inside import inside, references
from workshops.bench._rows import Row, timed, times_of
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
}
GROWING: Final = ("trainings", "trainings of a topic", "trainings with a word", "search of a word", "search of a name")
MOST_MS, MOST_STATEMENTS, MOST_GROWTH, MOST_MEMORY = 40, 12, 1.5, 150
FIRST_PAGE, LATER_PAGE = 150_000, 40_000
LEAST_A_SECOND, LEAST_OF_BARE, MOST_START = 150, 0.15, 2


def measure(folder: Path) -> Iterator[Row]:
    """All figures; those of the larger record have targets. The records are made in `folder` where they are not yet."""
    (folder / "bare").mkdir(parents=True, exist_ok=True)
    with serving(folder / "bare", "-m", "workshops.bench._bare") as bare:
        bare_ms = statistics.median(_times(Browser(bare.address), "/"))
        yield Row("bare page: median", round(bare_ms, 2), "ms")
        yield from _all(folder, bare, bare_ms)


def _all(folder: Path, bare: Site, bare_ms: float) -> Iterator[Row]:
    medians: dict[str, list[float]] = {}
    for size in SIZES:
        instance = large_instance(folder, size)
        has_targets = size == SIZES[-1]
        with serving(instance):
            pass  # the first start makes the administrator
        with serving(instance) as site:
            rows = _Rows(f"{size:,}", has_targets)
            yield rows.row("second start", round(site.started, 2), "s", most=MOST_START)
            yield from _pages(rows, site, instance, bare_ms, medians)
            yield from _load(rows, site, bare)
            _mix(site, instance)
            yield rows.row("a worker after 1,000 requests", round(site.memory()), "MB", most=MOST_MEMORY)
    for name in GROWING:
        growth = medians[name][-1] / medians[name][0]
        yield Row(f"{name}: from 10,000 to 100,000", round(growth, 2), "times", most=MOST_GROWTH)


class _Rows:
    """Makes the rows of one size of the record."""

    def __init__(self, size: str, has_targets: bool) -> None:
        self.size, self.has_targets = size, has_targets

    def row(self, name: str, value: float, unit: str, **target: float) -> Row:
        return Row(f"{self.size} / {name}", value, unit, **(target if self.has_targets else {}))

    def times(self, name: str, taken: list[float], *, most: float | None = None) -> Iterator[Row]:
        return times_of(f"{self.size} / {name}", taken, most=most if self.has_targets else None)


def _pages(rows: _Rows, site: Site, instance: Path, bare_ms: float, medians: dict[str, list[float]]) -> Iterator[Row]:
    browser = Browser(site.address)
    first = browser.get("/sign-in")
    assets = set(ASSETS.findall(first.text))
    size = first.size + sum(browser.get(address).size for address in assets)
    yield rows.row("first page with its assets", size, "bytes", most=FIRST_PAGE)
    yield from rows.times("sign-in", timed(lambda: Browser(site.address).sign_in(EMAIL, PASSWORD), times=5))
    browser.sign_in(EMAIL, PASSWORD)
    with inside(instance) as product:
        for name, path in _all_pages(instance).items():
            taken = _times(browser, path)
            medians.setdefault(name, []).append(statistics.median(taken))
            yield from rows.times(name, taken, most=MOST_MS)
            yield rows.row(f"{name}: statements", product.statements(path), "", most=MOST_STATEMENTS)
            yield rows.row(f"{name}: over the line", browser.get(path).size, "bytes", most=LATER_PAGE)
            yield rows.row(f"{name}: of the bare page", round(bare_ms / medians[name][-1], 3), "times")
    registered, next_look = [], []
    for _ in range(TIMES // 2):
        form = browser.form("/workshops/new", title=TITLE, country_code="MN", office="1")
        registered += timed(lambda form=form: browser.post("/workshops/new", form), times=1, warm_up=0)  # type: ignore[misc]
        next_look += timed(lambda: browser.get("/trainings"), times=1, warm_up=0)
    yield from rows.times("register by form", registered, most=MOST_MS)
    yield from rows.times("trainings after a change", next_look)
    for name, path in _prints(instance).items():
        times, warm_up = (1, 0) if "500" in name else (3, 1)
        yield from rows.times(name, timed(lambda path=path: browser.get(path), times=times, warm_up=warm_up))  # type: ignore[misc]


def _all_pages(instance: Path) -> Mapping[str, str]:
    large, medium = references(instance, 500, 40)
    return PAGES | {"workshop of 40": f"/workshops/{medium}", "workshop of 500": f"/workshops/{large}"}


def _prints(instance: Path) -> Mapping[str, str]:
    large, medium = references(instance, 500, 40)
    return {
        "brief": f"/workshops/{medium}/brief.pdf",
        "attendee sheet of 40": f"/workshops/{medium}/attendee-sheet.pdf",
        "attendee sheet of 500": f"/workshops/{large}/attendee-sheet.pdf",
    }


def _load(rows: _Rows, site: Site, bare: Site) -> Iterator[Row]:
    browsers = [Browser(site.address) for _ in range(CLIENTS)]
    for browser in browsers:
        browser.sign_in(EMAIL, PASSWORD)
    for name in ("start page", "trainings", "trainings of a country", "search of a word"):
        bare_rate = _rate([Browser(bare.address) for _ in browsers], "/")  # side by side, since a machine has moods
        rate = _rate(browsers, PAGES[name])
        yield rows.row(f"bare page, 8 clients, before {name}", round(bare_rate), "requests/s")
        of_bare = round(rate / bare_rate, 3)
        is_held = name == "trainings"
        yield rows.row(
            f"{name}: 8 clients", round(rate), "requests/s", **({"least": LEAST_A_SECOND} if is_held else {})
        )
        yield rows.row(
            f"{name}: rate to the bare page's", of_bare, "times", **({"least": LEAST_OF_BARE} if is_held else {})
        )


def _mix(site: Site, instance: Path) -> None:
    """A thousand requests of all kinds, the prints among them."""
    browser = Browser(site.address)
    browser.sign_in(EMAIL, PASSWORD)
    paths = list(_all_pages(instance).values())
    for number in range(1000):
        browser.get(paths[number % len(paths)])
        if number % 200 == 0:
            browser.get(_prints(instance)["brief"])


def _times(browser: Browser, path: str) -> list[float]:
    return timed(lambda: browser.get(path), times=TIMES)


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
