"""The logo of an agency: taken, shown, printed in the agreed order, gone with the agency and back with it."""

from io import BytesIO

import pikepdf
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.integration.views.test_office_settings import picture
from tests.integration.views.test_printing import needs_libraries
from tests.posting import form_on
from workshops.domain.enums import AgencyRole
from workshops.models import Agency, AgencyLogo, Funding, Office, Workshop, WorkshopAgency


def send(browser: Browser, agency: Agency, alt: str, body: bytes | None = None, name: str = "logo.png") -> int:
    data = {"file": (BytesIO(picture() if body is None else body), name), "alt": alt}
    address = f"/agencies/{agency.id}/logo/edit"
    return browser.post(address, data=data, content_type="multipart/form-data").status_code


def add(session: Session, name: str) -> Agency:
    agency = Agency(name=name, folded_name=name.lower())
    session.add(agency)
    session.flush()
    return agency


def alts(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as document:
        figures = [each for each in document.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Alt")]
        return [str(figure.Alt) for figure in figures if str(figure.Alt).startswith("Logo of")]


def test_it_is_taken_shown_and_removed(organiser_client: Browser, viewer_client: Browser, session: Session) -> None:
    agency = add(session, "Ministry of Labour")
    assert viewer_client.get(f"/agencies/{agency.id}/logo").status_code == 404
    assert send(organiser_client, agency, "Logo of the Ministry of Labour") == 303
    assert viewer_client.get(f"/agencies/{agency.id}/logo").mimetype == "image/png"
    assert 'alt="Logo of the Ministry of Labour"' in viewer_client.get(f"/agencies/{agency.id}").text
    assert send(viewer_client, agency, "x") in (403, 404)
    assert organiser_client.post(f"/agencies/{agency.id}/logo/remove").status_code == 303
    assert viewer_client.get(f"/agencies/{agency.id}/logo").status_code == 404
    assert organiser_client.get("/agencies/999999/logo/edit").status_code == 404


@pytest.mark.parametrize(
    ("name", "body", "alt", "status", "sentence"),
    [
        ("logo.svg", b"<svg/>", "x", 415, "SVG is not accepted"),
        ("logo.png", picture(), " ", 422, "Say in a few words what the picture shows."),
        ("logo.png", b"", "x", 422, "empty"),
    ],
)
def test_one_that_cannot_be_taken_comes_back(
    organiser_client: Browser, session: Session, name: str, body: bytes, alt: str, status: int, sentence: str
) -> None:
    agency = add(session, "Ministry of Labour")
    data = {"file": (BytesIO(body), name), "alt": alt}
    address = f"/agencies/{agency.id}/logo/edit"
    answer = organiser_client.post(address, data=data, content_type="multipart/form-data")
    assert answer.status_code == status
    assert sentence in answer.text
    assert session.scalar(select(AgencyLogo)) is None


@needs_libraries
def test_documents_carry_the_logos_in_the_agreed_order(
    administrator_client: Browser, viewer_client: Browser, session: Session, office: Office, stored: Workshop
) -> None:
    host, funder, partner = (add(session, name) for name in ("The host", "The funder", "The partner"))
    for agency in (host, funder, partner):
        assert send(administrator_client, agency, f"Logo of {agency.name}") == 303
    for role, agency in ((AgencyRole.HOST, host), (AgencyRole.TECHNICAL_PARTNER, partner)):
        session.add(WorkshopAgency(workshop_id=stored.id, agency_id=agency.id, role=role, position=90 + agency.id))
    session.add(Funding(workshop_id=stored.id, agency_id=funder.id, position=90))
    session.flush()
    session.expire_all()
    brief = f"/workshops/{stored.reference}/brief.pdf"
    assert alts(viewer_client.get(brief).data) == ["Logo of The funder"]
    address = f"/offices/{office.id}"
    form = form_on(administrator_client.get(address).text)
    roles = {form[f"agency_order-{place}-role"]: place for place in range(8)}
    form |= {f"agency_order-{roles['host']}-with_logo": "y", "logo_height": "18"}
    assert administrator_client.post(address, data=form).status_code == 303
    assert alts(viewer_client.get(brief).data) == ["Logo of The host", "Logo of The funder"]
    assert alts(viewer_client.get(f"/workshops/{stored.reference}/attendee-sheet.pdf").data) == [
        "Logo of The host",
        "Logo of The funder",
    ]
