"""The structure of a page for those who hear it read: elements, and the numbers of the marked content under them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import pydyf

from workshops.documents.inside_weasyprint.writing import Packed

SILENT = (b"NonStruct", b"Span")
"""Elements that say nothing of what is in them, unless they carry more than their name (ISO 32000-1, 14.8.4)."""


@dataclass
class Node:
    """An element of the structure tree: a kid is a further element, or the number of marked content on its page."""

    tag: bytes
    kids: list["Node | int"]
    more: bytes = b""
    headers: list[tuple[int, int]] = field(default_factory=list)  # of a cell: row and column of each
    head: tuple[int, int] | None = None  # of a header cell: its own row and column


def slim(node: Node) -> Node:
    """The same structure without the elements in it that say nothing."""
    kids: list[Node | int] = []
    for kid in node.kids:
        made = kid if isinstance(kid, int) else slim(kid)
        silent = isinstance(made, Node) and made.tag in SILENT and not made.more and made.head is None
        kids += made.kids if isinstance(made, Node) and silent else [made]
    return Node(node.tag, kids, node.more, node.headers, node.head)


def marks_in(kid: Node | int) -> list[int]:
    """The numbers of the marked contents under a kid."""
    return [kid] if isinstance(kid, int) else [mark for part in kid.kids for mark in marks_in(part)]


def marks_of_row(nodes: list[Node]) -> list[int]:
    """The marked contents of the rows of the table among these elements."""
    found = []
    for node in nodes:
        found += (
            marks_in(node)
            if node.tag == b"TBody"
            else marks_of_row([kid for kid in node.kids if isinstance(kid, Node)])
        )
    return found


Runs = Sequence[tuple[bytes, int]]
"""The marked contents of a cell in turn: how many in a language, as an element says it (`/Lang (fr)`), b"" for none."""


class RowForm:
    """A row whose cells hold so many marked contents or such runs: what is written of it, all numbers left open.

    `heads` stands for a row that is one cell, the heading of the rows below it.
    """

    def __init__(self, cells: Sequence[int | Runs], heads: bool = False) -> None:
        row = b"<</S/TR/P %%d 0 R/K[%b]>>" % b" ".join([b"%d 0 R"] * len(cells))
        fields = [(_PARENT, 0), *((_ELEMENT, number) for number in range(1, len(cells) + 1))]
        texts, spans, self._places = [row], list[tuple[bytes, list[_Field]]](), list[int]()
        for column, runs in enumerate(cells, 1):
            kids, inside = [], list[_Field]()
            for language, count in ((b"", runs),) if isinstance(runs, int) else runs:
                first = len(self._places)
                marks = [(_MARK, mark) for mark in range(first, first + count)]
                element = 1 + len(cells) + len(spans) if language else column
                self._places += [element] * count
                if language:
                    text = b"<</S/Span%b/P %%d 0 R/Pg %%d 0 R/K[%b]>>" % (language, b" ".join([b"%d"] * count))
                    spans.append((text, [(_ELEMENT, column), (_PAGE, 0), *marks]))
                kids += [b"%d 0 R"] if language else [b"%d"] * count
                inside += [(_ELEMENT, element)] if language else marks
            of_page = b"/Pg %%d 0 R/K[%b]" % b" ".join(kids) if kids else b""
            tail = b"/A<</O/Table/ColSpan %d>>/ID(%d-g-%d)>>" if heads else b"/A %d 0 R>>"
            texts.append(b"<</S/T%b/P %%d 0 R%b%b" % (b"H" if heads else b"D", of_page, tail))
            fields += [(_ELEMENT, 0), *([(_PAGE, 0), *inside] if kids else ())]
            fields += [(_SPAN, 0), (_TABLE, 0), (_ELEMENT, 0)] if heads else [(_HEADERS, column - 1)]
        texts += [text for text, _inside in spans]
        self._fields = [*fields, *(field for _text, inside in spans for field in inside)]
        self._text, self.marks, self.heads = b"\n".join(texts), len(self._places), heads

    def written(self, bases: Sequence[int]) -> list[bytes]:
        """The row and its cells; the bases are what the numbers left open count from."""
        return (self._text % tuple([bases[base] + number for base, number in self._fields])).split(b"\n")

    def places(self, element: int) -> list[int]:
        """For each marked content in turn, the number of the cell it is in."""
        return [element + number for number in self._places]


_Field = tuple[int, int]
_ELEMENT, _MARK, _PARENT, _PAGE, _HEADERS, _TABLE, _SPAN = range(7)


@dataclass(frozen=True)
class TaggedPart:
    """A part of a page: its elements, those outside the tree (WeasyPrint so tags margins), where its marks begin."""

    nodes: list[Node]
    loose: list[Node]
    first_mark: int


class TaggedPage(Protocol):
    """What the structure of a page is written from. A row has its form and its first mark."""

    marks: int
    tagged: list[TaggedPart]
    tagged_rows: list[tuple[RowForm, int]]


def write_tags(document: Any, pdf: pydyf.PDF) -> None:
    """Writes the structure of all pages into the tree that WeasyPrint has begun."""
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    whole, places = _object(pdf, root["K"][0]), _object(pdf, root["ParentTree"])["Nums"]
    for index, (page, reference) in enumerate(zip(document.pages, pdf.page_references, strict=True)):
        writer = _Writer(len(pdf.objects), int(reference.split()[0]), page)
        whole["K"] += [b"%d 0 R" % number for number in writer.write_page(whole.number)]
        places[2 * index + 1] += [b" ".join(b"%d 0 R" % number if number else b"null" for number in writer.places)]
        Packed(pdf, writer.first, writer.objects)


def _object(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


class _Writer:
    """Writes the elements of one page, and for each mark the element it belongs to."""

    def __init__(self, first: int, page_number: int, page: TaggedPage) -> None:
        self.first, self._page_number, self._page = first, page_number, page
        self.objects: list[bytes] = []
        self.places = [0] * page.marks
        self._table = 0
        self._heads: list[tuple[int, int]] = []

    def write_page(self, parent: int) -> list[int]:
        """Gives the numbers of the elements that stand under the parent."""
        written = []
        for part in self._page.tagged:
            written += [self._write(node, parent, part.first_mark) for node in part.nodes]
            for node in part.loose:
                self._write(node, parent, part.first_mark)
        return written

    def _begin(self) -> int:
        self.objects.append(b"")
        return self.first + len(self.objects) - 1

    def _write(self, node: Node, parent: int, first_mark: int) -> int:
        element = self._begin()
        if node.tag == b"Table":
            self._table = element
        kids, marked = [], False
        if node.tag == b"TBody":
            kids = [b"%d 0 R" % number for number in self._write_rows(node.kids[0], element)]
        else:
            for kid in node.kids:
                if isinstance(kid, int):
                    marked = True
                    self.places[first_mark + kid] = element
                    kids.append(b"%d" % (first_mark + kid))
                else:
                    kids.append(b"%d 0 R" % self._write(kid, element, first_mark))
        more = node.more
        if node.head is not None:
            more += b"/ID" + self._identifier(node.head)
        if marked or more:
            more += b"/Pg %d 0 R" % self._page_number
        self.objects[element - self.first] = b"<</S/%b/P %d 0 R/K[%b]%b>>" % (node.tag, parent, b" ".join(kids), more)
        return element

    def _write_rows(self, like: Node | int, parent: int) -> list[int]:
        """The rows of a page, whose cells belong to the same headers as those of the row in the specimen."""
        assert isinstance(like, Node)  # noqa: S101 - rows are elements
        headers = [b"".join(map(self._identifier, cell.headers)) for cell in like.kids if isinstance(cell, Node)]
        written, attributes = [], self._write_headers(headers)
        for form, first_mark in self._page.tagged_rows:
            element = self.first + len(self.objects)
            self.objects += form.written(
                (element, first_mark, parent, self._page_number, attributes, self._table, len(headers))
            )
            self.places[first_mark : first_mark + form.marks] = form.places(element)
            written.append(element)
            if form.heads:
                group = b"(%d-g-%d)" % (self._table, element)
                attributes = self._write_headers([group + each for each in headers])
        return written

    def _write_headers(self, headers: Sequence[bytes]) -> int:
        """What the cells of each column have in common, the headers they belong to; gives the number of the first."""
        first = self.first + len(self.objects)
        self.objects += [b"<</O/Table/Headers[%b]>>" % each for each in headers]
        return first

    def _identifier(self, head: tuple[int, int]) -> bytes:
        return b"(%d-%d-%d)" % (self._table, *head)
