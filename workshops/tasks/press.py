"""Many press releases handed over at once: each becomes one to review, or is named with the reason why not."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from sqlalchemy.orm import Session

from workshops.domain.file_kinds import FileKind, ending
from workshops.errors import Invalid, UnreadableFile
from workshops.press.extract import read_workshops
from workshops.press.facts import PressFacts
from workshops.services import archives, press, uploads
from workshops.services.job_messages import kept_params
from workshops.services.press_texts import HANDED_OVER, Refused, TextFile, texts_in, texts_inside
from workshops.tasks.task import Keep, Task, Work


class ReadPressReleases(Task):
    """Params: the `office`, and `files`, each with the name under which it is kept and the name it came with.

    A text is kept once in an office, so a step that was done and not noted would find its own press releases again.
    """

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._opened: tuple[str, bytes] = ("", b"")

    def plan(self, session: Session) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """A step for each file, for each file of an archive one."""
        for stored, name in self.work.params["files"]:
            places = self._places(stored, name)
            if places is None:
                yield name, {"stored": stored, "name": name}
            else:
                yield from ((place, {"stored": stored, "name": name, "place": place}) for place in places)

    def prepare(self, session: Session, params: Mapping[str, Any]) -> Keep:
        """Read one file, which holds one text, or as a letter several."""
        texts: list[tuple[TextFile, Sequence[PressFacts]]] = []
        refused: list[Refused] = []
        for found in self._texts(params):
            try:
                if isinstance(found, Refused):
                    raise found.error
                texts.append((found, read_workshops(press.cleaned(found.text), sent_on=found.sent_on)))
            except (UnreadableFile, Invalid) as error:
                refused.append(Refused(found.name, error))
        if not texts:
            raise refused[0].error

        def keep(session: Session) -> Mapping[str, Any]:
            received = [self._received(session, found, read) for found, read in texts]
            told = [[each.name, each.error.message, kept_params(each.error)] for each in refused]
            return {"press_releases": received, "refused": told}

        return keep

    def _received(self, session: Session, found: TextFile, read: Sequence[PressFacts]) -> list[Any]:
        """Keeps one text; gives the id of its press release, and whether it was there before."""
        received = press.receive(
            session,
            text=found.text,
            file_name=found.name,
            headline=found.subject,
            published_on=found.sent_on,
            office_id=self.work.params["office"],
            by=self.work.by,
            read=read,
        )
        return [received.press_release.id, received.was_known]

    def _texts(self, params: Mapping[str, Any]) -> Iterable[TextFile | Refused]:
        body = self._body(params["stored"])
        if place := params.get("place"):
            return texts_inside(place, archives.content_of(body, place))
        return texts_in(BytesIO(body), params["name"], most_mb=uploads.LARGEST_MB)

    def _places(self, stored: str, name: str) -> list[str] | None:
        """The places of the files in an archive; None for what is none, and for one that may not be opened."""
        if ending(name) != FileKind.ZIP:
            return None
        try:
            archive = uploads.read(BytesIO(self._body(stored)), name, accepted=HANDED_OVER, most_mb=uploads.LARGEST_MB)
            return archives.places_in(archive.body) or None
        except UnreadableFile:
            return None

    def _body(self, stored: str) -> bytes:
        """The bytes of a kept file; those of the last one stay at hand, for an archive has many steps."""
        if self._opened[0] != stored:
            with self.work.files.open(stored) as file:
                self._opened = (stored, file.read())
        return self._opened[1]
