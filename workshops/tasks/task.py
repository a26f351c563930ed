"""What a kind of long work is made of: the steps it has, how one is done, and the file that comes of all.

A step is done in two parts. The slow one only reads and may be repeated: a worker can die in the midst of it. The short
one writes, in the one transaction that also notes the step as done; so whatever happens, each step is done once.
"""

import secrets
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.files import Files
from workshops.services.job_holding import Result
from workshops.services.job_upkeep import folder_of

Keep = Callable[[Session], Mapping[str, Any]]
"""The short part of a step: keeps what was made, gives what is noted of it (ids, names of kept files)."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a task is told: its order, who asked for it, what day it is there, and where files are kept."""

    job_id: int
    subject: str
    params: Mapping[str, Any]
    language: str
    today: date
    by: Actor
    files: Files

    def keep_file(self, content: BinaryIO) -> str:
        """Keep a file with the others of the job; gives its name."""
        name = f"{folder_of(self.job_id)}/{secrets.token_hex(16)}"
        self.files.put(name, content)
        return name


class Task(ABC):
    """One job while a worker has it. What it learns on the way may stay in its attributes: the next one begins anew."""

    def __init__(self, work: Work) -> None:
        self.work = work

    @abstractmethod
    def plan(self, session: Session) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """The steps: of each the name that people know it by, and params for `prepare`. Only reads.

        Raises WorkshopsError where the job cannot be done at all.
        """

    @abstractmethod
    def prepare(self, session: Session, params: Mapping[str, Any]) -> Keep:
        """The slow part of a step; gives the short one. Only reads.

        Raises WorkshopsError: with a status below 500 the step is set aside at once, else it is tried again.
        """

    def finish(self, session: Session, made: Sequence[Mapping[str, Any]]) -> Result | None:
        """The file that comes of what the steps made (those that were done, in order), if one does. Only reads."""
        return None
