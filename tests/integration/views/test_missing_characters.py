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
    assert f"U+E000), in: Signs {NO_FONT_HAS} of the hand. Change the text" in html.unescape(answer.text)
    assert "choose “Mark characters that cannot be printed”" in answer.text
    assert 'name="marked"' in answer.text
    marked = viewer_client.get(f"{address}?marked=1")
    assert marked.status_code == 200
    assert "Signs \N{REPLACEMENT CHARACTER} of the hand" in words(marked.data)
    assert viewer_client.get(address).status_code == 422  # who does not agree gets no document that was marked


def test_whoever_may_change_the_text_is_led_there(
    organiser_client: Browser, session: Session, stored: Workshop
) -> None:
    person = stored.participations[0].person
    person.native_name = f"{NO_FONT_HAS}"
    session.flush()
    answer = organiser_client.get(f"/workshops/{stored.reference}/badges.pdf")
    assert f'href="/people/{person.id}/edit"' in answer.text
    stored.participations[0].post_title = f"Head {NO_FONT_HAS}"
    session.flush()
    answer = organiser_client.get(f"/workshops/{stored.reference}/participant-list.pdf")
    assert f'href="/workshops/{stored.reference}/edit#participant-list"' in answer.text


def test_what_fonts_have_is_printed_as_it_is(viewer_client: Browser, stored: Workshop) -> None:
    address = f"/workshops/{stored.reference}/brief.pdf"
    assert viewer_client.get(f"{address}?marked=1").data == viewer_client.get(address).data
