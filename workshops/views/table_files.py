"""A list as a file: CSV, Excel or JSON, at the address of its page with an ending."""

from typing import Final, TypeVar
from weakref import finalize

from flask import Response

from workshops.exports.table import Table
from workshops.exports.writers import as_file
from workshops.translating import Translator

Row = TypeVar("Row")
FILES: Final = (("CSV", "csv"), ("Excel", "xlsx"), ("JSON", "json"))
"""What there is, by title and ending."""
KINDS: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
PIECE: Final = 65_536  # bytes that are sent at once


def table_file(table: Table[Row], ending: str, *, name: str, say: Translator) -> Response:
    """The table in the kind of file that the ending names, called `name` without it. Its rows are read here."""
    file = as_file(table, ending, about_title=say.gettext("About this list"))
    response = Response(iter(lambda: file.read(PIECE), b""), content_type=KINDS[ending])
    finalize(response, file.close)  # also where nobody reads it
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response
