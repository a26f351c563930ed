"""The forms of the four registers: what they do with what is typed."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import make_office
from workshops.domain.enums import Sex
from workshops.models import Agency, Office, Person, Project, Topic

HOSTILE = "<script>alert(1)</script> \"'&{{7*7}} \u202eevil"


def test_hostile_text_is_shown_letter_by_letter(session: Session, organiser_client: Browser) -> None:
    sent = organiser_client.post(
        "/agencies/new", data={"name": HOSTILE, "acronym": "<b>", "type": "ngo", "notes": HOSTILE}
    )
    assert sent.status_code == 303
    page = organiser_client.get(sent.location)
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    assert "{{7*7}}" in page.text
    assert session.scalars(select(Agency.name)).one() == HOSTILE.replace("\u202e", "")


def test_an_agency_is_added_with_names_and_a_new_parent(session: Session, organiser_client: Browser) -> None:
    typed = {
        "name": "Border Guard (BG)",
        "type": "government",
        "country_code": "Mongolie",
        "parent_name": "Ministry of Justice",
        "aliases": "Frontier Guard\n\nBPO",
        "website": "https://bpo.gov.mn",
        "translations-0-language": "Mongolian",
        "translations-0-name": "Хил хамгаалах байгууллага",
        "translations-1-language": "",
        "translations-1-name": "",
        "id": "77",
        "version": "9",
        "folded_name": "x",
    }
    sent = organiser_client.post("/agencies/new", data=typed)
    assert sent.status_code == 303, sent.text
    agency = session.scalars(select(Agency).where(Agency.acronym == "BG")).one()
    assert (agency.name, agency.country_code, agency.parent and agency.parent.name) == (
        "Border Guard",
        "MN",
        "Ministry of Justice",
    )
    assert agency.translations == {"mn": "Хил хамгаалах байгууллага"}
    assert agency.aliases == ["Frontier Guard", "BPO"]
    assert (agency.version, agency.folded_name) == (1, "border guard")


def test_what_is_wrong_is_said_at_its_field_and_all_is_kept(records: dict[str, int], organiser_client: Browser) -> None:
    typed = {"name": "oim", "type": "ngo", "website": "javascript:alert(1)", "notes": "Typed for nothing?"}
    refused = organiser_client.post("/agencies/new", data=typed)
    assert refused.status_code == 422
    assert 'id="website-error"' in refused.text
    assert "Typed for nothing?" in refused.text
    refused = organiser_client.post("/agencies/new", data={**typed, "website": ""})
    assert refused.status_code == 422
    assert "is in the register already" in refused.text
    assert organiser_client.post("/agencies/new", data={"name": " \u200b "}).status_code == 422


@pytest.mark.parametrize("twice", [True, False])
def test_each_language_has_one_name(session: Session, organiser_client: Browser, twice: bool) -> None:
    typed = {
        "label": "Document fraud",
        "translations-0-language": "fr",
        "translations-0-name": "Fraude documentaire",
        "translations-1-language": "fr" if twice else "es",
        "translations-1-name": "Fraude de documentos",
    }
    assert organiser_client.post("/topics/new", data=typed).status_code == (422 if twice else 303)


def test_rows_are_added_without_a_script(session: Session, organiser_client: Browser) -> None:
    page = organiser_client.post("/projects/new", data={"title": "Border management", "row_action": "add:funders"})
    assert page.status_code == 200
    assert 'name="funders-0-agency_name"' in page.text
    assert 'value="Border management"' in page.text
    assert session.scalars(select(Project)).all() == []


def test_a_project_is_saved_with_its_dates_and_funders(session: Session, organiser_client: Browser) -> None:
    typed = {
        "title": "Border management (BM)",
        "starts_on": "1 March 2013",
        "ends_on": "2015-02-28",
        "funders-0-agency_name": "IOM Development Fund",
        "funders-0-row_id": "",
    }
    sent = organiser_client.post("/projects/new", data=typed)
    assert sent.status_code == 303, sent.text
    page = organiser_client.get(sent.location).text
    assert "1 March 2013" in page
    assert "IOM Development Fund" in page
    assert session.scalars(select(Project.acronym)).one() == "BM"
    refused = organiser_client.post("/projects/new", data={**typed, "title": "Other", "ends_on": "May 2013"})
    assert refused.status_code == 422
    assert "May 2013 is not a day" in refused.text


def test_a_person_is_changed_as_typed(session: Session, records: dict[str, int], organiser_client: Browser) -> None:
    one = f"/people/{records['people']}"
    typed = {"full_name": "Bat Erdene", "sex": "male", "nationality": "MN", "agency_name": "OIM", "version": "1"}
    refused = organiser_client.post(f"{one}/edit", data={**typed, "phone": "call me", "email": "anna@"})
    assert refused.status_code == 422
    assert "is not a complete e-mail address" in refused.text
    assert "with its country code" in refused.text
    sent = organiser_client.post(
        f"{one}/edit", data={**typed, "phone": "7012 3456", "office_id": "999", "languages": "Mongolian, en"}
    )
    assert sent.status_code == 303, sent.text
    person = session.get_one(Person, records["people"])
    assert (person.sex, person.agency_id, person.email, person.languages) == (
        Sex.MALE,
        records["agencies"],
        "",
        ["mn", "en"],
    )


def test_a_new_person_belongs_to_ones_own_office(session: Session, office: Office, organiser_client: Browser) -> None:
    other = make_office(session)
    session.commit()
    typed = {"full_name": "Ana Sousa", "sex": "unknown", "office_id": str(other.id)}
    assert organiser_client.post("/people/new", data=typed).status_code == 303
    assert session.scalars(select(Person.office_id)).one() == office.id


def test_headquarters_chooses_the_office(session: Session, office: Office, administrator_client: Browser) -> None:
    make_office(session)
    session.commit()
    assert 'name="office"' in administrator_client.get("/people/new").text
    typed = {"full_name": "Ana Sousa", "sex": "unknown", "office": str(office.id)}
    assert administrator_client.post("/people/new", data=typed).status_code == 303
    assert administrator_client.post("/people/new", data={**typed, "office": "0"}).status_code == 422


@pytest.mark.parametrize(
    ("register", "field"), [("agencies", "name"), ("people", "full_name"), ("projects", "title"), ("topics", "label")]
)
def test_who_was_slower_sees_both(
    records: dict[str, int], organiser_client: Browser, register: str, field: str
) -> None:
    edit = f"/{register}/{records[register]}/edit"
    opened = {"version": "1", "type": "ngo", "sex": "unknown"}
    assert organiser_client.post(edit, data={**opened, field: "First"}).status_code == 303
    slower = organiser_client.post(edit, data={**opened, field: "Second"})
    assert slower.status_code == 409
    assert 'value="Second"' in slower.text
    assert '<dd dir="auto">First</dd>' in slower.text
    again = organiser_client.post(edit, data={**opened, field: "Second", "version": "2"})
    assert again.status_code == 303


def test_only_what_nothing_refers_to_is_deleted(
    session: Session, records: dict[str, int], organiser_client: Browser
) -> None:
    one = f"/agencies/{records['agencies']}"
    person = session.get_one(Person, records["people"])
    person.agency_id = records["agencies"]
    session.commit()
    asked, stays = organiser_client.get(f"{one}/delete"), organiser_client.post(f"{one}/delete")
    assert stays.status_code == 409
    for page in (asked, stays):
        assert "is in use" in page.text
        assert "Bat Erdene" in page.text
        assert ">Delete</button>" not in page.text
    person.agency_id = None
    session.commit()
    assert "Delete Organisation internationale" in organiser_client.get(f"{one}/delete").text
    assert organiser_client.post(f"{one}/delete").location == "/agencies"
    assert organiser_client.get(one).status_code == 410
    assert session.scalars(select(Topic)).all() != []
