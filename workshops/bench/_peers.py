"""The attendee sheet as others make it: plain WeasyPrint, ReportLab and Typst, with the same people and columns."""

import io
import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle
from weasyprint import HTML

from workshops.documents.attendee_sheet import AttendeeSheetContext, SheetRow
from workshops.documents.engine import ASSETS

FONT = Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf")
WIDTHS = (11, 54, 10, 50, 48, 48, 48)  # mm
TYPST = """#set page(paper: "a4", flipped: true, margin: 14mm,
  footer: context align(right, text(8pt)[#counter(page).display()]))
#set text(8.5pt, font: ("Noto Sans", "Noto Sans CJK SC", "Noto Sans Arabic"))
#table(columns: (11mm, 54mm, 10mm, 50mm, 48mm, 48mm, 48mm), rows: (auto, 11.25mm), align: horizon,
  stroke: .25mm + rgb("#9aa4b0"), table.header([No.], [Name], [Sex], [Agency], [1], [2], [3]),
  ..json("rows.json").enumerate(start: 1).map(((i, r)) =>
    (str(i), strong(r.at(0)), r.at(1), [#r.at(2)\\ #r.at(3)], [], [], []))
  .flatten())"""


def plain(page: str) -> bytes:
    """What one call of WeasyPrint gives, with the same styles in the page."""
    styles = "".join(f"<style>{ASSETS[name].decode()}</style>" for name in re.findall(r'href="asset:([^"]+)"', page))
    made: bytes = HTML(string=re.sub(r"<link [^>]*>", "", page).replace("</head>", f"{styles}</head>")).write_pdf()
    return made


def reportlab(context: AttendeeSheetContext) -> bytes:
    """A long table of paragraphs, in a font that has no Chinese: those names cost it less than they should."""
    if "Noto" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Noto", str(FONT)))
    style = ParagraphStyle("cell", fontName="Noto", fontSize=8.5, leading=10.6)
    rows: list[list[object]] = [["No.", "Name", "Sex", "Agency", "1", "2", "3"]]
    for number, row in enumerate(context.rows, 1):
        agency = Paragraph(f"{row.agency}<br/>{row.position}", style)
        rows.append([str(number), Paragraph(row.name, style), _sex(row), agency, "", "", ""])
    look = [("GRID", (0, 0), (-1, -1), 0.7, colors.grey), ("FONT", (0, 0), (-1, -1), "Noto", 8.5)]
    target = io.BytesIO()
    table = LongTable(rows, colWidths=[width * mm for width in WIDTHS], repeatRows=1, style=TableStyle(look))
    SimpleDocTemplate(target, pagesize=landscape(A4)).build([table])
    return target.getvalue()


def typst_table(context: AttendeeSheetContext) -> bytes:
    """A table of Typst with its head on every page."""
    rows = [[row.name, _sex(row), row.agency, row.position] for row in context.rows]
    with TemporaryDirectory() as folder:
        Path(folder, "rows.json").write_text(json.dumps(rows), "utf-8")
        Path(folder, "sheet.typ").write_text(TYPST, "utf-8")
        source = str(Path(folder, "sheet.typ"))
        made: Any = typst.Compiler(source, root=folder, font_paths=fonts()).compile(format="pdf")
    return bytes(made)


def _sex(row: SheetRow) -> str:
    return row.sex.value[:1].upper()


@cache
def fonts() -> Any:
    """The fonts of this machine, found once."""
    return typst.Fonts()
