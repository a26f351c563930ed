"""Writers of an SQLite file take turns, over all threads and processes: nobody waits for long while others pass by.

SQLite lets in whoever asks at the right moment, and who has waited longest asks least often. So a writer takes its
turn here before it asks SQLite: first among the threads of its process, then by a lock on a file beside the database.
The operating system lets go of that lock when a process ends, however it ends. Where there can be no such file, SQLite
decides alone: the turns are for fairness, its own locks keep the data whole.
"""

import fcntl
import os
import threading
import time
from pathlib import Path
from typing import Final

PATIENCE: Final = 5.0  # seconds
ASKS_AGAIN: Final = 0.001  # seconds
LETS_PASS: Final = 0.0015
"""How long a thread that waited for another of its process holds back, so that another process may go first."""


class NoTurn(Exception):
    """Others wrote all the time."""


class WriteTurns:
    """The turns at one database file."""

    def __init__(self, database: Path | None) -> None:
        """None stands for a database in memory, which no other process writes."""
        self._path = Path(f"{database}-turns") if database else None
        self._lock = threading.Lock()
        self._holder: object = None
        self._file: tuple[int, int] | None = None

    def take(self, holder: object) -> None:
        """Wait for a turn; it lasts until `give` is called with the same holder. Raises `NoTurn`."""
        if self._holder is holder:
            return
        until = time.monotonic() + PATIENCE
        if not self._lock.acquire(blocking=False):
            if not self._lock.acquire(timeout=PATIENCE):
                raise NoTurn
            time.sleep(LETS_PASS)
        try:
            self._lock_file(until)
        except BaseException:
            self._lock.release()
            raise
        self._holder = holder

    def give(self, holder: object) -> None:
        """End the turn of this holder; nothing where it has none."""
        if self._holder is not holder or holder is None:
            return
        self._holder = None
        if self._file is not None:
            fcntl.flock(self._file[1], fcntl.LOCK_UN)
        self._lock.release()

    def _lock_file(self, until: float) -> None:
        file = self._opened()
        while file is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > until:
                    raise NoTurn from None
                time.sleep(ASKS_AGAIN)
            else:
                return

    def _opened(self) -> int | None:
        """The file, opened once in each process: a lock belongs to the one opening and is shared by what is forked."""
        if self._path and (self._file is None or self._file[0] != os.getpid()):
            try:
                self._file = os.getpid(), os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            except OSError:
                self._file = None
        return self._file[1] if self._file else None
