"""Look at the SQLite file before anything writes to it: is it ours, and is it of this version?

Plain `sqlite3` in read-only mode, so that a file that is not ours stays as it is, byte for byte.
"""

import datetime
import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from workshops.config import CannotStart
from workshops.launching.database_state import REVISIONS, State, foreign, judged
from workshops.setting_kinds import SQLITE

NETWORK_SHARES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "ceph", "glusterfs"})
MAGIC = b"SQLite format 3\x00"
ANOTHER = "sqlite:////path/to/workshops.sqlite"
KEPT_COPIES = 5
STAMPED = re.compile(r"-\d{8}-\d{6}$")


def path_of(database_url: str) -> Path:
    """The file of a `sqlite:///` address."""
    return Path(database_url.removeprefix(SQLITE))


def state(path: Path) -> State:
    """How the file stands to this version. Raises `CannotStart` for a foreign, damaged, newer or unwritable file."""
    beside, copy = Path(f"{path}-wal"), f"cp {path.parent}/backups/NEWEST {path}"
    if not path.exists() or path.stat().st_size == 0:
        if beside.exists() and beside.stat().st_size:
            cure = f"put the database back beside it, or move it away: mv {beside} {beside}.old"
            raise CannotStart(beside, "the journal of a database that is gone.", cure)
        return State.NEW
    if not os.access(path, os.W_OK):
        raise CannotStart(path, "the database cannot be written.", f"sudo chown $USER {path} && chmod u+rw {path}")
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise foreign(path, "this file is not an SQLite database.", another=ANOTHER)
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            rows = connection.execute(f"SELECT version_num FROM {REVISIONS}") if REVISIONS in tables else []  # noqa: S608
            revisions = [revision for (revision,) in rows]
    except sqlite3.DatabaseError as error:
        raise CannotStart(path, f"the database is damaged ({error}).", f"restore a backup: {copy}") from None
    return judged(path, tables, revisions, another=ANOTHER, copy=copy)


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
    keep_newest(folder, path.stem, path.suffix)
    return target


def keep_newest(folder: Path, stem: str, suffix: str) -> None:
    """Of the copies that starts have made, let the newest five stay; other files there are left alone."""
    copies = sorted(each for each in folder.glob(f"{stem}-*{suffix}") if STAMPED.search(each.stem))
    for old in copies[:-KEPT_COPIES]:
        old.unlink()


def share_under(path: Path) -> str:
    """The kind of network share that a file lies on, as Linux names it; "" on a local disk, and where nobody knows."""
    mounts = Path("/proc/self/mounts")
    rows = [line.split() for line in mounts.read_text().splitlines()] if mounts.exists() else []
    above = [row for row in rows if path.resolve().is_relative_to(row[1].replace("\\040", " "))]
    kind = max(above, key=lambda row: len(row[1]))[2] if above else ""
    return kind if kind in NETWORK_SHARES else ""
