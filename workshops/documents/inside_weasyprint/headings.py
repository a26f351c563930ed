"""Cells of a table belong to the row that heads them, too: WeasyPrint tells only the heads of their column and row."""

from typing import Any

import pydyf


def tell_headings(_document: Any, pdf: pydyf.PDF) -> None:
    """Gives each cell the heading row above it on its page as a header, before those of its column."""
    for body in pdf.objects:
        if isinstance(body, pydyf.Dictionary) and body.get("S") == "/TBody":
            heading = None
            for row in _kids(pdf, body):
                cells = _kids(pdf, row)
                if len(cells) == 1 and cells[0]["S"] == "/TH":
                    heading = cells[0]["ID"]
                elif heading is not None:
                    for cell in cells:
                        cell["A"].setdefault("Headers", pydyf.Array()).insert(0, heading)


def _kids(pdf: pydyf.PDF, element: pydyf.Dictionary) -> list[pydyf.Dictionary]:
    return [pdf.objects[int(kid.split()[0])] for kid in element["K"]]
