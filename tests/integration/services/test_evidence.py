"""The evidence pack: every file with its checksum, the pages of all behind the contents, nothing that acts."""

import hashlib
import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image
from sqlalchemy.orm import Session

from tests.integration.services.certificates import LOOK, attended_workshop, person_ids
from tests.integration.views.test_printing import needs_libraries
from workshops.domain.access import Actor
from workshops.domain.certificates import Terms
from workshops.domain.enums import DocumentType
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import WorkshopDetails
from workshops.files.folder import FolderFiles
from workshops.models import PressRelease, Workshop
from workshops.services import certificates, evidence, uploads, workshop_documents, workshops
from workshops.services.evidence import Form
from workshops.services.evidence_pieces import Wanted, piece

pytestmark = needs_libraries


@pytest.fixture
def files(tmp_path: Path) -> FolderFiles:
    return FolderFiles(tmp_path)


def acting_pdf() -> bytes:
    """A signed sheet of two pages whose first page opens an address and runs a script when it is clicked or opened."""
    target = BytesIO()
    with pikepdf.new() as document:
        for _page in range(2):
            document.add_blank_page()
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[0, 0, 9, 9],
            A=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"),
        )
        document.pages[0].obj.Annots = document.make_indirect([document.make_indirect(link)])
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(2)")
        document.pages[0].obj.AA = pikepdf.Dictionary(O=script)
        document.Root.OpenAction = script
        document.save(target)
    return target.getvalue()


@pytest.fixture
def stored(session: Session, by: Actor) -> Workshop:
    details = WorkshopDetails(
        title="Risk analysis", starts_on=PartialDate(2024, 5, 6), ends_on=PartialDate(2024, 5, 10)
    )
    return workshops.register(session, details=details, office_id=by.office_id or 0, by=by)


@pytest.fixture
def full(session: Session, stored: Workshop, files: FolderFiles, by: Actor) -> Workshop:
    photo = BytesIO()
    Image.new("RGB", (300, 200), "navy").save(photo, "PNG")
    for type_, name, body in (
        (DocumentType.PHOTO, "group.png", photo.getvalue()),
        (DocumentType.OTHER, "notes.txt", b"Notes of the rapporteur"),
        (DocumentType.SIGNED_SHEET, "signed.pdf", acting_pdf()),
    ):
        upload = uploads.read(BytesIO(body), name, accepted=list(uploads.FileKind), most_mb=20)
        workshop_documents.attach(
            session, files, reference=stored.reference, upload=upload, type=type_, title="", by=by
        )
    session.add(
        PressRelease(
            office_id=stored.office_id,
            workshop_id=stored.id,
            sha256="0" * 64,
            text="Quarante agents ont été formés.\n{{7*7}} <b>x</b>",
            language="fr",
            headline="Formation à Oulan-Bator",
        )
    )
    session.flush()
    return stored


def wanted(workshop: Workshop, files: FolderFiles, by: Actor, *languages: str) -> Wanted:
    return Wanted(
        reference=workshop.reference,
        languages=languages or ("en",),
        paper="A4",
        interface="en",
        today=date(2026, 11, 22),
        by=by,
        files=files,
    )


def words(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def test_an_archive_has_every_file_and_its_checksum(
    session: Session, full: Workshop, files: FolderFiles, by: Actor
) -> None:
    target = BytesIO()
    name, _left_out = evidence.packed(session, wanted(full, files, by), form=Form.ARCHIVE, target=target)
    assert re.fullmatch(rf"{full.reference} evidence pack .*en\.zip", name)
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        sums = {line[66:]: line[:64] for line in archive.read("SHA256SUMS").decode().splitlines()}
        assert set(sums) == set(names) - {"SHA256SUMS"}
        assert all(hashlib.sha256(archive.read(each)).hexdigest() == sums[each] for each in sums)
        pdf = archive.read(names[0])
    order = [next(place for place, each in enumerate(names) if part in each) for part in ("signed", "group", "notes")]
    assert order == sorted(order)
    contents = words(pdf)[0]
    for each in ("signed.pdf", "group.png", "notes.txt", "in the archive only", sums[names[-2]]):
        assert each in contents


def test_the_pdf_shows_all_pages_and_nothing_acts(
    session: Session, full: Workshop, files: FolderFiles, by: Actor
) -> None:
    target = BytesIO()
    name, _left_out = evidence.packed(session, wanted(full, files, by), form=Form.DOCUMENT, target=target)
    assert name.endswith(".pdf")
    said = words(target.getvalue())
    assert "Quarante agents ont été formés. {{7*7}} <b>x</b>" in said[-1]
    assert "group.png" in said[-2]
    with pikepdf.open(target) as document:
        assert document.Root.Lang == "en"
        assert "/StructTreeRoot" in document.Root
        everything = b"".join(each.unparse() for each in document.objects if isinstance(each, pikepdf.Dictionary))
    for acting in (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/Annots"):
        assert acting not in everything
    # the place of a file is the page on which it begins
    begins = re.search(r"signed\.pdf .{60,70} (\d+)–(\d+)", said[0])
    assert begins
    assert int(begins[2]) == int(begins[1]) + 1
    assert said[int(begins[1]) - 1] == ""


def test_what_cannot_be_put_in_is_named(session: Session, full: Workshop, files: FolderFiles, by: Actor) -> None:
    document = next(each for each in workshop_documents.of_workshop(session, full) if each.file_name == "group.png")
    document.title = "Group \ue000 photo"
    session.flush()
    target = BytesIO()
    _name, left_out = evidence.packed(session, wanted(full, files, by), form=Form.DOCUMENT, target=target)
    assert "Group \ue000 photo" in [title for title, _error in left_out]
    said = " ".join(words(target.getvalue()))
    assert re.search(r"Not in this pack .* Group . photo No font on .* print . \(U\+E000\), in: Group . photo", said)
    assert re.search(r"Not recorded Evaluation Agenda List of experts List of participants Attendance The", said)
    assert "group.png" not in said
    marked = replace(wanted(full, files, by, "fr", "en"), marks_missing=True)
    name, left_out = evidence.packed(session, marked, form=Form.DOCUMENT, target=(target := BytesIO()))
    assert (name.endswith(" fr-en.pdf"), left_out) == (True, [])
    said = " ".join(words(target.getvalue()))
    assert "Non consigné / Not recorded Évaluation / Evaluation" in said.replace("Non consignés", "Non consigné")
    assert "group.png" in said


def test_attendance_and_certificates_are_in_it(session: Session, files: FolderFiles, by: Actor) -> None:
    workshop = attended_workshop(session, by)
    asked = {"reference": workshop.reference, "terms": Terms(), "look": LOOK, "by": by}
    ids = [person_ids(workshop)[name] for name in ("Oyunchimeg", "Bat Erdene")]
    [first, _second] = certificates.issue(session, people=ids, **asked).certificates
    certificates.withdraw(session, reference=workshop.reference, ids=[first.id], reason="Too early", by=by)
    pack = wanted(workshop, files, by, "es")
    steps = evidence.plan(session, pack, ("es",)).steps
    pages = {
        params["table"]: words(piece(session, pack, number, params).sheets)
        for number, (_title, params) in enumerate(steps, 1)
        if "table" in params
    }
    [came], [given] = pages["attendance"], pages["certificates"]
    assert re.search(r"Carlos Ruiz( Presente){3}( Ausente){2} 18 horas", came)
    assert "Estuvieron 3 3 3 2 1" in came
    assert re.search(rf"Oyunchimeg \(Оюунчимэг\) {first.number} .* 30 horas Anulado", given)
    assert "Too early" not in given
