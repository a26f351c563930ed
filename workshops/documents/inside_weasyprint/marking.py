"""The marks for machines on the pages of a document that was laid out as a whole."""

from collections.abc import Callable
from typing import Any

from weasyprint.pdf.stream import Stream

from workshops.documents.inside_weasyprint.reading import code_box, numbered_rows, table_of
from workshops.documents.machine_marks import marks, page_code


def mark(document: Any) -> Any:
    """Gives the document with the marks on each page that keeps a place for its code."""
    for number, page in enumerate(document.pages, 1):
        box = code_box(page._page_box)
        if box is not None:
            table, rows = table_of(page._page_box), numbered_rows(page._page_box)
            boxes = table.element.get("data-boxes", "") if table else ""
            code = page_code(box.text, number, rows[0][0] if rows else "", boxes)
            bars = [(top, height) for _number, top, height in rows]
            ops = marks((page.width, page.height), box, code, table.position_x if table else 0, bars)
            page.paint = _also(page.paint, ops)
    return document


def _also(paint: Callable[[Stream, float], None], ops: bytes) -> Callable[[Stream, float], None]:
    def both(stream: Stream, scale: float = 1) -> None:
        paint(stream, scale)
        with stream.stacked():
            stream.transform(a=scale, d=scale)
            stream.stream.append(ops)

    return both
