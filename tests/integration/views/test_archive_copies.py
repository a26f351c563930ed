"""The archive copy of a document: the same pages, with the record inside; no other document holds a file."""

import json
from io import BytesIO

import pikepdf
import pypdf
import pytest
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.integration.views.test_printing import needs_libraries
from workshops.models import Workshop

pytestmark = needs_libraries


def words(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("kind", ["brief", "attendee-sheet"])
def test_it_holds_the_record_and_says_the_same(viewer_client: Browser, stored: Workshop, kind: str) -> None:
    address = f"/workshops/{stored.reference}/{kind}.pdf"
    plain, archived = viewer_client.get(address).data, viewer_client.get(f"{address}?archive=1").data
    assert words(archived) == words(plain)
    assert viewer_client.get(f"{address}?archive=1").data == archived
    with pikepdf.open(BytesIO(archived)) as document:
        said = document.Root.Metadata.read_bytes().decode()
        assert 'pdfaid:part="3" pdfaid:conformance="A"' in said
        with document.open_metadata() as metadata:  # read as XML: one tree, in which both standards are named
            assert (metadata["pdfaid:part"], metadata["pdfuaid:part"]) == ("3", "1")
        assert ("pdfaSchema:prefix>pdfuaid<" in said, "pdfaProperty:name>part<" in said) == (True, True)
        assert document.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert "/StructTreeRoot" in document.Root
        assert document.Root.AF[0].AFRelationship == "/Source"
        record = json.loads(document.attachments[f"{stored.reference}.json"].get_file().read_bytes())
    assert record["title"] == stored.title
    assert [row["agency"]["name"] for row in record["agencies"]] == [row.agency.name for row in stored.agencies]
    assert len(record["participants"]) == len(stored.participations)
    assert "row_id" not in json.dumps(record)


def test_other_documents_hold_no_file(viewer_client: Browser, stored: Workshop) -> None:
    pdf = viewer_client.get(f"/workshops/{stored.reference}/brief.pdf").data
    with pikepdf.open(BytesIO(pdf)) as document:
        assert not document.attachments
        assert "/AF" not in document.Root


def test_a_box_that_is_left_empty_is_no(viewer_client: Browser, session: Session, stored: Workshop) -> None:
    """The form of the page says by `chosen` that it was sent; a browser says nothing of boxes that are not ticked."""
    address = f"/workshops/{stored.reference}"
    plain = viewer_client.get(f"{address}/brief.pdf?chosen=1&lang=en&paper=A4").data
    with pikepdf.open(BytesIO(plain)) as document:
        assert not document.attachments
    stored.title = "Signs \ue000 of the hand"
    session.flush()
    assert viewer_client.get(f"{address}/brief.pdf?chosen=1&lang=en&paper=A4").status_code == 422
    with pikepdf.open(BytesIO(viewer_client.get(f"{address}/brief.pdf?chosen=1&archive=1&marked=1").data)) as document:
        assert list(document.attachments) == [f"{stored.reference}.json"]
