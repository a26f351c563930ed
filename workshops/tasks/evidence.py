"""The evidence pack of a workshop."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from tempfile import TemporaryFile
from typing import Any

from sqlalchemy.orm import Session

from workshops.services import evidence, job_reports, printing
from workshops.services.evidence import Form
from workshops.services.evidence_pieces import Piece, Wanted, piece
from workshops.services.job_holding import Result
from workshops.tasks.task import Keep, Task


class PackEvidence(Task):
    """Params: the `reference` of the workshop, the language `lang` and perhaps a `second`, the `paper`, and `as` what
    it is handed over; `marked` where characters that no font has are to be marked.
    """

    def plan(self, session: Session) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """A step for each piece. One that cannot be made is named in the pack."""
        if problem := printing.unavailable():
            raise problem
        steps = evidence.plan(session, self._wanted, (self.work.language,)).steps
        return [(title, {"number": number, **params}) for number, (title, params) in enumerate(steps, 1)]

    def prepare(self, session: Session, params: Mapping[str, Any]) -> Keep:
        """Make one piece."""
        made = piece(session, self._wanted, params["number"], params)
        body = self.work.keep_file(BytesIO(made.body))
        sheets = body if made.sheets == made.body else self.work.keep_file(BytesIO(made.sheets))
        kept = {"number": params["number"], "group": made.group, "title": made.title, "file_name": made.file_name}
        return lambda _session: kept | {"body": body, "sheets": sheets}

    def finish(self, session: Session, made: Sequence[Mapping[str, Any]]) -> Result | None:
        """All pieces as one file."""
        failed = {params["number"]: why for params, why in job_reports.failed(session, job_id=self.work.job_id)}
        form = Form(self.work.params["as"])
        with TemporaryFile() as target:
            pieces = [self._piece(each) for each in made]
            name = evidence.whole(session, self._wanted, form=form, pieces=pieces, failed=failed, target=target)
            target.seek(0)
            return Result(name, form.media_type, self.work.keep_file(target))

    def _piece(self, kept: Mapping[str, Any]) -> Piece:
        body = self._read(kept["body"])
        sheets = body if kept["sheets"] == kept["body"] else self._read(kept["sheets"])
        named = {name: kept[name] for name in ("group", "title", "file_name")}
        return Piece(**named, body=body, sheets=sheets)

    def _read(self, stored: str) -> bytes:
        with self.work.files.open(stored) as file:
            return file.read()

    @property
    def _wanted(self) -> Wanted:
        asked = self.work.params
        return Wanted(
            reference=asked["reference"],
            languages=tuple(dict.fromkeys(filter(None, (asked["lang"], asked.get("second"))))),
            paper=asked["paper"],
            interface=self.work.language,
            today=self.work.today,
            by=self.work.by,
            files=self.work.files,
            marks_missing=asked.get("marked", False),
        )
