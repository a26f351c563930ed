"""The evidence pack of a workshop: all that shows that it took place, as one archive or one PDF with checksums."""

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePath
from typing import IO, Any, Final

from sqlalchemy import nulls_first, select
from sqlalchemy.orm import Session

from workshops.documents import renderer
from workshops.documents.evidence_pack import (
    EvidenceContext,
    EvidenceLine,
    PrintedPicture,
    PrintedRelease,
    contents_page,
    picture_page,
    release_page,
)
from workshops.documents.letterhead import picture
from workshops.documents.problems import MissingGlyph
from workshops.domain.access import Actor
from workshops.domain.enums import DocumentType
from workshops.domain.offices import Paper
from workshops.errors import N_, NotFound, WorkshopsError
from workshops.files import Files
from workshops.labels import label
from workshops.models import Document, PressRelease, Workshop
from workshops.services import printing, workshop_documents, workshops
from workshops.services.office_settings import letterhead
from workshops.services.prints import KINDS
from workshops.services.prints.head import head_of
from workshops.services.prints.kinds import Wanted as Print
from workshops.services.prints.words import file_name, safe_name
from workshops.services.workshop_reading import known_date
from workshops.translating import translator

TITLE: Final = N_("Evidence pack")
PRINTED: Final = ("brief", "completion-report", "agenda", "experts", "participant-list")
"""The documents that are printed for a pack, as far as the record has something to say in them."""
ATTACHED: Final = (
    *(DocumentType.SIGNED_SHEET, DocumentType.EVALUATION, DocumentType.REPORT, DocumentType.AGENDA),
    *(DocumentType.CONCEPT_NOTE, DocumentType.PRESENTATION, DocumentType.PHOTO, DocumentType.PRESS_RELEASE),
    DocumentType.OTHER,
)
"""The order of attached files; press releases that were read stand behind them."""
LOOKED_FOR: Final = (DocumentType.SIGNED_SHEET, DocumentType.EVALUATION)
PICTURES: Final = ("image/png", "image/jpeg")
MOST_JOINED: Final = 150 * 1024**2
"""Bytes of the files in one PDF; what is more stays in the archive only."""
SUMS: Final = "SHA256SUMS"


class Form(StrEnum):
    """As what a pack is handed over: an archive of the files with the PDF, or the PDF alone."""

    ARCHIVE = "zip"
    DOCUMENT = "pdf"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """How a pack is wanted: in a language, on a paper; its files are named in the language of the `interface`."""

    reference: str
    language: str
    paper: Paper
    interface: str
    today: date
    by: Actor
    files: Files


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One file of a pack: its bytes, and the same as pages of a PDF (b"" where it cannot be)."""

    group: str
    title: str
    file_name: str
    body: bytes
    sheets: bytes


def plan(session: Session, wanted: Wanted) -> list[tuple[str, Mapping[str, Any]]]:
    """What goes in, in order: of each its title, and what `piece` takes. Raises `NotFound`."""
    workshop = workshops.find(session, reference=wanted.reference, by=wanted.by)
    said = translator(wanted.interface).gettext
    steps: list[tuple[str, Mapping[str, Any]]] = [(said(KINDS[name].title), {"print": name}) for name in PRINTED]
    attached = sorted(workshop_documents.of_workshop(session, workshop), key=lambda each: each.id)
    attached.sort(key=lambda each: ATTACHED.index(each.type))
    steps += [(each.title or each.file_name, {"document": each.id}) for each in attached]
    return steps + [(each.headline or each.file_name, {"release": each.id}) for each in _releases(session, workshop)]


def piece(session: Session, wanted: Wanted, number: int, params: Mapping[str, Any]) -> Piece:
    """One piece, as `plan` names it; `number` begins the name of its file. Raises what printing it raises."""
    if "print" in params:
        made = _printed(session, wanted, params["print"])
    elif "document" in params:
        made = _attached(session, wanted, params["document"])
    else:
        made = _release(session, wanted, params["release"])
    return replace(made, file_name=f"{number:02} {made.file_name}")


def whole(
    session: Session, wanted: Wanted, *, form: Form, pieces: Sequence[Piece], missing: Sequence[str], target: IO[bytes]
) -> str:
    """Write the pack to `target`; gives the name of its file. `missing` names what could not be put in."""
    workshop = workshops.find(session, reference=wanted.reference, by=wanted.by)
    day = known_date(workshop.starts_on, workshop.starts_precision)
    name = file_name(workshop.reference, TITLE, day, (wanted.language,), wanted.interface)
    pdf = _document(session, wanted, workshop, pieces, [*missing, *_never_attached(session, wanted, workshop)])
    if form is Form.DOCUMENT:
        target.write(pdf)
        return f"{name}.pdf"
    files = [(f"{name}.pdf", pdf), *((each.file_name, each.body) for each in pieces)]
    sums = "".join(f"{sha256(body).hexdigest()}  {each}\n" for each, body in files)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, body in [*files, (SUMS, sums.encode())]:
            archive.writestr(zipfile.ZipInfo(each, (*wanted.today.timetuple()[:3], 0, 0, 0)), body)
    return f"{name}.zip"


def _never_attached(session: Session, wanted: Wanted, workshop: Workshop) -> list[str]:
    """The kinds of evidence that a reader looks for first and that nobody has attached to the record."""
    there = {each.type for each in workshop_documents.of_workshop(session, workshop)}
    said = translator(wanted.language).gettext
    return [said(label(kind)) for kind in LOOKED_FOR if kind not in there]


def _document(
    session: Session, wanted: Wanted, workshop: Workshop, pieces: Sequence[Piece], missing: Sequence[str]
) -> bytes:
    """The PDF: contents with checksums, and behind them the pages of all pieces that have pages."""
    press, lines, room, joined = renderer.shared(), [], MOST_JOINED, []
    for each in pieces:
        room -= len(each.sheets)
        pages = press.number_of_pages(each.sheets) if each.sheets and room >= 0 else 0
        joined += [each.sheets] if pages else []
        lines.append(
            EvidenceLine(
                group=each.group,
                title=each.title,
                file_name=each.file_name,
                size=len(each.body),
                sha256=sha256(each.body).hexdigest(),
                pages=pages,
            )
        )
    head = letterhead(session, workshop.office, wanted.files, workshop=workshop, languages=wanted.language)
    how = Print(languages=(wanted.language,), paper=wanted.paper, today=wanted.today, by=wanted.by, letterhead=head)
    context = EvidenceContext(**head_of(workshop, how), lines=lines, missing=missing)
    contents = _contents(context, wanted.language, first=2)
    if (length := press.number_of_pages(contents)) > 1:
        contents = _contents(context, wanted.language, first=length + 1)
    return press.join(contents, joined)


def _contents(context: EvidenceContext, language: str, *, first: int) -> bytes:
    """The contents always print: a name of a file that no font can print is marked."""
    page = contents_page(context, language, first)
    try:
        return renderer.shared().render(page)
    except MissingGlyph as missing:
        return renderer.shared().render(page.translate(dict.fromkeys(map(ord, missing.characters), printing.MARK)))


def _printed(session: Session, wanted: Wanted, name: str) -> Piece:
    subject = printing.of_workshop(session, reference=wanted.reference, by=wanted.by)
    draft = printing.draft(
        session,
        subject,
        kind=subject.kind(name),
        given={"lang": [wanted.language], "paper": [wanted.paper]},
        interface=wanted.interface,
        today=wanted.today,
        files=wanted.files,
        by=wanted.by,
    )
    made = draft.printed(wanted.files)
    said = translator(wanted.language).gettext
    return Piece(
        group=said(N_("From the record")),
        title=said(draft.kind.title),
        file_name=made.file_name,
        body=made.pdf,
        sheets=made.pdf,
    )


def _attached(session: Session, wanted: Wanted, document_id: int) -> Piece:
    document = workshop_documents.find_document(
        session, reference=wanted.reference, document_id=document_id, by=wanted.by
    )
    with wanted.files.open(workshop_documents.stored_as(document.storage_name)) as file:
        body = file.read()
    title = document.title or document.file_name
    return Piece(
        group=translator(wanted.language).gettext(label(document.type)),
        title=title,
        file_name=safe_name(document.file_name),
        body=body,
        sheets=_sheets(session, wanted, document, title, body),
    )


def _sheets(session: Session, wanted: Wanted, document: Document, title: str, body: bytes) -> bytes:
    """An attached file as pages, b"" where it has none that can be joined to others."""
    press = renderer.shared()
    if document.media_type == "application/pdf":
        return body if press.number_of_pages(body) else b""
    if document.media_type not in PICTURES:
        return b""
    office = session.get_one(Workshop, document.workshop_id).office.name
    shown = PrintedPicture(title=title, picture=picture(body, document.media_type), paper=wanted.paper, office=office)
    return press.render(picture_page(shown, wanted.language))


def _release(session: Session, wanted: Wanted, release_id: int) -> Piece:
    workshop = workshops.find(session, reference=wanted.reference, by=wanted.by)
    release = next((each for each in _releases(session, workshop) if each.id == release_id), None)
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
    pdf = renderer.shared().render(release_page(shown, wanted.language))
    name = safe_name(PurePath(release.file_name or headline).stem)
    group = translator(wanted.language).gettext(N_("Press release"))
    return Piece(group=group, title=headline, file_name=f"{name}.pdf", body=pdf, sheets=pdf)


def _releases(session: Session, workshop: Workshop) -> Iterable[PressRelease]:
    of_workshop = select(PressRelease).where(PressRelease.workshop_id == workshop.id)
    return session.scalars(of_workshop.order_by(nulls_first(PressRelease.published_on), PressRelease.id)).all()


def packed(
    session: Session, wanted: Wanted, *, form: Form, target: IO[bytes]
) -> tuple[str, list[tuple[str, WorkshopsError]]]:
    """The pack in one go, as a command makes it; gives the name of its file, and what cannot be put in, with why."""
    pieces: list[Piece] = []
    left_out: list[tuple[str, WorkshopsError]] = []
    for number, (title, params) in enumerate(plan(session, wanted), 1):
        try:
            pieces.append(piece(session, wanted, number, params))
        except WorkshopsError as error:
            left_out.append((title, error))
    missing = [title for title, _error in left_out]
    return whole(session, wanted, form=form, pieces=pieces, missing=missing, target=target), left_out
