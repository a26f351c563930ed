"""The page behind a code says what is printed and whether it holds, to whoever has the code and in any number of tries
that a person makes (threat C10)."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import an_organiser
from tests.integration.services.certificates import LOOK, OTHER_LOOK, attended_workshop, person_ids
from workshops.domain.access import Actor
from workshops.domain.certificates import Terms
from workshops.models import Certificate, Office, OfficeSettings
from workshops.services import certificates, erasing
from workshops.views.certificate_check import MOST, TRIES

ISSUER = "International Organization for Migration (IOM), Ulaanbaatar"
REASON = "Signed for somebody else"


@pytest.fixture(autouse=True)
def nobody_tried(app: Flask) -> Iterator[None]:
    app.extensions[TRIES].forget()
    yield
    app.extensions[TRIES].forget()


@pytest.fixture
def organiser(session: Session, office: Office) -> Actor:
    return an_organiser(session, office)


@pytest.fixture
def given(session: Session, organiser: Actor) -> Certificate:
    """The certificate of Oyunchimeg."""
    workshop = attended_workshop(session, organiser)
    workshop.office.settings = OfficeSettings(texts={"issuer_en": ISSUER})
    ids = [person_ids(workshop)["Oyunchimeg"]]
    asked = {"reference": workshop.reference, "terms": Terms(), "look": LOOK, "by": organiser}
    [made] = certificates.issue(session, people=ids, **asked).certificates
    session.commit()
    return made


def content(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]


def test_it_says_what_is_printed_and_no_more(client: Browser, given: Certificate) -> None:
    answer = client.get(f"/c/{given.verify_token}")
    said = content(answer.text)
    for text in ("Oyunchimeg", "Оюунчимэг", "Document fraud", "30 hours", ISSUER, "Certificate of attendance"):
        assert text in said
    for text in ("Keller", "Darkhan", "Bat Erdene", "Mongolia", given.workshop.reference):
        assert text not in said
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert given.verify_token not in re.findall(r"<title>(.*?)</title>", answer.text)[0]


@pytest.mark.parametrize(
    ("language", "title", "hours"),
    [("fr", "Fraude documentaire", "30 heures"), ("es", "Document fraud", "30 horas")],
)
def test_it_speaks_the_language_of_the_reader(
    client: Browser, given: Certificate, language: str, title: str, hours: str
) -> None:
    said = content(client.get(f"/c/{given.verify_token}", headers={"Accept-Language": language}).text)
    assert title in said
    assert hours in said.replace("\u00a0", " ")


def test_it_says_what_became_of_it(client: Browser, session: Session, given: Certificate, organiser: Actor) -> None:
    asked = {"reference": given.workshop.reference, "ids": [given.id], "by": organiser}
    certificates.withdraw(session, reason=REASON, **asked)
    session.commit()
    said = content(client.get(f"/c/{given.verify_token}").text)
    assert "no longer valid" in said
    assert REASON not in said
    certificates.put_back(session, **asked)
    [new] = certificates.reissue(session, look=OTHER_LOOK, **asked)
    session.commit()
    said = content(client.get(f"/c/{given.verify_token}").text)
    assert "was replaced" in said
    assert new.verify_token not in said
    assert "in force" in content(client.get(f"/c/{new.verify_token}").text)


def test_an_erased_holder_is_not_shown(client: Browser, session: Session, given: Certificate, organiser: Actor) -> None:
    erasing.erase(session, person_id=given.person_id, by=organiser)
    session.commit()
    said = content(client.get(f"/c/{given.verify_token}").text)
    for text in ("Oyunchimeg", "Оюунчимэг", "30 hours"):
        assert text not in said
    assert "Document fraud" in said


def test_all_codes_that_are_not_there_get_the_same_answer(client: Browser, given: Certificate) -> None:
    wrong = ["x", "x" * 22, given.verify_token[:-1], given.verify_token.swapcase(), given.number, "a" * 500]
    answers = [client.get(f"/c/{code}") for code in wrong]
    assert {answer.status_code for answer in answers} == {404}
    assert len({content(answer.text) for answer in answers}) == 1


def test_after_thirty_tries_in_a_minute_nobody_is_answered(client: Browser, given: Certificate) -> None:
    for _ in range(MOST - 1):
        assert client.get("/c/nothing").status_code == 404
    assert client.get(f"/c/{given.verify_token}").status_code == 200
    refused = client.get(f"/c/{given.verify_token}")
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert "Too many tries. Wait a minute" in refused.text
    elsewhere = client.get(f"/c/{given.verify_token}", environ_overrides={"REMOTE_ADDR": "198.51.100.7"})
    assert elsewhere.status_code == 200
