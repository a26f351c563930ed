"""The texts in what a person hands over: a file, an archive of files, a letter with its attachments. No database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import BinaryIO, Final

from workshops.domain.file_kinds import TEXTS, FileKind
from workshops.domain.file_problems import NO_TEXT
from workshops.errors import UnreadableFile, WorkshopsError
from workshops.press.facts import Finding, PressFacts
from workshops.press.files.opening import opened
from workshops.services import archives, uploads

HANDED_OVER: Final = (*TEXTS, FileKind.ZIP)
"""What can be handed over as press releases."""
_DEEPEST: Final = 3
"""Letters inside letters that are opened."""


OF_LETTER: Final = "subject of the letter"
"""The rule of a title that was read from the head of a letter."""
_SUBJECT: Final = 0.6


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text that was read, with the name of its file; of a letter also subject and day."""

    name: str
    text: str
    subject: str = ""
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be read, and why."""

    name: str
    error: WorkshopsError


def titled(facts: PressFacts, subject: str) -> PressFacts:
    """What a text says, with the subject of its letter for the title where it has no headline of its own."""
    if facts.value("title") or not subject:
        return facts
    return facts.with_findings([Finding("title", subject, _SUBJECT, (), OF_LETTER)])


def texts_in(stream: BinaryIO, name: str, *, most_mb: int = uploads.MOST_MB) -> Iterator[TextFile | Refused]:
    """Each text in a file, one after the other; what cannot be read stops nothing else."""
    try:
        file = uploads.read(stream, name, accepted=HANDED_OVER, most_mb=most_mb)
    except UnreadableFile as error:
        yield Refused(uploads.plain_name(name), error)
        return
    if file.kind is FileKind.ZIP:
        yield from _of_archive(file)
    else:
        yield from _of_file(file, 0)


def _of_archive(archive: uploads.Upload) -> Iterator[TextFile | Refused]:
    is_empty = True
    try:
        for name, body in archives.unpacked(archive.body):
            is_empty = False
            yield from texts_inside(name, body)
    except UnreadableFile as error:
        yield Refused(archive.name, error)
    else:
        if is_empty:
            yield Refused(archive.name, UnreadableFile(NO_TEXT, status=422))


def texts_inside(name: str, body: bytes, depth: int = 0) -> Iterator[TextFile | Refused]:
    """Each text in a file that came inside another, which is no archive itself; `depth` counts letters around it."""
    try:
        file = uploads.read(BytesIO(body), name, accepted=TEXTS)
    except UnreadableFile as error:
        yield Refused(uploads.plain_name(name), error)
    else:
        yield from _of_file(file, depth)


def _of_file(file: uploads.Upload, depth: int) -> Iterator[TextFile | Refused]:
    try:
        content = opened(file.body, file.kind)
    except WorkshopsError as error:
        yield Refused(file.name, error)
        return
    if content.text.strip():
        yield TextFile(file.name, content.text, content.subject, content.sent_on)
    elif not content.attached:
        yield Refused(file.name, UnreadableFile(NO_TEXT, status=422))
    for name, body in content.attached if depth < _DEEPEST else ():
        yield from texts_inside(name, body, depth + 1)
