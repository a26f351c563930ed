"""Rows of a form that can be added, removed and moved by buttons that work without a script.

A button sends `row_action` = "add:agencies", "remove:agencies:2", "up:agencies:2" or "down:agencies:2" together with
everything typed. The names of the sent fields are changed accordingly, and the form is shown again.
"""

import re

from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from wtforms import FieldList
from wtforms.fields.core import Field

ACTION = re.compile(r"(add|remove|up|down):([a-z_]{1,40})(?::(\d{1,4}))?")
BUTTON = "row_action"
NEW_ROW = "row_id"  # the (empty) field by which a fresh row makes itself known


class RowList(FieldList):
    """A list of rows that can also give an empty one for scripts to copy, with `__index__` where the number stands.

    `note` is what the button that was pressed has to say, such as why it added nothing.
    """

    note = ""

    def blank(self) -> Field:
        """An empty row that is not part of the list."""
        entry = self._add_entry(index="__index__")
        self.entries.pop()
        self.last_index = len(self.entries) - 1
        return entry


def is_row_action(sent: MultiDict[str, str]) -> bool:
    """Whether a button of a row was pressed, so that nothing is to be saved."""
    return BUTTON in sent


def after_row_action(sent: MultiDict[str, str]) -> MultiDict[str, str]:
    """What was sent, with the rows as they are after the button pressed; unchanged if it makes no sense.

    Rows keep the fields that were typed, whatever their content; their numbers start at 0 without gaps.
    """
    match = ACTION.fullmatch(sent.get(BUTTON, ""))
    if match is None:
        return sent
    act, name, number = match[1], match[2], int(match[3] or 0)
    own = re.compile(rf"{name}-(\d{{1,4}})-(.+)")
    rows: dict[int, list[tuple[str, str]]] = {}
    rest: list[tuple[str, str]] = []
    for key, value in sent.items(multi=True):
        part = own.fullmatch(key)
        if part:
            rows.setdefault(int(part[1]), []).append((part[2], value))
        else:
            rest.append((key, value))
    ordered = _acted([rows[index] for index in sorted(rows)], act, number)
    numbered = [(f"{name}-{index}-{key}", value) for index, row in enumerate(ordered) for key, value in row]
    return ImmutableMultiDict(rest + numbered)


def _acted(rows: list[list[tuple[str, str]]], act: str, number: int) -> list[list[tuple[str, str]]]:
    """The rows after the act on the row with this number; unchanged where there is no such row or neighbour."""
    if act == "add":
        return [*rows, [(NEW_ROW, "")]]
    other = {"remove": number, "up": number - 1, "down": number + 1}[act]
    if not (0 <= number < len(rows) and 0 <= other < len(rows)):
        return rows
    if act == "remove":
        return rows[:number] + rows[number + 1 :]
    rows[number], rows[other] = rows[other], rows[number]
    return rows
