"""The page on which a person is erased who asks for it."""

from sqlalchemy.orm import Session

from tests.browsing import Browser
from workshops.models import Person


def test_a_person_is_erased_and_brought_back(
    session: Session, records: dict[str, int], organiser_client: Browser, viewer_client: Browser
) -> None:
    one = f"/people/{records['people']}"
    assert f"{one}/erase" in organiser_client.get(one).text
    assert viewer_client.get(f"{one}/erase").status_code == 404
    assert "Erase Bat Erdene?" in organiser_client.get(f"{one}/erase").text
    assert organiser_client.post(f"{one}/erase").location == "/people"
    listed = organiser_client.get("/people").text
    assert "Bat Erdene was erased." in listed
    assert session.get_one(Person, records["people"], populate_existing=True).email == ""
    assert organiser_client.post(f"{one}/erase").status_code == 404
    undo = listed.split('action="/acts/')[1].split("/")[0]
    assert organiser_client.post(f"/acts/{undo}/undo").location == one
    assert "Бат-Эрдэнэ" in organiser_client.get(one).text
