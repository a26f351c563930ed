"""The files of an evidence pack: printed from the record, attached to it, or made of its press releases."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Any, Final

from sqlalchemy import nulls_first, select
from sqlalchemy.orm import Session

from workshops.documents import renderer
from workshops.documents.both import translated
from workshops.documents.evidence_pack import (
    PrintedPicture,
    PrintedRelease,
    picture_page,
    release_page,
    table_page,
)
from workshops.documents.letterhead import picture
from workshops.documents.problems import MissingGlyph
from workshops.documents.texts_with import texts_with
from workshops.domain.access import Actor
from workshops.domain.offices import Paper
from workshops.errors import N_, NotFound
from workshops.files import Files
from workshops.labels import label
from workshops.models import Document, PressRelease, Workshop
from workshops.services import printing, workshop_documents, workshops
from workshops.services.evidence_tables import TABLES
from workshops.services.office_settings import letterhead
from workshops.services.prints.kinds import Wanted as Print
from workshops.services.prints.words import file_name, safe_name
from workshops.services.workshop_reading import known_date

FROM_THE_RECORD: Final = N_("From the record")
PICTURES: Final = ("image/png", "image/jpeg")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """How a pack is wanted: in one or two languages, on a paper; its files are named in that of the `interface`.

    `marks_missing` where a mark may stand in the place of characters that no font has.
    """

    reference: str
    languages: tuple[str, ...]
    paper: Paper
    interface: str
    today: date
    by: Actor
    files: Files
    marks_missing: bool = False

    def said(self, message: str) -> str:
        """A message in the languages of the pack."""
        return translated(self.languages, message)

    def as_print(self, session: Session, workshop: Workshop) -> Print:
        """The same for the contexts of documents."""
        head = letterhead(session, workshop.office, self.files, workshop=workshop, languages=self.languages)
        return Print(languages=self.languages, paper=self.paper, today=self.today, by=self.by, letterhead=head)

    def print_kind(self, session: Session) -> tuple[printing.Subject, dict[str, list[str]]]:
        """What a document of the record is printed of, and the choices for it."""
        first, *second = self.languages
        marked = [str(int(self.marks_missing))]
        given = {"lang": [first], "second": second, "paper": [str(self.paper)], "marked": marked}
        return printing.of_workshop(session, reference=self.reference, by=self.by), given


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One file of a pack: its bytes, and the same as pages of a PDF (b"" where it cannot be)."""

    group: str
    title: str
    file_name: str
    body: bytes
    sheets: bytes


def piece(session: Session, wanted: Wanted, number: int, params: Mapping[str, Any]) -> Piece:
    """One piece, as a plan names it; `number` begins the name of its file. Raises what printing it raises."""
    [(kind, which)] = ((kind, params[kind]) for kind in PIECES if kind in params)
    made = PIECES[kind](session, wanted, which)
    return replace(made, file_name=f"{number:02} {made.file_name}")


def printed(page: str, said: object, *, marks_missing: bool) -> bytes:
    """The PDF of a page that says this; characters that no font has are marked, or raise `MissingGlyph`."""
    try:
        return renderer.shared().render(page)
    except MissingGlyph as missing:
        if not marks_missing:
            raise MissingGlyph(missing.characters, texts_with(said, missing.characters)) from None
        return renderer.shared().render(page.translate(dict.fromkeys(map(ord, missing.characters), printing.MARK)))


def releases(session: Session, workshop: Workshop) -> Iterable[PressRelease]:
    """The press releases of a workshop, by their day."""
    of_workshop = select(PressRelease).where(PressRelease.workshop_id == workshop.id)
    return session.scalars(of_workshop.order_by(nulls_first(PressRelease.published_on), PressRelease.id)).all()


def _printed(session: Session, wanted: Wanted, name: str) -> Piece:
    subject, given = wanted.print_kind(session)
    interface, today, by, files = wanted.interface, wanted.today, wanted.by, wanted.files
    made = printing.printed(session, subject, name, given=given, interface=interface, today=today, by=by, files=files)
    title = wanted.said(subject.kind(name).title)
    return Piece(
        group=wanted.said(FROM_THE_RECORD), title=title, file_name=made.file_name, body=made.pdf, sheets=made.pdf
    )


def _table(session: Session, wanted: Wanted, name: str) -> Piece:
    workshop = workshops.find(session, reference=wanted.reference, by=wanted.by)
    table = TABLES[name].read(session, workshop, wanted.as_print(session, workshop))
    if table is None:
        raise NotFound
    pdf = printed(table_page(table, wanted.languages), table, marks_missing=wanted.marks_missing)
    day = known_date(workshop.starts_on, workshop.starts_precision)
    named = file_name(workshop.reference, TABLES[name].title, day, wanted.languages, wanted.interface)
    group = wanted.said(FROM_THE_RECORD)
    return Piece(group=group, title=table.heading, file_name=f"{named}.pdf", body=pdf, sheets=pdf)


def _attached(session: Session, wanted: Wanted, document_id: int) -> Piece:
    document = workshop_documents.find_document(
        session, reference=wanted.reference, document_id=document_id, by=wanted.by
    )
    with wanted.files.open(workshop_documents.stored_as(document.storage_name)) as file:
        body = file.read()
    title = document.title or document.file_name
    return Piece(
        group=wanted.said(label(document.type)),
        title=title,
        file_name=safe_name(document.file_name),
        body=body,
        sheets=_sheets(session, wanted, document, title, body),
    )


def _sheets(session: Session, wanted: Wanted, document: Document, title: str, body: bytes) -> bytes:
    """An attached file as pages, b"" where it has none that can be joined to others."""
    if document.media_type == "application/pdf":
        return body if renderer.shared().number_of_pages(body) else b""
    if document.media_type not in PICTURES:
        return b""
    office = session.get_one(Workshop, document.workshop_id).office.name
    shown = PrintedPicture(title=title, picture=picture(body, document.media_type), paper=wanted.paper, office=office)
    return printed(picture_page(shown, wanted.languages), shown, marks_missing=wanted.marks_missing)


def _release(session: Session, wanted: Wanted, release_id: int) -> Piece:
    workshop = workshops.find(session, reference=wanted.reference, by=wanted.by)
    release = next((each for each in releases(session, workshop) if each.id == release_id), None)
    if release is None:
        raise NotFound
    headline = release.headline or release.file_name
    shown = PrintedRelease(
        headline=headline,
        text=release.text,
        language=release.language or "",
        paper=wanted.paper,
        office=workshop.office.name,
        publisher=release.publisher,
        published_on=release.published_on,
        url=release.url,
    )
    pdf = printed(release_page(shown, wanted.languages), shown, marks_missing=wanted.marks_missing)
    name = safe_name(PurePath(release.file_name or headline).stem)
    group = wanted.said(N_("Press release"))
    return Piece(group=group, title=headline, file_name=f"{name}.pdf", body=pdf, sheets=pdf)


PIECES: Final[dict[str, Callable[[Session, Wanted, Any], Piece]]] = {
    "print": _printed,
    "table": _table,
    "document": _attached,
    "release": _release,
}
"""How a piece is made, by what a plan calls it."""
