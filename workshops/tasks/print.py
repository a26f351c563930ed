"""One document that is too long to wait for."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from sqlalchemy.orm import Session

from workshops.domain.print_choices import Given
from workshops.domain.training_filter import TrainingFilter
from workshops.services import printing
from workshops.services.job_holding import Result
from workshops.tasks.task import Keep, Task, Work


class PrintDocument(Task):
    """Params: what `print_one` takes as an order, the kind of `document`, and the choices `given`."""

    def plan(self, session: Session) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """The document is the only step."""
        if problem := printing.unavailable():
            raise problem
        return [(self.work.subject, self.work.params)]

    def prepare(self, session: Session, params: Mapping[str, Any]) -> Keep:
        """Print it."""
        name = params.get("document", "attendee-sheet")
        given = params["given"] if "given" in params else _given_before(params, self.work.language)
        kept = print_one(session, self.work, params, name, given)
        return lambda _session: kept

    def finish(self, session: Session, made: Sequence[Mapping[str, Any]]) -> Result | None:
        """The document itself."""
        return Result(made[0]["name"], "application/pdf", made[0]["stored"])


def print_one(session: Session, work: Work, order: Mapping[str, Any], name: str, given: Given) -> dict[str, str]:
    """Print a document of what an order names, and keep it: where it is `stored`, and the `name` of its file.

    The order holds the `reference` of a workshop, or the `trainings` of a filter as its address says them.
    """
    if "trainings" in order:
        chosen, _problems = TrainingFilter.from_args(order["trainings"], work.language)
        subject = printing.of_trainings(session, chosen=chosen, today=work.today, by=work.by)
    else:
        subject = printing.of_workshop(session, reference=order["reference"], by=work.by)
    made = printing.printed(
        session, subject, name, given=given, interface=work.language, today=work.today, by=work.by, files=work.files
    )
    return {"stored": work.keep_file(BytesIO(made.pdf)), "name": made.file_name}


def _given_before(params: Mapping[str, Any], language: str) -> Given:
    """The choices of an attendee sheet that was asked for before other documents could be."""
    given = {name: [str(value) for value in params[name]] for name in ("columns", "events")}
    blank_rows = params["blank_rows"]
    return {**given, "blank_rows": [str(blank_rows or "")], "paper": [params["paper"]], "lang": [language]}
