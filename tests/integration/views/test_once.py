"""However often a form is sent, it makes one record (threat D2): double click, retry, a step back and resend."""

import io
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.posting import form_on
from workshops.models import (
    Agency,
    ApiToken,
    Base,
    Document,
    Office,
    Person,
    PressRelease,
    Project,
    Topic,
    User,
    Workshop,
)
from workshops.services import form_keys

ORGANISERS: dict[str, tuple[type[Base], dict[str, str]]] = {
    "/agencies/new": (Agency, {"name": "Coast Guard", "type": "government"}),
    "/people/new": (Person, {"full_name": "Anna Keller"}),
    "/projects/new": (Project, {"title": "Borders and people"}),
    "/topics/new": (Topic, {"label": "Travel documents of seafarers"}),
    "/workshops/new": (Workshop, {"title": "Visas"}),
    "/press": (PressRelease, {"text": "Ulaanbaatar - A workshop on visas was held on 3 May 2016."}),
    "/account/tokens": (ApiToken, {"label": "Monthly report", "days": "30"}),
}
ADMINISTRATORS: dict[str, tuple[type[Base], dict[str, str]]] = {
    "/offices/new": (Office, {"name": "Office in Dili", "code": "DIL", "country_code": "TL"}),
    "/users/new": (User, {"name": "Rosa", "email": "rosa@example.org", "role": "viewer"}),
}


def count(session: Session, model: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def sent_twice(browser: Browser, session: Session, address: str, model: type[Base], typed: dict[str, str]) -> None:
    before = count(session, model)
    sent = form_on(browser.get(address).text) | typed
    first, second = browser.post(address, data=sent), browser.post(address, data=sent)
    assert first.status_code in (200, 303), first.text
    assert second.status_code == 303
    assert first.location in (None, second.location)
    assert count(session, model) == before + 1
    shown = browser.get(second.location)
    assert shown.status_code == 200
    assert "Already saved." in shown.text


@pytest.mark.parametrize("address", ORGANISERS)
def test_a_form_of_an_organiser_sent_twice(organiser_client: Browser, session: Session, address: str) -> None:
    sent_twice(organiser_client, session, address, *ORGANISERS[address])


@pytest.mark.parametrize("address", ADMINISTRATORS)
def test_a_form_of_an_administrator_sent_twice(administrator_client: Browser, session: Session, address: str) -> None:
    sent_twice(administrator_client, session, address, *ADMINISTRATORS[address])


def test_a_file_sent_twice_is_attached_once_and_another_file_is_another_document(
    organiser_client: Browser, session: Session, stored: Workshop
) -> None:
    address = f"/workshops/{stored.reference}/documents/new"
    sent: dict[str, Any] = form_on(organiser_client.get(address).text)
    for text, documents in ((b"Agenda", 1), (b"Agenda", 1), (b"Agenda of the second day", 2)):
        answer = organiser_client.post(address, data=sent | {"file": (io.BytesIO(text), "agenda.txt")})
        assert (answer.status_code, count(session, Document)) == (303, documents)


@pytest.mark.parametrize("address", ["/agencies/new", "/people/new", "/projects/new", "/topics/new"])
def test_what_is_typed_after_going_back_changes_the_record_that_was_made(
    organiser_client: Browser, session: Session, address: str
) -> None:
    model, typed = ORGANISERS[address]
    (name, value), *_rest = typed.items()
    sent = form_on(organiser_client.get(address).text) | typed
    made = organiser_client.post(address, data=sent).location
    before = count(session, model)
    sent[name] = f"{value} (new)"
    passed_on = organiser_client.post(address, data=sent)
    assert (passed_on.status_code, passed_on.location) == (307, f"{made}/edit")
    asked = organiser_client.post(passed_on.location, data=sent)
    assert asked.status_code == 409
    assert value in asked.text
    kept = form_on(asked.text)
    assert kept[name] == f"{value} (new)"
    saved = organiser_client.post(passed_on.location, data=kept)
    assert (saved.status_code, saved.location, count(session, model)) == (303, made, before)
    assert f"{value} (new)" in organiser_client.get(made).text


def test_a_refused_form_keeps_its_key_and_can_be_sent_again(organiser_client: Browser, session: Session) -> None:
    sent = form_on(organiser_client.get("/agencies/new").text)
    refused = organiser_client.post("/agencies/new", data=sent)
    assert refused.status_code == 422
    kept = form_on(refused.text)
    assert kept["form_key"] == sent["form_key"]
    assert organiser_client.post("/agencies/new", data=kept | {"name": "Coast Guard"}).status_code == 303


def test_a_button_of_a_row_saves_nothing_however_often_it_is_pressed(organiser_client: Browser) -> None:
    sent = form_on(organiser_client.get("/workshops/new").text) | {"title": "Visas", "row_action": "add:agencies"}
    for _time in range(2):
        assert "agencies-0-agency_name" in form_on(organiser_client.post("/workshops/new", data=sent).text)
    del sent["row_action"]
    assert organiser_client.post("/workshops/new", data=sent).status_code == 303


def test_the_key_of_somebody_who_sends_no_key_is_not_noted(organiser_client: Browser, session: Session) -> None:
    for name in ("Coast Guard", "Navy"):
        assert organiser_client.post("/agencies/new", data={"name": name, "type": "ngo"}).status_code == 303


def test_a_form_saved_with_another_content_at_this_moment_keeps_what_was_typed(
    organiser_client: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = form_on(organiser_client.get("/agencies/new").text) | {"name": "Coast Guard", "type": "ngo"}

    def taken(*_given: object, **_named: object) -> None:
        raise form_keys.AlreadySaved

    monkeypatch.setattr(form_keys, "remember", taken)
    answer = organiser_client.post("/agencies/new", data=sent, headers={"Origin": "http://localhost"})
    assert answer.status_code == 409
    assert "Your text is kept; press Save once more." in answer.text
    assert 'value="Coast Guard"' in answer.text


def test_a_claim_that_is_undone_leaves_the_content_to_the_next(session: Session) -> None:
    content = form_keys.content_key("key", [("title", "Visas")])
    claimed = session.begin_nested()
    assert form_keys.claim(session, content) is None
    claimed.rollback()
    assert form_keys.claim(session, content) is None
    form_keys.remember(session, key="key", content=content, location="/agencies/1")
    assert form_keys.claim(session, content) == "/agencies/1"
    assert form_keys.saved_as(session, "key") == "/agencies/1"


def test_a_double_click_on_clone_makes_one_copy(organiser_client: Browser, session: Session, stored: Workshop) -> None:
    page = organiser_client.get(f"/workshops/{stored.reference}").text
    address = f"/workshops/{stored.reference}/clone"
    key = page.split(f'action="{address}"')[1].split('name="form_key" value="')[1].split('"')[0]
    before = count(session, Workshop)
    first, second = (organiser_client.post(address, data={"form_key": key}) for _time in range(2))
    assert (second.status_code, second.location) == (303, first.location)
    assert count(session, Workshop) == before + 1
