"""A reviewer at the page: presses real keys and the real mouse in a browser, and reckons what a person takes for that.

Times are those of the keystroke-level model (Card, Moran and Newell, 1980); what pages take to come is measured.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from workshops.bench.review.mends import Mend

if TYPE_CHECKING:
    from playwright.sync_api import Page

KEY, POINT, BUTTON, HOME, THINK = 0.28, 1.1, 0.1, 0.4, 1.35
"""Seconds to press a key, to point at something, to press or let go a button of the mouse, to move a hand between
keyboard and mouse, and to think of what is to be done."""
READ, WHEEL = 8.0, 1.1
"""Seconds to read a release, and to turn the wheel until something shows: as long as to point at it."""
PAGE: Final = 0.4
"""Seconds that a page is expected to take, where a person chooses between two ways."""
READY: Final = (
    "html:not([data-waits]) :is(mark[tabindex='0'], .press-states, .review:not(:has(mark))),"
    " html[data-anew]:not([data-waits]) [data-error-summary]"
)
"""What is there when the page that was asked for hears keys: its script has run, or put the answer in place."""
SCRIPT: Final = files("workshops.bench.review").joinpath("page.js").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Step:
    """One act of the hands. `at` is the place on the page or the keys; `buttons` are presses and releases."""

    act: str
    at: tuple[str, ...]
    keys: int = 0
    points: int = 0
    buttons: int = 0
    is_in_view: bool = True
    loads: bool = False

    @property
    def kind(self) -> str:
        """What the time of it is counted as."""
        return "mouse" if self.points else "keys"

    def seconds(self, hand: str) -> float:
        """What it takes a person whose hand is at the "keys" or at the "mouse"."""
        moves = HOME if hand != self.kind and (self.keys or self.points) else 0
        wheel = 0 if self.is_in_view else WHEEL
        return moves + wheel + KEY * self.keys + POINT * self.points + BUTTON * self.buttons


@dataclass(frozen=True, slots=True)
class Way:
    """A way to mend something: its name, its steps, and what it takes beyond these, which is done at the end."""

    name: str
    steps: Sequence[Step]
    more: float = 0
    then: Callable[[], object] | None = None

    def seconds(self, hand: str) -> float:
        """What it takes a person."""
        total = self.more
        for step in self.steps:
            total += step.seconds(hand) + (PAGE if step.loads else 0)
            hand = step.kind if step.keys or step.points else hand
        return total


def pressed(*keys: str, loads: bool = False) -> Step:
    """Keys one after the other; of a chord each key counts."""
    return Step("keys", keys, keys=sum(len(key.split("+")) for key in keys), loads=loads)


def again(key: str, times: int) -> Step:
    """A key several times; what is held down with it is held once."""
    return Step("keys", (key,) * times, keys=times + len(key.split("+")) - 1)


def typed(text: str) -> Step:
    """A text; capitals take the shift key."""
    return Step("type", (text,), keys=len(text) + sum(character.isupper() for character in text))


def clicked(place: str, *, is_in_view: bool = True, loads: bool = False) -> Step:
    """A click."""
    return Step("click", (place,), points=1, buttons=2, is_in_view=is_in_view, loads=loads)


@dataclass
class Person:
    """Somebody who mends, with the time that it took by kind; `finding_of` gives the finding of a field with a value,
    `tried` are ways that did not help."""

    page: "Page"
    finding_of: Callable[[str, str], str]
    spent: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    hand: str = "keys"
    tried: set[tuple[Mend, str]] = field(default_factory=set)

    def see(self, what: str, *given: Any) -> Any:
        """What a function of `page.js` says of the page."""
        return self.page.evaluate(f"given => robot.{what}(...given)", list(given))

    def think(self, times: int = 1) -> None:
        """Think of what comes next."""
        self.spent["thought"] += THINK * times

    def read(self) -> None:
        """Read a release."""
        self.spent["read"] += READ

    def do(self, *steps: Step) -> None:
        """Do it in the browser, and count what a person takes."""
        for step in steps:
            self.spent[step.kind] += step.seconds(self.hand)
            self.hand = step.kind if step.keys or step.points else self.hand
            act: Callable[[], object] = partial(getattr(self, f"_{step.act}"), *step.at)
            self.waiting(act) if step.loads else act()

    def waiting(self, act: Callable[[], object]) -> None:
        """Do what brings a page, or an answer in its place, and wait until its keys are heard."""
        self.page.evaluate("document.documentElement.dataset.waits = ''")
        act()
        begun = time.perf_counter()
        self.page.locator(READY).first.wait_for(state="attached")
        self.spent["waited"] += time.perf_counter() - begun

    def mend(self, mend: Mend) -> bool:
        """Mend a value the cheapest way that was not tried yet; False where none is left."""
        ways = [way for way in self._ways(mend) if (mend, way.name) not in self.tried]
        if not ways:
            return False
        way = min(ways, key=lambda one: one.seconds(self.hand))
        self.tried.add((mend, way.name))
        self.think()
        self.do(*way.steps)
        if way.then:
            way.then()
        return True

    def _keys(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def _type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def _click(self, place: str) -> None:
        self.page.locator(place).first.click()

    def _select(self, words: str, kind: str, how: str) -> None:
        left, top, right, bottom = self.see("ends", words, kind == "quotes")
        if how == "twice":
            self.page.mouse.dblclick(left + 2, top)
            if not self.see("isSelected", words, kind == "quotes"):  # the page moved below the mouse
                self.do(clicked("#text-title"), Step("select", (words, kind, "drawn"), points=2, buttons=2))
            return
        self.page.mouse.move(left, top)
        self.page.mouse.down()
        self.page.mouse.move(right, bottom, steps=4)
        self.page.mouse.up()

    def _check(self, name: str) -> None:
        """Where the keys did not lead to a control, it is clicked after all."""
        if not self.see("ways", name)["isThere"]:
            self.do(clicked(_control(name)))

    def _choose(self, name: str, value: str, label: str) -> None:
        """Type the beginning of a choice until it is chosen."""
        for letter in label:
            if self.see("ways", name)["value"] == value:
                return
            self.do(pressed(letter.lower()))

    def _ways(self, mend: Mend) -> Iterator[Way]:
        if mend.row is not None:
            is_in_view = self.see("removal", mend.name)
            yield Way("remove", [clicked(_of_row(mend.name, "remove"), is_in_view=is_in_view)])
            yield from self._rejecting(self.see("finding", mend.name))
        elif mend.item and not mend.typed:
            yield from self._rejecting(self.finding_of(mend.field, mend.item))
        elif mend.is_new:
            yield from self._selecting(mend)
            length = sum(len(value) + 3 for _name, value in ((mend.name, mend.typed), *mend.others))
            button = f"[data-rows={mend.rows}] [data-row-add]"
            added = clicked(button, is_in_view=self.see("adding", mend.rows))
            yield Way("new row", [added], KEY * length, partial(self._fill, mend))
        else:
            yield from self._typing(mend.name, mend.typed, is_added=bool(mend.item))
            if mend.name == "title" and (other := self.see("otherTitle", mend.typed)):
                yield Way("other title", [clicked(f"#{other} .btn-secondary", loads=True)])
            if mend.typed:
                yield from self._selecting(mend)
            else:
                yield from self._rejecting(self.see("finding", mend.name))

    def _reaching(self, name: str, there: dict[str, Any]) -> Iterator[tuple[list[Step], bool]]:
        """The ways to a control, each with whether what stands in it is selected then."""
        if there["isThere"]:
            yield [], False
            return
        if there["isHidden"]:
            summary = f"details:has({_control(name)}) > summary"
            yield [clicked(summary, is_in_view=False), clicked(_control(name))], False
            return
        check = Step("check", (name,))
        if tabs := there["tabs"]:
            yield [again("Tab" if tabs > 0 else "Shift+Tab", abs(tabs)), check], not there["isArea"]
        if there["steps"] is not None:
            yield [*_walked(there), pressed("e"), check], True
        place = f"label[for='{name}']" if there["labels"] else _control(name)  # a choice that is clicked unfolds
        yield [clicked(place, is_in_view=there["isInView"])], False

    def _typing(self, name: str, text: str, *, is_added: bool = False) -> Iterator[Way]:
        """Going to a control and typing; what stands there is typed over, or added to."""
        there = self.see("ways", name)
        label = dict(there["labels"]).get(text, "")
        for number, (reach, is_selected) in enumerate(self._reaching(name, there)):
            if label:
                yield Way(f"choose {number}", reach, KEY * 2, partial(self._choose, name, text, label))
                continue
            over = [] if is_selected or not there["value"] else [pressed("Control+a")]
            parting = "\n" if there["isArea"] else ", "
            if is_added and there["value"]:
                yield Way(f"add {number}", [*reach, pressed("Control+End"), typed(parting + text)])
            else:
                yield Way(f"type {number}", [*reach, *over, typed(text) if text else pressed("Delete")])

    def _selecting(self, mend: Mend) -> Iterator[Way]:
        """Selecting words of the text and giving them to a field, or to the control that one was in before."""
        is_quote = mend.field == "quotes"
        for words in mend.words:
            found = self.see("words", words, is_quote, mend.field)
            if not found or found["letters"] is None:
                continue
            into = (
                []
                if mend.field
                else min(
                    (way for way, _is_selected in self._reaching(mend.name, self.see("ways", mend.name))),
                    key=self._cost,
                )
            )
            how = "twice" if found["isTaken"] else "drawn"
            points, buttons = (1, 4) if how == "twice" else (2, 2)
            place = (words, mend.field, how)
            select = Step("select", place, points=points, buttons=buttons, is_in_view=found["isShown"])
            button = f"[data-assign-menu] button[value={mend.field}]" if mend.field else "[data-assign-menu] button"
            yield Way(f"select {words}", [*into, select, clicked(button, loads=True)])
            most = PAGE + HOME + KEY * (2 + len(found["letters"]))
            yield Way(f"select {words}", [*into, select], most, partial(self._by_menu, mend.field))
            return

    def _by_menu(self, field: str) -> None:
        """Give the words that are selected to a field, by keys."""
        self.do(pressed("u", *self.see("letters", field), "Enter", loads=True))

    def _rejecting(self, finding: str) -> Iterator[Way]:
        if not finding or not (there := self.see("rejecting", finding)):
            return
        button = f"#finding-{finding} [data-decide=rejected]"
        yield Way("reject", [clicked(button, is_in_view=there["isInView"], loads=True)])
        if there["steps"]:
            yield Way("reject by key", [*_walked(there), pressed("r", loads=True)])

    def _fill(self, mend: Mend) -> None:
        """Fill the row that was just added, the last one of its list."""
        row = self.see("rows", mend.rows) - 1
        for name, value in ((mend.name, mend.typed), *mend.others):
            self._put(f"{mend.rows}-{row}-{name}", value)

    def _put(self, name: str, text: str) -> None:
        way = min(self._typing(name, text), key=lambda one: one.seconds(self.hand))
        self.do(*way.steps)
        if way.then:
            way.then()

    def _cost(self, steps: Sequence[Step]) -> float:
        return Way("", steps).seconds(self.hand)


def _walked(there: dict[str, Any]) -> list[Step]:
    """From finding to finding, out of a field first where somebody types."""
    escape = [pressed("Escape")] if there["isTyping"] else []
    return [*escape, again("j" if there["steps"] > 0 else "k", abs(there["steps"]))] if there["steps"] else escape


def _control(name: str) -> str:
    return f"form.form-page [name='{name}']"


def _of_row(name: str, act: str) -> str:
    return f"[data-row]:has([name='{name}']) [data-row-{act}]"
