"""Printed documents: what is to be printed of a record, and the file that comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from workshops.documents import renderer
from workshops.documents.attendee_stamps import Stamps
from workshops.documents.renderer import Source
from workshops.documents.slots import SlotStamps
from workshops.domain.access import Actor
from workshops.domain.offices import DocumentSettings
from workshops.domain.print_choices import Given
from workshops.errors import NotFound, WorkshopsError
from workshops.exports.record import record_json
from workshops.files import Files
from workshops.models import Workshop
from workshops.services import kept_prints, offices, workshops
from workshops.services.office_settings import letterhead
from workshops.services.prints import KINDS
from workshops.services.prints.kinds import Kind, Wanted
from workshops.services.prints.words import file_name
from workshops.services.workshop_reading import details_of


@dataclass(frozen=True)
class Print:
    """A document and the name under which a person finds its file again."""

    file_name: str
    pdf: bytes

    def written(self, path: Path | None = None) -> Path:
        """The path of the file it is written to: the one given, or its own name in the current folder."""
        target = path or Path(self.file_name)
        target.write_bytes(self.pdf)
        return target


@dataclass(frozen=True)
class Draft:
    """A document of which everything is known that it will say."""

    kind: Kind[Any]
    context: Any
    wanted: Wanted
    file_name: str
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
        content, press = self._content, renderer.shared()
        if self.source:
            pdf = press.archive(self.page(), self.source)
        else:
            pdf = press.render(content) if isinstance(content, str) else press.stamp(content, self.page)
        kept_prints.keep(files, self._kept_as, pdf)
        return Print(self.file_name, pdf)

    @cached_property
    def _content(self) -> str | Stamps | SlotStamps:
        """All that goes to the press."""
        stamps = self.kind.stamps
        return stamps(self.context, self.wanted.languages) if stamps else self.page()

    @cached_property
    def _kept_as(self) -> str:
        content = self._content
        said = content if isinstance(content, str) else repr(content)
        return kept_prints.name_of(f"{said}{self.source or ''}")


def unavailable() -> WorkshopsError | None:
    """What keeps this server from printing, with the command that cures it; None where it can print."""
    return renderer.unavailable()


def kind(name: str) -> Kind[Any]:
    """The kind of document of that name. Raises NotFound."""
    if name not in KINDS:
        raise NotFound
    return KINDS[name]


def draft(
    session: Session,
    *,
    kind: Kind[Any],
    reference: str,
    given: Given,
    interface: str,
    today: date,
    by: Actor,
    files: Files,
) -> Draft:
    """A document of a workshop as the texts of `given` want it; what they leave open is as its office usually has it.

    `interface` is the language of whoever asks: the file is named in it. `files` hold the logo of the office.
    Raises `NotFound`, `Invalid` for a choice that cannot be, `NothingToPrint`.
    """
    workshop = workshops.find(session, reference=reference, by=by)
    usual = usual_choices(offices.settings_of(workshop.office), interface)
    wanted = kind.wanted(given, workshop, usual=usual, today=today, by=by)
    wanted = replace(wanted, letterhead=letterhead(session, workshop, files, language=wanted.language))
    context = kind.context(session, workshop, wanted)
    day = kind.day(context) if kind.day else None
    name = file_name(workshop, kind.title, wanted.languages, interface=interface, day=day)
    return Draft(kind, context, wanted, f"{name}.pdf", _source(workshop, today) if wanted.is_archived else None)


def _source(workshop: Workshop, today: date) -> Source:
    """The record as a file."""
    data = record_json(workshop.reference, details_of(workshop)).decode()
    return Source(name=f"{workshop.reference}.json", data=data, day=today.isoformat())


def usual_choices(settings: DocumentSettings, interface: str) -> Mapping[str, Sequence[str]]:
    """What an office usually prints on and in, for whoever leaves it open."""
    return {"lang": [settings.language or interface], "paper": [settings.paper]}
