"""Certificates as others make them: ReportLab and Typst, with the same people, words and codes, without tags."""

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from workshops.bench._peers import FONT, fonts
from workshops.documents.certificate import Certificate, CertificateContext
from workshops.documents.qr_code import DARK, MARGIN, qr_code
from workshops.formatting import format_date

CODE = 18 * mm
TYPST = """#set page(paper: "a4", flipped: true, margin: 9mm)
#set text(13pt, font: ("Noto Sans", "Noto Sans CJK SC", "Noto Sans Arabic"))
#for (i, r) in json("rows.json").enumerate() {
  if i > 0 { pagebreak() }
  rect(width: 100%, height: 100%, stroke: .3mm, {
    set align(center)
    v(20mm); text(9pt, r.office); v(6mm); text(24pt, r.heading); v(8mm)
    for line in r.before { par(line) }
    text(26pt, r.name); parbreak(); text(14pt, r.latin); v(3mm)
    for line in r.after { linebreak(); line }
    v(20mm)
    grid(columns: (1fr, 1fr), ..r.signed.map(s => [#line(length: 84mm, stroke: .25mm) #s.at(0) \\ #s.at(1)]))
    place(bottom + left, text(8pt)[#r.number #h(10mm) #r.issued])
    place(bottom + right, stack(dir: ltr, text(8pt, r.address), image(bytes(r.code), format: "svg", height: 18mm)))
  })
}"""


def reportlab(context: CertificateContext) -> bytes:
    """A canvas with what is the same on each page drawn once; in a font that has no Chinese."""
    if "Noto" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Noto", str(FONT)))
    if "Arabic" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Arabic", str(FONT.with_name("NotoSansArabic-Regular.ttf"))))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=landscape(A4))
    width, height = landscape(A4)
    canvas.beginForm("frame")
    canvas.setStrokeColor(HexColor("#16202e"))
    for inset in (9 * mm, 9.7 * mm):
        canvas.rect(inset, inset, width - 2 * inset, height - 2 * inset)
    for x in (60, 153):
        canvas.line(x * mm, 62 * mm, (x + 84) * mm, 62 * mm)
    canvas.endForm()
    for one in context.certificates:
        canvas.doForm("frame")
        _certificate(canvas, one, context.office, width, height)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _certificate(canvas: Canvas, one: Certificate, office: str, width: float, height: float) -> None:
    (text,) = one.texts
    name = one.native_name or one.name
    is_arabic = "\u0600" <= name[0] <= "\u06ff"
    lines: list[tuple[float, float, str]] = [(9, 41, office), (24, 55, text.heading), (13, 74, text.paragraphs[0])]
    lines += [(14, 101, one.name if one.native_name else "")]
    lines += [(13, 110 + 6 * number, line) for number, line in enumerate(text.paragraphs[2].split("\n"))]
    for size, top, line in lines:
        canvas.setFont("Noto", size)
        canvas.drawCentredString(width / 2, height - top * mm, line)
    canvas.setFont("Arabic" if is_arabic else "Noto", 26)
    canvas.drawCentredString(
        width / 2, height - 91 * mm, name, shaping=is_arabic, direction="RTL" if is_arabic else None
    )
    for x, signatory in zip((102, 195), one.signatories, strict=True):
        for size, top, line in ((10.5, 57, signatory.name), (9.0, 52, signatory.title)):
            canvas.setFont("Noto", size)
            canvas.drawCentredString(x * mm, top * mm, line)
    canvas.setFont("Noto", 8)
    canvas.drawString(19 * mm, 22 * mm, one.number)
    canvas.drawString(69 * mm, 22 * mm, format_date(one.issued_on, "en") if one.issued_on else "")
    canvas.drawRightString(width - 40 * mm, 22 * mm, one.check_address)
    code = qr_code(one.check_address)
    module, path = CODE / code.side, canvas.beginPath()
    for y, row in enumerate(code.rows(), MARGIN):
        for run in DARK.finditer(row):
            path.rect((run.start() + MARGIN) * module, (code.side - y - 1) * module, len(run[0]) * module, module)
    canvas.saveState()
    canvas.translate(width - 38 * mm, 14 * mm)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def typst_pages(context: CertificateContext) -> bytes:
    """One box on each page."""
    rows = []
    for one in context.certificates:
        (text,) = one.texts
        code = qr_code(one.check_address)
        drawing = f'viewBox="0 0 {code.side} {code.side}"><path d="{code.path}"/></svg>'
        rows.append({
            "office": context.office, "heading": text.heading, "before": text.paragraphs[:1],
            "name": one.native_name or one.name, "latin": one.name if one.native_name else "",
            "after": text.paragraphs[2].split("\n"), "signed": [[each.name, each.title] for each in one.signatories],
            "number": one.number, "issued": format_date(one.issued_on, "en") if one.issued_on else "",
            "address": one.check_address, "code": f'<svg xmlns="http://www.w3.org/2000/svg" {drawing}',
        })  # fmt: skip
    with TemporaryDirectory() as folder:
        Path(folder, "rows.json").write_text(json.dumps(rows), "utf-8")
        Path(folder, "pages.typ").write_text(TYPST, "utf-8")
        made: Any = typst.Compiler(str(Path(folder, "pages.typ")), root=folder, font_paths=fonts()).compile(
            format="pdf"
        )
    return bytes(made)
