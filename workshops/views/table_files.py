"""A list as a file: CSV, Excel or JSON, at the address of its page with an ending."""

from typing import Final, TypeVar

from flask import Response

from workshops.exports.table import Table
from workshops.exports.writers import to_csv, to_json, to_xlsx
from workshops.translating import Translator

Row = TypeVar("Row")
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILES: Final = (("CSV", "csv"), ("Excel", "xlsx"), ("JSON", "json"))
"""What there is, by title and ending."""


def table_file(table: Table[Row], ending: str, *, name: str, say: Translator) -> Response:
    """The table in the kind of file that the ending names, called `name` without it."""
    if ending == "csv":
        response = Response(to_csv(table), content_type="text/csv; charset=utf-8")
    elif ending == "json":
        response = Response(to_json(table), content_type="application/json")
    else:
        response = Response(to_xlsx(table, about_title=say.gettext("About this list")), content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response
