import csv
import io
import json
import re
import zipfile
from datetime import date

import pytest

from workshops.domain.partial_date import PartialDate
from workshops.exports.table import Cell, Column, Table
from workshops.exports.writers import as_file, to_csv, to_json, to_xlsx

FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://example.org")',
    "+41 22 717 91 11",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "'=1",
]


def one_column(*cells: Cell) -> Table[Cell]:
    return Table("Title", "A sentence.", [Column("key", "Heading", lambda cell: cell)], cells)


def csv_rows(table: Table[Cell]) -> list[list[str]]:
    content = b"".join(to_csv(table))
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def xlsx_parts(table: Table[Cell]) -> dict[str, str]:
    file = io.BytesIO()
    to_xlsx(table, file, about_title="About")
    with zipfile.ZipFile(file) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


@pytest.mark.parametrize("formula", FORMULAS)
def test_csv_puts_an_apostrophe_before_what_would_be_run(formula: str) -> None:
    assert csv_rows(one_column(formula)) == [["Heading"], ["'" + formula]]


@pytest.mark.parametrize("text", ["Ulaanbaatar", "O'Brien", "'t Hooft", "a=b", "1-2", "", "« oui »"])
def test_csv_leaves_other_texts_as_they_are(text: str) -> None:
    assert csv_rows(one_column(text, "end")) == [["Heading"], [text], ["end"]]


def test_csv_guards_headings_and_the_first_of_a_list_but_not_numbers() -> None:
    table = Table("", "", [Column[Cell]("key", "=1", lambda cell: cell)], [("=a", "b"), -5])
    assert csv_rows(table) == [["'=1"], ["'=a; b"], ["-5"]]


@pytest.mark.parametrize("formula", FORMULAS)
def test_xlsx_holds_texts_only_as_texts(formula: str) -> None:
    parts = xlsx_parts(one_column(formula))
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert re.search(r'<c r="A2" s="\d+" t="inlineStr">', sheet)


def test_xlsx_runs_and_links_nothing() -> None:
    parts = xlsx_parts(one_column("https://example.org", "mailto:a@example.org", "=1", "007"))
    assert "hyperlink" not in parts["xl/worksheets/sheet1.xml"]
    assert parts["xl/worksheets/sheet1.xml"].count('t="inlineStr"') == 5
    assert not [name for name in parts if "vba" in name.lower() or "external" in name.lower()]


def test_xlsx_dates_are_dates_and_partial_dates_are_text() -> None:
    cells = (date(2013, 5, 14), PartialDate(2013, 5, 14), PartialDate(2013, 5), PartialDate(1850, 1, 1), 3, None, "")
    parts = xlsx_parts(one_column(*cells))
    sheet = parts["xl/worksheets/sheet1.xml"]
    days = (date(2013, 5, 14) - date(1899, 12, 30)).days
    assert len(re.findall(rf'<c r="A[23]" s="\d+"><v>{days}</v>', sheet)) == 2
    assert "yyyy-mm-dd" in parts["xl/styles.xml"]
    assert re.search(r'<c r="A4" s="\d+" t="inlineStr">', sheet)
    assert re.search(r'<c r="A5" s="\d+" t="inlineStr">', sheet)
    assert re.search(r'<c r="A6" s="\d+"><v>3</v>', sheet)
    assert '"A7"' not in sheet
    assert "<t>2013-05</t>" in sheet


def test_xlsx_keeps_its_header_in_sight_and_says_what_it_is() -> None:
    table = Table("Past: trainings / 2024", "14 workshops", [Column("k", "H", str)], ["a"], [("Made on", "2024-05-06")])
    parts = xlsx_parts(table)
    assert 'state="frozen"' in parts["xl/worksheets/sheet1.xml"]
    assert 'name="Past trainings 2024"' in parts["xl/workbook.xml"]
    assert 'name="About"' in parts["xl/workbook.xml"]
    for text in ("14 workshops", "Made on", "2024-05-06"):
        assert text in parts["xl/worksheets/sheet2.xml"]


def test_xlsx_cuts_what_a_cell_cannot_hold_and_shows_it() -> None:
    strings = xlsx_parts(one_column("x" * 40_000))["xl/worksheets/sheet1.xml"]
    assert "x" * 32_766 + "…</t>" in strings


class Passing:
    """A row of which a file may keep nothing."""

    alive = 0

    def __init__(self) -> None:
        Passing.alive += 1

    def __del__(self) -> None:
        Passing.alive -= 1


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
def test_a_file_is_written_while_its_rows_pass_by(ending: str) -> None:
    most = []

    def cell(_row: Passing) -> str:
        most.append(Passing.alive)
        return "x" * 100

    table = Table("T", "S", [Column("k", "H", cell)], (Passing() for _ in range(2_000)))
    with as_file(table, ending, about_title="About") as file:
        assert file.tell() == 0
        assert file.seek(0, io.SEEK_END) > 0
    assert max(most) <= 2


def test_json_keeps_kinds_of_values() -> None:
    columns = [Column[Cell]("key", "Überschrift", lambda cell: cell)]
    cells: list[Cell] = ["=1", 3, None, PartialDate(2013, 5), date(2013, 5, 14), ("a", "b")]
    content = json.loads(b"".join(to_json(Table("T", "S", columns, cells))))
    assert content["columns"] == {"key": "Überschrift"}
    assert (content["title"], content["sentence"]) == ("T", "S")
    assert [row["key"] for row in content["rows"]] == ["=1", 3, None, "2013-05", "2013-05-14", ["a", "b"]]


def test_an_empty_table_is_a_file_too() -> None:
    table = one_column()
    assert csv_rows(table) == [["Heading"]]
    assert json.loads(b"".join(to_json(table)))["rows"] == []
    assert 't="inlineStr"' in xlsx_parts(table)["xl/worksheets/sheet1.xml"]


def test_many_rows_come_in_pieces() -> None:
    table = one_column(*range(1200))
    assert len(list(to_csv(table))) == 3
    assert csv_rows(table)[-1] == ["1199"]
