"""Registering and editing a workshop in the form: all rows, all mistakes, two people at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import make_office
from tests.posting import form_on, mistakes_on
from workshops.domain import workshop as w
from workshops.domain.enums import AgencyRole, ContactPurpose, Sex
from workshops.domain.partial_date import PartialDate
from workshops.models import Workshop
from workshops.services import form_keys

XSS = "<script>alert('1')</script> \"quoted\" & {{7*7}}"

FILLED = {
    "title": "Examen de documents de voyage",
    "title_language": "fr",
    "title_en": "Examination of travel documents",
    "type": "tot",
    "status": "planned",
    "languages": "français, mongol",
    "topics-0-topic_name": "Travel documents",
    "topics-1-topic_name": "",
    "starts_on": "6 mai 2024",
    "ends_on": "10/05/2024",
    "country_code": "Mongolia",
    "city": "Ulaanbaatar",
    "events-0-title": "Jour 1",
    "events-0-day": "2024-05-06",
    "events-0-start_time": "9h",
    "events-0-takes_attendance": "y",
    "agencies-0-agency_name": "International Organization for Migration (IOM)",
    "agencies-0-role": "organiser",
    "agencies-0-seats": "4",
    "project_name": "Borders for All (BFA)",
    "planned_seats": "25",
    "headcount_women": "10",
    "headcount_source": "report",
    "participant_countries": "Mongolia, Portugal",
    "participants-0-person_name": "Бат Болд",
    "participants-0-sex": "male",
    "participants-0-agency_name": "Border Protection (GABP)",
    "participants-0-email": "bat@example.org",
    "experts-0-country_code": "Portugal",
    "experts-0-role": "lead_trainer",
    "funders-0-agency_name": "IOM Development Fund",
    "funders-0-amount": "12,500.50",
    "funders-0-currency": "USD",
    "contacts-0-phone": "11 318 100",
    "contacts-0-purpose": "press",
    "quotes-0-text": "Bienvenue\r\nà tous",
    "quotes-0-language": "fr",
}


def count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Workshop)) or 0


def test_a_title_registers_a_workshop(
    organiser_client: Browser, session: Session, now_stored: Callable[[str], w.WorkshopDetails]
) -> None:
    sent = form_on(organiser_client.get("/workshops/new").text)
    assert sent["country_code"] == "Mongolia"
    sent["title"] = "Visas"
    answer = organiser_client.post("/workshops/new", data=sent)
    assert answer.status_code == 303
    reference = answer.location.rpartition("/")[2]
    assert reference.startswith("MNG-")
    assert now_stored(reference).title == "Visas"
    assert f"Saved. Its reference is {reference}." in organiser_client.get(answer.location).text


def test_a_whole_form_is_stored_and_shown_again(
    organiser_client: Browser, now_stored: Callable[[str], w.WorkshopDetails]
) -> None:
    sent = form_on(organiser_client.get("/workshops/new").text)
    sent.update(FILLED)
    answer = organiser_client.post("/workshops/new", data=sent)
    assert answer.status_code == 303, mistakes_on(answer.text)
    reference = answer.location.rpartition("/")[2]
    found = now_stored(reference)
    assert found.title_translations == {"en": "Examination of travel documents"}
    assert (found.starts_on, found.ends_on) == (PartialDate(2024, 5, 6), PartialDate(2024, 5, 10))
    assert (found.country_code, found.languages, found.participant_countries) == ("MN", ("fr", "mn"), ("MN", "PT"))
    assert [topic.label for topic in found.topics] == ["Travel documents"]
    assert [(row.agency.name, row.agency.acronym, row.role, row.seats) for row in found.agencies] == [
        ("International Organization for Migration", "IOM", AgencyRole.ORGANISER, 4)
    ]
    assert found.project is not None
    assert (found.project.title, found.project.acronym) == ("Borders for All", "BFA")
    assert [(row.day, row.start_time, row.takes_attendance) for row in found.events] == [
        (date(2024, 5, 6), time(9), True)
    ]
    assert [(row.person.full_name, row.sex) for row in found.participants] == [("Бат Болд", Sex.MALE)]
    assert [(row.person, row.country_code) for row in found.experts] == [(None, "PT")]
    assert [(row.amount, row.currency) for row in found.funders] == [(Decimal("12500.50"), "USD")]
    assert [(row.phone, row.purpose) for row in found.contacts] == [("11 318 100", ContactPurpose.PRESS)]
    assert [(row.text, row.language) for row in found.quotes] == [("Bienvenue\nà tous", "fr")]

    again = form_on(organiser_client.get(f"/workshops/{reference}/edit").text)
    again["title"] = "Examen de documents"
    assert organiser_client.post(f"/workshops/{reference}/edit", data=again).status_code == 303
    assert now_stored(reference) == replace(found, title="Examen de documents")


def test_saving_without_a_change_changes_nothing(
    organiser_client: Browser, stored: Workshop, now_stored: Callable[[str], w.WorkshopDetails]
) -> None:
    before = now_stored(stored.reference)
    address = f"/workshops/{stored.reference}/edit"
    assert organiser_client.post(address, data=form_on(organiser_client.get(address).text)).status_code == 303
    assert now_stored(stored.reference) == before


def test_rows_keep_their_identity_when_others_come_go_and_move(
    organiser_client: Browser, stored: Workshop, now_stored: Callable[[str], w.WorkshopDetails]
) -> None:
    customs, police = now_stored(stored.reference).agencies
    address = f"/workshops/{stored.reference}/edit"
    sent = form_on(organiser_client.get(address).text)
    for action in ("add:agencies", "up:agencies:1", "remove:events:0"):
        answer = organiser_client.post(address, data={**sent, "row_action": action})
        assert answer.status_code == 200
        assert "error-summary" not in answer.text
        sent = form_on(answer.text)
    sent["agencies-2-agency_name"] = "Coast Guard"
    assert organiser_client.post(address, data=sent).status_code == 303
    found = now_stored(stored.reference)
    assert [(row.agency.name, row.row_id) for row in found.agencies[:2]] == [
        ("Police", police.row_id),
        ("Customs", customs.row_id),
    ]
    assert found.agencies[2].agency.name == "Coast Guard"
    assert found.events == ()


def test_the_programme_is_proposed_and_split_on_the_page(organiser_client: Browser, stored: Workshop) -> None:
    address = f"/workshops/{stored.reference}/edit"
    sent = form_on(organiser_client.get(address).text)
    sent = form_on(organiser_client.post(address, data={**sent, "row_action": "propose:events"}).text)
    assert [sent[f"events-{n}-title"] for n in range(5)] == ["Day 1", "Day 2", "Day 3", "Day 4", "Day 5"]
    sent = form_on(organiser_client.post(address, data={**sent, "row_action": "split:events:0:2"}).text)
    assert sent["events-0-title"] == "Day 1 – morning"
    assert (sent["events-0-end_time"], sent["events-1-start_time"]) == ("13:00", "13:00")
    assert organiser_client.post(address, data=sent).status_code == 303
    page = organiser_client.get(f"/workshops/{stored.reference}").text
    assert "Day 1 – afternoon" in page


def test_the_form_says_what_is_needed_now(
    organiser_client: Browser, administrator_client: Browser, session: Session
) -> None:
    make_office(session)
    session.commit()
    assert "Only the title is needed now." in organiser_client.get("/workshops/new").text
    assert "Only the title and the office are needed now." in administrator_client.get("/workshops/new").text


def test_the_page_says_why_no_entry_is_proposed(organiser_client: Browser) -> None:
    sent = form_on(organiser_client.get("/workshops/new").text)
    sent |= {"starts_on": "1 Jan 1800", "ends_on": "1 Jan 2015", "row_action": "propose:events"}
    page = organiser_client.post("/workshops/new", data=sent).text
    assert "Entries are proposed for at most 60 days; from the first to the last there are 78,528." in page


def test_a_refused_form_keeps_everything_and_points_at_the_fields(organiser_client: Browser, session: Session) -> None:
    sent = form_on(organiser_client.get("/workshops/new").text)
    sent.update(FILLED)
    sent.update(
        {"title": " ", "starts_on": "31 February 2025", "funders-0-amount": "much", "agencies-0-agency_name": ""}
    )
    sent["agencies-0-row_id"] = "1"
    before = count(session)
    answer = organiser_client.post("/workshops/new", data=sent)
    assert answer.status_code == 422
    assert count(session) == before
    for sentence in (
        "Enter the workshop title.",
        "31 February 2025 is not a date. Use day, month and year, for example 28 February 2025.",
        "Enter the amount as a number with at most two decimals.",
        "Enter the name of the agency.",
    ):
        assert answer.text.count(sentence) == 2, sentence
    assert 'href="#funders-0-amount"' in answer.text
    kept = form_on(answer.text)
    assert kept["starts_on"] == "31 February 2025"
    assert kept["funders-0-amount"] == "much"
    assert kept["participants-0-person_name"] == "Бат Болд"
    assert kept["form_key"] == sent["form_key"]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "x" * 612, "The title has 612 characters; at most 300 fit."),
        ("ends_on", "3 May 2024", "The end date (3 May) is before the start date (6 May). Change one of them."),
        (
            "participants-0-email",
            "anna@",
            "&#39;anna@&#39; is not a complete e-mail address, such as anna@example.org.",
        ),
        (
            "contacts-0-phone",
            "717 91",
            "Enter the phone number with its country code, for example +41 22 717 91 11.",
        ),
    ],
)
def test_mistakes_are_named_as_promised(organiser_client: Browser, field: str, value: str, sentence: str) -> None:
    sent = form_on(organiser_client.get("/workshops/new").text)
    sent.update(FILLED | {"country_code": "Switzerland", field: value})
    answer = organiser_client.post("/workshops/new", data=sent)
    assert answer.status_code == 422
    assert sentence in answer.text


def test_the_same_form_sent_twice_makes_one_workshop(organiser_client: Browser, session: Session) -> None:
    sent = form_on(organiser_client.get("/workshops/new").text)
    sent["title"] = "Visas"
    first = organiser_client.post("/workshops/new", data=sent)
    before = count(session)
    second = organiser_client.post("/workshops/new", data=sent)
    assert (second.status_code, second.location) == (303, first.location)
    assert count(session) == before
    assert "Already saved." in organiser_client.get(second.location).text


def test_what_is_typed_after_going_back_is_kept_for_the_record_that_was_made(
    organiser_client: Browser, session: Session
) -> None:
    sent = form_on(organiser_client.get("/workshops/new").text) | {"title": "Visas"}
    made = organiser_client.post("/workshops/new", data=sent)
    before = count(session)
    again = organiser_client.post("/workshops/new", data=sent | {"title": "Visas and permits"})
    assert (again.status_code, count(session)) == (409, before)
    kept = form_on(again.text)
    assert kept["title"] == "Visas and permits"
    saved = organiser_client.post(made.location + "/edit", data=kept)
    assert (saved.status_code, saved.location) == (303, made.location)
    assert "Visas and permits" in organiser_client.get(made.location).text


def test_of_two_requests_at_the_same_moment_one_is_kept(
    organiser_client: Browser, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = form_on(organiser_client.get("/workshops/new").text) | {"title": "Visas"}
    first = organiser_client.post("/workshops/new", data=sent)
    before, look, looks = count(session), form_keys.saved_as, []

    def too_early(session: Session, key: str) -> str | None:
        looks.append(key)
        return None if len(looks) < 4 else look(session, key)

    monkeypatch.setattr(form_keys, "saved_as", too_early)
    second = organiser_client.post("/workshops/new", data=sent)
    assert (second.status_code, second.location) == (303, first.location)
    assert count(session) == before


def test_an_edit_sent_twice_is_no_conflict(organiser_client: Browser, stored: Workshop) -> None:
    address = f"/workshops/{stored.reference}/edit"
    sent = form_on(organiser_client.get(address).text)
    sent["title"] = "Risk analysis at airports"
    for _time in range(2):
        answer = organiser_client.post(address, data=sent)
        assert (answer.status_code, answer.location) == (303, f"/workshops/{stored.reference}")


def test_the_address_of_a_participant_can_be_corrected_in_the_row(
    organiser_client: Browser, stored: Workshop, now_stored: Callable[[str], w.WorkshopDetails]
) -> None:
    address = f"/workshops/{stored.reference}/edit"
    for email in ("anna@example.org", "keller@example.org"):
        sent = form_on(organiser_client.get(address).text) | {"participants-0-email": email}
        assert organiser_client.post(address, data=sent).status_code == 303
        (anna,) = now_stored(stored.reference).participants
        assert (anna.person.full_name, anna.email) == ("Anna Keller", email)
