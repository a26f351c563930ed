"""How a database stands to this version of the program, judged by what its tables say before anything is written."""

from collections.abc import Collection, Sequence
from enum import Enum
from pathlib import Path

from workshops.config import CannotStart
from workshops.migrations import known_revisions

REVISIONS = "alembic_version"
"""The table that says which migrations a database has had."""


class State(Enum):
    """How the tables stand to the migrations of this version."""

    NEW = "new"
    BEHIND = "behind"
    CURRENT = "current"


def judged(place: str | Path, tables: Collection[str], revisions: Sequence[str], *, another: str, copy: str) -> State:
    """The state of the database at `place` with these tables and revisions.

    Raises `CannotStart` for one that a newer version made, for one left half-way (`copy` is the command that puts the
    copy back), and for one of another program (`another` is the form of the address to name instead).
    """
    known = known_revisions()
    if not tables:
        return State.NEW
    if REVISIONS not in tables:
        raise foreign(place, "this database belongs to another program.", another=another)
    newer = [revision for revision in revisions if revision not in known]
    if newer:
        cause = f"a newer Workshops made this database (revision {newer[0]}, this version knows up to {known[-1]})."
        raise CannotStart(place, cause, "git pull (or install the newer version), then start again")
    if not revisions and set(tables) == {REVISIONS}:
        return State.NEW
    if len(revisions) != 1:
        raise CannotStart(place, "a change of the tables was left half-way.", f"put back the newest copy: {copy}")
    return State.CURRENT if list(revisions) == known[-1:] else State.BEHIND


def foreign(place: str | Path, cause: str, *, another: str) -> CannotStart:
    """The refusal of a database that is not ours."""
    return CannotStart(place, cause, f"name another one: WORKSHOPS_DATABASE_URL={another}")
