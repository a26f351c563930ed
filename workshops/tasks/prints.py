"""The prints of several workshops as one archive."""

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from tempfile import TemporaryFile
from typing import Any

from sqlalchemy.orm import Session

from workshops.services import printing
from workshops.services.job_holding import Result
from workshops.tasks.task import Keep, Task, Work


class PrintSeveral(Task):
    """Params: the `references`, `documents` ("brief", "sheet") and `paper`."""

    def plan(self, session: Session) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """A step for each workshop."""
        if problem := printing.unavailable():
            raise problem
        return [(reference, {"reference": reference}) for reference in self.work.params["references"]]

    def prepare(self, session: Session, params: Mapping[str, Any]) -> Keep:
        """Print what is wanted of one workshop."""
        prints = [
            print_one(
                session,
                reference=params["reference"],
                language=self.work.language,
                paper=self.work.params["paper"],
                today=self.work.today,
                files=self.work.files,
                by=self.work.by,
            )
            for name, print_one in (("brief", printing.brief), ("sheet", printing.attendee_sheet))
            if name in self.work.params["documents"]
        ]
        kept = [[self.work.keep_file(BytesIO(made.pdf)), made.file_name] for made in prints]
        return lambda _session: {"files": kept}

    def finish(self, session: Session, made: Sequence[Mapping[str, Any]]) -> Result | None:
        """All of them in one .zip, whole before anybody hears of it."""
        files = [(stored, name) for each in made for stored, name in each["files"]]
        return Result(f"workshops-{self.work.today}.zip", "application/zip", _zipped(self.work, files))


def _zipped(work: Work, files: Iterable[tuple[str, str]]) -> str:
    """An archive of kept files under the names that people see; gives the name under which it is kept itself."""
    with TemporaryFile() as whole:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:  # a PDF is packed already
            for stored, name in files:
                with work.files.open(stored) as file:
                    archive.writestr(name, file.read())
        whole.seek(0)
        return work.keep_file(whole)
