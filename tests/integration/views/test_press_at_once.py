"""Several press releases at once: what is sure is accepted and taken back; two on one story know of each other."""

import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.conftest import counted_statements
from tests.factories import make_office
from tests.posting import form_on, registered
from workshops.domain.enums import FindingStatus, PressReleaseStatus
from workshops.extensions import db
from workshops.models import Finding, Office, PressRelease, User, Workshop

LIMA = (
    "Officers trained in Lima\n\n"
    "The IOM held a workshop in Lima, Peru, from 6 to 10 May 2024 for 20 officers of the border service."
)
LIMA_IN_SPANISH = (
    "La OIM capacita a oficiales en Lima\n\nLima, 11 de mayo de 2024. La OIM organizó un taller en Lima, Perú, del 6 "
    "al 10 de mayo de 2024 para 20 oficiales."
)
ACCRA = (
    "Nurses trained in Accra\n\n"
    "The WHO held a seminar in Accra, Ghana, from 3 to 4 June 2024 for 35 nurses of the region."
)


@pytest.fixture
def handed_over(organiser_client: Browser, session: Session) -> list[int]:
    for text in (LIMA, ACCRA):
        organiser_client.post("/press", data={"text": text})
    return list(session.scalars(select(PressRelease.id).order_by(PressRelease.id)))


def decided(session: Session, press_release_id: int) -> list[Finding]:
    session.expire_all()
    wanted = select(Finding).where(Finding.press_release_id == press_release_id)
    return [one for one in session.scalars(wanted) if one.status is not FindingStatus.PROPOSED]


def test_a_text_about_no_workshop_is_left_out(
    organiser_client: Browser, session: Session, handed_over: list[int]
) -> None:
    organiser_client.post("/press", data={"text": "Roads closed\n\nThe road to Lima is closed since 6 May 2024."})
    other = max(session.scalars(select(PressRelease.id)))
    page = organiser_client.get("/press?status=to_review").text
    assert re.findall(r'name="press_release" value="(\d+)"[^>]* checked', page) == [str(n) for n in handed_over[::-1]]
    organiser_client.post("/press/accept-from", data={"press_release": [*handed_over, other], "accept_from": "50"})
    assert decided(session, other) == []
    assert decided(session, handed_over[0])


def test_what_is_sure_is_accepted_in_all_that_are_chosen_and_taken_back_at_once(
    organiser_client: Browser, session: Session, handed_over: list[int]
) -> None:
    page = organiser_client.get("/press?status=to_review").text
    assert re.findall(r'name="press_release" value="(\d+)"[^>]* checked', page) == [str(n) for n in handed_over[::-1]]
    answer = organiser_client.post("/press/accept-from", data={"press_release": handed_over, "accept_from": "85"})
    told = organiser_client.get(answer.location).text
    assert "in press releases: 2. Nothing was registered yet." in told
    for number in handed_over:
        accepted = decided(session, number)
        assert {one.field for one in accepted} >= {"country", "start_date"}
        assert all(one.status is FindingStatus.ACCEPTED and one.confidence >= 0.845 for one in accepted)
    assert session.scalars(select(Workshop)).all() == []
    assert session.get_one(User, organiser_client.user.id).accept_from == 85
    at = re.search(r'name="at" value="([^"]+)"', told)
    assert at
    again = organiser_client.get(organiser_client.post("/press/take-back", data={"at": at[1]}).location).text
    assert "Findings that are undecided again:" in again
    assert [decided(session, number) for number in handed_over] == [[], []]


def test_only_those_chosen_are_touched_and_nothing_of_other_offices(
    organiser_client: Browser, session: Session, handed_over: list[int]
) -> None:
    lima, accra = handed_over
    session.get_one(PressRelease, accra).office = make_office(session)
    session.commit()
    organiser_client.post("/press/accept-from", data={"press_release": [lima, accra, 999], "accept_from": "50"})
    assert decided(session, lima) != []
    assert decided(session, accra) == []
    nothing = organiser_client.post("/press/accept-from", data={"accept_from": "50"})
    assert "Choose the press releases" in organiser_client.get(nothing.location).text
    assert organiser_client.post("/press/take-back", data={"at": "today"}).status_code == 404


def test_what_was_decided_one_by_one_or_registered_since_is_not_taken_back(
    organiser_client: Browser, session: Session, handed_over: list[int]
) -> None:
    lima, accra = handed_over
    title = session.scalars(select(Finding).where(Finding.press_release_id == lima, Finding.field == "title")).one()
    organiser_client.post(f"/press/{lima}/findings/{title.id}", data={"status": "rejected"})
    organiser_client.post("/press/accept-from", data={"press_release": handed_over, "accept_from": "85"})
    at = next(one.reviewed_at for one in decided(session, accra) if one.reviewed_at)
    registered(organiser_client, f"/press/{accra}", form_on(organiser_client.get(f"/press/{accra}").text))
    organiser_client.post("/press/take-back", data={"at": at.isoformat()})
    assert [one.field for one in decided(session, lima)] == ["title"]
    assert decided(session, accra) != []
    assert session.get_one(PressRelease, accra).status is PressReleaseStatus.ACCEPTED


def test_a_viewer_is_offered_nothing_to_choose(viewer_client: Browser, handed_over: list[int]) -> None:
    assert 'name="press_release"' not in viewer_client.get("/press").text
    assert viewer_client.post("/press/accept-from", data={"press_release": handed_over}).status_code == 404


def test_two_on_one_story_know_of_each_other_before_either_is_registered(
    organiser_client: Browser, session: Session, handed_over: list[int]
) -> None:
    spanish = str(organiser_client.post("/press", data={"text": LIMA_IN_SPANISH}).location)
    said = "Another press release to review perhaps tells of the same workshop:"
    page = organiser_client.get(spanish).text
    assert said in page
    assert "Officers trained in Lima</a>" in page
    assert "Nurses trained in Accra" not in page
    assert f'href="{spanish}"' in organiser_client.get(f"/press/{handed_over[0]}").text
    assert said not in organiser_client.get(f"/press/{handed_over[1]}").text
    organiser_client.post(f"{spanish}/set-aside")
    assert said not in organiser_client.get(f"/press/{handed_over[0]}").text


def test_a_review_asks_the_database_little(
    organiser_client: Browser, office: Office, session: Session, handed_over: list[int]
) -> None:
    organiser_client.get(f"/press/{handed_over[0]}")
    with counted_statements(db.engine) as statements:
        assert organiser_client.get(f"/press/{handed_over[0]}").status_code == 200
    assert len(statements) <= 15, "\n".join(statements)
