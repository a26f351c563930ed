"""Documents of several workshops, or several of one, as one archive."""

import zipfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count
from tempfile import TemporaryFile
from typing import Any

from sqlalchemy.orm import Session

from workshops.domain.print_choices import Given
from workshops.errors import N_, WorkshopsError
from workshops.services import printing
from workshops.services.job_holding import Result
from workshops.services.prints import KINDS
from workshops.services.prints.kinds import Kind
from workshops.services.prints.words import file_name
from workshops.tasks.print import print_one
from workshops.tasks.task import Keep, Task, Work
from workshops.translating import translator

FORMER_NAMES = {"sheet": "attendee-sheet"}
"""Of documents in jobs that were asked for before they had an address each."""


class PrintSeveral(Task):
    """Params: the `references`, the kinds of `documents`, and the choices `given` that they have in common."""

    def plan(self, session: Session) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """A step for each document of each workshop, and for each part of one that has parts: a letter fails alone."""
        if problem := printing.unavailable():
            raise problem
        said = translator(self.work.language).gettext
        names = [FORMER_NAMES.get(name, name) for name in self.work.params["documents"]]
        steps: list[tuple[str, Mapping[str, Any]]] = []
        for reference in self.work.params["references"]:
            for kind in KINDS.values():
                if kind.name in names:
                    step, title = {"reference": reference, "document": kind.name}, f"{reference} {said(kind.title)}"
                    parts = self._parts(session, kind, reference)
                    steps += [(f"{title}: {part}", {**step, "given": given}) for part, given in parts]
                    steps += [] if parts else [(title, step)]
        return steps

    def _parts(self, session: Session, kind: Kind[Any], reference: str) -> list[tuple[str, Given]]:
        """The parts of a document that stand alone; none where it has none, or cannot be made as it is asked for."""
        if kind.parts is None:
            return []
        work = self.work
        try:
            subject = printing.of_workshop(session, reference=reference, by=work.by)
            how = printing.wanted(
                subject, kind=kind, given=self._given(), interface=work.language, today=work.today, by=work.by
            )
        except WorkshopsError:  # said where the document is made
            return []
        parts = kind.parts(subject.record, how)
        return [(part, {f"{kind.name}.{name}": texts for name, texts in given.items()}) for part, given in parts]

    def _given(self) -> Given:
        """The choices for all documents."""
        asked = self.work.params
        return asked["given"] if "given" in asked else {"lang": [self.work.language], "paper": [asked["paper"]]}

    def prepare(self, session: Session, params: Mapping[str, Any]) -> Keep:
        """Print one document of one workshop."""
        given = {**self._given(), **params.get("given", {})}
        kept = print_one(session, self.work, params, params["document"], given)
        return lambda _session: kept

    def finish(self, session: Session, made: Sequence[Mapping[str, Any]]) -> Result | None:
        """All of them in one .zip, whole before anybody hears of it."""
        files = [(each["stored"], each["name"]) for each in made]
        references = self.work.params["references"]
        of = references[0] if len(references) == 1 else ""
        name = file_name(of, N_("Documents"), self.work.today, (), self.work.language)
        return Result(f"{name}.zip", "application/zip", _zipped(self.work, files))


def _unlike(name: str, others: Collection[str]) -> str:
    """The name of a file, with a number where another has it already: two people may be called alike."""
    stem, dot, ending = name.rpartition(".")
    numbered = (f"{stem} ({number}){dot}{ending}" for number in count(2))
    return name if name not in others else next(each for each in numbered if each not in others)


def _zipped(work: Work, files: Iterable[tuple[str, str]]) -> str:
    """An archive of kept files under the names that people see; gives the name under which it is kept itself."""
    with TemporaryFile() as whole:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:  # a PDF is packed already
            for stored, name in files:
                with work.files.open(stored) as file:
                    archive.writestr(_unlike(name, archive.namelist()), file.read())
        whole.seek(0)
        return work.keep_file(whole)
