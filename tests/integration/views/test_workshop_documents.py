"""Files attached to a workshop: kept whole under names of our own, sent as downloads, deleted for good."""

from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from workshops.models import Act, Document, Workshop

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


@pytest.fixture
def folder(app: Flask) -> Path:
    return Path(app.instance_path) / "documents"


def attach(browser: Browser, workshop: Workshop, name: str = "agenda.pdf", body: bytes = PDF) -> int:
    """Send a file; gives the status of the answer."""
    data = {"file": (BytesIO(body), name), "type": "agenda", "title": ""}
    address = f"/workshops/{workshop.reference}/documents/new"
    return browser.post(address, data=data, content_type="multipart/form-data").status_code


def test_a_file_is_attached_and_comes_back_byte_for_byte(
    organiser_client: Browser, viewer_client: Browser, stored: Workshop, session: Session, folder: Path
) -> None:
    assert "Attach a document" in organiser_client.get(f"/workshops/{stored.reference}/documents/new").text
    assert attach(organiser_client, stored, "../../ordre du jour é.pdf") == 303
    document = session.scalars(select(Document).where(Document.workshop_id == stored.id)).one()
    assert document.file_name == "ordre du jour é.pdf"
    assert (folder / document.storage_name).read_bytes() == PDF
    address = f"/workshops/{stored.reference}/documents/{document.id}"
    assert f'href="{address}"' in viewer_client.get(f"/workshops/{stored.reference}").text
    answer = viewer_client.get(address)
    assert answer.data == PDF
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Cache-Control"] == "no-store"
    answer.close()


def test_the_encoding_of_a_text_is_said_once(
    organiser_client: Browser, stored: Workshop, session: Session, folder: Path
) -> None:
    address = f"/workshops/{stored.reference}/documents"
    data = {"file": (BytesIO("é".encode()), "notes.txt"), "type": "agenda"}
    assert organiser_client.post(f"{address}/new", data=data, content_type="multipart/form-data").status_code == 303
    document = session.scalars(select(Document)).one()
    answer = organiser_client.get(f"{address}/{document.id}")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    answer.close()


@pytest.mark.parametrize(
    ("name", "body", "status", "sentence"),
    [
        ("list.pages", b"x", 415, "&#39;list.pages&#39; cannot be read."),
        ("list.xlsx", b"x", 415, "&#39;list.xlsx&#39; is not an Excel file inside."),
        ("old.doc", b"x", 415, "Old or macro-carrying Office files are not accepted."),
        ("", b"", 422, "Choose a file."),
    ],
)
def test_a_file_that_does_not_pass_the_gate_is_refused_in_the_form(
    organiser_client: Browser, stored: Workshop, session: Session, name: str, body: bytes, status: int, sentence: str
) -> None:
    data = {"file": (BytesIO(body), name), "type": "agenda", "title": "My list"}
    address = f"/workshops/{stored.reference}/documents/new"
    answer = organiser_client.post(address, data=data, content_type="multipart/form-data")
    assert answer.status_code == status
    assert sentence in answer.text
    assert "My list" in answer.text
    assert session.scalars(select(Document).where(Document.workshop_id == stored.id)).all() == []


def test_a_removed_file_comes_back_and_is_gone_once_that_is_final(
    organiser_client: Browser, administrator_client: Browser, stored: Workshop, session: Session, folder: Path
) -> None:
    attach(organiser_client, stored)
    document = session.scalars(select(Document).where(Document.workshop_id == stored.id)).one()
    address = f"/workshops/{stored.reference}/documents/{document.id}"
    assert "agenda.pdf" in organiser_client.get(f"{address}/remove").text
    assert organiser_client.post(f"{address}/remove").status_code == 303
    assert (folder / document.storage_name).exists()
    assert organiser_client.get(address).status_code == 410
    first = session.scalars(select(Act)).one()
    back = administrator_client.post(f"/acts/{first.id}/undo")
    assert back.location == f"/workshops/{stored.reference}#documents"
    with organiser_client.get(address) as answer:
        assert answer.data == PDF
    organiser_client.post(f"{address}/remove")
    last = session.scalars(select(Act).order_by(Act.id.desc())).first()
    assert last
    for_good = f"/deleted/{last.id}/for-good"
    assert administrator_client.post(for_good, data={"typed": "agenda"}).status_code == 422
    assert administrator_client.post(for_good, data={"typed": "agenda.pdf"}).location == "/deleted"
    assert not (folder / document.storage_name).exists()
    assert organiser_client.get(address).status_code == 410


def test_a_document_is_reached_through_its_own_workshop_only(
    organiser_client: Browser, viewer_client: Browser, stored: Workshop, session: Session
) -> None:
    attach(organiser_client, stored)
    document = session.scalars(select(Document).where(Document.workshop_id == stored.id)).one()
    other = organiser_client.post(f"/workshops/{stored.reference}/clone").location.split("/")[2]
    assert organiser_client.get(f"/workshops/{other}/documents/{document.id}").status_code == 404
    assert organiser_client.post(f"/workshops/{other}/documents/{document.id}/remove").status_code == 404
    address = f"/workshops/{stored.reference}/documents/{document.id}"
    assert viewer_client.post(f"{address}/remove").status_code == 404
    assert attach(viewer_client, stored) == 404
    with organiser_client.get(address) as answer:
        assert answer.status_code == 200
