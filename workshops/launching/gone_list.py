"""The list of what is gone for good, without names, which lies beside the backups: what they bring back goes again."""

import os
from pathlib import Path
from typing import Final

from flask import current_app

from workshops.config import default_root, load_settings
from workshops.domain.access import command_actor
from workshops.launching import first_start
from workshops.launching.database_state import State
from workshops.launching.installation import opened
from workshops.services import gone_for_good
from workshops.services.gone_for_good import Again, Gone

NAME: Final = "gone.txt"
_BY: Final = command_actor()


def note_beside(backup: Path) -> None:
    """Add what is gone for good in this installation to the list beside a backup; where nothing is, write none.

    Lines that stand there stay: other installations may keep their backups in the same folder. Of a database that is
    not of this version only the backup is made.
    """
    if first_start.database_state(load_settings(os.environ, default_root())) is not State.CURRENT:
        return
    with opened(_BY) as session:
        lines = [one.line() for one in gone_for_good.listed(session)]
    path = backup.with_name(NAME)
    known = path.read_text("utf-8").splitlines() if path.exists() else []
    if new := [line for line in lines if line not in set(known)]:
        unfinished = path.with_suffix(".part")
        with unfinished.open("w", encoding="utf-8") as file:
            file.write("".join(f"{line}\n" for line in [*known, *new]))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)


def delete_again(path: Path) -> Again:
    """Delete for good what stands in a list and is in this installation. Raises `Invalid` for another file."""
    gone = [Gone.read(line) for line in path.read_text("utf-8").splitlines() if line]
    with opened(_BY) as session:
        files = current_app.extensions["files"]
        return gone_for_good.delete_again(session, files, gone=gone, by=_BY)
