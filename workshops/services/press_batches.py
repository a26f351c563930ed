"""More press releases at once than a page can wait for: kept, and read by a worker."""

import secrets
from collections.abc import Sequence
from hashlib import file_digest
from typing import BinaryIO, Final

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.file_kinds import FileKind, ending
from workshops.domain.jobs import JobKind
from workshops.errors import NotFound, UnreadableFile
from workshops.files import Files
from workshops.models import Job
from workshops.queueing import Queue
from workshops.services import after_commit, archives, jobs, uploads
from workshops.services.job_upkeep import folder_of
from workshops.services.jobs import Order

MOST_AT_ONCE: Final = 5
"""Files that are read while the page waits; each takes about a quarter of a second."""

Sent = Sequence[tuple[BinaryIO, str]]
"""Files as they were sent: content, and the name that whoever sends it gave."""


def is_much(files: Sent) -> bool:
    """Whether these are more files, those in archives included, than a page can wait for."""
    return sum(_inside(stream, name) for stream, name in files) > MOST_AT_ONCE


def ask(session: Session, queue: Queue, kept: Files, *, files: Sent, office_id: int, language: str, by: Actor) -> Job:
    """The job that reads these files. Raises NotFound for an office not open to the actor, Busy, `OSError`."""
    if not by.may_write(office_id):
        raise NotFound
    names = [uploads.plain_name(name) for _, name in files]
    hashes = sorted(file_digest(stream, "sha256").hexdigest() for stream, _ in files)  # type: ignore[arg-type]
    order = Order(
        JobKind.PRESS, {}, subject=", ".join(names)[:300], office_id=office_id, language=language, same=hashes
    )
    job, is_new = jobs.ask(session, queue, order=order, by=by)
    if is_new:
        stored = [_kept(session, kept, job.id, stream) for stream, _ in files]
        job.params = {"office": office_id, "files": list(zip(stored, names, strict=True))}
        session.flush()
    return job


def _kept(session: Session, files: Files, job_id: int, stream: BinaryIO) -> str:
    name = f"{folder_of(job_id)}/{secrets.token_hex(16)}"
    stream.seek(0)
    files.put(name, stream)
    after_commit.unless_kept(session, lambda: files.delete(name))
    return name


def _inside(stream: BinaryIO, name: str) -> int:
    """How many files there are in one; 1 for what is no archive, or one that is refused when it is read."""
    if ending(name) != FileKind.ZIP:
        return 1
    body = stream.read(uploads.LARGEST_MB * 1024**2)
    stream.seek(0)
    try:
        is_archive = archives.kind_of_archive(body) is FileKind.ZIP
        return len(archives.places_in(body)) if is_archive else 1
    except UnreadableFile:
        return 1
