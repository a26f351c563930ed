"""Documents of many alike pieces, such as certificates: what differs is in slots, all else is laid out once a kind.

A template prints `sheets`, lists of pieces that stand on one page. Laid out as a whole, these hold the pieces
themselves; for stamping they hold one specimen of each kind, and the values of the pieces are set into those.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from workshops.documents.pages import direction
from workshops.documents.qr_code import QrCode, first_module

SPECIMENS = {"ltr": "x", "rtl": "א"}


@dataclass(frozen=True)
class Value:
    """What stands in a slot: its size in points, and its language where that is not the one of the document."""

    text: str
    size: float = 0
    language: str = ""

    @property
    def kind(self) -> tuple[str, float, str]:
        """What makes the slot be set in another way."""
        return direction(self.text), self.size, self.language

    def specimen(self) -> Self:
        """A value of the same kind that says nothing."""
        return type(self)(SPECIMENS[direction(self.text)], self.size, self.language)


class Code(Value):
    """A QR code: its modules, and as its size the side of its square (`qr_code.QrCode`)."""

    @property
    def kind(self) -> tuple[str, float, str]:
        return "code", self.size, self.language

    @property
    def path(self) -> str:
        """What the template draws."""
        return QrCode(self.text, int(self.size)).path

    def specimen(self) -> Self:
        return type(self)(first_module(int(self.size)).modules, self.size, self.language)


@dataclass(frozen=True)
class Piece:
    """A certificate, a badge: values by the names of their slots, those left out that say nothing, and its look."""

    values: dict[str, Value]
    look: str = ""

    def kind(self) -> tuple[Any, ...]:
        """Pieces of one kind differ in nothing but the words in their slots."""
        return self.look, *((name, *value.kind) for name, value in self.values.items())

    def named(self, slots: str) -> list[tuple[str, Value]]:
        """The values of the slots of one kind: of "before" those of "before", "before-1" and so on."""
        return [(name, value) for name, value in self.values.items() if f"{name}-".startswith(f"{slots}-")]

    def specimen(self) -> "Piece":
        """A piece of the same kind that says nothing of anybody."""
        return Piece({name: value.specimen() for name, value in self.values.items()}, self.look)


Sheets = list[list[Piece]]


@dataclass(frozen=True)
class SlotStamps:
    """`specimen` is the HTML to lay out: a page full of pieces of the first kind, then one with a piece of each other.

    `pieces` has for each the number of its kind and the texts by slot; `places` is how many stand on a page.
    """

    specimen: str
    pieces: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    places: int = 1


def sheets_of(pieces: Sequence[Piece], places: int = 1) -> Sheets:
    """The pieces as they stand on pages that hold so many."""
    return [list(pieces[start : start + places]) for start in range(0, len(pieces), places)]


def slot_stamps(pieces: Sequence[Piece], page: Callable[[Sheets], str], places: int = 1) -> SlotStamps:
    """Gives the pieces as values to be set into specimens, of which `page` makes the HTML."""
    by_kind = {piece.kind(): piece for piece in pieces}
    kinds = sorted(by_kind)
    number = {kind: index for index, kind in enumerate(kinds)}
    specimens = [by_kind[kind].specimen() for kind in kinds]
    sheets = [specimens[:1] * places, *([specimen] for specimen in specimens[1:])]
    return SlotStamps(
        page(sheets),
        [(number[piece.kind()], {name: value.text for name, value in piece.values.items()}) for piece in pieces],
        places,
    )
