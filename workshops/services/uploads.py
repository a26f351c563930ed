"""The gate for uploaded files: size, kind by content, archives, pictures. What passes is safe to keep and to send."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, Final

from workshops.domain.file_kinds import FACTS, OLD_OR_MACROS, FileKind, ending
from workshops.domain.file_problems import DAMAGED, EMPTY, OLD, PROTECTED
from workshops.domain.texts import one_line
from workshops.errors import N_, Alternatives, UnreadableFile, Words
from workshops.services import pictures
from workshops.services.archives import kind_of_archive

MOST_MB: Final = 20
LARGEST_MB: Final = 200
"""The most that the settings may allow (WORKSHOPS_MAX_UPLOAD_MB)."""
LONGEST_NAME: Final = 150
ATTACHED: Final = (
    *(FileKind.TEXT, FileKind.CSV, FileKind.PDF, FileKind.WORD, FileKind.EXCEL, FileKind.SLIDES),
    *(FileKind.PNG, FileKind.JPEG),
)
"""What can be attached to a workshop."""

TOO_LARGE: Final = N_("The file has %(size)s MB; at most %(most)s MB can be uploaded.")
UNKNOWN: Final = N_("'%(name)s' cannot be read. Upload %(kinds)s.")
ANOTHER_INSIDE: Final = N_("'%(name)s' is not %(kind)s inside. Save it as .%(ending)s and try again.")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # MS-CFB: Office before 2007, and newer files under a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEADER_BYTES = 64 * 1024
_NO_TEXT = re.compile(b"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_TAG = re.compile(
    rb"<\s*(?:!doctype\s+html|html|head|body|title|meta|div|p|article|section|main|h[1-6]|table|br|span)\b",
    re.IGNORECASE,
)
_HEADER = re.compile(rb"^(?:from|date|subject|received|return-path|mime-version)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_HEADERS = re.compile(rb"(?:From [^\n]*\n)?[!-9;-~]{1,70}[ \t]*:")
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06")
"""With what a ZIP archive begins: its first file, or its end if nothing is in it."""
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f"*:<>?|]+')


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that passed: its name without folders, its kind, its bytes (of pictures: drawn anew)."""

    name: str
    kind: FileKind
    body: bytes

    @property
    def media_type(self) -> str:
        """The type under which it is sent."""
        return FACTS[self.kind].media_type

    @property
    def sha256(self) -> str:
        """The hash of the bytes as hexadecimal digits."""
        return hashlib.sha256(self.body).hexdigest()


def read(stream: BinaryIO, name: str, *, accepted: Iterable[FileKind] = ATTACHED, most_mb: int = MOST_MB) -> Upload:
    """The file in `stream`, named `name` by whoever sends it.

    Raises `UnreadableFile`: 413 too large, 415 not of a kind that is accepted, 422 empty, damaged or hostile.
    """
    name = plain_name(name)
    kinds = tuple(accepted)
    meant = ending(name)
    if meant in OLD_OR_MACROS:
        raise UnreadableFile(OLD, status=415)
    if meant not in kinds:
        raise UnreadableFile(UNKNOWN, status=415, name=name, kinds=Alternatives(f".{kind}" for kind in kinds))
    body = _body(stream, most_mb)
    kind = FileKind(meant)
    if not _is(kind, body):
        facts = FACTS[kind]
        raise UnreadableFile(ANOTHER_INSIDE, status=415, name=name, kind=Words(facts.name), ending=kind.value)
    if kind in pictures.FORMATS:
        body = pictures.redrawn(body, kind)
    return Upload(name, kind, body)


def plain_name(name: str) -> str:
    """The name without folders and what file systems and headers cannot hold; "file" where nothing is left."""
    last = _NOT_IN_NAMES.sub("", one_line(re.split(r"[/\\]", name)[-1])).strip(". ")
    stem, point, end = last.rpartition(".")
    return (f"{stem[: LONGEST_NAME - len(end)]}.{end}" if point and len(end) < 10 else last[:LONGEST_NAME]) or "file"


def _body(stream: BinaryIO, most_mb: int) -> bytes:
    most = most_mb * 1024**2
    body = stream.read(most + 1)
    if len(body) > most:
        size = -(-(len(body) + sum(len(step) for step in iter(lambda: stream.read(1024**2), b""))) // 1024**2)
        raise UnreadableFile(TOO_LARGE, status=413, size=size, most=most_mb)
    if not body.strip():
        raise UnreadableFile(EMPTY, status=422)
    return body


def _is(kind: FileKind, body: bytes) -> bool:
    """Whether the content is of that kind. Raises `UnreadableFile` for what must not be opened at all."""
    if body.startswith(_OLE):
        is_locked = _ENCRYPTED in body
        raise UnreadableFile(PROTECTED if is_locked else OLD, status=422 if is_locked else 415)
    match kind:
        case FileKind.TEXT | FileKind.CSV:
            return _is_plain(body)
        case FileKind.HTML:
            return _is_plain(body) and _TAG.search(body.replace(b"\0", b"")) is not None
        case FileKind.EMAIL:
            return _HEADERS.match(body) is not None and _HEADER.search(body[:_HEADER_BYTES]) is not None
        case FileKind.PDF:
            if body.startswith(b"%PDF-") and b"%%EOF" not in body[-2048:]:
                raise UnreadableFile(DAMAGED, status=422)
            return body.startswith(b"%PDF-")
        case FileKind.PNG:
            return body.startswith(b"\x89PNG\r\n\x1a\n")
        case FileKind.JPEG:
            return body.startswith(b"\xff\xd8\xff")
        case _:
            return body.startswith(_ARCHIVES) and kind_of_archive(body) is kind


def _is_plain(body: bytes) -> bool:
    return body.startswith(_UTF_16) or not _NO_TEXT.search(body)
