"""A second press release on a workshop is recognised, added as a source, and compared value by value."""

import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.conftest import counted_statements
from tests.factories import an_organiser
from tests.posting import form_on, registered
from workshops.domain.enums import FindingStatus, PressReleaseStatus
from workshops.domain.register_details import AgencyDetails
from workshops.extensions import db
from workshops.models import Finding, Office, PressRelease, Workshop
from workshops.services import agencies
from workshops.services.workshop_reading import details_of

ENGLISH = (
    "Officers trained in Lima\n\nThe IOM held a workshop in Lima, Peru, from 6 to 10 May 2024 for 20 officers. "
    '"We learnt much," said Anna Keller, head of the service.'
)
SPANISH = (
    "La OIM capacita a oficiales en Lima\n\nLima, 11 de mayo de 2024. La OIM organizó un taller en Lima, Perú, del 6 "
    "al 10 de mayo de 2024 para 24 oficiales."
)


@pytest.fixture
def workshop(organiser_client: Browser, session: Session) -> Workshop:
    address = str(organiser_client.post("/press", data={"text": ENGLISH}).location)
    sent = form_on(organiser_client.get(address).text) | {"title": "Officers trained in Lima"}
    registered(organiser_client, address, sent)
    return session.scalars(select(Workshop)).one()


@pytest.fixture
def second(organiser_client: Browser, workshop: Workshop) -> str:
    """The Spanish text on the same workshop, handed over right afterwards."""
    return str(organiser_client.post("/press", data={"text": SPANISH}).location)


def add(browser: Browser, second: str, workshop: Workshop) -> str:
    browser.post(f"{second}/add-source", data={"reference": workshop.reference})
    return browser.get(second).text


def release(session: Session, second: str) -> PressRelease:
    session.expire_all()
    return session.get_one(PressRelease, int(second.rpartition("/")[2]))


def test_it_is_recognised_and_added_without_a_change_of_the_record(
    organiser_client: Browser, workshop: Workshop, second: str, session: Session
) -> None:
    before = (workshop.version, workshop.title)
    page = organiser_client.get(second).text
    assert "Perhaps this is a workshop that is registered already:" in page
    assert "Add as a further source" in page
    page = add(organiser_client, second, workshop)
    assert "This press release is a source of:" in page
    found = release(session, second)
    assert (found.status, found.workshop_id) == (PressReleaseStatus.ACCEPTED, workshop.id)
    assert (workshop.version, workshop.title) == before
    shown = organiser_client.get(f"/workshops/{workshop.reference}").text
    assert f'href="{second}"' in shown
    asked = len(re.findall('name="finding_id"', page)) // 2  # to take over or to keep
    assert f"values to compare: {asked}<" in shown


def test_what_was_typed_into_the_record_since_is_not_to_compare(
    organiser_client: Browser, workshop: Workshop, second: str, session: Session
) -> None:
    page = add(organiser_client, second, workshop)
    record = f"/workshops/{workshop.reference}"
    count = int(re.findall(r"values to compare: (\d+)<", organiser_client.get(record).text)[0])
    edited = form_on(organiser_client.get(f"{record}/edit").text) | {"headcount_unknown": "24"}
    organiser_client.post(f"{record}/edit", data=edited)
    assert f"values to compare: {count - 1}<" in organiser_client.get(record).text
    assert (
        len(re.findall('name="finding_id"', organiser_client.get(second).text)) == page.count('name="finding_id"') - 2
    )


def test_values_stand_side_by_side_with_their_sources_and_can_be_taken_over(
    organiser_client: Browser, workshop: Workshop, second: str, session: Session
) -> None:
    page = add(organiser_client, second, workshop)
    sides = r"20</span>.*Officers trained in Lima</small>.*<span[^>]*>24</span>.*<q[^>]*>24 oficiales</q>"
    assert re.search(sides, page, re.DOTALL), "the value that would be taken, and its words"
    assert "Target audience" in page
    number = next(one for one in release(session, second).findings if one.field == "participants_count")
    sent = {"finding_id": str(number.id), "version": str(workshop.version)}
    organiser_client.post(f"{second}/take-over", data=sent | {"version": "0"})
    assert "changed meanwhile" in organiser_client.get(second).text
    organiser_client.post(f"{second}/take-over", data=sent)
    session.expire_all()
    assert workshop.unknown == 24
    assert workshop.city == "Lima"
    page = organiser_client.get(second).text
    assert f"Taken over into {workshop.reference}." in page
    assert f'name="finding_id" value="{number.id}"' not in organiser_client.get(second).text
    organiser_client.post(f"{second}/unsettle", data=sent | {"version": str(workshop.version)})
    session.expire_all()
    assert workshop.unknown == 20
    assert f'name="finding_id" value="{number.id}"' in organiser_client.get(second).text


def test_days_that_were_taken_over_are_held_against_the_days_of_training(
    organiser_client: Browser, workshop: Workshop, session: Session
) -> None:
    later = ENGLISH.replace("6 to 10 May", "6 to 13 May").replace("Officers", "Guards")
    second = str(organiser_client.post("/press", data={"text": later}).location)
    page = organiser_client.get(second).text
    assert re.search(r"Alike in both:\s+the town,\s+the country,\s+the first day,", page)
    assert re.search(r"Different:\s+the last day,\s+days of training", page)
    add(organiser_client, second, workshop)
    end = next(one for one in release(session, second).findings if one.field == "end_date")
    organiser_client.post(f"{second}/take-over", data={"finding_id": end.id, "version": str(workshop.version)})
    assert "6–13 May 2024 are 8 days" in organiser_client.get(second).text


def test_a_press_release_is_said_to_be_about_a_workshop_by_hand(
    organiser_client: Browser, workshop: Workshop, session: Session
) -> None:
    text = "Nothing of days\n\nThe officers of the border were taught something new last year."
    other = str(organiser_client.post("/press", data={"text": text}).location)
    assert f'href="{other}/source"' in organiser_client.get(other).text
    assert workshop.reference not in organiser_client.get(f"{other}/source?q=Nairobi").text
    found = organiser_client.get(f"{other}/source?q=officers lima").text
    assert f'value="{workshop.reference}"' in found
    assert "This press release is a source of:" in add(organiser_client, other, workshop)


def test_a_title_in_another_language_becomes_a_translation(
    organiser_client: Browser, workshop: Workshop, second: str, session: Session
) -> None:
    page = add(organiser_client, second, workshop)
    assert "Title in Spanish" in page
    title = next(one for one in release(session, second).findings if one.field == "title")
    organiser_client.post(f"{second}/take-over", data={"finding_id": title.id, "version": str(workshop.version)})
    session.expire_all()
    assert workshop.title == "Officers trained in Lima"
    assert workshop.title_translations == {"es": "La OIM capacita a oficiales en Lima"}
    assert "Title in Spanish" not in organiser_client.get(second).text


def is_open(finding: Finding, field: str) -> bool:
    return finding.field == field and finding.status is FindingStatus.PROPOSED


def test_what_only_the_further_source_names_is_offered_for_adding(
    organiser_client: Browser, workshop: Workshop, session: Session, office: Office
) -> None:
    iom = workshop.agencies[0].agency
    known = AgencyDetails(name=iom.name, acronym=iom.acronym, aliases=("Organization for Migration",))
    agencies.save(session, details=known, agency_id=iom.id, version=iom.version, by=an_organiser(session, office))
    session.commit()
    more = (
        "Migration and police teach officers\n\nLima, 11 May 2024. The Organization for Migration and the National "
        "Police of Peru organised a workshop in Lima, Peru, from 6 to 10 May 2024 for 20 officers. It was funded by "
        "the Government of Japan.\n\n"
        '"Next year we shall go on with twice as many," said Luis Vega, head of training.'
    )
    third = str(organiser_client.post("/press", data={"text": more}).location)
    page = add(organiser_client, third, workshop)
    assert "What only this press release names" in page
    open_ones = {one.field: one for one in release(session, third).findings if one.status is FindingStatus.PROPOSED}
    assert {"organisers", "funders", "quotes"} <= set(open_ones)
    assert [one.value for one in release(session, third).findings if is_open(one, "organisers")] == [
        "National Police of Peru"
    ], "the other stands in the record, otherwise spelt"
    both = [open_ones["organisers"].id, open_ones["funders"].id]
    organiser_client.post(f"{third}/take-over", data={"finding_id": both, "version": str(workshop.version)})
    session.expire_all()
    assert "National Police of Peru" in [row.agency.name for row in workshop.agencies]
    assert [row.agency.name for row in workshop.fundings] == ["Government of Japan"]
    assert list(workshop.quotes) == []
    organiser_client.post(f"{third}/keep", data={"finding_id": [open_ones["quotes"].id]})
    assert "What only this press release names" not in organiser_client.get(third).text


def test_the_record_can_be_kept(organiser_client: Browser, workshop: Workshop, second: str, session: Session) -> None:
    add(organiser_client, second, workshop)
    ids = [str(finding.id) for finding in release(session, second).findings]
    sent = []
    for named in (ids[:1], ids):
        with counted_statements(db.engine) as statements:
            organiser_client.post(f"{second}/keep", data={"finding_id": named})
        sent.append(sum(one.startswith("SELECT") for one in statements))
    assert sent[0] == sent[1], "however many are decided on at once"
    assert organiser_client.post(f"{second}/keep", data={"finding_id": [*ids, "999999"]}).status_code == 404
    assert organiser_client.post(f"{second}/keep").status_code == 404
    assert "What the sources say differently" not in organiser_client.get(second).text
    assert "to compare" not in organiser_client.get(f"/workshops/{workshop.reference}").text
    assert workshop.unknown == 20


def test_a_source_that_was_none_is_to_review_again(
    organiser_client: Browser, workshop: Workshop, second: str, session: Session
) -> None:
    page = add(organiser_client, second, workshop)
    assert "Not this workshop after all" in page
    organiser_client.post(f"{second}/undo-registration")
    assert session.scalars(select(Workshop)).one().title, "undoing a registration never takes an older workshop"
    organiser_client.post(f"{second}/part")
    found = release(session, second)
    assert (found.status, found.workshop_id) == (PressReleaseStatus.TO_REVIEW, None)


def test_a_workshop_of_another_office_is_neither_offered_nor_open(
    organiser_client: Browser, workshop: Workshop, second: str, session: Session
) -> None:
    other = Office(code="LIM", name="Lima", country_code="PE", time_zone="America/Lima")
    session.add(other)
    session.flush()
    workshop.office_id = other.id
    session.commit()
    assert "Add as a further source" not in organiser_client.get(second).text
    assert organiser_client.post(f"{second}/add-source", data={"reference": workshop.reference}).status_code == 404


RABAT_EN = (
    "Statisticians trained in Rabat\n\nRABAT, Sept. 19, 2025 — Twenty-four statisticians completed today a four-day "
    "training on national accounts in Rabat, Morocco (Sept. 16-19). It was organized with the technical support of the "
    "United Nations Economic Commission for Africa (ECA) and funded by the International Monetary Fund (IMF).\n\n"
    "“This training will allow us to publish our accounts within forty-five days,” said Mr. Driss El Fassi, Director "
    "of National Accounts.\n\nMs. Hélène Lefèvre and Mr. Karim Ben Salah taught the course."
)
RABAT_FR = (
    "Formation à Rabat\n\nRabat, le 19 septembre 2025 – Une formation de quatre jours sur la comptabilité nationale a "
    "été organisée du mardi 16 au vendredi 19 septembre 2025 à Rabat, au Maroc, avec l'appui technique de la "
    "Commission économique des Nations Unies pour l'Afrique (CEA). La formation a été financée par le Fonds monétaire "
    "international (FMI).\n\n« Cette formation nous permettra de publier les comptes à quarante-cinq jours », a "
    "déclaré M. Driss El Fassi, directeur de la comptabilité nationale.\n\nLa formation était animée par Mme Hélène "
    "Lefèvre (Insee) et M. Karim Ben Salah."
)


def test_a_source_in_another_language_adds_nothing_twice_and_tells_where_an_expert_is_from(
    organiser_client: Browser, session: Session
) -> None:
    first = str(organiser_client.post("/press", data={"text": RABAT_EN}).location)
    registered(organiser_client, first, form_on(organiser_client.get(first).text))
    workshop = session.scalars(select(Workshop)).one()
    second = str(organiser_client.post("/press", data={"text": RABAT_FR}).location)
    page = add(organiser_client, second, workshop)
    findings = release(session, second).findings
    asked = {(one.field, str(one.value)) for one in findings if one.status is FindingStatus.PROPOSED}
    fields = {field for field, _value in asked}
    assert not fields & {"partners", "funders", "quotes", "date_text", "start_date"}, asked
    assert "Hélène Lefèvre (Insee)" in page
    one = next(one for one in findings if is_open(one, "experts"))
    sent = {"finding_id": str(one.id), "version": str(workshop.version)}
    organiser_client.post(f"{second}/take-over", data=sent)
    session.expire_all()
    experts = details_of(workshop).experts
    assert {row.person.full_name: row.affiliation for row in experts if row.person} == {
        "Hélène Lefèvre": "Insee",
        "Karim Ben Salah": "",
    }
    organiser_client.post(f"{second}/unsettle", data=sent | {"version": str(workshop.version)})
    session.expire_all()
    assert [row.affiliation for row in details_of(workshop).experts] == ["", ""]
