"""Administrators look after accounts and offices; everybody after the tokens of their own."""

import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import PASSWORD, make_office, make_user
from tests.posting import form_on
from workshops.domain.enums import Role
from workshops.models import ApiToken, AuditEntry, Office, User

OFFICE = {
    "code": "MNG",
    "name": "IOM Mongolia",
    "country_code": "",
    "language": "en",
    "time_zone": "UTC",
    "paper": "A4",
    "document_language": "",
}
ONE_TIME = re.compile(r'<code class="one-time">([^<]+)</code>')


def shown_once(text: str) -> str:
    found = ONE_TIME.search(text)
    assert found is not None
    return found[1]


def new_user(office: Office | None, **given: str) -> dict[str, str]:
    office_id = str(office.id) if office else ""
    return {
        "email": "Anna.Keller@example.org",
        "name": "Anna Keller",
        "role": "organiser",
        "office_id": office_id,
        "language": "fr",
        **given,
    }


def test_an_account_is_added_with_a_password_that_is_shown_once_and_has_to_be_changed(
    administrator_client: Browser, client: Browser, session: Session, office: Office
) -> None:
    page = administrator_client.post("/users/new", data=new_user(office))
    password = shown_once(page.text)
    assert re.fullmatch("[a-z2-9]{4}(-[a-z2-9]{4}){3}", password)
    user = session.scalars(select(User).where(User.email == "anna.keller@example.org")).one()
    assert (user.role, user.office_id, user.language) == (Role.ORGANISER, office.id, "fr")
    assert password not in (user.password or "")
    assert password not in administrator_client.get(f"/users/{user.id}").text
    assert client.post("/sign-in", data={"email": user.email, "password": password}).location.startswith(
        "/account/password"
    )


@pytest.mark.parametrize(
    ("given", "status", "sentence"),
    [
        ({"email": "anna@"}, 422, "&#39;anna@&#39; is not a complete e-mail address, such as anna@example.org."),
        ({"email": ""}, 422, "Enter the e-mail address."),
        ({"name": " \u200b "}, 422, "Enter the name."),
        ({"name": "x" * 301}, 422, "The name has 301 characters; at most 300 fit."),
        ({"role": "owner"}, 422, "Choose one from the list."),
        ({"office_id": "999999"}, 422, "Not a valid choice"),
        ({"language": "xx"}, 422, "Not a valid choice"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_a_sentence(
    administrator_client: Browser, office: Office, given: dict[str, str], status: int, sentence: str
) -> None:
    page = administrator_client.post("/users/new", data=new_user(office, **given))
    assert page.status_code == status
    assert sentence in page.text


def test_two_accounts_cannot_share_an_address(administrator_client: Browser, session: Session, office: Office) -> None:
    make_user(session, email="anna.keller@example.org")
    session.commit()
    page = administrator_client.post("/users/new", data=new_user(office))
    assert page.status_code == 409
    assert "anna.keller@example.org has an account already." in page.text
    assert 'value="Anna Keller"' in page.text


def test_more_is_posted_than_the_form_has(administrator_client: Browser, session: Session, office: Office) -> None:
    user = make_user(session)
    session.commit()
    before = (user.id, user.email, user.password, user.fs_uniquifier, user.active)
    form = new_user(office, id="1", password="x", fs_uniquifier="x", active="", must_change_password="1")
    assert administrator_client.post(f"/users/{user.id}", data=form).status_code == 303
    session.refresh(user)
    assert (user.id, user.email, user.password, user.fs_uniquifier, user.active) == before
    assert user.name == "Anna Keller"


def test_a_new_password_ends_the_old_one_and_its_sessions(
    administrator_client: Browser, organiser_client: Browser
) -> None:
    user = organiser_client.user
    password = shown_once(administrator_client.post(f"/users/{user.id}/password").text)
    assert organiser_client.get("/account").status_code == 303
    assert organiser_client.post("/sign-in", data={"email": user.email, "password": PASSWORD}).status_code == 401
    assert organiser_client.post("/sign-in", data={"email": user.email, "password": password}).status_code == 303


def test_an_account_is_disabled_at_once_and_let_in_again(
    administrator_client: Browser, organiser_client: Browser
) -> None:
    user = organiser_client.user
    assert administrator_client.post(f"/users/{user.id}/disable").status_code == 303
    assert organiser_client.get("/account").status_code == 303
    form = {"email": user.email, "password": PASSWORD}
    assert organiser_client.post("/sign-in", data=form).status_code == 401
    administrator_client.post(f"/users/{user.id}/enable")
    assert organiser_client.post("/sign-in", data=form).status_code == 303


def test_the_last_administrator_stays(administrator_client: Browser, session: Session) -> None:
    user = administrator_client.user
    administrator_client.post(f"/users/{user.id}/disable")
    assert "is the only administrator" in administrator_client.get(f"/users/{user.id}").text
    page = administrator_client.post(f"/users/{user.id}", data=new_user(None))
    assert page.status_code == 409
    session.refresh(user)
    assert (user.active, user.role) == (True, Role.ADMINISTRATOR)


def test_changes_of_accounts_stand_in_the_trail_without_names(
    administrator_client: Browser, session: Session, office: Office
) -> None:
    user = make_user(session, role=Role.VIEWER, name="CANARY")
    session.commit()
    administrator_client.post(f"/users/{user.id}", data=new_user(office))
    changes = session.scalars(
        select(AuditEntry).where(AuditEntry.entity == "user", AuditEntry.action == "changed")
    ).all()
    told = {change.field: (change.before, change.after, change.user_id) for change in changes}
    by = administrator_client.user.id
    assert told["role"] == ("viewer", "organiser", by)
    assert told["name"] == (None, None, by)


def test_an_office_is_added_and_changed(administrator_client: Browser, session: Session) -> None:
    form = OFFICE | {"code": "mng", "country_code": "Mongolia", "time_zone": "Asia/Ulaanbaatar", "is_active": "y"}
    assert administrator_client.post("/offices/new", data=form).status_code == 303
    office = session.scalars(select(Office).where(Office.code == "MNG")).one()
    assert (office.country_code, office.time_zone, office.is_active) == ("MN", "Asia/Ulaanbaatar", True)
    assert 'value="Mongolia"' in administrator_client.get(f"/offices/{office.id}").text
    del form["is_active"]
    administrator_client.post(f"/offices/{office.id}", data=form | {"name": "IOM in Mongolia"})
    session.refresh(office)
    assert (office.name, office.is_active) == ("IOM in Mongolia", False)


@pytest.mark.parametrize(
    ("country", "chosen", "zone"),
    [
        ("Kenya", "", "Africa/Nairobi"),
        ("Kenya", "UTC", "UTC"),
        ("", "", "UTC"),
    ],
)
def test_an_office_keeps_the_time_of_its_country(
    administrator_client: Browser, session: Session, country: str, chosen: str, zone: str
) -> None:
    form = form_on(administrator_client.get("/offices/new").text) | {"code": "NBO", "name": "Nairobi"}
    assert form["time_zone"] == "", "nothing is chosen yet, that of the country is proposed"
    sent = form | {"country_code": country, "time_zone": chosen}
    assert administrator_client.post("/offices/new", data=sent).status_code == 303
    assert session.scalars(select(Office.time_zone).where(Office.code == "NBO")).one() == zone


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"code": "M"}, "Enter a code of 2 to 12 letters, digits and hyphens, such as MNG."),
        ({"code": "TAKEN"}, "Another office has the code TAKEN."),
        ({"name": "Taken"}, "Another office has this name."),
        ({"name": ""}, "Enter the name."),
        ({"country_code": "Atlantis"}, "is not a country of the list."),
        ({"time_zone": "Mars/Base"}, "Choose the time zone from the list, for example Asia/Ulaanbaatar."),
    ],
)
def test_an_office_that_cannot_be_kept_comes_back(
    administrator_client: Browser, session: Session, given: dict[str, str], sentence: str
) -> None:
    make_office(session, code="TAKEN", name="Taken")
    session.commit()
    page = administrator_client.post("/offices/new", data=OFFICE | given)
    assert page.status_code == 422
    assert sentence in page.text


def test_a_token_is_shown_once_works_and_is_revoked(
    organiser_client: Browser, client: Browser, session: Session
) -> None:
    text = shown_once(organiser_client.post("/account/tokens", data={"label": "Report", "days": "30"}).text)
    assert text not in organiser_client.get("/account/tokens").text
    token = session.scalars(select(ApiToken)).one()
    assert text not in token.token_hash
    bearer = {"Authorization": f"Bearer {text}"}
    assert client.get("/trainings.json", headers=bearer).status_code == 200
    assert organiser_client.post(f"/account/tokens/{token.id}/revoke").status_code == 303
    refused = client.get("/trainings.json", headers=bearer)
    assert (refused.status_code, refused.json["error"]) == (401, "unauthorized")


def test_a_token_of_somebody_else_is_not_there(
    organiser_client: Browser, viewer_client: Browser, session: Session
) -> None:
    organiser_client.post("/account/tokens", data={"label": "Report", "days": "30"})
    token = session.scalars(select(ApiToken)).one()
    assert viewer_client.post(f"/account/tokens/{token.id}/revoke").status_code == 404
    assert "Report" not in viewer_client.get("/account/tokens").text


@pytest.mark.parametrize(("days", "label"), [("0", "x"), ("9999", "x"), ("many", "x"), ("30", " ")])
def test_a_token_without_label_or_end_is_refused(organiser_client: Browser, days: str, label: str) -> None:
    assert organiser_client.post("/account/tokens", data={"label": label, "days": days}).status_code == 422


def test_the_own_account_is_changed(organiser_client: Browser, session: Session) -> None:
    answer = organiser_client.post("/account", data={"name": "Maria Silva", "language": "es"})
    assert answer.status_code == 303
    session.refresh(organiser_client.user)
    assert (organiser_client.user.name, organiser_client.user.language) == ("Maria Silva", "es")
    assert organiser_client.post("/account", data={"name": " ", "language": "es"}).status_code == 422


def test_the_lists_show_everybody_and_every_office(administrator_client: Browser, session: Session) -> None:
    user = make_user(session, name="<i>Anna</i>", active=False)
    session.commit()
    page = administrator_client.get("/users")
    assert "&lt;i&gt;Anna&lt;/i&gt;" in page.text
    assert "Disabled" in page.text
    assert user.office is not None
    assert user.office.name in administrator_client.get("/offices").text
