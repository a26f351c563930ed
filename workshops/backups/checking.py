"""Looks through a backup before anything is touched: is it one, is it whole, does it fit?"""

import hashlib
import json
import shutil
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final
from zipfile import BadZipFile, ZipFile

from workshops.backups import manifest
from workshops.backups.archive import FIRST, MANIFEST, SEAL, SEAL_LENGTH, SETTINGS, STEP, sealed_bytes
from workshops.backups.manifest import Entry, Manifest, file_entry
from workshops.backups.refusals import NotDone

MOST_RATIO: Final = 200
MOST_IN_MANIFEST: Final = 200 * 1024**2
LONGEST_LINE: Final = 64 * 1024**2
_START: Final = b"PK\x03\x04"
_LOCAL_HEADER: Final = 30  # bytes before the name of an entry (APPNOTE.TXT 4.3.7)
_UNREADABLE: Final = (
    BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    zlib.error,
    ValueError,
    KeyError,
    TypeError,
)
_OTHER_COPY: Final = "take another copy of it"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was looked through and found whole."""

    path: Path
    manifest: Manifest
    _archive: ZipFile

    def lines(self, name: str) -> Iterator[bytes]:
        """The lines of an entry, one after the other. Raises `NotDone` for one without end."""
        with self._archive.open(name) as entry:
            while line := entry.readline(LONGEST_LINE):
                if len(line) == LONGEST_LINE:
                    raise _refused(self.path, f"a line of {name} has no end.", _OTHER_COPY)
                yield line

    def settings(self) -> dict[str, str]:
        """The settings as they were, by their variables."""
        return {str(name): str(value) for name, value in json.loads(self._archive.read(SETTINGS)).items()}

    def content(self, name: str) -> IO[bytes]:
        """The bytes of an entry."""
        return self._archive.open(name)


def is_backup(path: Path) -> bool:
    """Whether a file begins as a backup does, whole or not."""
    begins = len(_START) + _LOCAL_HEADER + len(FIRST)
    with path.open("rb") as file:
        head = file.read(begins)
    return head.startswith(_START) and head[_LOCAL_HEADER:].startswith(FIRST.encode())


@contextmanager
def opened(path: Path, *, known: Sequence[str]) -> Iterator[Backup]:
    """The backup at `path`, every byte of it looked at. `known` are the revisions of this version, oldest first.

    Raises `NotDone` for a file that is no backup, is cut, damaged or altered, or was made by a newer version.
    """
    try:
        if not path.stat().st_size:
            raise _refused(path, "the file is empty.", _OTHER_COPY)
        if not is_backup(path):
            raise _refused(path, "this is not a backup of Workshops.", "name the file that the command backup wrote")
        with path.open("rb") as file:
            _check_seal(path, file)
            with ZipFile(file) as archive:
                found = _manifest(path, archive, known)
                _check_entries(path, archive, found)
                yield Backup(path, found, archive)
    except OSError as error:
        raise _refused(path, f"{error.strerror}.", "name a file that can be read") from None


def _refused(path: Path, cause: str, cure: str) -> NotDone:
    return NotDone(path, cause, cure)


def _damaged(path: Path, what: str) -> NotDone:
    return _refused(path, f"the backup is damaged, cut or altered ({what}); nothing was touched.", _OTHER_COPY)


def _check_seal(path: Path, file: IO[bytes]) -> None:
    """The last bytes are the hash of all others."""
    digest = sealed_bytes(file)  # leaves off where the seal begins
    if file.read() != SEAL + digest.encode():
        raise _damaged(path, "its end does not fit its content")


def _manifest(path: Path, archive: ZipFile, known: Sequence[str]) -> Manifest:
    try:
        if len(archive.comment) != SEAL_LENGTH:
            raise ValueError("no seal")
        info = archive.getinfo(MANIFEST)
        if info.file_size > MOST_IN_MANIFEST:
            raise ValueError("too long")
        found = manifest.read(archive.read(info))
    except _UNREADABLE:
        raise _damaged(path, MANIFEST) from None
    if found.revision not in known:
        cause = (
            f"a newer Workshops made it (version {found.version}, revision {found.revision}; known up to {known[-1]})."
        )
        raise _refused(path, cause, "git pull (or install the newer version), then restore again")
    return found


def _check_entries(path: Path, archive: ZipFile, found: Manifest) -> None:
    """Each entry is named in the manifest, each named one is there, and each holds what the manifest says."""
    infos = archive.infolist()
    said = {entry.name: entry for entry in found.entries}
    needed = {FIRST, SETTINGS, *(facts.entry for facts in found.tables), *map(file_entry, found.files)}
    names = [info.filename for info in infos]
    if sorted(names) != sorted({*said, MANIFEST}) or set(said) != needed or len(said) != len(found.entries):
        raise _damaged(path, "entries are missing, or too many")
    packed, unpacked = sum(info.compress_size for info in infos), sum(entry.size for entry in found.entries)
    size = path.stat().st_size
    is_otherwise = any(said[info.filename].size != info.file_size for info in infos if info.filename != MANIFEST)
    if packed > size or unpacked > MOST_RATIO * size or is_otherwise:
        raise _damaged(path, "it unpacks to more than it can hold")
    rows = {facts.entry: facts.rows for facts in found.tables}
    for entry in found.entries:
        try:
            _check_entry(archive, entry, rows.get(entry.name))
        except _UNREADABLE:
            raise _damaged(path, entry.name) from None


def _check_entry(archive: ZipFile, entry: Entry, rows: int | None) -> None:
    """Raises ValueError or what unpacking raises."""
    digest, lines = hashlib.sha256(), 0
    with archive.open(entry.name) as content:
        while piece := content.read(STEP):
            digest.update(piece)
            lines += piece.count(b"\n")
    if digest.hexdigest() != entry.sha256 or (rows is not None and lines != rows):
        raise ValueError(entry.name)


def check_room(path: Path, found: Manifest, folder: Path) -> None:
    """Look whether a folder has room for what the backup unpacks to. Raises `NotDone`."""
    needed, free = 2 * sum(entry.size for entry in found.entries), shutil.disk_usage(folder).free
    if needed > free:
        cause = f"it needs {needed // 1_000_000 + 1} MB, and there are {free // 1_000_000} MB where {folder} lies."
        raise _refused(path, cause, "make room there")
