"""One attendance sheet that is too long to wait for."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from sqlalchemy.orm import Session

from workshops.documents.attendee_sheet import Column
from workshops.services import printing
from workshops.services.job_holding import Result
from workshops.tasks.task import Keep, Task


class PrintSheet(Task):
    """Params: the `reference` of the workshop and how the sheet is printed, as `services.printing` takes it."""

    def plan(self, session: Session) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """The sheet is the only step."""
        if problem := printing.unavailable():
            raise problem
        return [(self.work.subject, self.work.params)]

    def prepare(self, session: Session, params: Mapping[str, Any]) -> Keep:
        """Print it."""
        made = printing.attendee_sheet(
            session,
            reference=params["reference"],
            language=self.work.language,
            columns=[Column(name) for name in params["columns"]],
            events=params["events"],
            blank_rows=params["blank_rows"],
            paper=params["paper"],
            today=self.work.today,
            files=self.work.files,
            by=self.work.by,
        )
        kept = {"stored": self.work.keep_file(BytesIO(made.pdf)), "name": made.file_name}
        return lambda _session: kept

    def finish(self, session: Session, made: Sequence[Mapping[str, Any]]) -> Result | None:
        """The sheet itself."""
        return Result(made[0]["name"], "application/pdf", made[0]["stored"])
