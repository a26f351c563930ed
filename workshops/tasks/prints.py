"""Documents of several workshops, or several of one, as one archive."""

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from tempfile import TemporaryFile
from typing import Any

from sqlalchemy.orm import Session

from workshops.services import printing
from workshops.services.job_holding import Result
from workshops.services.prints import KINDS
from workshops.tasks.print import print_one
from workshops.tasks.task import Keep, Task, Work
from workshops.translating import translator

FORMER_NAMES = {"sheet": "attendee-sheet"}
"""Of documents in jobs that were asked for before they had an address each."""


class PrintSeveral(Task):
    """Params: the `references`, the kinds of `documents`, and the choices `given` that they have in common."""

    def plan(self, session: Session) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """A step for each document of each workshop."""
        if problem := printing.unavailable():
            raise problem
        said = translator(self.work.language).gettext
        names = [FORMER_NAMES.get(name, name) for name in self.work.params["documents"]]
        return [
            (f"{reference} {said(kind.title)}", {"reference": reference, "document": kind.name})
            for reference in self.work.params["references"]
            for kind in KINDS.values()
            if kind.name in names
        ]

    def prepare(self, session: Session, params: Mapping[str, Any]) -> Keep:
        """Print one document of one workshop."""
        asked = self.work.params
        given = asked["given"] if "given" in asked else {"lang": [self.work.language], "paper": [asked["paper"]]}
        kept = print_one(session, self.work, params, params["document"], given)
        return lambda _session: kept

    def finish(self, session: Session, made: Sequence[Mapping[str, Any]]) -> Result | None:
        """All of them in one .zip, whole before anybody hears of it."""
        files = [(each["stored"], each["name"]) for each in made]
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
