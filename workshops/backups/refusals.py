"""What a backup or a restore says where it does nothing."""

from pathlib import Path

from workshops.config import CannotStart, cannot_write
from workshops.storage import FULL


class NotDone(CannotStart):
    """Nothing was touched: where it hurts, why, and what cures it. One line, exit status 1."""

    exit_status = 1


def disk_refused(folder: Path, error: OSError) -> CannotStart:
    """What to say of a disk that takes nothing: no room, or no right to write there."""
    if error.errno in FULL:
        return NotDone(folder, "there is no room on the disk; nothing was kept.", "make room there")
    return cannot_write(folder, error)
