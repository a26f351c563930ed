"""Tables as CSV, JSON and Excel files that no spreadsheet program runs as a program."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Final

from workshops.domain.partial_date import PartialDate
from workshops.exports.table import Cell, Row, Table, as_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_ROWS_AT_A_TIME: Final = 500
# Spreadsheet programs read a cell that begins so as a formula, Asian input methods in full width too (OWASP)
_FORMULA: Final = re.compile(r"\s*'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")
_NARROWEST, _WIDEST = 10, 60
_LONGEST_CELL: Final = 32_767
_NOT_IN_A_SHEET_NAME: Final = re.compile(r"[\[\]:*?/\\']+")


def as_file(table: Table[Row], ending: str, *, about_title: str) -> IO[bytes]:
    """The table as a file without a name, read from its beginning: "csv", "json" or "xlsx".

    On the disk, not in memory: a list of 100,000 rows has some 40 MB. `about_title` is for Excel.
    """
    file = TemporaryFile()  # noqa: SIM115 - whoever takes it closes it
    if ending == "xlsx":
        to_xlsx(table, file, about_title=about_title)
    else:
        file.writelines(to_csv(table) if ending == "csv" else to_json(table))
    file.seek(0)
    return file


def to_csv(table: Table[Row]) -> Iterator[bytes]:
    """Comma-separated UTF-8 with a byte order mark, as Excel wants it, headings first, piece by piece.

    A text that a spreadsheet program would take for a formula gets an apostrophe before it. Texts that are an
    apostrophe and a formula get one more, so that taking one away always gives the text back.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    buffer.write("\ufeff")
    writer.writerow([_guarded(column.heading) for column in table.columns])
    for number, row in enumerate(table.rows, start=1):
        writer.writerow([_guarded_cell(column.value(row)) for column in table.columns])
        if number % _ROWS_AT_A_TIME == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def to_json(table: Table[Row]) -> Iterator[bytes]:
    """One JSON object: title, sentence, the headings by key, and the rows by key; dates in ISO 8601, None as null."""
    head = {
        "title": table.title,
        "sentence": table.sentence,
        **({"about": dict(table.about)} if table.about else {}),
        "columns": {column.key: column.heading for column in table.columns},
    }
    yield json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "rows": ['
    comma = ""
    for row in table.rows:
        values = {column.key: _json_value(column.value(row)) for column in table.columns}
        yield f"{comma}\n{json.dumps(values, ensure_ascii=False)}".encode()
        comma = ","
    yield b"\n]}\n"


def to_xlsx(table: Table[Row], file: IO[bytes], *, about_title: str) -> None:
    """Write an Excel workbook: the rows on one sheet, its header in sight, and what they are on another.

    Texts are always texts; days fully known are dates to Excel, dates known in part are text. `about_title` is the
    name of the second sheet.
    """
    import xlsxwriter  # here, since most processes never write one

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        formats = {
            "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
            "integer": book.add_format({"num_format": "#,##0", "valign": "top"}),
            "text": wrapped,
        }
        rows = book.add_worksheet(_sheet_name(table.title))
        _fill(rows, table, bold, formats)
        about = book.add_worksheet(_sheet_name(about_title))
        about.set_column(0, 0, 24)
        about.set_column(1, 1, 90)
        for line, (label, text) in enumerate([(table.title, table.sentence), *table.about]):
            about.write_string(line, 0, _cut(label), bold)
            about.write_string(line, 1, _cut(text), wrapped)


def _fill(sheet: "Worksheet", table: Table[Row], bold: Any, formats: Mapping[str, Any]) -> None:
    """Write the header and the rows of the table, and set each column as wide as its contents."""
    widths = [max(_NARROWEST, len(column.heading) + 2) for column in table.columns]
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, _cut(column.heading), bold)
    last = 0
    for last, row in enumerate(table.rows, start=1):
        for place, column in enumerate(table.columns):
            width = _write(sheet, last, place, column.value(row), formats)
            widths[place] = min(_WIDEST, max(widths[place], width))
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, max(0, len(table.columns) - 1))


def _write(sheet: "Worksheet", line: int, place: int, cell: Cell, formats: Mapping[str, Any]) -> int:
    """Write one cell as what it is and give the width its text takes."""
    if isinstance(cell, PartialDate) and cell.precision == "day":
        cell = cell.earliest
    if isinstance(cell, int):
        sheet.write_number(line, place, cell, formats["integer"])
    elif isinstance(cell, date) and cell.year >= 1900:  # Excel knows no day before
        sheet.write_datetime(line, place, cell, formats["date"])
    elif text := as_text(cell):
        sheet.write_string(line, place, _cut(text), formats["text"])
    return len(as_text(cell)) + 1


def _guarded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _guarded_cell(cell: Cell) -> str:
    return as_text(cell) if isinstance(cell, int | date | PartialDate) else _guarded(as_text(cell))


def _taken(buffer: io.StringIO) -> bytes:
    """What was written since the last time."""
    content = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return content


def _json_value(cell: Cell) -> object:
    if cell is None or isinstance(cell, str | int):
        return cell
    return as_text(cell) if isinstance(cell, date | PartialDate) else list(cell)


def _cut(text: str) -> str:
    """The text as far as a cell holds it, with a sign where it is cut."""
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"


def _sheet_name(title: str) -> str:
    return " ".join(_NOT_IN_A_SHEET_NAME.sub(" ", title).split())[:31] or "-"
