"""The file of a backup, written: entries one after the other, the manifest, the seal; whole or not there at all."""

import fcntl
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from workshops.backups.manifest import Entry
from workshops.backups.refusals import NotDone
from workshops.files.folder import sync_folder

FIRST: Final = "workshops-backup.txt"
MANIFEST: Final = "manifest.json"
SETTINGS: Final = "settings.json"
SEAL: Final = b"sha256:"
SEAL_LENGTH: Final = len(SEAL) + 64
STEP: Final = 1024**2
_PRIVATE: Final = 0o600
_LEVEL: Final = 4  # of 9: beyond, twice the time for a twentieth of the size
_GATHERED: Final = 256 * 1024  # bytes handed to the compressor at once


class Archive:
    """A backup that is being written."""

    def __init__(self, file: ZipFile) -> None:
        self._file = file
        self.entries: list[Entry] = []

    def add(self, name: str, pieces: Iterable[bytes], *, is_packed: bool = False) -> Entry:
        """Write an entry; what is packed already, such as a PDF, is kept as it is."""
        info = ZipInfo(name)
        info.compress_type = ZIP_STORED if is_packed else ZIP_DEFLATED
        info._compresslevel = _LEVEL  # type: ignore[attr-defined]  # public from Python 3.13 on
        info.external_attr = _PRIVATE << 16
        digest, size = hashlib.sha256(), 0
        with self._file.open(info, "w", force_zip64=True) as entry:
            for piece in _gathered(pieces):
                entry.write(piece)
                digest.update(piece)
                size += len(piece)
        self.entries.append(Entry(name, size, digest.hexdigest()))
        return self.entries[-1]


@contextmanager
def writing(path: Path) -> Iterator[Archive]:
    """Write a backup beside `path`; it takes that name once it is whole, sealed and on the disk.

    Raises `NotDone` where another backup is being written there; `OSError` where there is no room.
    """
    unfinished = path.with_name(f"{path.name}.part")
    with _alone(unfinished) as file:
        try:
            with ZipFile(file, "w", allowZip64=True) as archive:
                archive.comment = SEAL + b"0" * 64
                yield Archive(archive)
            _seal(file)
            os.fsync(file.fileno())
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    sync_folder(path.parent)


def sealed_bytes(file: IO[bytes]) -> str:
    """The hash of all bytes before the seal, as the seal should say it."""
    file.seek(0, os.SEEK_END)
    left = file.tell() - SEAL_LENGTH
    digest = hashlib.sha256()
    file.seek(0)
    while left > 0 and (piece := file.read(min(STEP, left))):
        digest.update(piece)
        left -= len(piece)
    return digest.hexdigest()


def _seal(file: IO[bytes]) -> None:
    digest = sealed_bytes(file)
    file.seek(-64, os.SEEK_END)
    file.write(digest.encode())
    file.flush()


@contextmanager
def _alone(path: Path) -> Iterator[IO[bytes]]:
    """The file at `path`, empty, readable by its owner only, and held against others who would write it now."""
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, _PRIVATE), "w+b", closefd=True) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise NotDone(path, "another backup is being written there.", "wait for it, or name another file") from None
        file.truncate(0)
        yield file


def _gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in larger pieces."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _GATHERED:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)
