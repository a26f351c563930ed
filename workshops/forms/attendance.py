"""What the page of attendance sends: one mark a cell, and what the cells showed when the page was opened."""

import re
from collections.abc import Mapping

from workshops.domain.enums import AttendanceStatus

Cell = tuple[int, int]
Marks = dict[Cell, AttendanceStatus | None]

SHOWN = "shown"
_MARK = re.compile(r"mark-([1-9]\d{0,8})-([1-9]\d{0,8})", re.ASCII)
_SHOWN = re.compile(r"([1-9]\d{0,8})-([1-9]\d{0,8})-([a-z]+)", re.ASCII)


def field_name(participation_id: int, event_id: int) -> str:
    """The name of the field of one cell."""
    return f"mark-{participation_id}-{event_id}"


def shown(marks: Mapping[Cell, AttendanceStatus]) -> str:
    """The marks as the hidden field `SHOWN` carries them."""
    return " ".join(f"{participation}-{event}-{mark}" for (participation, event), mark in sorted(marks.items()))


def changes(sent: Mapping[str, str]) -> Marks:
    """The cells that say something else than when the page was opened, so that nobody undoes what another marked.

    Names and values that no page of ours sends are passed over.
    """
    before = {(int(p), int(e)): _mark(mark) for p, e, mark in _SHOWN.findall(sent.get(SHOWN, ""))}
    marks: Marks = {}
    for name, value in sent.items():
        match = _MARK.fullmatch(name)
        if match is None or (value and _mark(value) is None):
            continue
        cell = int(match[1]), int(match[2])
        if _mark(value) is not before.get(cell):
            marks[cell] = _mark(value)
    return marks


def typed_over(marks: Mapping[Cell, AttendanceStatus], sent: Mapping[str, str]) -> dict[Cell, AttendanceStatus]:
    """The marks as they stand, with those that somebody has changed and not saved yet."""
    now = {**marks, **changes(sent)}
    return {cell: mark for cell, mark in now.items() if mark is not None}


def _mark(value: str) -> AttendanceStatus | None:
    return next((mark for mark in AttendanceStatus if mark == value), None)
