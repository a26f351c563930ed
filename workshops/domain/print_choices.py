"""What can be chosen of a printed document, as it is offered to people and programs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

Given = Mapping[str, Sequence[str]]
"""Choices as texts, by name, as they stand in an address, a form, a command, or the order of a job."""
ONLY_TICKED: Final = "chosen"
"""Among the choices of a form: boxes that are not named were left empty."""

Value = str | int | bool | date | tuple[str, ...] | None
"""What is chosen, ready for a document."""


def of_kind(name: str, given: Given) -> Given:
    """What is said to one kind of document, where several are asked for at once: its own choices begin with its name.

    "attendee-sheet.columns" is said to the attendee sheet alone, "columns" to every kind.
    """
    own = {key.removeprefix(f"{name}."): texts for key, texts in given.items() if key.startswith(f"{name}.")}
    return {**given, **own}


class How(StrEnum):
    """How something is chosen: one or any of several, a whole number, yes (1) or no (0), a day, a line of text."""

    ONE = "one"
    SOME = "some"
    NUMBER = "number"
    YES_NO = "yes_no"
    DAY = "day"
    TEXT = "text"

    @property
    def is_ticked(self) -> bool:
        """Whether a form draws it as boxes."""
        return self in (How.SOME, How.YES_NO)


@dataclass(frozen=True)
class Option:
    """One of several: its word in addresses and commands, and its label.

    Usual options are those taken where nothing is chosen.
    """

    value: str
    label: str
    is_usual: bool = False


@dataclass(frozen=True, kw_only=True)
class Offered:
    """A choice, worded in a language; `usual` is its value where nothing is chosen."""

    name: str
    label: str
    hint: str
    how: How
    usual: Value
    options: tuple[Option, ...]
