import html
import io
import re
from collections.abc import Iterator
from typing import NoReturn
from urllib.parse import quote

import pypdfium2
import pytest
from PIL import Image
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import an_organiser, make_office, make_user
from workshops.documents import fonts, renderer
from workshops.documents.preview import LONGER_SIDE
from workshops.documents.problems import TookTooLong
from workshops.domain.access import command_actor
from workshops.domain.workshop import EventRow, WorkshopDetails
from workshops.models import Job, Office, Workshop
from workshops.services import tokens, workshops
from workshops.services.printing import Draft
from workshops.services.prints import KINDS, attendee_sheet
from workshops.services.prints.kinds import Scope

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
    assert "Imprimé le" in words(answer.data).replace("\u00a0", " ")


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


def workshop_kinds() -> list[str]:
    return [name for name, kind in KINDS.items() if kind.scope is Scope.WORKSHOP]


def test_choices_are_made_on_a_page(viewer_client: Browser, reference: str) -> None:
    page = viewer_client.get(f"/workshops/{reference}/print").text
    assert f"/workshops/{reference}/brief.pdf" in page
    assert f"/workshops/{reference}/attendee-sheet.pdf" in page
    assert "Opening" in page
    buttons = re.findall(r"<button[^>]*formaction[^>]*>", page)
    assert not any(" disabled" in button for button in buttons)


def test_what_the_record_lacks_stands_on_the_card_with_a_way_to_enter_it(
    viewer_client: Browser, organiser_client: Browser, reference: str
) -> None:
    [there] = re.findall(
        r'<section[^>]*id="experts".*?</section>',
        organiser_client.get(address := f"/workshops/{reference}/print").text,
        re.S,
    )
    assert "This workshop has no experts yet." in there
    assert f'href="/workshops/{reference}/edit#expert-list"' in there
    assert "<button" not in there
    assert "/edit#expert-list" not in viewer_client.get(address).text
    refused = viewer_client.get(f"/workshops/{reference}/experts.pdf")
    assert (refused.status_code, "This workshop has no experts yet." in refused.text) == (422, True)


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
    assert [each["name"] for each in listed["documents"]] == workshop_kinds()
    sheet = next(each for each in listed["documents"] if each["name"] == "attendee-sheet")
    choices = {choice["name"]: choice for choice in sheet["choices"]}
    assert choices["columns"]["usual"] == ["sex", "agency"]
    assert [option["label"] for option in choices["events"]["options"]] == ["Opening"]
    for each in listed["documents"]:
        refused = viewer_client.get(f"{each['address']}?lang=de", headers={"Accept": "application/json"})
        assert (refused.status_code, refused.json["field"]) == (422, "lang")


@needs_libraries
def test_a_token_reaches_every_document_long_ones_too(
    client: Browser, session: Session, office: Office, reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendee_sheet, "LONG", 1)
    user = make_user(session, office=office)
    _token, text = tokens.make(session, email=user.email, label="prints", days=1, by=command_actor())
    session.commit()
    bearer = {"Authorization": f"Bearer {text}"}
    assert client.get(f"/workshops/{reference}/print.json").status_code == 401
    listed = client.get(f"/workshops/{reference}/print.json", headers=bearer).json
    for each in listed["documents"]:
        answer = client.get(each["address"], headers=bearer)
        if answer.status_code == 422:
            assert answer.json["message"], f"{each['name']}: what the record lacks is said"
        else:
            assert (answer.status_code, answer.data[:5]) == (200, b"%PDF-"), each["name"]


@needs_libraries
def test_the_page_is_told_what_a_document_will_be(viewer_client: Browser, reference: str) -> None:
    asked = "attendee-sheet.json?lang=fr&blank_rows=40&attendee-sheet.columns=sex&brief.columns=salary"
    facts = viewer_client.get(f"/workshops/{reference}/{asked}").json
    assert facts["pages"] > 2
    assert facts["sentence"] == f"Français · A4 · {facts['pages']} pages"
    assert facts["file_name"] == f"{reference} attendee sheet fr.pdf"
    refused = viewer_client.get(f"/workshops/{reference}/attendee-sheet.json?blank_rows=1")
    assert (refused.status_code, refused.json["field"]) == (422, "blank_rows")


@needs_libraries
def test_a_document_is_looked_at_page_by_page_without_a_script(viewer_client: Browser, reference: str) -> None:
    asked = "kind=attendee-sheet&preview=1&chosen=1&attendee-sheet.columns=phone&attendee-sheet.blank_rows=40"
    page = viewer_client.get(f"/workshops/{reference}/print?{asked}&page=2").text
    assert "Page 2 of " in page
    address = html.unescape(re.search(r'<img src="(/workshops[^"]+)"', page)[1])  # type: ignore[index]
    picture = viewer_client.get(address)
    assert (picture.mimetype, picture.headers["Cache-Control"]) == ("image/png", "no-store")
    with Image.open(io.BytesIO(picture.data)) as seen:
        assert seen.width == LONGER_SIDE > seen.height
    first = viewer_client.get(address.replace("page=2", "page=1")).data
    assert first != picture.data
    following = html.unescape(re.search(r'rel="prev" href="([^"]+)"', page)[1])  # type: ignore[index]
    assert "Page 1 of " in viewer_client.get(following).text
    for number in ("0", "99", "-1", "²", "9" * 9, ""):
        assert viewer_client.get(address.replace("page=2", f"page={number}")).status_code == 404


@needs_libraries
def test_a_document_that_cannot_be_printed_says_so_in_its_place(
    session: Session, office: Office, viewer_client: Browser
) -> None:
    by = an_organiser(session, office)
    stored = workshops.register(session, details=WorkshopDetails(title="Ana \ue000"), office_id=office.id, by=by)
    session.commit()
    answer = viewer_client.get(f"/workshops/{stored.reference}/print?kind=brief&preview=1")
    assert answer.status_code == 200
    assert "U+E000" in answer.text
    assert ".png" not in answer.text


def test_what_is_ticked_is_made_together_with_the_choices_of_each(
    viewer_client: Browser, session: Session, reference: str
) -> None:
    page = viewer_client.get(f"/workshops/{reference}/print").text
    assert all(f'name="documents" value="{name}"' in page for name in workshop_kinds())
    assert "Choose a document." in viewer_client.post(f"/workshops/{reference}/print", data={"lang": "fr"}).text
    sent: dict[str, object] = {
        "documents": ["attendee-sheet", "brief"],
        "lang": "fr",
        "attendee-sheet.blank_rows": "3",
        "chosen": "1",
    }
    refused = viewer_client.post(f"/workshops/{reference}/print", data=sent)
    assert (refused.status_code, session.scalar(select(func.count()).select_from(Job))) == (422, 0)
    assert "Enter a number between 5 and 200, or nothing." in refused.text
    answer = viewer_client.post(
        f"/workshops/{reference}/print", data={**sent, "attendee-sheet.blank_rows": "7", "x": "y"}
    )
    assert answer.status_code == 303, answer.text
    params = session.scalars(select(Job.params)).one()
    assert params["documents"] == ["brief", "attendee-sheet"]
    assert params["given"] == {"lang": ["fr"], "attendee-sheet.blank_rows": ["7"], "chosen": ["1"]}


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
    buttons = re.findall(r"<button[^>]*>", page.partition(" data-printing")[2].partition("</form>")[0])
    assert len(buttons) > len(workshop_kinds())
    able = [button for button in buttons if " disabled" not in button]
    assert len(able) == 2, "the draft of a press release is no print"
    assert all("press-release" in button for button in able)
    answer = viewer_client.get(f"/workshops/{reference}/brief.pdf")
    assert answer.status_code == 503
    assert fonts.INSTALL_ALL in answer.text


def test_what_takes_too_long_comes_back_on_the_page_and_is_not_tried_again(
    viewer_client: Browser, reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def printed(*_given: object) -> NoReturn:
        tried.append("x")
        raise TookTooLong(60, pages=900)

    monkeypatch.setattr(Draft, "printed", printed)
    answer = viewer_client.get(f"/workshops/{reference}/brief.pdf")
    assert answer.status_code == 422
    assert "could not be made in 60 seconds" in answer.text
    assert 'id="attendee-sheet"' in answer.text
    assert len(tried) == 1


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


def test_what_a_record_lacks_is_said_on_the_page_of_prints(
    viewer_client: Browser, session: Session, stored: Workshop
) -> None:
    stored.participations.clear()
    session.flush()
    answer = viewer_client.get(f"/workshops/{stored.reference}/badges.pdf")
    assert answer.status_code == 422
    assert 'id="badges"' in answer.text
    assert viewer_client.get(f"/workshops/{stored.reference}/badges.json").status_code == 422
