"""Two people at one workshop: nothing is overwritten without a choice, nothing typed is lost."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.posting import form_on
from workshops.domain import workshop as w
from workshops.domain.enums import AgencyRole
from workshops.models import Workshop


def two_edits(browser: Browser, reference: str, mine: dict[str, str], theirs: dict[str, str]) -> str:
    """The page that whoever saves second gets."""
    address = f"/workshops/{reference}/edit"
    opened = form_on(browser.get(address).text)
    other = form_on(browser.get(address).text)
    other.update(theirs)
    assert browser.post(address, data=other).status_code == 303
    opened.update(mine)
    answer = browser.post(address, data=opened)
    assert answer.status_code == 409
    return answer.text


def test_the_second_of_two_people_sees_both_versions_and_chooses(
    organiser_client: Browser, stored: Workshop, now_stored: Callable[[str], w.WorkshopDetails]
) -> None:
    page = two_edits(
        organiser_client,
        stored.reference,
        {"title": "Mine", "venue": "College", "agencies-1-agency_name": "Navy"},
        {"title": "Theirs", "city": "Erdenet", "agencies-0-role": "organiser"},
    )
    assert f"{organiser_client.user.name} changed this workshop at " in page
    assert "Your text is kept below; choose which version of each field to keep." in page
    assert "Navy – Participating agency" in page
    assert "Customs (CGA) – Organiser" in page
    sent = form_on(page)
    assert "keep-title" not in sent, "both have changed it: nobody chooses for them"
    assert (sent["keep-venue"], sent["keep-city"]) == ("mine", "theirs")
    address = f"/workshops/{stored.reference}/edit"

    undecided = organiser_client.post(address, data=sent)
    assert undecided.status_code == 409
    assert "Choose a version of each field." in undecided.text

    sent = form_on(undecided.text)
    sent.update({"keep-title": "mine", "keep-agencies": "theirs"})
    assert organiser_client.post(address, data=sent).status_code == 303
    found = now_stored(stored.reference)
    assert (found.title, found.venue, found.city) == ("Mine", "College", "Erdenet")
    assert [(row.agency.name, row.role) for row in found.agencies] == [
        ("Customs", AgencyRole.ORGANISER),
        ("Police", AgencyRole.PARTICIPATING),
    ]


def test_a_third_save_in_between_asks_again(organiser_client: Browser, stored: Workshop) -> None:
    sent = form_on(two_edits(organiser_client, stored.reference, {"title": "Mine"}, {"title": "Theirs"}))
    address = f"/workshops/{stored.reference}/edit"
    third = form_on(organiser_client.get(address).text)
    third["title"] = "Of a third"
    assert organiser_client.post(address, data=third).status_code == 303
    answer = organiser_client.post(address, data=sent | {"keep-title": "mine"})
    assert answer.status_code == 409
    assert "Of a third" in answer.text


def test_chosen_versions_that_do_not_fit_together_come_back_as_a_form(
    organiser_client: Browser, stored: Workshop
) -> None:
    mine = {"starts_on": "1 May 2024", "ends_on": "3 May 2024", "events-0-day": ""}
    theirs = {"starts_on": "7 May 2024", "ends_on": "9 May 2024", "events-0-day": "8 May 2024"}
    sent = form_on(two_edits(organiser_client, stored.reference, mine, theirs))
    sent.update({"keep-starts_on": "theirs", "keep-ends_on": "mine", "keep-events": "mine"})
    answer = organiser_client.post(f"/workshops/{stored.reference}/edit", data=sent)
    assert answer.status_code == 422
    assert "The end date (3 May) is before the start date (7 May). Change one of them." in answer.text
    kept = form_on(answer.text)
    kept["ends_on"] = "9 May 2024"
    assert organiser_client.post(f"/workshops/{stored.reference}/edit", data=kept).status_code == 303


def test_two_who_make_the_same_change_have_nothing_to_choose(organiser_client: Browser, stored: Workshop) -> None:
    address = f"/workshops/{stored.reference}/edit"
    opened, other = (form_on(organiser_client.get(address).text) for _time in range(2))
    opened["city"] = other["city"] = "Erdenet"
    assert organiser_client.post(address, data=other).status_code == 303
    assert organiser_client.post(address, data=opened).status_code == 303


def test_the_text_for_a_deleted_record_can_be_copied(
    organiser_client: Browser, stored: Workshop, session: Session
) -> None:
    address = f"/workshops/{stored.reference}/edit"
    sent = form_on(organiser_client.get(address).text)
    sent["summary"] = "Three days at the border"
    assert organiser_client.post(f"/workshops/{stored.reference}/delete", data={"reason": "Twice"}).status_code == 303
    answer = organiser_client.post(address, data=sent)
    assert answer.status_code == 410
    assert "This record was deleted at " in answer.text
    assert "Three days at the border" in answer.text
    assert organiser_client.post("/workshops/MNG-1999-001/edit", data=sent).status_code == 404
