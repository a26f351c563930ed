"""Office files are ZIP archives of XML: looked through here before anything else opens them (threats B2, B3, B6)."""

import stat
import zipfile
import zlib
from io import BytesIO
from typing import Final

from workshops.domain.file_kinds import FileKind
from workshops.errors import N_, UnreadableFile

MOST_BYTES: Final = 100 * 1024**2
MOST_ENTRIES: Final = 2_000
MOST_RATIO: Final = 100
LOCAL_HEADER: Final = 30  # bytes before the name of an entry (APPNOTE.TXT 4.3.7)
STEP: Final = 1024**2
MAIN_PARTS: Final = {
    FileKind.WORD: "word/document.xml",
    FileKind.EXCEL: "xl/workbook.xml",
    FileKind.SLIDES: "ppt/presentation.xml",
}

DAMAGED: Final = N_("The file is damaged and could not be read. Open and save it again.")
PROTECTED: Final = N_("The file is protected by a password. Save a copy without it.")
BOMB: Final = N_("The file unpacks to more than %(most)s MB and was not opened.")
CROWDED: Final = N_("The file consists of more than %(most)s parts and was not opened.")
DEFINITIONS: Final = N_(
    "The file contains definitions of its own (a DTD) and was not opened. Save it again as .%(ending)s."
)
OLD: Final = N_("Old or macro-carrying Office files are not accepted. Save it as .docx or .xlsx.")


def kind_of_archive(body: bytes) -> FileKind | None:
    """Which Office file an archive is, None for another; sums are checked before anything is unpacked.

    Raises `UnreadableFile` for bombs, broken and hostile archives, passwords, macros and XML with definitions.
    """
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            entries = archive.infolist()
            _check_sums(entries, len(body))
            _check_places(entries)
            names = {entry.filename for entry in entries}
            kind = next((kind for kind, part in MAIN_PARTS.items() if part in names), None)
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise UnreadableFile(OLD, status=415)
            if kind is not None:
                for entry in entries:
                    _check_content(archive, entry, kind)
            return kind
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, ValueError, OSError):
        raise UnreadableFile(DAMAGED, status=422) from None


def _check_sums(entries: list[zipfile.ZipInfo], size: int) -> None:
    if len(entries) > MOST_ENTRIES:
        raise UnreadableFile(CROWDED, status=422, most=MOST_ENTRIES)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > min(MOST_BYTES, MOST_RATIO * size):
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
        end = entry.header_offset + LOCAL_HEADER + len(entry.filename.encode()) + entry.compress_size
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
                raise UnreadableFile(DEFINITIONS, status=422, ending=kind.value)
            tail = step[-32:]
