"""ZIP archives, Office files among them: looked through here before anything else opens them."""

import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final, NoReturn

from workshops.domain.file_kinds import FACTS, FileKind
from workshops.domain.file_problems import BOMB, DAMAGED, DEFINITIONS, OLD, PROTECTED
from workshops.errors import UnreadableFile
from workshops.services.entities import expanded_size

MOST_BYTES: Final = 100 * 1024**2
MOST_ENTRIES: Final = 2_000
MOST_RATIO: Final = 100
LOCAL_HEADER: Final = 30  # bytes before the name of an entry (APPNOTE.TXT 4.3.7)
NAMES_IN_UTF_8: Final = 0x800
STEP: Final = 1024**2
MOST_DEFINED: Final = 8 * STEP  # read of a part with definitions, to say what they would become
MANIFEST: Final = "META-INF/manifest.xml"
LONGEST_TYPE: Final = 200
MACROS: Final = re.compile(r"vbaProject\.bin$|^(?:Basic|Scripts)/.", re.IGNORECASE)
UNREADABLE: Final = (
    *(zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError),
    *(zlib.error, lzma.LZMAError, ValueError, KeyError, OSError),
)
MAIN_PARTS: Final = {
    FileKind.WORD: "word/document.xml",
    FileKind.EXCEL: "xl/workbook.xml",
    FileKind.SLIDES: "ppt/presentation.xml",
}


def kind_of_archive(body: bytes) -> FileKind:
    """Which Office file an archive is, ZIP for another; sums are checked before anything is unpacked.

    Raises `UnreadableFile` for bombs, broken and hostile archives, passwords, macros and XML with definitions.
    """
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            entries = archive.infolist()
            _check_sums(entries, len(body))
            _check_places(entries)
            names = {entry.filename for entry in entries}
            kind = next((kind for kind, part in MAIN_PARTS.items() if part in names), FileKind.ZIP)
            if kind is FileKind.ZIP and _is_open_text(archive, names):
                kind = FileKind.OPEN_TEXT
            if any(MACROS.search(name) for name in names) and kind is not FileKind.ZIP:
                raise UnreadableFile(OLD, status=415)
            if kind is not FileKind.ZIP:
                for entry in entries:
                    _check_content(archive, entry, kind)
            if kind is FileKind.OPEN_TEXT and b"encryption-data" in archive.read(MANIFEST):
                raise UnreadableFile(PROTECTED, status=422)
            return kind
    except UNREADABLE:
        raise UnreadableFile(DAMAGED, status=422) from None


def unpacked(body: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of an archive that `kind_of_archive` let pass, one after the other, with their places in it.

    What a desktop leaves in archives unasked (folders, `__MACOSX`, hidden files) is left out. The sums hold for Office
    files inside as well: together they unpack to 100 MB at most. Raises `UnreadableFile`.
    """
    room = MOST_BYTES
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            for place in _places(archive):
                content = archive.read(place)
                room -= _inner_size(content)
                if room < 0:
                    raise UnreadableFile(BOMB, status=422, most=MOST_BYTES // 1024**2)
                yield place, content
    except UNREADABLE:
        raise UnreadableFile(DAMAGED, status=422) from None


def places_in(body: bytes) -> list[str]:
    """The places of the files that `unpacked` gives, without unpacking them. Raises `UnreadableFile`."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            return _places(archive)
    except UNREADABLE:
        raise UnreadableFile(DAMAGED, status=422) from None


def content_of(body: bytes, place: str) -> bytes:
    """One file of such an archive. Raises `UnreadableFile`."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            return archive.read(place)
    except UNREADABLE:
        raise UnreadableFile(DAMAGED, status=422) from None


def _places(archive: zipfile.ZipFile) -> list[str]:
    return [
        entry.filename
        for entry in archive.infolist()
        if not entry.is_dir() and not any(step.startswith((".", "__MACOSX")) for step in entry.filename.split("/"))
    ]


def _inner_size(content: bytes) -> int:
    """What a file of an archive unpacks to by its own account, 0 where it is none itself or a broken one."""
    if not content.startswith(b"PK\x03\x04"):
        return 0
    try:
        with zipfile.ZipFile(BytesIO(content)) as inner:
            return sum(entry.file_size for entry in inner.infolist())
    except UNREADABLE:
        return 0


def _is_open_text(archive: zipfile.ZipFile, names: set[str]) -> bool:
    """An OpenDocument file says what it is in a part of that name (ODF 1.3 part 2, 3.3)."""
    if not names >= {"mimetype", "content.xml", MANIFEST}:
        return False
    with archive.open("mimetype") as part:
        return part.read(LONGEST_TYPE).strip() == FACTS[FileKind.OPEN_TEXT].media_type.encode()


def _check_sums(entries: list[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > min(MOST_BYTES, MOST_RATIO * size):
        raise UnreadableFile(BOMB, status=422, most=MOST_BYTES // 1024**2)


def _check_places(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse names that lead elsewhere, links, passwords, one entry twice, and entries that share their bytes."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        parts = entry.filename.replace("\\", "/").split("/")
        leads_away = ".." in parts or parts[0] == "" or ":" in parts[0]
        if leads_away or stat.S_ISLNK(entry.external_attr >> 16) or entry.header_offset < end:
            raise UnreadableFile(DAMAGED, status=422)
        if entry.flag_bits & 1:
            raise UnreadableFile(PROTECTED, status=422)
        name = entry.orig_filename.encode("utf-8" if entry.flag_bits & NAMES_IN_UTF_8 else "cp437", "replace")
        end = entry.header_offset + LOCAL_HEADER + len(name) + entry.compress_size
    if len({entry.filename for entry in entries}) < len(entries):
        raise UnreadableFile(DAMAGED, status=422)


def _check_content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, kind: FileKind) -> None:
    """Unpack one entry step by step without keeping it: its size and checksum hold, and its XML defines nothing."""
    is_xml = entry.filename.lower().endswith((".xml", ".rels", ".vml", ".svg"))
    is_embedded = "/embeddings/" in entry.filename  # a chart carries the table it was drawn from
    tail = b""
    with archive.open(entry) as part:
        is_first = True
        while step := part.read(STEP):
            if is_first and step.startswith(b"PK\x03\x04") and not is_embedded:
                raise UnreadableFile(DAMAGED, status=422)
            is_first = False
            # without the zeros UTF-16 reads as ASCII
            text = (tail + step).replace(b"\0", b"") if is_xml else b""
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                _refuse_definitions(text + part.read(MOST_DEFINED).replace(b"\0", b""), kind)
            tail = step[-32:]


def _refuse_definitions(xml: bytes, kind: FileKind) -> NoReturn:
    if expanded_size(xml) > MOST_BYTES:
        raise UnreadableFile(BOMB, status=422, most=MOST_BYTES // 1024**2)
    raise UnreadableFile(DEFINITIONS, status=422, ending=kind.value)
