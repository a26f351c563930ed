"""Word files (.docx, ECMA-376): paragraphs, tables and text boxes in their order, heads and feet of pages apart."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from workshops.press.files.lines import Block, joined, row
from workshops.press.files.xml_parts import attribute, descendants, letterhead, local, part

_HOLDERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})
_NOT_READ = frozenset({"pPr", "rPr", "del", "moveFrom", "Fallback"})
"""Properties, deleted text, and the copy of a drawing for older programs."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_HEADINGS = ("heading", "title", "titre", "título", "ttulo", "berschrift")


def text_of(body: bytes) -> str:
    """The text of a Word file. Raises KeyError, ParseError or BadZipFile for a damaged one."""
    with ZipFile(BytesIO(body)) as archive:
        heads, feet = (
            letterhead(block for name in _parts(archive, kind) for block in _blocks(part(archive, name)))
            for kind in ("word/header", "word/footer")
        )
        document = part(archive, "word/document.xml")
    return joined([*heads, *(block for one in descendants(document, "body") for block in _blocks(one)), *feet])


def _parts(archive: ZipFile, kind: str) -> list[str]:
    return sorted(name for name in archive.namelist() if name.startswith(kind) and name.endswith(".xml"))


def _blocks(parent: Element) -> Iterator[Block]:
    for element in parent:
        name = local(element.tag)
        if name == "p":
            yield from _paragraph(element)
        elif name == "tbl":
            yield Block("")
            for line in _rows(element):
                yield from row(_blocks(cell) for cell in line if local(cell.tag) == "tc")
            yield Block("")
        elif name in _HOLDERS:
            yield from _blocks(element)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, not those of tables inside its cells."""
    for element in table:
        name = local(element.tag)
        if name == "tr":
            yield element
        elif name in _HOLDERS:
            yield from _rows(element)


def _paragraph(paragraph: Element) -> Iterator[Block]:
    """The paragraph, and after it what stands in text boxes anchored to it."""
    pieces: list[str] = []
    boxes: list[Element] = []
    _collect(paragraph, pieces, boxes)
    style = next((attribute(one, "val").lower() for one in descendants(paragraph, "pStyle")), "")
    yield Block("".join(pieces), stands_apart=style.startswith(_HEADINGS))
    for box in boxes:
        yield from (Block(""), *_blocks(box), Block(""))


def _collect(parent: Element, pieces: list[str], boxes: list[Element]) -> None:
    for element in parent:
        name = local(element.tag)
        if name == "t":
            pieces.append(element.text or "")
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name == "txbxContent":
            boxes.append(element)
        elif name not in _NOT_READ and not (name == "r" and _is_hidden(element)):
            _collect(element, pieces, boxes)


def _is_hidden(run: Element) -> bool:
    properties = next((one for one in run if local(one.tag) == "rPr"), ())
    return any(local(one.tag) == "vanish" and attribute(one, "val") not in ("0", "false") for one in properties)
