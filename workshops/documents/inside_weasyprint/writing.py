"""A document to the bytes of its file, in a tenth of the time in which WeasyPrint packs a long one.

WeasyPrint packs at the highest level, which makes the file a twentieth smaller and is most of the time that a sheet of
1,000 people takes. It also holds all objects until the end; here what is finished is packed at once.
"""

import struct
import zlib
from collections.abc import Callable, Sequence
from hashlib import md5
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pydyf
from weasyprint import DEFAULT_OPTIONS
from weasyprint.pdf import VARIANTS, generate_pdf
from weasyprint.pdf.anchors import add_outlines

from workshops.documents.problems import TooManyPages

MOST_PAGES = 12_000  # name cards of 10,000 people are 10,000 pages
LEVEL = 5  # of zlib; 6 takes half as much time again and saves one part in a hundred
POINTS = 0.75  # in a CSS pixel
AT_ONCE = 500  # objects in one object stream
ENTRY = struct.Struct(">BIH")  # of the cross-reference stream: kind, place or stream, generation or index
FREE, IN_FILE, IN_STREAM = 0, 1, 2

Finisher = Callable[[Any, pydyf.PDF], None]


class Packed:
    """Objects with numbers in a row, packed as one object stream. It stands for each of them in the list of objects."""

    def __init__(self, pdf: pydyf.PDF, first: int, objects: Sequence[bytes]) -> None:
        """Puts them into the document, whose next free number is `first`."""
        self.first = first
        pdf.objects.extend([self] * len(objects))
        self.stream = object_stream(range(first, first + len(objects)), objects)
        pdf.add_object(self.stream)


def file_of(document: Any, variant: str, finisher: Finisher | None = None) -> bytes:
    """Gives the file of a laid-out document, as its `write_pdf` would; `variant` is such as "pdf/ua-1".

    Raises `TooManyPages`.
    """
    if len(document.pages) > MOST_PAGES:
        raise TooManyPages(len(document.pages))
    properties = VARIANTS[variant][1]
    options = {key: properties.get(key) if value is None else value for key, value in DEFAULT_OPTIONS.items()}
    pdf = generate_pdf(document, None, 1, **options | {"pdf_variant": variant})
    if finisher:
        finisher(document, pdf)
    return _file(pdf, str(options["pdf_version"]))


def write_outline(document: Any, pdf: pydyf.PDF) -> None:
    """Writes the bookmarks of all pages. WeasyPrint would look through all pages for each of them."""
    found = SimpleNamespace(page_references=pdf.page_references, add_object=pdf.add_object, catalog=pdf.catalog)
    add_outlines(found, document.make_bookmark_tree(POINTS, transform_pages=True))


def pack(stream: pydyf.Stream) -> None:
    """Packs what was painted on a page that is finished."""
    stream.stream = [zlib.compress(b"\n".join(pydyf._to_bytes(item) for item in stream.stream), LEVEL)]
    stream.extra["Filter"] = "/FlateDecode"
    stream.compress = False


def object_stream(numbers: Sequence[int], objects: Sequence[bytes]) -> pydyf.Stream:
    """Objects packed together (ISO 32000-1, 7.5.7)."""
    places, place = [], 0
    for number, data in zip(numbers, objects, strict=True):
        places.append(b"%d %d" % (number, place))
        place += len(data) + 1
    head = b" ".join(places)
    stream = pydyf.Stream(
        [head, *objects], {"Type": "/ObjStm", "N": len(objects), "First": len(head) + 1}, compress=True
    )
    pack(stream)
    return stream


def _file(pdf: pydyf.PDF, version: str) -> bytes:
    pdf.add_object(pdf.info)
    target = BytesIO()
    target.write(b"%%PDF-%b\n%%\xf0\x9f\x96\xa4\n" % version.encode())
    entries: list[tuple[int, int, int]] = [(FREE, 0, 65535)] * len(pdf.objects)
    small = []
    for number, thing in enumerate(pdf.objects):
        if isinstance(thing, Packed):
            entries[number] = IN_STREAM, thing.stream.number, number - thing.first
        elif thing.compressible:
            small.append(thing)
        elif thing.free == "n":
            entries[number] = _write(thing, target)
    for start in range(0, len(small), AT_ONCE):
        things = small[start : start + AT_ONCE]
        stream = object_stream([thing.number for thing in things], [thing.data for thing in things])
        stream.number = len(entries)
        for index, thing in enumerate(things):
            entries[thing.number] = IN_STREAM, stream.number, index
        entries.append(_write(stream, target))
    _write_references(pdf, entries, target)
    return target.getvalue()


def _write(thing: pydyf.Object, target: BytesIO) -> tuple[int, int, int]:
    """Writes an object, and gives its cross-reference."""
    place = target.tell()
    if isinstance(thing, pydyf.Stream) and thing.compress:
        pack(thing)
    target.write(thing.indirect + b"\n")
    return IN_FILE, place, thing.generation


def _write_references(pdf: pydyf.PDF, entries: list[tuple[int, int, int]], target: BytesIO) -> None:
    """Writes where each object is (ISO 32000-1, 7.5.8), and ends the file. Equal documents get equal identifiers."""
    place = target.tell()
    identifier = pydyf.String(md5(target.getbuffer(), usedforsecurity=False).hexdigest()).data
    entries.append((IN_FILE, place, 0))
    references = pydyf.Stream(
        [b"".join(ENTRY.pack(*entry) for entry in entries)],
        {
            "Type": "/XRef",
            "W": pydyf.Array((1, 4, 2)),
            "Size": len(entries),
            "Root": pdf.catalog.reference,
            "Info": pdf.info.reference,
            "ID": pydyf.Array((identifier, identifier)),
        },
        compress=True,
    )
    references.number = len(entries) - 1
    _write(references, target)
    target.write(b"startxref\n%d\n%%%%EOF\n" % place)
