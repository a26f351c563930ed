"""Where uploaded and made files lie: in the instance folder, or in an S3 store, for sites of several machines.

A file has a name of our own, such as `documents/9f2c`: a folder of `FOLDERS`, then parts of small letters, digits and
hyphens. It is written whole and never changed. What people call a file stands in the database.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Final, Protocol

from workshops.config import Settings

FOLDERS: Final = ("documents", "jobs", "logos", "prints")
"""Attached documents; what waits for long work and what it made; the logos of offices; printed documents."""
MADE_AGAIN: Final = frozenset({"prints"})
"""What can be made again at any time, and so is in no backup."""
NAME: Final = re.compile(rf"(?:{'|'.join(FOLDERS)})(?:/[a-z0-9][a-z0-9-]{{0,99}}){{1,3}}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as its folder lists it: its name, its bytes, and the moment it was written (UTC)."""

    name: str
    size: int
    written_at: datetime


class Files(Protocol):
    """A place for files. Every method raises `ValueError` for a name that is not one of ours."""

    def put(self, name: str, content: BinaryIO) -> int:
        """Write a file so that it is there whole and for good once this returns, or not at all; gives its bytes.

        Raises `OSError` where the disk takes no more, `Busy` where the store cannot be reached, as all others do.
        """

    def open(self, name: str) -> BinaryIO:
        """The content, to be read from any place. Raises `FileNotFoundError`."""

    def delete(self, name: str) -> None:
        """Delete a file; one that is not there stays so."""

    def exists(self, name: str) -> bool:
        """Whether there is such a file."""

    def size(self, name: str) -> int:
        """The bytes of a file. Raises `FileNotFoundError`."""

    def entries(self, folder: str) -> Iterator[Entry]:
        """All files in a folder, such as "jobs" or "jobs/17", in the order of their names."""

    def names(self, folder: str) -> Iterator[str]:
        """The names of the same."""


def put_bytes(files: Files, name: str, content: bytes) -> int:
    """As `Files.put`, of what is in memory already."""
    return files.put(name, io.BytesIO(content))


def checked(name: str) -> str:
    """The name, if it is one that we make. Raises `ValueError`."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of a file")
    return name


def opened(settings: Settings) -> Files:
    """The place that the settings name. Raises `CannotStart` where what it needs is not installed."""
    if settings.files_url:
        from workshops.files.s3 import S3Files  # boto3 takes memory and is not installed everywhere

        return S3Files(settings.files_url, settings.files_endpoint)
    from workshops.files.folder import FolderFiles

    return FolderFiles(settings.instance)
