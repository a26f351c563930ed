"""What must not get through the form of a workshop, and who must not get to it."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from tests.browsing import Browser
from tests.factories import an_organiser, make_office
from tests.posting import form_on, mistakes_on
from workshops.domain import workshop as w
from workshops.domain.enums import WorkshopStatus
from workshops.models import Office, Workshop
from workshops.services import workshops

XSS = "<script>alert('1')</script> \"quoted\" & {{7*7}}"
TEXTS = (
    *("title", "title_fr", "summary", "venue", "target_audience", "legal_references", "project_name"),
    *("topics-0-topic_name", "events-0-title", "events-0-room", "agencies-0-agency_name", "funders-0-agency_name"),
    *("participants-0-person_name", "participants-0-agency_name", "experts-0-affiliation", "contacts-0-name"),
    *("quotes-0-text", "quotes-0-speaker_name"),
)


def count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Workshop)) or 0


def test_what_is_no_field_of_the_form_is_ignored(organiser_client: Browser, stored: Workshop, session: Session) -> None:
    elsewhere = make_office(session)
    session.commit()
    address = f"/workshops/{stored.reference}/edit"
    sent = form_on(organiser_client.get(address).text)
    sent.update(
        {"id": "9", "office_id": str(elsewhere.id), "office": str(elsewhere.id), "reference": "X", "uid": "X",
         "is_admin": "1", "role": "administrator", "agencies-0-agency-id": "9", "participants-0-person-office_id": "9"}
    )  # fmt: skip
    twice = [*sent.items(), ("title", "A second title")]
    assert organiser_client.post(address, data=MultiDict(twice)).status_code == 303
    session.expire_all()
    assert (stored.title, stored.office_id, stored.reference[:4]) == ("Risk analysis", stored.office_id, "INT-")
    assert stored.office_id != elsewhere.id
    new = form_on(organiser_client.get("/workshops/new").text)
    new.update({"title": "Visas", "office": str(elsewhere.id), "office_id": str(elsewhere.id)})
    made = organiser_client.post("/workshops/new", data=new).location.rpartition("/")[2]
    assert session.scalars(select(Workshop.office_id).where(Workshop.reference == made)).one() == stored.office_id


def test_rows_of_another_workshop_cannot_be_reached(
    organiser_client: Browser, stored: Workshop, now_stored: Callable[[str], w.WorkshopDetails]
) -> None:
    sent = form_on(organiser_client.get("/workshops/new").text)
    theirs = now_stored(stored.reference).agencies[0]
    sent.update(
        {"title": "Mine", "agencies-0-row_id": str(theirs.row_id), "agencies-0-agency_name": "Navy",
         "agencies-0-role": "host"}
    )  # fmt: skip
    made = organiser_client.post("/workshops/new", data=sent).location.rpartition("/")[2]
    assert now_stored(made).agencies[0].row_id != theirs.row_id
    assert now_stored(stored.reference).agencies[0] == theirs


def test_hostile_text_is_shown_letter_by_letter(organiser_client: Browser) -> None:
    sent = form_on(organiser_client.get("/workshops/new").text)
    sent.update(dict.fromkeys(TEXTS, XSS))
    answer = organiser_client.post("/workshops/new", data=sent)
    assert answer.status_code == 303, mistakes_on(answer.text)
    for page in (answer.location, f"{answer.location}/edit", "/workshops", f"{answer.location}/cancel"):
        text = organiser_client.get(page).text
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &#34;quoted&#34; &amp; {{7*7}}" in text


@pytest.mark.parametrize("text", ["Vi\x00sas", "Vi\x1bsas", "Vi\ufffdsas"])
def test_characters_that_cannot_be_stored_are_refused(organiser_client: Browser, text: str, session: Session) -> None:
    before = count(session)
    sent = {"title": text, "summary": "Kept whole"}
    answer = organiser_client.post("/workshops/new", data=sent, headers={"Origin": "http://localhost"})
    assert answer.status_code == 400
    assert "Saved." not in answer.text, "what was undone must not be announced"
    assert ">Title</label>" in answer.text
    assert "Kept whole</dd>" in answer.text
    assert "Saved." not in organiser_client.get("/workshops").text
    assert "(position 3)" in answer.text
    assert count(session) == before


def test_ten_thousand_fields_do_not_break_the_form(organiser_client: Browser) -> None:
    many = {f"agencies-{n}-agency_name": f"Agency {n}" for n in range(10_000)}
    answer = organiser_client.post("/workshops/new", data={"title": "", **{f"x{n}": "1" for n in range(10_000)}})
    assert answer.status_code == 422
    answer = organiser_client.post("/workshops/new", data={"title": "Visas", **many})
    assert answer.status_code == 413
    assert "At most 500 rows fit here." in answer.text


def test_a_closed_workshop_is_not_edited(organiser_client: Browser, stored: Workshop, session: Session) -> None:
    address = f"/workshops/{stored.reference}/edit"
    sent = form_on(organiser_client.get(address).text)
    stored.status = WorkshopStatus.CLOSED
    session.commit()
    answer = organiser_client.get(address)
    assert (answer.status_code, answer.location) == (303, f"/workshops/{stored.reference}")
    sent["version"] = str(stored.version)
    sent["summary"] = "Kept"
    answer = organiser_client.post(address, data=sent)
    assert answer.status_code == 409
    assert "This workshop is closed. Reopen it to change it." in answer.text
    assert form_on(answer.text)["summary"] == "Kept"


@pytest.mark.parametrize("path", ["", "/edit", "/cancel", "/postpone"])
def test_viewers_and_other_offices_cannot_write(
    viewer_client: Browser, organiser_client: Browser, stored: Workshop, session: Session, path: str
) -> None:
    elsewhere = make_office(session)
    details = w.WorkshopDetails(title="Secret")
    foreign = workshops.register(session, details=details, office_id=elsewhere.id, by=an_organiser(session, elsewhere))
    session.commit()
    assert organiser_client.get(f"/workshops/{foreign.reference}{path}").status_code == 404
    if path:
        assert viewer_client.get(f"/workshops/{stored.reference}{path}").status_code == 404
        assert viewer_client.post(f"/workshops/{stored.reference}{path}", data={"title": "x"}).status_code == 404
        assert organiser_client.post(f"/workshops/{foreign.reference}{path}", data={"title": "x"}).status_code == 404


def test_headquarters_choose_the_office(administrator_client: Browser, session: Session, office: Office) -> None:
    make_office(session)
    session.commit()
    sent = form_on(administrator_client.get("/workshops/new").text)
    sent["title"] = "Visas"
    refused = administrator_client.post("/workshops/new", data=sent | {"office": "999999"})
    assert refused.status_code == 422
    assert "Choose the office that keeps this record." in refused.text
    made = administrator_client.post("/workshops/new", data=sent | {"office": str(office.id)})
    assert made.status_code == 303
    reference = made.location.rpartition("/")[2]
    assert session.scalars(select(Workshop.office_id).where(Workshop.reference == reference)).one() == office.id
