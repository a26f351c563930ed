"""The archive copy of a document: the same pages, with the record inside; no other document holds a file."""

import json
from io import BytesIO

import pikepdf
import pypdf
import pytest

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
