"""The lists and pages of the four registers: what they show, and to whom."""

import pytest
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.conftest import counted_statements
from tests.factories import an_organiser, make_office
from workshops.domain.register_details import PersonDetails, ProjectDetails, TopicDetails
from workshops.domain.workshop import AgencyRef, AgencyRow, ParticipantRow, PersonRef, WorkshopDetails
from workshops.extensions import db
from workshops.models import Office, Person
from workshops.services import people, projects, topics, workshops

REGISTERS = ("agencies", "people", "projects", "topics")


@pytest.mark.parametrize("register", REGISTERS)
def test_a_viewer_reads_and_an_organiser_writes(
    records: dict[str, int], viewer_client: Browser, organiser_client: Browser, register: str
) -> None:
    one = f"/{register}/{records[register]}"
    for path in (f"/{register}", one):
        seen = viewer_client.get(path)
        assert seen.status_code == 200
        assert "/edit" not in seen.text
        assert "/new" not in seen.text
    for path in (f"/{register}/new", f"{one}/edit", f"{one}/delete"):
        assert viewer_client.get(path).status_code == 404
        assert viewer_client.post(path, data={}).status_code == 404
        assert organiser_client.get(path).status_code == organiser_client.head(path).status_code == 200
    assert f"{one}/edit" in organiser_client.get(one).text


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("number", ["999999", str(2**31), str(2**70)])
def test_what_is_not_there_is_not_found(organiser_client: Browser, register: str, number: str) -> None:
    for path in (f"/{register}/{number}", f"/{register}/{number}/edit", f"/{register}/{number}/delete"):
        assert organiser_client.get(path).status_code == 404


@pytest.mark.parametrize("register", REGISTERS)
def test_a_stranger_is_led_to_the_sign_in(client: Browser, register: str) -> None:
    for path in (f"/{register}", f"/{register}/1", f"/{register}/suggest?q=a"):
        assert client.get(path).status_code == 303


@pytest.mark.parametrize("typed", ["oim", "IOM", "Organisation internationale pour les migrations (OIM)", "mígr inter"])
def test_an_agency_is_found_by_any_of_its_names(records: dict[str, int], organiser_client: Browser, typed: str) -> None:
    found = organiser_client.get("/agencies/suggest", query_string={"q": typed})
    assert found.json == [
        {
            "id": records["agencies"],
            "label": "Organisation internationale pour les migrations (OIM)",
            "detail": "Other agency · Switzerland",
        }
    ]
    assert found.headers["Cache-Control"] == "no-store"
    assert f"/agencies/{records['agencies']}" in organiser_client.get("/agencies", query_string={"q": typed}).text


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize(
    "typed", ["%", "_", "' OR 1=1 --", '"', "NEAR(", "(" * 2000, "a* OR b", "\u202e", "x" * 5000, "***", "col:"]
)
def test_nothing_that_is_typed_breaks_a_search(organiser_client: Browser, register: str, typed: str) -> None:
    assert organiser_client.get(f"/{register}", query_string={"q": typed}).status_code == 200
    suggested = organiser_client.get(f"/{register}/suggest", query_string={"q": typed})
    assert (suggested.status_code, suggested.json) == (200, [])


@pytest.mark.parametrize("register", REGISTERS)
def test_an_address_cannot_name_a_column_or_a_page_that_is_not(
    records: dict[str, int], organiser_client: Browser, register: str
) -> None:
    for args in ({"sort": "password"}, {"sort": "id;--"}, {"page": "-1"}, {"page": "9" * 30}, {"country": "' OR ''='"}):
        answer = organiser_client.get(f"/{register}", query_string=args)
        assert answer.status_code == 200
        assert f"/{register}/{records[register]}" in answer.text


def test_people_of_another_office_are_not_found_anywhere(
    session: Session, records: dict[str, int], organiser_client: Browser
) -> None:
    other = make_office(session)
    stranger = people.save(
        session, details=PersonDetails(full_name="Sok Dara"), office_id=other.id, by=an_organiser(session, other)
    )
    session.commit()
    one = f"/people/{stranger.id}"
    assert organiser_client.get(one).status_code == 404
    assert organiser_client.get(f"{one}/edit").status_code == 404
    assert organiser_client.post(f"{one}/edit", data={"full_name": "Mine"}).status_code == 404
    assert organiser_client.post(f"{one}/delete").status_code == 404
    assert "Sok Dara" not in organiser_client.get("/people").text
    assert organiser_client.get("/people/suggest?q=sok").json == []
    assert organiser_client.get(f"/people/suggest?q=sok&office={other.id}").json == []
    assert session.get_one(Person, stranger.id).full_name == "Sok Dara"


def test_what_other_offices_do_with_an_agency_leaves_no_trace(
    session: Session, records: dict[str, int], organiser_client: Browser
) -> None:
    one = f"/agencies/{records['agencies']}"
    pages = [one, "/agencies", "/agencies?sort=used"]
    before = [content(organiser_client, page) for page in pages]
    other = make_office(session)
    details = WorkshopDetails(
        title="Secret",
        agencies=(AgencyRow(agency=AgencyRef(name="OIM")),),
        participants=(ParticipantRow(person=PersonRef(full_name="Sok Dara"), agency=AgencyRef(name="OIM")),),
    )
    workshops.register(session, details=details, office_id=other.id, by=an_organiser(session, other))
    session.commit()
    assert [content(organiser_client, page) for page in pages] == before


def test_contact_data_is_masked_but_for_those_who_keep_it(
    records: dict[str, int], viewer_client: Browser, organiser_client: Browser
) -> None:
    one = f"/people/{records['people']}"
    for page in (viewer_client.get(one), viewer_client.get("/people"), organiser_client.get("/people")):
        assert "bat@example.org" not in page.text
        assert "b•••@example.org" in page.text
        assert "7012" not in page.text
    kept = organiser_client.get(one).text
    assert "bat@example.org" in kept
    assert "+976 7012 34 56" in kept


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("register", REGISTERS)
def test_the_pages_speak_the_language_of_their_reader(
    records: dict[str, int], organiser_client: Browser, register: str, language: str
) -> None:
    organiser_client.post("/language", data={"language": language, "next": "/"})
    for path in (f"/{register}", f"/{register}/{records[register]}", f"/{register}/new"):
        page = organiser_client.get(path)
        assert f'<html lang="{language}"' in page.text
        for english in ("Search", "Add a", "Names in other", "About", "entries"):
            assert english not in content(organiser_client, path)


def test_a_list_takes_a_fixed_number_of_statements(
    session: Session, office: Office, records: dict[str, int], organiser_client: Browser
) -> None:
    few = {register: statements(organiser_client, f"/{register}") for register in REGISTERS}
    by = an_organiser(session, office)
    for number in range(12):
        agency = AgencyRef(name=f"Agency {number}")
        people.save(session, details=PersonDetails(full_name=f"P {number}", agency=agency), office_id=office.id, by=by)
        projects.save(session, details=ProjectDetails(title=f"Project {number}", funders=(agency,)), by=by)
        topics.save(session, details=TopicDetails(label=f"Topic {number}"), by=by)
    session.commit()
    assert {register: statements(organiser_client, f"/{register}") for register in REGISTERS} == few


def content(browser: Browser, path: str) -> str:
    """What a page says, without the frame and its tokens."""
    return browser.get(path).text.split("<main")[1].split("</main")[0]


def statements(browser: Browser, path: str) -> int:
    db.session.expunge_all()
    with counted_statements(db.engine) as sent:
        assert browser.get(path).status_code == 200
    return len(sent)
