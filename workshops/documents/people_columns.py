"""What lists of people say of each: how the columns are called, and what stands in their cells."""

from collections.abc import Iterable
from typing import Final

from workshops.domain.enums import Sex
from workshops.errors import N_

LABELS: Final = {
    "sex": N_("Sex"),
    "agency": N_("Agency and position"),
    "country": N_("Country"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "status": N_("Status"),
}
SEX_LETTERS: Final = {Sex.FEMALE: "F", Sex.MALE: "M", Sex.OTHER: "X", Sex.UNKNOWN: ""}
LEFT_TO_RIGHT: Final = ("sex", "email", "phone")
"""Columns that run from left to right whatever the letters in them."""
_FIELDS: Final = {"name": ("name", "native_name"), "agency": ("agency", "position")}


def cells(columns: Iterable[str]) -> list[tuple[str, ...]]:
    """The fields that stand in the cells of name and columns, one under the other."""
    return [_FIELDS.get(column, (column,)) for column in ("name", *columns)]
