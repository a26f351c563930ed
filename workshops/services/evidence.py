"""The evidence pack of a workshop: all that shows that it took place, as one archive or one PDF with checksums."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import IO, Any, Final

from sqlalchemy.orm import Session

from workshops.documents import renderer
from workshops.documents.both import in_each, translated
from workshops.documents.evidence_pack import EvidenceContext, EvidenceLine, MissingLine, contents_page
from workshops.domain.enums import DocumentType
from workshops.errors import N_, WorkshopsError
from workshops.labels import label
from workshops.models import Workshop
from workshops.services import printing, workshop_documents, workshops
from workshops.services.evidence_pieces import Piece, Wanted, piece, printed, releases
from workshops.services.evidence_tables import TABLES
from workshops.services.prints import KINDS
from workshops.services.prints.head import head_of
from workshops.services.prints.words import file_name
from workshops.services.workshop_reading import known_date
from workshops.translating import translator
from workshops.wording import worded

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
LOOKED_FOR_TABLES: Final = ("attendance",)
"""The evidence that a reader looks for first, so that the contents say it of a record that has none."""
MOST_JOINED: Final = 150 * 1024**2
"""Bytes of the files in one PDF; what is more stays in the archive only."""
SUMS: Final = "SHA256SUMS"


class Form(StrEnum):
    """As what a pack is handed over: an archive of the files with the PDF, or the PDF alone."""

    ARCHIVE = "zip"
    DOCUMENT = "pdf"

    @property
    def media_type(self) -> str:
        """What browsers are told of such a file."""
        return f"application/{self.value}"


@dataclass(frozen=True)
class Plan:
    """What goes into a pack, in order: of each piece its title and what `piece` takes; and what nobody recorded."""

    steps: Sequence[tuple[str, Mapping[str, Any]]]
    not_recorded: Sequence[str]


def plan(session: Session, wanted: Wanted, languages: tuple[str, ...]) -> Plan:
    """The pieces there are, with their titles in these languages. Raises `NotFound`."""
    workshop = workshops.find(session, reference=wanted.reference, by=wanted.by)
    steps: list[tuple[str, Mapping[str, Any]]] = []
    lacks: list[str] = []
    attached = sorted(workshop_documents.of_workshop(session, workshop), key=lambda each: each.id)
    attached.sort(key=lambda each: ATTACHED.index(each.type))
    lacks += [label(kind) for kind in LOOKED_FOR if kind not in {each.type for each in attached}]
    for name in PRINTED:
        if _is_lacking(session, wanted, name):
            lacks.append(KINDS[name].title)
        else:
            steps.append((KINDS[name].title, {"print": name}))
    how = wanted.as_print(session, workshop)
    for name, table in TABLES.items():
        if table.read(session, workshop, how):
            steps.append((table.title, {"table": name}))
        elif name in LOOKED_FOR_TABLES:
            lacks.append(table.title)

    titled = [(translated(languages, title), params) for title, params in steps]
    titled += [(each.title or each.file_name, {"document": each.id}) for each in attached]
    titled += [(each.headline or each.file_name, {"release": each.id}) for each in releases(session, workshop)]
    return Plan(titled, [translated(languages, title) for title in lacks])


def whole(
    session: Session,
    wanted: Wanted,
    *,
    form: Form,
    pieces: Sequence[Piece],
    failed: Mapping[int, WorkshopsError],
    target: IO[bytes],
) -> str:
    """Write the pack to `target`; gives the name of its file. `failed` is what became of steps, by number from 1."""
    workshop = workshops.find(session, reference=wanted.reference, by=wanted.by)
    day = known_date(workshop.starts_on, workshop.starts_precision)
    name = file_name(workshop.reference, TITLE, day, wanted.languages, wanted.interface)
    pdf = _document(session, wanted, workshop, pieces, failed)
    if form is Form.DOCUMENT:
        target.write(pdf)
        return f"{name}.pdf"
    files = [(f"{name}.pdf", pdf), *((each.file_name, each.body) for each in pieces)]
    sums = "".join(f"{sha256(body).hexdigest()}  {each}\n" for each, body in files)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, body in [*files, (SUMS, sums.encode())]:
            archive.writestr(zipfile.ZipInfo(each, (*wanted.today.timetuple()[:3], 0, 0, 0)), body)
    return f"{name}.zip"


def packed(
    session: Session, wanted: Wanted, *, form: Form, target: IO[bytes]
) -> tuple[str, list[tuple[str, WorkshopsError]]]:
    """The pack in one go, as a command makes it; gives the name of its file, and what could not be made, with why."""
    pieces: list[Piece] = []
    failed: dict[int, WorkshopsError] = {}
    steps = plan(session, wanted, (wanted.interface,)).steps
    for number, (_title, params) in enumerate(steps, 1):
        try:
            pieces.append(piece(session, wanted, number, params))
        except WorkshopsError as error:
            failed[number] = error
    name = whole(session, wanted, form=form, pieces=pieces, failed=failed, target=target)
    return name, [(steps[number - 1][0], error) for number, error in failed.items()]


def _is_lacking(session: Session, wanted: Wanted, name: str) -> bool:
    """Whether the record has nothing for a document to say."""
    subject, given = wanted.print_kind(session)
    kind = subject.kind(name)
    how = printing.wanted(subject, kind=kind, given=given, interface=wanted.interface, today=wanted.today, by=wanted.by)
    return kind.lacks(session, subject.record, how) is not None


def _document(
    session: Session,
    wanted: Wanted,
    workshop: Workshop,
    pieces: Sequence[Piece],
    failed: Mapping[int, WorkshopsError],
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
    planned = plan(session, wanted, wanted.languages)
    context = EvidenceContext(
        **head_of(workshop, wanted.as_print(session, workshop)),
        lines=lines,
        missing=[MissingLine(planned.steps[number - 1][0], _why(wanted, error)) for number, error in failed.items()],
        not_recorded=planned.not_recorded,
    )
    contents = _contents(context, wanted, first=2)
    if (length := press.number_of_pages(contents)) > 1:
        contents = _contents(context, wanted, first=length + 1)
    return press.join(contents, joined)


def _contents(context: EvidenceContext, wanted: Wanted, *, first: int) -> bytes:
    """The contents always print: a name of a file that no font can print is marked."""
    return printed(contents_page(context, wanted.languages, first), context, marks_missing=True)


def _why(wanted: Wanted, error: WorkshopsError) -> str:
    def say(language: str) -> str:
        return worded(error.message, error.params, language, translator(language).gettext)

    return in_each(wanted.languages, say)
