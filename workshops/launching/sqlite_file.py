"""Look at the SQLite file before anything writes to it: is it ours, and is it of this version?

Plain `sqlite3` in read-only mode, so that a file that is not ours stays as it is, byte for byte.
"""

import datetime
import os
import re
import sqlite3
from contextlib import closing
from enum import Enum
from pathlib import Path

from workshops.config import SQLITE, CannotStart

VERSIONS = Path(__file__).resolve().parents[1] / "migrations" / "versions"
MAGIC = b"SQLite format 3\x00"
KEPT_COPIES = 5
STAMPED = re.compile(r"-\d{8}-\d{6}$")


class State(Enum):
    """How the tables stand to the migrations of this version."""

    NEW = "new"
    BEHIND = "behind"
    CURRENT = "current"


def path_of(database_url: str) -> Path:
    """The file of a `sqlite:///` address."""
    return Path(database_url.removeprefix(SQLITE))


def known_revisions() -> list[str]:
    """The migrations of this version, oldest first: their files are called `<revision>_<what>.py`."""
    return sorted(path.name.partition("_")[0] for path in VERSIONS.glob("[0-9]*_*.py"))


def state(path: Path) -> State:
    """How the file stands to this version. Raises `CannotStart` for a foreign, damaged, newer or unwritable file."""
    beside = Path(f"{path}-wal")
    if not path.exists() or path.stat().st_size == 0:
        if beside.exists() and beside.stat().st_size:
            cure = f"put the database back beside it, or move it away: mv {beside} {beside}.old"
            raise CannotStart(beside, "the journal of a database that is gone.", cure)
        return State.NEW
    if not os.access(path, os.W_OK):
        raise CannotStart(path, "the database cannot be written.", f"sudo chown $USER {path} && chmod u+rw {path}")
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise _foreign(path, "this file is not an SQLite database.")
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            rows = connection.execute("SELECT version_num FROM alembic_version") if "alembic_version" in tables else []
            revisions = [revision for (revision,) in rows]
    except sqlite3.DatabaseError as error:
        cure = f"restore a backup: cp {path.parent}/backups/NEWEST {path}"
        raise CannotStart(path, f"the database is damaged ({error}).", cure) from None
    return _judged(path, tables, revisions)


def _judged(path: Path, tables: set[str], revisions: list[str]) -> State:
    known = known_revisions()
    if not tables:
        return State.NEW
    if "alembic_version" not in tables:
        raise _foreign(path, "this database belongs to another program.")
    newer = [revision for revision in revisions if revision not in known]
    if newer:
        cause = f"a newer Workshops made this database (revision {newer[0]}, this version knows up to {known[-1]})."
        raise CannotStart(path, cause, "git pull (or install the newer version), then start again")
    if not revisions and tables == {"alembic_version"}:
        return State.NEW
    if len(revisions) != 1:
        cause = "a change of the tables was left half-way."
        raise CannotStart(path, cause, f"put back the newest copy: cp {path.parent}/backups/NEWEST {path}")
    return State.CURRENT if revisions == known[-1:] else State.BEHIND


def back_up(path: Path) -> Path:
    """Copy the database as it stands, also while it is in use, to `backups/` beside it; gives the copy's path.

    Of the copies made so, the newest five stay; whatever else lies in that folder is left alone.
    """
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    stamp = datetime.datetime.now(datetime.UTC).strftime("%Y%m%d-%H%M%S")
    target = folder / f"{path.stem}-{stamp}{path.suffix}"
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as copy:
        source.backup(copy)
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    unfinished.replace(target)
    copies = sorted(each for each in folder.glob(f"{path.stem}-*{path.suffix}") if STAMPED.search(each.stem))
    for old in copies[:-KEPT_COPIES]:
        old.unlink()
    return target


def _foreign(path: Path, cause: str) -> CannotStart:
    cure = "name another one: WORKSHOPS_DATABASE_URL=sqlite:////path/to/workshops.sqlite"
    return CannotStart(path, cause, cure)
