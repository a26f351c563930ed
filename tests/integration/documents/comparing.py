"""What two documents must have in common to be the same: pages, words, pixels and structure."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
from PIL import ImageChops


def pages(pdf: bytes) -> Iterator[tuple[str, Any]]:
    """The words and the picture of each page."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        for page in document:
            yield page.get_textpage().get_text_range(), page.render(scale=1).to_pil().convert("RGB")


def structure(pdf: bytes) -> list[Any]:
    """The tree of elements: kind, alternative text, language, header cells as their place among all, what is under it.

    Marked content counts by its place on its page; what is empty, and elements that say nothing, are passed over.
    """
    heads: dict[str, int] = {}

    def read(element: Any, pages: dict[Any, dict[int, int]]) -> list[Any]:
        if "/ID" in element:
            heads[str(element.ID)] = len(heads)
        attributes = element.get("/A", {})
        headers = [heads[str(header)] for header in attributes.get("/Headers", [])]
        kids = element.get("/K", [])
        said: list[Any] = []
        for kid in kids if isinstance(kids, list | pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                places = pages[element.Pg.objgen]
                said += [(id(places), places[kid])] if kid in places else []
            else:
                said += read(kid, pages)
        more = [str(element.get(key, "")) for key in ("/Alt", "/Lang")]
        more += [str(attributes.get(key, "")) for key in ("/BBox", "/ColSpan")]
        if str(element.S) in ("/NonStruct", "/Span") and not any(more) and not headers:
            return said
        return [(str(element.S), *more, headers, said)]

    with pikepdf.open(io.BytesIO(pdf)) as document:
        numbers = {page.objgen: _marks(page) for page in document.pages}
        order = {id(places): number for number, places in enumerate(numbers.values())}
        return _by_page([part for element in document.Root.StructTreeRoot.K for part in read(element, numbers)], order)


def _by_page(thing: Any, order: dict[int, int]) -> Any:
    if isinstance(thing, list):
        return [_by_page(part, order) for part in thing]
    if len(thing) == 2:
        return order[thing[0]], thing[1]
    return *thing[:-1], _by_page(thing[-1], order)


def _marks(page: pikepdf.Page) -> dict[int, int]:
    """The numbers of the marked contents of a page in which something is painted, with their places."""
    found: dict[int, int] = {}
    inside: list[int | None] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        kind = str(operator)
        if kind == "BDC":
            inside.append(int(operands[1].MCID) if "/MCID" in operands[1] else None)
        elif kind == "BMC":
            inside.append(None)
        elif kind == "EMC":
            inside.pop()
        elif kind in ("TJ", "Tj", "Do", "f", "S"):
            for mark in inside:
                if mark is not None:
                    found.setdefault(mark, len(found))
    return found


def assert_same(whole: bytes, quick: bytes) -> int:
    """Compares a document laid out as a whole with one that was stamped; gives the number of pages."""
    number = 0
    for number, (expected, made) in enumerate(zip(pages(whole), pages(quick), strict=True), 1):
        assert made[0] == expected[0], f"words of page {number}"
        assert ImageChops.difference(made[1], expected[1]).getbbox() is None, f"pixels of page {number}"
    assert structure(quick) == structure(whole)
    return number
