"""Files in a folder of this machine."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from workshops.files import FOLDERS, Entry, checked

UNFINISHED = ".part"


class FolderFiles:
    """Files below a folder, readable by its owner only."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, name: str, content: BinaryIO) -> int:
        """Written beside its place, forced to the disk, then moved: a sudden end leaves the whole file or none."""
        path = self._path(name)
        self._make_folder(path.parent)
        unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}{UNFINISHED}")
        try:
            with unfinished.open("xb") as file:
                shutil.copyfileobj(content, file, 1024**2)
                file.flush()
                os.fsync(file.fileno())
                size = file.tell()
            unfinished.replace(path)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
        return size

    def open(self, name: str) -> BinaryIO:
        """The file itself."""
        return self._path(name).open("rb")

    def delete(self, name: str) -> None:
        """Gone, with the folder of a job it was the last of."""
        path = self._path(name)
        path.unlink(missing_ok=True)
        if path.parent.parent != self._root:
            with contextlib.suppress(OSError):  # there is more in it, or somebody else was faster
                path.parent.rmdir()

    def exists(self, name: str) -> bool:
        """Whether there is such a file."""
        return self._path(name).is_file()

    def size(self, name: str) -> int:
        """The bytes of a file."""
        return self._path(name).stat().st_size

    def entries(self, folder: str) -> Iterator[Entry]:
        """The files in order of their names; those that are just being written or deleted do not count."""
        return self._described(self.names(folder))

    def names(self, folder: str) -> Iterator[str]:
        """The names in order; files that are just being written do not count."""
        top = self._root / (folder if folder in FOLDERS else checked(folder))
        paths = sorted(path for path in top.rglob("*") if path.suffix != UNFINISHED and path.is_file())
        return (path.relative_to(self._root).as_posix() for path in paths)

    def _described(self, names: Iterator[str]) -> Iterator[Entry]:
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                found = self._path(name).stat()
                yield Entry(name, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC))

    def _path(self, name: str) -> Path:
        return self._root / checked(name)

    def _make_folder(self, folder: Path) -> None:
        """Make the folders down to this one, each noted on the disk in the one above."""
        if not folder.is_dir() and folder != self._root:
            self._make_folder(folder.parent)
            folder.mkdir(mode=0o700, exist_ok=True)
            sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, so that a file in it outlives a loss of power. Raises OSError."""
    entry = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(entry)
    finally:
        os.close(entry)
