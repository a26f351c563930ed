from io import BytesIO

import pytest
from docx import Document
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import an_organiser, make_office
from workshops.domain.enums import AgencyRole
from workshops.domain.register_details import AgencyDetails
from workshops.domain.workshop import AgencyRef, AgencyRow, ContactRow, ExpertRow, FunderRow, PersonRef, WorkshopDetails
from workshops.models import Agency, Office, OfficeSettings
from workshops.services import agencies, workshops


@pytest.fixture
def reference(session: Session, office: Office) -> str:
    agency = Agency(
        name="General Authority for Border Protection",
        acronym="GABP",
        folded_name="general authority for border protection",
        translations={"fr": "Autorité générale pour la protection des frontières"},
    )
    session.add(agency)
    session.flush()
    details = WorkshopDetails(
        title="Gestion des frontières",
        title_language="fr",
        agencies=(AgencyRow(agency=AgencyRef(id=agency.id, name=""), role=AgencyRole.ORGANISER),),
    )
    stored = workshops.register(session, details=details, office_id=office.id, by=an_organiser(session, office))
    session.commit()
    return stored.reference


def test_the_draft_is_a_word_file_with_names_in_its_language(viewer_client: Browser, reference: str) -> None:
    answer = viewer_client.get(f"/workshops/{reference}/press-release.docx?lang=fr")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith("communiqu%C3%A9%20de%20presse%20fr.docx")
    words = "\n".join(paragraph.text for paragraph in Document(BytesIO(answer.data)).paragraphs)
    assert "L’Autorité générale pour la protection des frontières (GABP) a organisé un atelier." in words


def test_the_draft_is_plain_text_too(viewer_client: Browser, reference: str, office: Office, session: Session) -> None:
    office.settings = OfficeSettings(texts={"issuer_en": "The Ministry, Darkhan", "contact_en": "Room 3"})
    session.commit()
    answer = viewer_client.get(f"/workshops/{reference}/press-release.txt?lang=en")
    assert answer.mimetype == "text/plain"
    assert "The General Authority for Border Protection (GABP) held a workshop." in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.text.endswith("please contact:\nThe Ministry, Darkhan\nRoom 3\n")


def test_names_and_acronyms_are_those_of_the_language_and_said_once(
    viewer_client: Browser, session: Session, office: Office
) -> None:
    by = an_organiser(session, office)
    french = {"fr": "Organisation internationale pour les migrations (OIM)"}
    name = "International Organization for Migration"
    agency = agencies.save(session, details=AgencyDetails(name=name, acronym="IOM", translations=french), by=by)
    center = {"fr": "Centre pour l’égalité de genre"}
    agencies.save(session, details=AgencyDetails(name="Gender Equality Center", translations=center), by=by)
    details = WorkshopDetails(
        title="Gestion des frontières",
        title_language="fr",
        agencies=(AgencyRow(agency=AgencyRef(id=agency.id, name=""), role=AgencyRole.ORGANISER),),
        experts=(ExpertRow(person=PersonRef(full_name="Bat Erdene"), affiliation="Gender Equality Center"),),
        contacts=(
            ContactRow(name="Ana Reis", organisation="Gender Equality Center", phone="+976 11 5550"),
            ContactRow(name="Bat", organisation="IOM Darkhan", phone="+976 11 5551"),
        ),
    )
    stored = workshops.register(session, details=details, office_id=office.id, by=by)
    session.commit()
    text = viewer_client.get(f"/workshops/{stored.reference}/press-release.txt?lang=fr").text
    assert "L’Organisation internationale pour les migrations (OIM) a organisé" in text
    assert "Bat Erdene (Centre pour l’égalité de genre)." in text
    assert "Ana Reis\nCentre pour l’égalité de genre\nTél. : +976 11 5550\n" in text
    assert text.endswith("Bat\nOIM Darkhan\nTél. : +976 11 5551\n")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "funded by the International Monetary Fund (IMF) and the World Bank.\n"),
        ("fr", "financée par le Fonds monétaire international (FMI) et la Banque mondiale.\n"),
        ("es", "financiada por el Fondo Monetario Internacional (FMI) y el Banco Mundial.\n"),
    ],
)
def test_an_international_body_in_the_register_twice_is_named_once_in_the_language(
    viewer_client: Browser, session: Session, office: Office, language: str, said: str
) -> None:
    by = an_organiser(session, office)
    names = {"International Monetary Fund": "IMF", "Fonds monétaire international": "FMI", "Banco Mundial": ""}
    funders = tuple(
        FunderRow(agency=AgencyRef(id=agencies.save(session, details=details, by=by).id, name=""))
        for details in (AgencyDetails(name=name, acronym=acronym) for name, acronym in names.items())
    )
    details = WorkshopDetails(title="Statistics", title_language="en", funders=funders)
    stored = workshops.register(session, details=details, office_id=office.id, by=by)
    session.commit()
    assert said in viewer_client.get(f"/workshops/{stored.reference}/press-release.txt?lang={language}").text


def test_the_page_of_prints_offers_it(viewer_client: Browser, reference: str) -> None:
    page = viewer_client.get(f"/workshops/{reference}/print")
    assert f"/workshops/{reference}/press-release.docx" in page.text
    assert f"/workshops/{reference}/press-release.txt" in page.text


def test_an_unknown_language_is_refused_at_its_field(viewer_client: Browser, reference: str) -> None:
    assert viewer_client.get(f"/workshops/{reference}/press-release.docx?lang=xx").status_code == 422


def test_a_workshop_of_another_office_is_not_there(viewer_client: Browser, session: Session) -> None:
    other = make_office(session)
    details = WorkshopDetails(title="Seminar")
    stored = workshops.register(session, details=details, office_id=other.id, by=an_organiser(session, other))
    session.commit()
    assert viewer_client.get(f"/workshops/{stored.reference}/press-release.docx").status_code == 404
