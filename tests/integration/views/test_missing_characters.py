"""A character that no font has: the page says which, and a mark takes its place if somebody agrees."""

import html
from io import BytesIO

import pypdf
import pytest
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.integration.views.test_printing import needs_libraries
from workshops.models import Workshop

pytestmark = needs_libraries
NO_FONT_HAS = "\ue000"  # for private use


@pytest.fixture
def unprintable(session: Session, stored: Workshop) -> Workshop:
    stored.title = f"Signs {NO_FONT_HAS} of the hand"
    session.flush()
    return stored


def words(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize("kind", ["brief", "attendee-sheet"])
def test_it_is_named_and_marked_when_somebody_agrees(viewer_client: Browser, unprintable: Workshop, kind: str) -> None:
    address = f"/workshops/{unprintable.reference}/{kind}.pdf"
    answer = viewer_client.get(address)
    assert answer.status_code == 422
    assert f"{NO_FONT_HAS} (U+E000)" in html.unescape(answer.text)
    assert 'name="marked"' in answer.text
    marked = viewer_client.get(f"{address}?marked=1")
    assert marked.status_code == 200
    assert "Signs \N{REPLACEMENT CHARACTER} of the hand" in words(marked.data)
    assert viewer_client.get(address).status_code == 422  # who does not agree gets no document that was marked


def test_what_fonts_have_is_printed_as_it_is(viewer_client: Browser, stored: Workshop) -> None:
    address = f"/workshops/{stored.reference}/brief.pdf"
    assert viewer_client.get(f"{address}?marked=1").data == viewer_client.get(address).data
