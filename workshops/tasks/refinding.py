"""The words by which the workshops of merged agencies are found, made anew in turns."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from workshops.services import derived, refinding
from workshops.tasks.task import Keep, Task


class FindAgain(Task):
    """Params: the `agencies` of whose workshops some are to be found by other names now."""

    def plan(self, session: Session) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """A step for some hundreds of workshops."""
        for workshops in refinding.turns(session, self.work.params["agencies"]):
            yield f"{workshops[0]}–{workshops[-1]}", {"workshops": list(workshops)}

    def prepare(self, session: Session, params: Mapping[str, Any]) -> Keep:
        """Nothing: a text that was read before its turn to write could be older than the record."""

        def keep(session: Session) -> Mapping[str, Any]:
            derived.make_findable(session, params["workshops"])
            return {}

        return keep
