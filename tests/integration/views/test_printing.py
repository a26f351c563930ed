import io
from collections.abc import Iterator
from urllib.parse import quote

import pypdfium2
import pytest
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import an_organiser, make_office
from workshops.documents import fonts, renderer
from workshops.domain.workshop import EventRow, WorkshopDetails
from workshops.models import Office
from workshops.services import workshops
from workshops.services.prints import KINDS

needs_libraries = pytest.mark.skipif(
    renderer.unavailable() is not None, reason=f"printing needs {', '.join(fonts.missing_packages())}"
)


@pytest.fixture
def reference(session: Session, office: Office) -> str:
    details = WorkshopDetails(title="Gestion des frontières", events=(EventRow(title="Opening"),))
    stored = workshops.register(session, details=details, office_id=office.id, by=an_organiser(session, office))
    session.commit()
    return stored.reference


@pytest.fixture(scope="module", autouse=True)
def _end_of_printing() -> Iterator[None]:
    yield
    renderer.shared().close()


def words(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


@needs_libraries
def test_a_file_is_named_in_the_language_of_the_page(viewer_client: Browser, reference: str) -> None:
    viewer_client.post("/language", data={"language": "fr", "next": "/"})
    answer = viewer_client.get(f"/workshops/{reference}/attendee-sheet.pdf?lang=en")
    name = f"{reference} feuille de présence en.pdf"
    assert f"filename*=UTF-8''{quote(name)}" in answer.headers["Content-Disposition"]


@needs_libraries
def test_the_brief_is_a_file_in_the_language_asked_for(viewer_client: Browser, reference: str) -> None:
    answer = viewer_client.get(f"/workshops/{reference}/brief.pdf?lang=fr")
    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{reference} brief fr.pdf"'
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Imprimé le" in words(answer.data)


@needs_libraries
def test_the_sheet_can_be_looked_at_in_the_browser(viewer_client: Browser, reference: str) -> None:
    answer = viewer_client.get(
        f"/workshops/{reference}/attendee-sheet.pdf?lang=es&inline=1&columns=phone&blank_rows=9&paper=Letter"
    )
    assert answer.headers["Content-Disposition"] == f'inline; filename="{reference} attendee sheet es.pdf"'
    text = words(answer.data)
    assert "Teléfono" in text
    assert "Organismo" not in text
    assert "\n9" in text.replace("\r", "")
    assert "\n10" not in text.replace("\r", "")


def test_choices_are_made_on_a_page(viewer_client: Browser, reference: str) -> None:
    page = viewer_client.get(f"/workshops/{reference}/print").text
    assert f"/workshops/{reference}/brief.pdf" in page
    assert f"/workshops/{reference}/attendee-sheet.pdf" in page
    assert "Opening" in page
    assert " disabled" not in page


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("brief.pdf?lang=de", "&#39;de&#39; is not one of the choices."),
        ("attendee-sheet.pdf?blank_rows=2", "Enter a number between 5 and 200, or nothing."),
        ("attendee-sheet.pdf?blank_rows=many", "Enter a whole number, such as 25."),
        ("attendee-sheet.pdf?columns=salary", "is not one of the choices."),
        ("attendee-sheet.pdf?events=999999", "is not one of the choices."),
    ],
)
def test_a_choice_that_cannot_be_is_refused_beside_its_field(
    address: str, sentence: str, viewer_client: Browser, reference: str
) -> None:
    answer = viewer_client.get(f"/workshops/{reference}/{address}")
    assert answer.status_code == 422
    assert sentence in answer.text


def test_a_script_reads_what_there_is_and_why_a_choice_is_refused(
    viewer_client: Browser, session: Session, reference: str
) -> None:
    listed = viewer_client.get(f"/workshops/{reference}/print.json").json
    assert [each["name"] for each in listed["documents"]] == list(KINDS)
    sheet = next(each for each in listed["documents"] if each["name"] == "attendee-sheet")
    choices = {choice["name"]: choice for choice in sheet["choices"]}
    assert choices["columns"]["usual"] == ["sex", "agency"]
    assert [option["label"] for option in choices["events"]["options"]] == ["Opening"]
    for each in listed["documents"]:
        refused = viewer_client.get(f"{each['address']}?lang=de", headers={"Accept": "application/json"})
        assert (refused.status_code, refused.json["field"]) == (422, "lang")


@needs_libraries
def test_a_character_without_a_glyph_is_named(session: Session, office: Office, viewer_client: Browser) -> None:
    stored = workshops.register(
        session, details=WorkshopDetails(title="Ana \ue000"), office_id=office.id, by=an_organiser(session, office)
    )
    session.commit()
    answer = viewer_client.get(f"/workshops/{stored.reference}/brief.pdf")
    assert answer.status_code == 422
    assert "U+E000" in answer.text


def test_without_the_libraries_the_buttons_say_what_to_install(
    viewer_client: Browser, reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "missing_packages", lambda: ("libpango-1.0-0",))
    page = viewer_client.get(f"/workshops/{reference}/print").text
    assert fonts.INSTALL_ALL in page
    assert page.count(" disabled") == 4
    answer = viewer_client.get(f"/workshops/{reference}/brief.pdf")
    assert answer.status_code == 503
    assert fonts.INSTALL_ALL in answer.text


@pytest.mark.parametrize("path", ["print", "brief.pdf", "attendee-sheet.pdf"])
def test_workshops_of_other_offices_are_not_there(path: str, session: Session, viewer_client: Browser) -> None:
    elsewhere = make_office(session)
    stored = workshops.register(
        session,
        details=WorkshopDetails(title="Elsewhere"),
        office_id=elsewhere.id,
        by=an_organiser(session, elsewhere),
    )
    session.commit()
    assert viewer_client.get(f"/workshops/{stored.reference}/{path}").status_code == 404
    assert viewer_client.get(f"/workshops/ZZZ-2024-001/{path}").status_code == 404
