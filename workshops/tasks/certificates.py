"""Many certificates as one document, of which each was printed by itself before: one that cannot be fails alone."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from sqlalchemy.orm import Session

from workshops.documents.problems import MissingGlyph
from workshops.services import certificate_printing, certificate_register, printing
from workshops.services.job_holding import Result
from workshops.services.printing import Draft
from workshops.tasks.task import Keep, Task


class PrintCertificates(Task):
    """Params: the `reference` of the workshop, and the `certificates` (ids), all in the same languages.

    `marked` where characters that no font has are to be marked.
    """

    def plan(self, session: Session) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """A step for each certificate, named by its number: no name outlives in a job the erasure of its person."""
        if problem := printing.unavailable():
            raise problem
        reference = self.work.params["reference"]
        found = certificate_register.of_workshop(session, reference=reference, by=self.work.by)
        wanted = set(self.work.params["certificates"])
        return [(one.number, {"certificate": one.id}) for one in found.certificates if one.id in wanted]

    def prepare(self, session: Session, params: Mapping[str, Any]) -> Keep:
        """Print one, to see whether it can be."""
        try:
            self._draft(session, [params["certificate"]]).printed(self.work.files)
        except MissingGlyph as missing:
            raise MissingGlyph(missing.characters) from None  # without the name in which they stand
        return lambda _session: params

    def finish(self, session: Session, made: Sequence[Mapping[str, Any]]) -> Result | None:
        """All that can be printed, in one document."""
        pages = self._draft(session, [each["certificate"] for each in made]).printed(self.work.files)
        return Result(pages.file_name, "application/pdf", self.work.keep_file(BytesIO(pages.pdf)))

    def _draft(self, session: Session, ids: Sequence[int]) -> Draft:
        return certificate_printing.draft(
            session,
            reference=self.work.params["reference"],
            ids=ids,
            interface=self.work.language,
            today=self.work.today,
            files=self.work.files,
            by=self.work.by,
            marks_missing=self.work.params.get("marked", False),
        )
