"""A reviewer at the page: presses real keys and the real mouse in a browser, and reckons what a person takes for that.

What pages take to come is measured.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from workshops.bench.review.acts import KEY, PAGE, READ, THINK, Step, Way, again, clicked, pressed, struck, typed
from workshops.bench.review.mends import Mend

if TYPE_CHECKING:
    from playwright.sync_api import Page

READY: Final = (
    "html:not([data-waits]) :is(mark[tabindex='0'], .press-states, .review:not(:has(mark))),"
    " html[data-anew]:not([data-waits]) [data-error-summary]"
)
"""What is there when the page that was asked for hears keys: its script has run, or put the answer in place."""
SCRIPT: Final = files("workshops.bench.review").joinpath("page.js").read_text("utf-8")


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
            self.hand = step.kind if step.is_by_hand else self.hand
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
            self._await_menu()
            if not self.see("isSelected", words, kind == "quotes"):  # the page moved below the mouse
                self.do(clicked("#text-title"), Step("select", (words, kind, "drawn"), points=2, buttons=2))
            return
        self.page.mouse.move(left, top)
        self.page.mouse.down()
        self.page.mouse.move(right, bottom, steps=4)
        self.page.mouse.up()
        self._await_menu()

    def _await_menu(self) -> None:
        begun = time.perf_counter()
        self.page.locator("[data-assign-menu] button:visible").first.wait_for()
        self.spent["waited"] += time.perf_counter() - begun

    def _strike(self) -> None:
        self.page.mouse.down()
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
        """Selecting words of the text and giving them to a field of findings, or to a control of the form."""
        is_quote, target = mend.field == "quotes", mend.field or mend.name
        for words in mend.words:
            found = self.see("words", words, is_quote, target)
            if not found:
                continue
            how = "twice" if found["isTaken"] else "drawn"
            points, buttons = (1, 4) if how == "twice" else (2, 2)
            place = (words, mend.field, how)
            select = Step("select", place, points=points, buttons=buttons, is_in_view=found["isShown"])
            give = partial(self._give, target)
            if found["line"] is not None:
                yield Way(f"select {words}", [select], self._giving(found), give)
            if not mend.field:
                reaching = self._reaching(mend.name, self.see("ways", mend.name))
                into = min((way for way, _is_selected in reaching), key=lambda way: Way("", way).seconds(self.hand))
                yield Way(f"select into {words}", [*into, select], self._giving({"line": 0}), give)
            return

    @staticmethod
    def _giving(found: dict[str, Any]) -> float:
        """What it takes to choose a line of the menu: the first comes below the mouse."""
        if not found["line"]:
            return PAGE + struck().seconds("mouse")
        by_key = pressed(found["key"]) if found["key"] else pressed("u", "Enter")
        return PAGE + min(clicked("").seconds("mouse"), by_key.seconds("mouse"))

    def _give(self, target: str) -> None:
        """Give the words that are selected to a field, the way that takes least now that its menu is there."""
        there = self.see("menu", target)
        if not there["isThere"]:
            return
        by_keys = [there["key"]] if there["key"] else ["u", *there["letters"], "Enter"]
        ways = [pressed(*by_keys, loads=True), clicked(f"[data-assign-menu] button[value='{target}']", loads=True)]
        if there["isUnder"]:
            ways.append(struck(loads=True))
        self.do(min(ways, key=lambda one: one.seconds("mouse")))

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


def _walked(there: dict[str, Any]) -> list[Step]:
    """From finding to finding, out of a field first where somebody types."""
    escape = [pressed("Escape")] if there["isTyping"] else []
    return [*escape, again("j" if there["steps"] > 0 else "k", abs(there["steps"]))] if there["steps"] else escape


def _control(name: str) -> str:
    return f"form.form-page [name='{name}']"


def _of_row(name: str, act: str) -> str:
    return f"[data-row]:has([name='{name}']) [data-row-{act}]"
