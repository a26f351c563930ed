"""The attendee sheet as specimens and values."""

from collections.abc import Mapping
from dataclasses import replace

from workshops.documents.attendee_sheet import (
    SEX_LETTERS,
    AttendeeSheetContext,
    Column,
    SheetRow,
    attendee_sheet_page,
    groups,
)
from workshops.documents.both import Languages, as_tuple
from workshops.documents.row_stamps import Stamps, row_stamps
from workshops.domain.enums import Sex

FIELDS: dict[str, tuple[str, ...]] = {
    "name": ("name", "native_name"),
    Column.SEX: ("sex",),
    Column.AGENCY: ("agency", "position"),
    Column.PHONE: ("phone",),
    Column.EMAIL: ("email",),
}
"""What stands in the cell of a column, one under the other."""


def attendee_stamps(context: AttendeeSheetContext, languages: Languages) -> Stamps:
    """Gives the sheet as values to be set into its specimen; the specimen says nothing of the people."""

    def text(row: SheetRow, field: str) -> str:
        if field == "agency" and context.under_agencies:
            return ""
        return SEX_LETTERS[row.sex] if field == "sex" else str(getattr(row, field))

    return row_stamps(
        groups(context, as_tuple(languages)[0]),
        {column: FIELDS[column] for column in ("name", *(column for column in Column if column in context.columns))},
        text=text,
        running=lambda field: field in ("name", "native_name", "agency", "position"),
        row=_specimen,
        page=lambda specimens: attendee_sheet_page(replace(context, rows=()), languages, specimens),
    )


def _specimen(said: Mapping[str, str]) -> SheetRow:
    texts = {field: text for field, text in said.items() if field != "sex"}
    return SheetRow(**{"name": "x", **texts}, sex=Sex.FEMALE if said.get("sex") else Sex.UNKNOWN)
