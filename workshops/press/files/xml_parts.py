"""XML parts of Office files. The gate has refused any with definitions; names are compared without their namespace."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from workshops.press.files.lines import Block, is_page_number


def part(archive: ZipFile, name: str) -> Element:
    """The root of a part. Raises KeyError where it is not there, ParseError where it is not XML."""
    return fromstring(archive.read(name))  # noqa: S314 - no definitions, and in a process with limits


def local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """The value of an attribute of that local name, "" without one."""
    return next((value for key, value in element.items() if local(key) == name), "")


def descendants(element: Element, name: str) -> Iterator[Element]:
    """All elements of that local name below an element."""
    return (one for one in element.iter() if local(one.tag) == name)


def letterhead(blocks: Iterable[Block]) -> list[Block]:
    """What heads or feet of pages say, each line once and without page numbers, set apart from the text."""
    lines = dict.fromkeys(block.text.strip() for block in blocks)
    return [Block(""), *(Block(line) for line in lines if line and not is_page_number(line)), Block("")]
