"""Accepting twenty press releases in a row, as a person does who mends every wrong or missing value by keys and mouse.

No person is timed. A robot uploads texts, goes through the review of each in Chromium, and mends what a gold record
says otherwise, each time the way that takes least. `person.py` says what its acts are reckoned at, `mends.py` what is
mended.

`BENCH_RELEASES` in the environment names folders with texts, NAME.txt, and their gold records, NAME.json, with ":"
between them; without it the samples of the tests are taken.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from flask import Flask
from werkzeug.datastructures import MultiDict

from workshops.app import create_app
from workshops.bench._rows import Row
from workshops.bench._site import EMAIL, PASSWORD, large_instance, serving
from workshops.bench.review.acts import pressed
from workshops.bench.review.mends import mends, values_of
from workshops.bench.review.person import SCRIPT, Person
from workshops.config import load_settings
from workshops.domain.access import command_actor
from workshops.domain.naming import name_key, split_acronym, with_acronym
from workshops.domain.workshop import WorkshopDetails
from workshops.extensions import db
from workshops.forms.workshop import WorkshopForm
from workshops.services import agencies, press, workshop_reading

if TYPE_CHECKING:
    from playwright.sync_api import Page

REGISTERED: Final = 1_000
"""Workshops that the register holds before."""
TEXTS, MOST_SECONDS, LEAST_RIGHT = 20, 600, 0.97
SAMPLES: Final = Path(__file__).parents[3] / "tests" / "samples" / "press"
SIZE: Final = (1440, 900)
BY: Final = command_actor()
Gold = dict[str, Any]


def measure(folder: Path) -> Iterator[Row]:
    """All figures; the register is made in `folder` where it is not there yet, and a copy of it used."""
    texts = releases()
    if not texts:
        yield Row("review: not measured, as BENCH_RELEASES names no texts", 0, "")
        return
    register = large_instance(folder, REGISTERED)
    with serving(register):
        pass  # the first start makes the administrator
    with TemporaryDirectory() as place:
        instance = Path(place) / "instance"
        shutil.copytree(register, instance)
        review = _reviewed(instance, texts)
    taken = sum(review.spent.values())
    yield Row(f"{len(texts)} press releases: mends", review.mends, "")
    yield Row("points asked about before registering", review.asked, "")
    for kind in ("read", "keys", "thought", "mouse", "waited"):
        yield Row(f"of the time: {kind}", round(review.spent[kind]), "s")
    yield Row(f"{len(texts)} press releases in all", round(taken), "s", most=MOST_SECONDS * len(texts) / TEXTS)
    yield Row("of the values registered or wanted, right", round(review.right, 3), "", least=LEAST_RIGHT)


def releases() -> dict[str, tuple[str, Gold]]:
    """Twenty texts with their gold records, evenly from all that there are, by a name of their own."""
    named = os.environ.get("BENCH_RELEASES")
    folders = [Path(one) for one in named.split(":")] if named else [SAMPLES / "fresh", SAMPLES / "styles"]
    found = [gold for folder in folders for gold in sorted(folder.glob("*.json")) if gold.with_suffix(".txt").exists()]
    chosen = [found[number * len(found) // TEXTS] for number in range(TEXTS)] if len(found) > TEXTS else found
    return {
        f"{gold.parent.name}-{gold.stem}.txt": (
            gold.with_suffix(".txt").read_text("utf-8"),
            json.loads(gold.read_text()),
        )
        for gold in chosen
    }


@dataclass
class Review:
    """What a run took and left."""

    spent: Mapping[str, float]
    mends: int = 0
    asked: int = 0
    values: int = 0
    wrong: int = 0

    @property
    def right(self) -> float:
        """The share of the values that are right in the end."""
        return 1 - self.wrong / max(self.values, 1)


def _reviewed(instance: Path, texts: dict[str, tuple[str, Gold]]) -> Review:
    app = create_app(load_settings({"WORKSHOPS_INSTANCE": str(instance)}, instance))
    with serving(instance) as site, _chromium(site.address) as page:
        _sign_in(page)
        _hand_over(page, {name: text for name, (text, _gold) in texts.items()})
        robot = _Robot(page, app, {name: gold for name, (_text, gold) in texts.items()})
        robot.go_through()
        robot.look_back()
    return robot.review


@contextmanager
def _chromium(address: str) -> Iterator["Page"]:
    try:
        from playwright.sync_api import sync_playwright  # here, so that other figures can be taken without it
    except ModuleNotFoundError as error:
        raise SystemExit(f"{error.name} is missing. Run: pip install -r requirements-test.txt") from None
    path = shutil.which("chromium")
    if path is None:
        raise SystemExit("Chromium is not installed. Run: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        width, height = SIZE
        page = browser.new_page(
            base_url=address, locale="en-GB", reduced_motion="reduce", viewport={"width": width, "height": height}
        )
        page.add_init_script(SCRIPT)
        yield page
        browser.close()


def _sign_in(page: "Page") -> None:
    page.goto("/sign-in")
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda address: "/sign-in" not in address)


def _hand_over(page: "Page", texts: dict[str, str]) -> None:
    """Upload the texts and wait until all are read."""
    page.goto("/press")
    files = [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in texts.items()]
    page.get_by_label("Or files").set_input_files(files)  # type: ignore[arg-type]
    if page.locator("select[name=office]").count():
        page.locator("select[name=office]").select_option(index=1)
    with page.expect_navigation():
        page.get_by_role("button", name="Read it").click()
    read = page.get_by_role("link", name="To the press releases").or_(page.locator(".review"))
    read.first.wait_for(timeout=120_000)


class _Robot:
    """Goes through the queue, once."""

    def __init__(self, page: "Page", app: Flask, golds: dict[str, Gold]) -> None:
        self._page, self._app, self._golds = page, app, golds
        self._person = Person(page, self._finding_of)
        self._seen: dict[int, Gold | None] = {}
        self.review = Review(self._person.spent)

    def go_through(self) -> None:
        """From the first press release to the last."""
        self._page.goto("/press")
        self._person.waiting(self._page.get_by_role("link", name="Review all").click)
        while self._page.url.rpartition("/")[2].isdecimal():
            gold = self._seen[self._at] = self._gold(self._at)
            self._person.read()
            if gold is not None and not gold["is_workshop"]:
                self._person.think()
                self._person.do(pressed("s", loads=True))
                continue
            self._person.tried.clear()
            while gold is not None and self._mended(gold):
                self.review.mends += 1
            self._register()

    @property
    def _at(self) -> int:
        return int(self._page.url.rpartition("/")[2])

    def _mended(self, gold: Gold) -> bool:
        """Whether there was a value to be mended for which there was a way; the first one is."""
        with self._app.test_request_context():
            details = WorkshopForm(MultiDict(self._person.see("content"))).to_details()
        return any(map(self._person.mend, mends(details, gold)))

    def _register(self) -> None:
        """Register it; what is asked about is right by now, and registered all the same."""
        here = self._page.url
        for _ in range(3):
            self._person.do(pressed("Control+Enter", loads=True))
            if self._page.url != here:
                return
            asked = self._page.locator(".doubts [name=doubts_seen]")
            if not asked.count():
                raise RuntimeError(self._page.locator("[data-error-summary]").inner_text())
            points = len(asked.input_value().split())
            self.review.asked += points
            self._person.think(points)
        raise RuntimeError(f"{here} cannot be registered")

    def look_back(self) -> None:
        """Compare what was registered with the gold records."""
        with self._app.app_context():
            spelt = agencies.every_spelling(db.session)
            for number, gold in self._seen.items():
                workshop = press.find(db.session, press_release_id=number, by=BY).workshop
                if gold is None or not gold["is_workshop"]:
                    continue
                self.review.values += values_of(gold)
                if workshop is None:
                    self.review.wrong += values_of(gold)
                    continue
                details = workshop_reading.details_of(workshop)
                self.review.wrong += sum(1 for _ in mends(details, _as_registered(gold, details, spelt)))
            db.engine.dispose()

    def _gold(self, number: int) -> Gold | None:
        """The gold record of a press release; of a text on several workshops it is that of the first."""
        with self._app.app_context():
            found = press.find(db.session, press_release_id=number, by=BY)
            return self._golds[found.file_name] if found.part == 0 else None

    def _finding_of(self, field: str, value: str) -> str:
        """The finding of a field with a value, "" for none."""
        with self._app.app_context():
            found = press.find(db.session, press_release_id=self._at, by=BY).findings
            return next((str(one.id) for one in found if one.field == field and one.value == value), "")


def _as_registered(gold: Gold, details: WorkshopDetails, spelt: Mapping[str, int]) -> Gold:
    """A gold record with the agencies of a workshop called as the register calls them."""
    rows: list[Any] = [*details.agencies, *details.funders]
    named = {row.agency.id: with_acronym(row.agency.name, row.agency.acronym) for row in rows}

    def known(name: Any) -> Any:
        parts = split_acronym(name) if isinstance(name, str) else (name["name"] or "", name["acronym"] or "")
        ids = (spelt.get(name_key(part)) for part in parts if part)
        return next((named[one] for one in ids if one in named), name)

    lists = ("organisers", "partners", "beneficiary_agencies", "funders")
    return gold | {field: [known(name) for name in gold[field]] for field in lists}
