"""The structure of a page for those who hear it read: elements, and the numbers of the marked content under them."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any, Protocol

import pydyf

from workshops.documents.problems import CannotStamp


@dataclass
class Node:
    """An element of the structure tree: a kid is a further element, or the number of marked content on its page."""

    tag: bytes
    kids: list["Node | int"]
    more: bytes = b""
    headers: list[tuple[int, int]] = field(default_factory=list)  # of a cell: row and column of each
    head: tuple[int, int] | None = None  # of a header cell: its own row and column


def with_lines(node: Node, lines: list[tuple[Any, float, int]], counts: tuple[int, ...]) -> Node:
    """A cell's tree in which the branch of a value stands once for each of its lines, numbered in reading order."""
    repeats: list[int] = []
    left = iter(counts)
    for slot, _height, empty in lines:
        repeats += ([next(left)] if slot else []) + [1] * empty
    numbers = count()

    def numbered(kid: Node | int) -> Node | int:
        if isinstance(kid, int):
            return next(numbers)
        return Node(kid.tag, [numbered(part) for part in kid.kids], kid.more, kid.headers, kid.head)

    kids: list[Node | int] = []
    for kid in node.kids:
        times = {repeats[mark] for mark in marks_in(kid)} or {1}
        if len(times) > 1:
            raise CannotStamp("a value that is broken shares its tag with another")
        kids += [numbered(kid) for _ in range(times.pop())]
    return Node(node.tag, kids)


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


@dataclass(frozen=True)
class TaggedPart:
    """A part of a page: its elements, those outside the tree (WeasyPrint so tags margins), where its marks begin."""

    nodes: list[Node]
    loose: list[Node]
    first_mark: int


class TaggedPage(Protocol):
    """What the structure of a page is written from. A row has its cells, each with its first mark."""

    marks: int
    tagged: list[TaggedPart]

    @property
    def tagged_rows(self) -> list[list[tuple[Node, int]]]: ...


def write_tags(document: Any, pdf: pydyf.PDF) -> None:
    """Writes the structure of all pages into the tree that WeasyPrint has begun."""
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    whole, places = _object(pdf, root["K"][0]), _object(pdf, root["ParentTree"])["Nums"]
    for index, (page, reference) in enumerate(zip(document.pages, pdf.page_references, strict=True)):
        whole["K"] += _Writer(pdf, reference, page, places[2 * index + 1]).write_page(whole.number)


def _object(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


class _Element:
    """An element of the structure tree, already written; to pydyf an object like its own, at a third of the memory."""

    __slots__ = ("data", "number", "offset")
    generation = 0
    free = "n"
    compressible = True

    def __init__(self, number: int) -> None:
        self.number = number
        self.data = b""


class _Writer:
    """Writes the elements of one page, and to each mark the element it belongs to."""

    def __init__(self, pdf: pydyf.PDF, reference: bytes, page: TaggedPage, places: pydyf.Array) -> None:
        self._objects, self._reference, self._page, self._places = pdf.objects, reference, page, places
        self._table = 0

    def write_page(self, parent: int) -> list[bytes]:
        """Gives the references of the elements that stand under the parent."""
        self._places += [b"null"] * self._page.marks
        written = []
        for part in self._page.tagged:
            written += [b"%d 0 R" % self._write(node, parent, part.first_mark) for node in part.nodes]
            for node in part.loose:
                self._write(node, parent, part.first_mark)
        return written

    def _begin(self) -> _Element:
        element = _Element(len(self._objects))
        self._objects.append(element)
        return element

    def _write(self, node: Node, parent: int, first_mark: int, more: bytes = b"") -> int:
        element = self._begin()
        if node.tag == b"Table":
            self._table = element.number
        if node.tag == b"TBody":
            kids = [b"%d 0 R" % self._write_row(node.kids[0], row, element.number) for row in self._page.tagged_rows]
        else:
            kids = []
            for kid in node.kids:
                if isinstance(kid, int):
                    self._places[first_mark + kid] = b"%d 0 R" % element.number
                    kids.append(b"%d" % (first_mark + kid))
                else:
                    kids.append(b"%d 0 R" % self._write(kid, element.number, first_mark))
        more += node.more
        if node.head is not None:
            more += b"/ID" + self._identifier(node.head)
        self._end(element, node.tag, kids, parent, more)
        return element.number

    def _write_row(self, like: Node | int, row: list[tuple[Node, int]], parent: int) -> int:
        """A row whose cells belong to the same headers as those of the row it is like."""
        element = self._begin()
        kids = []
        assert isinstance(like, Node)  # noqa: S101 - rows are elements
        for (node, first_mark), cell in zip(row, like.kids, strict=True):
            assert isinstance(cell, Node)  # noqa: S101 - and so are cells
            headers = b"".join(map(self._identifier, cell.headers))
            more = b"/A<</O/Table/Headers[%b]>>" % headers
            kids.append(b"%d 0 R" % self._write(node, element.number, first_mark, more))
        self._end(element, b"TR", kids, parent)
        return element.number

    def _identifier(self, head: tuple[int, int]) -> bytes:
        return b"(%d-%d-%d)" % (self._table, *head)

    def _end(self, element: _Element, tag: bytes, kids: list[bytes], parent: int, more: bytes = b"") -> None:
        element.data = b"<</S/%b/K[%b]/Pg %b/P %d 0 R%b>>" % (tag, b" ".join(kids), self._reference, parent, more)
