"""Which files were read into a folder before, so that a second run goes on where the first one was stopped."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from workshops.press.facts import READER_VERSION

LIST: Final = ".read.jsonl"
"""A line for each file that was read: its path, its state and the rules then, and the names of its records."""


class ReadBefore:
    """What the list of a folder says. A line that an interrupted run left half written counts for nothing."""

    def __init__(self, folder: Path) -> None:
        self._list = folder / LIST
        self._states: dict[str, str] = {}
        self._records: dict[str, list[str]] = {}
        self._owners: dict[str, str] = {}
        for line in self._list.read_text("utf-8").splitlines() if self._list.exists() else ():
            try:
                said = json.loads(line)
                self._keep(str(said["file"]), str(said["state"]), [str(name) for name in said["records"]])
            except (ValueError, TypeError, KeyError):
                continue

    def records_of(self, path: Path) -> Sequence[Path]:
        """The records of a file that is as it was when these rules read it; none where it is to be read."""
        file = str(path.absolute())
        names = self._records.get(file, [])
        is_so = self._states.get(file) == _state(path) and all(self._owners[name] == file for name in names)
        records = [self._list.parent / name for name in names] if is_so else []
        return records if all(record.exists() for record in records) else []

    def note(self, path: Path, records: Sequence[Path]) -> None:
        """Write down that a file was read, and where its records are. Raises OSError."""
        file, state = str(path.absolute()), _state(path)
        names = [str(record.relative_to(self._list.parent)) for record in records]
        self._keep(file, state, names)
        with self._list.open("a", encoding="utf-8") as listed:
            listed.write(json.dumps({"file": file, "state": state, "records": names}, ensure_ascii=False) + "\n")

    def _keep(self, file: str, state: str, records: list[str]) -> None:
        self._states[file], self._records[file] = state, records
        self._owners |= dict.fromkeys(records, file)  # a record is of the file that wrote it last


def _state(path: Path) -> str:
    """Size, time of change, and the rules; of a file that is gone, nothing that another could be."""
    try:
        about = path.stat()
    except OSError:
        return ""
    return f"{about.st_size} {about.st_mtime_ns} {READER_VERSION}"
