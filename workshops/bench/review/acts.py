"""The acts of a reviewer's hands, what each is reckoned at, and ways that are made of them.

Times are those of the keystroke-level model (Card, Moran and Newell, 1980).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

KEY, POINT, BUTTON, HOME, THINK = 0.28, 1.1, 0.1, 0.4, 1.35
"""Seconds to press a key, to point at something, to press or let go a button of the mouse, to move a hand between
keyboard and mouse, and to think of what is to be done."""
READ, WHEEL = 8.0, 1.1
"""Seconds to read a release, and to turn the wheel until something shows: as long as to point at it."""
PAGE: Final = 0.4
"""Seconds that a page is expected to take, where a person chooses between two ways."""


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
        return "mouse" if self.points or self.buttons else "keys"

    @property
    def is_by_hand(self) -> bool:
        """Whether the hand does anything."""
        return bool(self.keys or self.points or self.buttons)

    def seconds(self, hand: str) -> float:
        """What it takes a person whose hand is at the "keys" or at the "mouse"."""
        moves = HOME if hand != self.kind and self.is_by_hand else 0
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
            hand = step.kind if step.is_by_hand else hand
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


def struck(*, loads: bool = False) -> Step:
    """A press of the button where the mouse is."""
    return Step("strike", (), buttons=2, loads=loads)
