"""OpenDocument texts (.odt, ISO/IEC 26300): as `word` reads Word files."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from workshops.press.files.lines import Block, joined, row
from workshops.press.files.xml_parts import attribute, descendants, letterhead, local, part

_HOLDERS = frozenset({"section", "list", "list-item", "list-header", "index-body", "numbered-paragraph"})
_ROW_HOLDERS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_NOT_READ = frozenset({"note", "annotation", "tracked-changes", "ruby-text", "hidden-text"})
_MOST_SPACES = 20


def text_of(body: bytes) -> str:
    """The text of an OpenDocument text. Raises KeyError, ParseError or BadZipFile for a damaged one."""
    with ZipFile(BytesIO(body)) as archive:
        styles = part(archive, "styles.xml") if "styles.xml" in archive.namelist() else Element("none")
        content = part(archive, "content.xml")
    heads, feet = (
        letterhead(block for name in names for one in descendants(styles, name) for block in _blocks(one))
        for names in (("header", "header-first"), ("footer", "footer-first"))
    )
    return joined([*heads, *(block for one in descendants(content, "text") for block in _blocks(one)), *feet])


def _blocks(parent: Element) -> Iterator[Block]:
    for element in parent:
        name = local(element.tag)
        if name in ("p", "h"):
            yield from _paragraph(element, is_heading=name == "h")
        elif name == "table":
            yield Block("")
            for line in _rows(element):
                yield from row(_blocks(cell) for cell in line if local(cell.tag) == "table-cell")
            yield Block("")
        elif name in _HOLDERS:
            yield from _blocks(element)
        elif name == "frame":
            yield from _boxes([element])


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        name = local(element.tag)
        if name == "table-row":
            yield element
        elif name in _ROW_HOLDERS:
            yield from _rows(element)


def _paragraph(paragraph: Element, *, is_heading: bool) -> Iterator[Block]:
    """The paragraph, and after it what stands in text boxes anchored to it."""
    pieces: list[str] = []
    frames: list[Element] = []
    _collect(paragraph, pieces, frames)
    is_title = attribute(paragraph, "style-name") in ("Title", "Subtitle")
    yield Block("".join(pieces), stands_apart=is_heading or is_title)
    yield from _boxes(frames)


def _boxes(frames: list[Element]) -> Iterator[Block]:
    for frame in frames:
        for box in frame:
            if local(box.tag) == "text-box":
                yield from (Block(""), *_blocks(box), Block(""))


def _collect(parent: Element, pieces: list[str], frames: list[Element]) -> None:
    pieces.append(_run(parent.text))
    for element in parent:
        name = local(element.tag)
        if name == "s":
            count = attribute(element, "c")
            pieces.append(" " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1))
        elif name == "tab":
            pieces.append("\t")
        elif name == "line-break":
            pieces.append("\n")
        elif name == "frame":
            frames.append(element)
        elif name not in _NOT_READ:
            _collect(element, pieces, frames)
        pieces.append(_run(element.tail))


def _run(text: str | None) -> str:
    """White space between words: line ends of the XML are spaces of the text."""
    return (text or "").replace("\n", " ").replace("\t", " ")
