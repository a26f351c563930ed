"""Whether the site can do its work just now. Looked at cheaply, and without writing anything."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from workshops.queueing import Queue
from workshops.services import job_upkeep
from workshops.services.job_upkeep import Standing

LEAST_FREE: Final = 50_000_000
"""Bytes on the disk of the instance below which saving is about to fail; `doctor` asks for more, to warn in time."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing the site needs, and whether it is as it should be."""

    name: str
    is_well: bool


def examine(session: Session, *, queue: Queue, instance: Path, revision: str) -> tuple[Check, ...]:
    """Look at everything; `revision` is that of this version's tables. Never raises."""
    return (
        *_database(session, revision),
        Check("instance", is_writable(instance)),
        Check("disk", has_room(instance)),
        Check("queue", queue.is_there()),
        Check("worker", _has_worker(session)),
    )


def standing(session: Session) -> Standing | None:
    """How long work stands; None while the database is away."""
    try:
        return job_upkeep.standing(session)
    except SQLAlchemyError:
        session.rollback()
        return None


def is_writable(folder: Path) -> bool:
    """Whether files can be made in a folder."""
    return os.access(folder, os.R_OK | os.W_OK | os.X_OK)


def free_bytes(folder: Path) -> int:
    """The room left on the disk of a folder. Raises `OSError` where there is no such folder."""
    return shutil.disk_usage(folder).free


def has_room(folder: Path) -> bool:
    """Whether there is room to save a little more."""
    try:
        return free_bytes(folder) >= LEAST_FREE
    except OSError:
        return False


def database_bytes(session: Session) -> int | None:
    """What the database takes on its disk; None while it is away."""
    if session.get_bind().dialect.name == "sqlite":
        size = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    else:
        size = "SELECT pg_database_size(current_database())"
    try:
        return int(session.scalar(text(size)) or 0)
    except SQLAlchemyError:
        session.rollback()
        return None


def _database(session: Session, revision: str) -> tuple[Check, Check]:
    """Whether it answers, and whether its tables are those of this version."""
    found: list[str] = []
    is_there = True
    try:
        found = list(session.scalars(text("SELECT version_num FROM alembic_version")))
    except SQLAlchemyError:
        session.rollback()
        is_there = _answers(session)
    return Check("database", is_there), Check("tables", found == [revision])


def _has_worker(session: Session) -> bool:
    found = standing(session)
    return found is not None and not found.lacks_worker


def _answers(session: Session) -> bool:
    try:
        session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        session.rollback()
        return False
    return True
