import re
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.posting import form_on, registered
from workshops.domain.enums import FindingStatus, WorkshopStatus
from workshops.models import Finding, PressRelease, Workshop

SEEDS = Path(__file__).parents[2] / "samples" / "press" / "seeds"
MONGOLIA = (SEEDS / "seed-mongolia.txt").read_text(encoding="utf-8")


@pytest.fixture
def address(organiser_client: Browser) -> str:
    """The review page of the Mongolian text."""
    answer = organiser_client.post("/press", data={"text": MONGOLIA})
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def finding(session: Session, field: str) -> Finding:
    found = session.scalars(select(Finding).where(Finding.field == field).order_by(Finding.id)).first()
    assert found is not None
    return found


def test_the_text_stands_beside_the_filled_form_with_its_words_marked(
    organiser_client: Browser, address: str, session: Session
) -> None:
    page = organiser_client.get(address).text
    city = finding(session, "city")
    assert re.search(rf'<mark [^>]*data-findings="[^"]*\b{city.id}\b[^>]*>(<[^>]*>)*Oulan-Bator', page)
    sent = form_on(page)
    assert (sent["city"], sent["headcount_unknown"]) == ("Oulan-Bator", "40")
    assert "OIM" in sent["agencies-0-agency_name"]


def test_accepting_the_form_as_it_stands_registers_a_draft_workshop(
    organiser_client: Browser, address: str, session: Session
) -> None:
    asked = organiser_client.post(address, data=form_on(organiser_client.get(address).text))
    assert asked.status_code == 422
    assert "to decide before it is registered" in asked.text
    assert "Register all the same" in asked.text
    assert session.scalars(select(Workshop)).all() == []
    answer = organiser_client.post(address, data=form_on(asked.text))
    assert answer.status_code == 303, answer.text
    workshop = session.scalars(select(Workshop)).one()
    assert answer.location.endswith(f"/workshops/{workshop.reference}")
    assert (workshop.country_code, workshop.status) == ("MN", WorkshopStatus.DRAFT)
    assert workshop.reference in organiser_client.get(address).text, "the release leads to its workshop"


def test_a_workshop_that_stands_there_already_is_named_before_another_is_made(
    organiser_client: Browser, address: str, session: Session
) -> None:
    assert "registered already" not in organiser_client.get(address).text
    sent = form_on(organiser_client.get(address).text)
    first = registered(organiser_client, address, sent).location
    other = organiser_client.post("/press", data={"text": f"{MONGOLIA}\n\nPublished a second time."}).location
    page = organiser_client.get(other).text
    assert "Perhaps this is a workshop that is registered already:" in page
    assert f'href="{first}"' in page
    assert "Registering confirms all that then stands in the form." in page
    session.scalars(select(Workshop)).one().country_code = "KZ"
    session.commit()
    assert "registered already" not in organiser_client.get(other).text


def test_a_form_sent_twice_makes_one_workshop(organiser_client: Browser, address: str, session: Session) -> None:
    asked = organiser_client.post(address, data=form_on(organiser_client.get(address).text))
    sent = form_on(asked.text)
    first, second = (organiser_client.post(address, data=sent) for _ in range(2))
    assert (second.status_code, second.location) == (303, first.location)
    assert "Already saved." in organiser_client.get(second.location).text
    session.scalars(select(Workshop)).one()


def test_rejecting_takes_the_value_out_of_the_form_and_keeps_what_was_typed(
    organiser_client: Browser, address: str, session: Session
) -> None:
    city, organiser = finding(session, "city"), finding(session, "organisers")
    sent = form_on(organiser_client.get(address).text) | {"venue": "Grand Hall"}
    page = organiser_client.post(address, data=sent | {"finding_action": f"rejected:{city.id}"}).text
    after = form_on(page)
    assert (after["city"], after["venue"]) == ("", "Grand Hall")
    page = organiser_client.post(address, data=after | {"finding_action": f"rejected:{organiser.id}"}).text
    assert "OIM" not in [value for name, value in form_on(page).items() if name.endswith("agency_name")]
    session.expire_all()
    assert city.status is FindingStatus.REJECTED


def test_accepting_puts_a_value_into_the_form_that_was_not_there(
    organiser_client: Browser, address: str, session: Session
) -> None:
    city, topic, country = (finding(session, name) for name in ("city", "topics", "participant_countries"))
    sent = form_on(organiser_client.get(address).text)
    assert topic.value not in sent.values(), "the controlled list does not know it"
    for found in (city, country):
        sent = form_on(organiser_client.post(address, data=sent | {"finding_action": f"rejected:{found.id}"}).text)
    assert (sent["city"], sent["participant_countries"]) == ("", "")
    for found in (city, country, topic):
        sent = form_on(organiser_client.post(address, data=sent | {"finding_action": f"accepted:{found.id}"}).text)
    assert (sent["city"], sent["participant_countries"]) == ("Oulan-Bator", "Mongolia")
    assert topic.value in sent.values()


def test_a_refused_form_keeps_everything_and_makes_nothing(
    organiser_client: Browser, address: str, session: Session
) -> None:
    sent = form_on(organiser_client.get(address).text) | {"title": " ", "venue": "Grand Hall"}
    answer = organiser_client.post(address, data=sent)
    assert answer.status_code == 422
    assert "Enter the workshop title." in answer.text
    assert form_on(answer.text)["venue"] == "Grand Hall"
    assert session.scalars(select(Workshop)).all() == []
    offered = re.search(rf'href="({address}\?unfinished=\d+)"', organiser_client.get(address).text)
    assert offered, "it is offered to whoever comes back by the address"
    assert form_on(organiser_client.get(offered[1]).text)["venue"] == "Grand Hall"


def test_a_text_file_is_read_as_well(organiser_client: Browser, session: Session) -> None:
    file = (BytesIO(MONGOLIA.encode("cp1252", "replace")), "../../release.txt")
    answer = organiser_client.post("/press", data={"file": file}, content_type="multipart/form-data")
    assert answer.status_code == 303
    assert session.scalars(select(PressRelease.file_name)).one() == "release.txt"


def test_another_kind_of_file_is_refused_with_what_is_accepted(organiser_client: Browser) -> None:
    answer = organiser_client.post("/press", data={"file": (BytesIO(b"PK\x03\x04"), "list.pages")})
    assert answer.status_code == 415
    assert "cannot be read" in answer.text


def test_the_same_release_leads_to_its_review(organiser_client: Browser, address: str) -> None:
    answer = organiser_client.post("/press", data={"text": MONGOLIA})
    assert answer.location == address
    assert "handed over before" in organiser_client.get(address).text


def test_hostile_text_is_shown_letter_by_letter(organiser_client: Browser) -> None:
    answer = organiser_client.post("/press", data={"text": "<script>alert(1)</script>\n\nA workshop in Lima."})
    page = organiser_client.get(answer.location).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_viewer_reads_but_does_not_decide(viewer_client: Browser, organiser_client: Browser, address: str) -> None:
    page = viewer_client.get(address)
    assert page.status_code == 200
    assert "finding_action" not in page.text
    assert viewer_client.post(address, data={}).status_code == 404
    assert viewer_client.post("/press", data={"text": MONGOLIA}).status_code == 404


def test_a_text_about_two_workshops_offers_two_drafts(organiser_client: Browser, session: Session) -> None:
    text = (
        "La OIM organizó un taller en Lima del 3 al 5 de mayo de 2022 para 20 fiscales. Del 9 al 11 de mayo de 2022, "
        "un segundo taller reunió en Arequipa a 28 jueces."
    )
    first = organiser_client.post("/press", data={"text": text}).headers["Location"]
    page = organiser_client.get(first)
    assert "This text tells of 2 workshops." in page.text
    second = session.scalars(select(PressRelease).order_by(PressRelease.id.desc())).first()
    assert second is not None
    assert f'href="/press/{second.id}"' in page.text
    assert 'value="Arequipa"' in organiser_client.get(f"/press/{second.id}").text
    assert organiser_client.post("/press", data={"text": text}).headers["Location"] == first


def test_a_text_about_no_workshop_is_said_to_be_none_and_proposes_no_type(
    organiser_client: Browser, session: Session
) -> None:
    results = (
        "Communiqué de presse\n\nGenève, le 12 mai 2025 – La société Lémanique Transports SA a dégagé en 2024 un "
        "bénéfice net de 14,3 millions de francs suisses, en hausse de 6 %. Le conseil d'administration a nommé Mme "
        "Claire Rochat à la direction financière. L'assemblée générale se tiendra le 20 juin 2025 à Lausanne."
    )
    address = str(organiser_client.post("/press", data={"text": results}).location)
    page = organiser_client.get(address).text
    assert "This text does not seem to be about a workshop." in page
    assert "No date or place was recognised." not in page
    assert page.index("does not seem to be") < page.rindex(f'action="{address}/set-aside"') < page.index("data-review=")
    sent = form_on(page)
    assert sent["type"] == ""
    answer = organiser_client.post(address, data=sent | {"title": "Results", "country_code": "Switzerland"})
    assert answer.status_code == 422
    assert "Choose one from the list." in answer.text
    assert session.scalars(select(Workshop)).all() == []
