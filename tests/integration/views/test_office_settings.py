"""What an office settles for its documents: changed by administrators, read by its people, printed on its documents."""

from io import BytesIO

import pikepdf
import pypdf
import pytest
from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.integration.views.test_printing import needs_libraries
from tests.posting import form_on
from workshops.models import AuditEntry, Office, User, Workshop


def picture(kind: str = "PNG", size: tuple[int, int] = (1800, 600)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "navy").save(out, kind)
    return out.getvalue()


def send_logo(browser: Browser, office: Office, name: str, body: bytes, alt: str = "Logo of the mission") -> int:
    data = {"file": (BytesIO(body), name), "alt": alt}
    return browser.post(f"/offices/{office.id}/logo", data=data, content_type="multipart/form-data").status_code


def test_settings_are_kept_and_shown(
    administrator_client: Browser, organiser_client: Browser, session: Session, office: Office
) -> None:
    address = f"/offices/{office.id}"
    form = form_on(administrator_client.get(address).text)
    form |= {"paper": "Letter", "document_language": "fr", "footer_fr": "Maison des Nations", "sorts_agencies": "y"}
    assert administrator_client.post(address, data=form).status_code == 303
    shown = form_on(administrator_client.get(address).text)
    assert {name: shown[name] for name in ("paper", "document_language", "footer_fr", "sorts_agencies")} == {
        "paper": "Letter",
        "document_language": "fr",
        "footer_fr": "Maison des Nations",
        "sorts_agencies": "y",
    }
    read = organiser_client.get("/office").text
    assert "Maison des Nations" in read
    assert "US Letter" in read
    assert organiser_client.get(address).status_code == 404
    told = session.scalars(select(AuditEntry).where(AuditEntry.entity == "office_settings")).all()
    assert [entry.user_id for entry in told] == [administrator_client.user.id]


def test_roles_are_moved_without_a_script(administrator_client: Browser, office: Office) -> None:
    address = f"/offices/{office.id}"
    form = form_on(administrator_client.get(address).text)
    assert form["agency_order-7-role"] == "funder"
    for place in range(7, 0, -1):
        answer = administrator_client.post(address, data=form | {"row_action": f"up:agency_order:{place}"})
        assert answer.status_code == 200
        form = form_on(answer.text)
    assert (form["agency_order-0-role"], form["agency_order-1-role"]) == ("funder", "organiser")
    assert administrator_client.post(address, data=form).status_code == 303
    assert form_on(administrator_client.get(address).text)["agency_order-0-role"] == "funder"


def test_the_second_of_two_administrators_is_told(administrator_client: Browser, office: Office) -> None:
    address = f"/offices/{office.id}"
    first, second = (form_on(administrator_client.get(address).text) for _time in range(2))
    assert administrator_client.post(address, data=first | {"consent_en": "First"}).status_code == 303
    answer = administrator_client.post(address, data=second | {"consent_en": "Second"})
    assert answer.status_code == 409
    assert "Somebody else changed this office" in answer.text
    kept = form_on(answer.text)
    assert kept["consent_en"] == "Second"
    assert administrator_client.post(address, data=kept).status_code == 303


def test_a_text_that_is_too_long_comes_back(administrator_client: Browser, office: Office) -> None:
    form = form_on(administrator_client.get(f"/offices/{office.id}").text)
    answer = administrator_client.post(f"/offices/{office.id}", data=form | {"footer_es": "x" * 121})
    assert answer.status_code == 422
    assert "This text has 121 characters; at most 120 fit." in answer.text


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_drawn_anew_and_shown(
    administrator_client: Browser, viewer_client: Browser, office: Office, kind: str
) -> None:
    assert send_logo(administrator_client, office, f"logo.{kind.lower()}", picture(kind)) == 303
    shown = viewer_client.get(f"/offices/{office.id}/logo")
    with Image.open(BytesIO(shown.data)) as logo:
        assert (logo.format, logo.size) == (kind, (900, 300))
    administrator_client.post(f"/offices/{office.id}/logo/remove")
    assert viewer_client.get(f"/offices/{office.id}/logo").status_code == 404


@pytest.mark.parametrize(
    ("name", "body", "alt", "status", "sentence"),
    [
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "x", 415, "Use a PNG or JPEG logo; SVG is not"),
        ("logo.png", b"<svg/>", "x", 415, "is not a PNG picture inside"),
        ("logo.gif", b"GIF89a", "x", 415, "cannot be read"),
        ("logo.png", picture(), " ", 422, "Say in a few words what the picture shows."),
        ("logo.png", b"", "x", 422, "empty"),
    ],
)
def test_a_logo_that_cannot_be_taken_comes_back(
    administrator_client: Browser, office: Office, name: str, body: bytes, alt: str, status: int, sentence: str
) -> None:
    data = {"file": (BytesIO(body), name), "alt": alt}
    answer = administrator_client.post(f"/offices/{office.id}/logo", data=data, content_type="multipart/form-data")
    assert answer.status_code == status
    assert sentence in answer.text


@needs_libraries
@pytest.mark.parametrize("kind", ["brief", "attendee-sheet"])
def test_documents_carry_what_the_office_has_settled(
    administrator_client: Browser, viewer_client: Browser, office: Office, stored: Workshop, kind: str
) -> None:
    address = f"/offices/{office.id}"
    form = form_on(administrator_client.get(address).text) | {
        "paper": "Letter",
        "document_language": "es",
        "footer_es" if kind == "brief" else "issuer_fr": "Casa de las Naciones",
        "consent_es": "Firmando acepto que la lista se muestre al donante.",
        "contact_es": "Pregunte en la oficina 12.",
        "footer_en": "Not in this language",
    }
    assert administrator_client.post(address, data=form).status_code == 303
    assert send_logo(administrator_client, office, "logo.png", picture()) == 303
    pdf = viewer_client.get(f"/workshops/{stored.reference}/{kind}.pdf").data
    page = pypdf.PdfReader(BytesIO(pdf)).pages[0]
    text = " ".join(page.extract_text().split())
    assert "Casa de las Naciones" in text
    assert "Not in this language" not in text
    assert ("Firmando acepto" in text) == (kind == "attendee-sheet")
    in_english = pypdf.PdfReader(BytesIO(viewer_client.get(f"/workshops/{stored.reference}/{kind}.pdf?lang=en").data))
    assert ("By signing you agree" in in_english.pages[0].extract_text()) == (kind == "attendee-sheet")
    assert ("Pregunte en la oficina 12." in text) == (kind == "brief")
    assert sorted(map(round, page.mediabox[2:])) == [612, 792]
    with pikepdf.open(BytesIO(pdf)) as document:
        figures = [each for each in document.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Alt")]
        assert "Logo of the mission" in [str(figure.Alt) for figure in figures]


@pytest.mark.parametrize(("chosen", "found"), [("", "fr"), ("es", "es")])
def test_a_new_user_finds_the_pages_in_the_language_of_the_office(
    administrator_client: Browser, session: Session, office: Office, chosen: str, found: str
) -> None:
    office.language = "fr"
    session.commit()
    form = form_on(administrator_client.get("/users/new").text)
    assert form["language"] == ""
    form |= {"email": "neuve@example.org", "name": "Neuve", "role": "viewer", "office_id": str(office.id)}
    assert administrator_client.post("/users/new", data=form | {"language": chosen}).status_code == 200
    assert session.scalars(select(User.language).where(User.email == "neuve@example.org")).one() == found
