"""Certificates are printed as they were issued, whatever became of the record: the same bytes each time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from sqlalchemy.orm import Session

from tests.integration.services.certificates import LOOK, attended_workshop, person_ids
from workshops.documents import renderer
from workshops.domain.access import Actor
from workshops.domain.certificates import Terms
from workshops.errors import Conflict
from workshops.files.folder import FolderFiles
from workshops.models import Certificate, Workshop
from workshops.services import certificate_printing, certificates, erasing
from workshops.services.prints.kinds import NothingToPrint

pytestmark = pytest.mark.skipif(renderer.unavailable() is not None, reason="printing needs Pango")
TODAY = date(2026, 5, 3)


@pytest.fixture
def workshop(session: Session, by: Actor) -> Workshop:
    return attended_workshop(session, by)


@pytest.fixture
def given(session: Session, workshop: Workshop, by: Actor) -> Sequence[Certificate]:
    """Certificates for Oyunchimeg and Bat Erdene, in English and French."""
    ids = [person_ids(workshop)[name] for name in ("Oyunchimeg", "Bat Erdene")]
    asked = {"reference": workshop.reference, "terms": Terms(), "look": LOOK, "by": by}
    return certificates.issue(session, people=ids, **asked).certificates


def printed(session: Session, by: Actor, files: Path, *chosen: Certificate) -> bytes:
    """The PDF of these certificates."""
    draft = certificate_printing.draft(
        session,
        reference=chosen[0].workshop.reference,
        ids=[one.id for one in chosen],
        interface="en",
        today=TODAY,
        files=FolderFiles(files),
        by=by,
    )
    assert draft.file_name == f"{chosen[0].workshop.reference} certificates 2024-05-06 en-fr.pdf"
    return draft.printed(FolderFiles(files)).pdf


def test_each_has_a_page_with_all_that_it_says(
    session: Session, given: Sequence[Certificate], by: Actor, tmp_path: Path
) -> None:
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(printed(session, by, tmp_path, *given))).pages]
    assert len(pages) == 2
    for text in ("Oyunchimeg", "Оюунчимэг", "Document fraud", "Fraude documentaire", "30 hours", "Anna Keller"):
        assert text in pages[0].replace("\u00a0", " ")
    assert given[0].number in pages[0]
    assert f"http://127.0.0.1:8000/c/{given[0].verify_token}" in pages[0].replace("\n", "")
    assert "24 hours" in pages[1].replace("\u00a0", " ")


def test_what_changes_in_the_record_changes_no_certificate(
    session: Session, workshop: Workshop, given: Sequence[Certificate], by: Actor, tmp_path: Path
) -> None:
    before = printed(session, by, tmp_path / "before", *given)
    workshop.title, workshop.city, given[0].person.full_name = "Another title", "Erdenet", "Another name"
    workshop.participations[0].attendances.clear()
    session.flush()
    session.expire_all()
    assert printed(session, by, tmp_path / "after", *given) == before


def test_only_those_in_force_are_printed(
    session: Session, workshop: Workshop, given: Sequence[Certificate], by: Actor, tmp_path: Path
) -> None:
    one, other = given
    certificates.withdraw(session, reference=workshop.reference, ids=[one.id], reason="x", by=by)
    with pytest.raises(Conflict, match="not in force"):
        printed(session, by, tmp_path, one, other)
    certificates.put_back(session, reference=workshop.reference, ids=[one.id], by=by)
    look = replace(LOOK, languages=("es",))
    [spanish] = certificates.reissue(session, reference=workshop.reference, ids=[one.id], look=look, by=by)
    with pytest.raises(Conflict, match="different languages"):
        printed(session, by, tmp_path, spanish, other)


def test_nothing_is_printed_of_an_erased_holder(
    session: Session, given: Sequence[Certificate], by: Actor, tmp_path: Path
) -> None:
    erasing.erase(session, person_id=given[0].person_id, by=by)
    session.expire_all()
    with pytest.raises(NothingToPrint):
        printed(session, by, tmp_path, given[0])
    assert len(pypdf.PdfReader(BytesIO(printed(session, by, tmp_path, *given))).pages) == 1
