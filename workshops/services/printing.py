"""Printed documents: what they are printed of, what they will say, and the file that comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from sqlalchemy.orm import Session

from workshops.documents import renderer
from workshops.documents.problems import MissingGlyph
from workshops.documents.renderer import Source
from workshops.documents.row_stamps import Stamps
from workshops.documents.slots import SlotStamps
from workshops.documents.texts_with import texts_with
from workshops.domain.access import Actor
from workshops.domain.countries import countries
from workshops.domain.offices import DocumentSettings
from workshops.domain.partial_date import PartialDate
from workshops.domain.print_choices import Given, Offered, of_kind
from workshops.domain.training_filter import TrainingFilter
from workshops.errors import NotFound, WorkshopsError
from workshops.exports.record import record_json
from workshops.files import Files
from workshops.models import Office, Workshop
from workshops.services import kept_prints, offices, workshops
from workshops.services.office_settings import letterhead
from workshops.services.prints import KINDS
from workshops.services.prints.contact_data import details_for
from workshops.services.prints.country_report import trainings_json
from workshops.services.prints.kinds import Kind, Scope, Wanted, common_choices
from workshops.services.prints.words import file_name
from workshops.services.workshop_reading import details_of, known_date


@dataclass(frozen=True)
class Subject:
    """What documents are printed of: a workshop, or the trainings that a filter chooses.

    `name` begins the names of files, such as a reference; `office` is that whose letterhead stands on them.
    """

    scope: Scope
    record: Workshop | TrainingFilter
    name: str
    office: Office | None
    day: date | PartialDate | None = None

    @property
    def kinds(self) -> list[Kind[Any]]:
        """The kinds of documents there are of it, in the order in which they are offered."""
        return [kind for kind in KINDS.values() if kind.scope is self.scope]

    def kind(self, name: str) -> Kind[Any]:
        """The kind of that name. Raises NotFound."""
        kind = KINDS.get(name)
        if kind is None or kind.scope is not self.scope:
            raise NotFound
        return kind

    def common_choices(self, language: str) -> list[Offered]:
        """What is chosen for all its documents at once, worded in a language; usual is what its office prints."""
        return common_choices(language, self.usual(language))

    def usual(self, interface: str) -> Given:
        """What its office usually prints in and on, for somebody who reads the `interface` in that language."""
        settings = offices.settings_of(self.office) if self.office else DocumentSettings()
        return {"lang": [settings.language or interface], "paper": [settings.paper]}


MARK: Final = "\N{REPLACEMENT CHARACTER}"
"""Stands where a document has a character that no font can print, if somebody agreed to it."""


@dataclass(frozen=True)
class Print:
    """A document and the name under which a person finds its file again."""

    file_name: str
    pdf: bytes

    def preview(self, number: int = 0) -> tuple[int, bytes]:
        """How many pages it has, and the page of that number (from 1) as PNG, b"" where there is none."""
        return renderer.shared().preview(self.pdf, number)

    def written(self, path: Path | None = None) -> Path:
        """The path of the file it is written to: the one given, or its own name in the current folder."""
        target = path or Path(self.file_name)
        target.write_bytes(self.pdf)
        return target


@dataclass(frozen=True)
class Draft:
    """A document of which everything is known that it will say, in these languages."""

    kind: Kind[Any]
    context: Any
    wanted: Wanted
    file_name: str
    languages: tuple[str, ...]
    source: Source | None = None

    @property
    def is_long(self) -> bool:
        """Whether a worker should make it."""
        return self.kind.is_long(self.context)

    def page(self) -> str:
        """Its HTML."""
        return self.kind.page(self.context, self.wanted.languages)

    def kept(self, files: Files) -> Print | None:
        """The document as it was printed before, None where it was not."""
        pdf = kept_prints.find(files, self._kept_as)
        return Print(self.file_name, pdf) if pdf else None

    def printed(self, files: Files) -> Print:
        """The document, printed if it was not before. Raises what `documents.renderer.Renderer.render` raises."""
        if known := self.kept(files):
            return known
        try:
            pdf = self._printed()
        except MissingGlyph as missing:
            if not self.wanted.marks_missing:
                texts = texts_with(self.context, missing.characters)
                raise MissingGlyph(missing.characters, texts) from None
            pdf = self._laid_out(str.maketrans(dict.fromkeys(missing.characters, MARK)))
        kept_prints.keep(files, self._kept_as, pdf)
        return Print(self.file_name, pdf)

    def _printed(self) -> bytes:
        content = self._content
        if self.source or isinstance(content, str):
            return self._laid_out({})
        return renderer.shared().stamp(content, self.page)

    def _laid_out(self, marks: Mapping[int, str]) -> bytes:
        """The whole page, with marks in the place of some characters; the data of an archive copy stays as it is."""
        press, page = renderer.shared(), self.page().translate(marks)
        return press.archive(page, self.source) if self.source else press.render(page)

    @cached_property
    def _content(self) -> str | Stamps | SlotStamps:
        """All that goes to the press."""
        stamps = self.kind.stamps
        return stamps(self.context, self.wanted.languages) if stamps else self.page()

    @cached_property
    def _kept_as(self) -> str:
        content = self._content
        said = content if isinstance(content, str) else repr(content)
        return kept_prints.name_of(f"{said}{self.source or ''}{self.wanted.marks_missing}")


def unavailable() -> WorkshopsError | None:
    """What keeps this server from printing, with the command that cures it; None where it can print."""
    return renderer.unavailable()


def of_workshop(session: Session, *, reference: str, by: Actor) -> Subject:
    """A workshop, to be printed of. Raises NotFound."""
    workshop = workshops.find(session, reference=reference, by=by)
    day = known_date(workshop.starts_on, workshop.starts_precision)
    return Subject(Scope.WORKSHOP, workshop, workshop.reference, workshop.office, day)


def of_trainings(session: Session, *, chosen: TrainingFilter, today: date, by: Actor) -> Subject:
    """The trainings before today that a filter chooses, with the letterhead of the actor's office."""
    office = session.get(Office, by.office_id) if by.office_id is not None else None
    country = countries().get(chosen.country or "")
    return Subject(Scope.TRAININGS, chosen, country.alpha3 if country else "", office, today)


def wanted(subject: Subject, *, kind: Kind[Any], given: Given, interface: str, today: date, by: Actor) -> Wanted:
    """How the texts of `given` want a document; what they leave open is as its office usually has it.

    Raises `Invalid` for a choice that cannot be.
    """
    usual = subject.usual(interface)
    return kind.wanted(of_kind(kind.name, given), subject.record, usual=usual, today=today, by=by)


def draft(
    session: Session,
    subject: Subject,
    *,
    kind: Kind[Any],
    given: Given,
    interface: str,
    today: date,
    by: Actor,
    files: Files,
) -> Draft:
    """A document as the texts of `given` want it.

    `interface` is the language of whoever asks: the file is named in it. `files` hold the logo of the office.
    Raises `Invalid` for a choice that cannot be, `NothingToPrint`.
    """
    workshop = subject.record if isinstance(subject.record, Workshop) else None
    how = wanted(subject, kind=kind, given=given, interface=interface, today=today, by=by)
    if subject.office:
        head = letterhead(session, subject.office, files, workshop=workshop, languages=how.languages)
        how = replace(how, letterhead=head)
    if lack := kind.lacks(session, subject.record, how):
        raise lack
    context = kind.context(session, subject.record, how)
    day = (kind.day(context) if kind.day else None) or subject.day
    about, languages = kind.tells_apart(context) if kind.tells_apart else ("", how.languages)
    name = file_name(subject.name, kind.title, day, languages, interface, about)
    source = _source(session, subject.record, how) if how.is_archived else None
    return Draft(kind, context, how, f"{name}.pdf", languages, source)


def printed(
    session: Session,
    subject: Subject,
    name: str,
    *,
    given: Given,
    interface: str,
    today: date,
    by: Actor,
    files: Files,
) -> Print:
    """The document of that name as the texts of `given` want it. Raises what `draft` and its `printed` raise."""
    kind = subject.kind(name)
    made = draft(session, subject, kind=kind, given=given, interface=interface, today=today, by=by, files=files)
    return made.printed(files)


def _source(session: Session, record: Workshop | TrainingFilter, how: Wanted) -> Source:
    """The record as a file, or the list that the filter chooses."""
    if isinstance(record, Workshop):
        details = details_for(details_of(record), record.office_id, how.by)
        name, data = record.reference, record_json(record.reference, details)
    else:
        name, data = "trainings", trainings_json(session, record, how)
    return Source(name=f"{name}.json", data=data.decode(), day=how.today.isoformat())
