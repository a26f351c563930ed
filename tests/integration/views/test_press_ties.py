"""Beside each name in a review stands what it is taken for in the registers."""

import re

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.conftest import counted_statements
from tests.factories import an_organiser
from tests.posting import form_on, registered
from workshops.domain.register_details import AgencyDetails, PersonDetails
from workshops.domain.register_ties import Tie
from workshops.domain.workshop import (
    AgencyRef,
    AgencyRow,
    ContactRow,
    ExpertRow,
    FunderRow,
    ParticipantRow,
    PersonRef,
    WorkshopDetails,
)
from workshops.extensions import db
from workshops.models import Agency, Office, PressRelease, Workshop
from workshops.services import agencies, people, press_drafts, press_people, press_ties, workshops

GABP = AgencyDetails(name="General Authority for Border Protection", acronym="GABP")
IOM = AgencyDetails(
    name="International Organization for Migration",
    acronym="IOM",
    translations={"fr": "Organisation internationale pour les migrations"},
    aliases=("OIM",),
)


@pytest.fixture
def known(session: Session, office: Office) -> dict[str, int]:
    by = an_organiser(session, office)
    made = {details.acronym: agencies.save(session, details=details, by=by).id for details in (GABP, IOM)}
    expert = people.save(session, details=PersonDetails(full_name="Anna Keller"), office_id=office.id, by=by)
    session.commit()
    return made | {"expert": expert.id}


def tied(session: Session, office: Office, name: str, acronym: str = "") -> Tie:
    ref = AgencyRef(name=name, acronym=acronym)
    details = WorkshopDetails(title="T", agencies=(AgencyRow(agency=ref),))
    return press_ties.ties(session, details, office_id=office.id, spelt=agencies.every_spelling(session)).agencies[ref]


@pytest.mark.parametrize(
    ("name", "acronym", "meant", "is_known"),
    [
        ("General Authority for Border Protection", "", "GABP", True),
        ("OIM", "", "IOM", True),
        ("Organisation internationale pour les migrations", "OIM", "IOM", True),
        ("GAPB", "", "GABP", False),
        ("MIO", "", "IOM", False),
        ("General Authority of Border Protections", "", "GABP", False),
        ("Autorité générale de protection des frontières", "GABP", "GABP", False),
    ],
)
def test_a_name_is_known_or_perhaps_one_that_is_known(
    session: Session, office: Office, known: dict[str, int], name: str, acronym: str, meant: str, is_known: bool
) -> None:
    tie = tied(session, office, name, acronym)
    assert (tie.id, tie.is_known) == (known[meant], is_known)


@pytest.mark.parametrize("name", ["Ministry of Health", "WHO", "International Maritime Body (IMO)"])
def test_another_name_is_new(session: Session, office: Office, known: dict[str, int], name: str) -> None:
    assert tied(session, office, name) == Tie()


def test_a_person_of_that_name_is_offered_and_never_taken(
    session: Session, office: Office, known: dict[str, int]
) -> None:
    row = ExpertRow(person=PersonRef(full_name="Anna Keller"))
    details = WorkshopDetails(title="T", experts=(row,))
    tie = press_ties.ties(session, details, office_id=office.id, spelt={}).people[row]
    assert (tie.id, tie.is_doubtful) == (known["expert"], True)
    assert press_ties.ties(session, details, office_id=office.id + 1, spelt={}).people[row] == Tie()


ENGAGED = ExpertRow(person=PersonRef(full_name="Kossi Agbeyome"), affiliation="Université de Lomé", country_code="TG")


@pytest.mark.parametrize(
    ("row", "is_known"),
    [
        (ExpertRow(person=PersonRef(full_name="Kossi Agbéyomé"), affiliation="Université de Lomé"), True),
        (ExpertRow(person=PersonRef(full_name="Kossi Agbéyomé"), affiliation="FAO"), False),
        (ExpertRow(person=PersonRef(full_name="Agbéyomé, K."), affiliation="Université de Lomé"), False),
        (ParticipantRow(person=PersonRef(full_name="Dr Kossi Agbeyomé")), False),
        (ContactRow(name="Kossi Agbéyomé", organisation="Université de Lomé"), True),
        (ContactRow(name="Cossi Agbéyomé"), False),
    ],
)
def test_a_person_is_known_by_name_and_institution_and_else_perhaps(
    session: Session, office: Office, row: ExpertRow | ParticipantRow | ContactRow, is_known: bool
) -> None:
    by = an_organiser(session, office)
    made = workshops.register(
        session, details=WorkshopDetails(title="T", experts=(ENGAGED,)), office_id=office.id, by=by
    )
    found = press_people.ties(session, [row], office_id=office.id, spelt={})[row]
    assert found == Tie(is_known, made.engagements[0].person_id, "Kossi Agbeyome", ("Université de Lomé",), "TG")
    assert found.is_doubtful is not is_known


def test_beside_a_person_stands_what_tells_them_from_others(
    organiser_client: Browser, session: Session, office: Office
) -> None:
    details = WorkshopDetails(title="T", experts=(ENGAGED,))
    workshops.register(session, details=details, office_id=office.id, by=an_organiser(session, office))
    session.commit()
    text = (
        "Officers trained in Lima\n\nThe IOM held a workshop in Lima, Peru, from 6 to 10 May 2024 for 20 officers. "
        "The training was led by Dr Kossi Agbéyomé of the University of Ghana.\n"
    )
    address = str(organiser_client.post("/press", data={"text": text}).location)
    page = organiser_client.get(address).text
    assert 'Université de Lomé</span>, <span dir="auto">Togo</span>)' in page
    button = re.search(r"take:experts:0:\d+", page)
    assert button is not None
    taken = organiser_client.post(address, data=form_on(page) | {"finding_action": button[0]}).text
    assert form_on(taken)["experts-0-person_name"] == "Kossi Agbeyome"
    assert "known:" in taken.partition('id="experts-0-person_name"')[0].rpartition("Kossi")[0][-600:]


def test_the_statements_do_not_grow_with_the_names(session: Session, office: Office, known: dict[str, int]) -> None:
    def counted(number: int) -> int:
        details = WorkshopDetails(
            title="T",
            agencies=tuple(AgencyRow(agency=AgencyRef(name=f"GAPB {n}")) for n in range(number)),
            funders=tuple(FunderRow(agency=AgencyRef(name=f"Fund {n}")) for n in range(number)),
            experts=tuple(ExpertRow(person=PersonRef(full_name=f"Anna {n}")) for n in range(number)),
        )
        with counted_statements(db.engine) as statements:
            press_ties.ties(session, details, office_id=office.id, spelt=agencies.every_spelling(session))
        return len(statements)

    assert counted(1) == counted(30) <= 5


def test_what_is_offered_can_be_taken(organiser_client: Browser, session: Session, known: dict[str, int]) -> None:
    text = "Officers trained in Lima\n\nThe GAPB held a workshop in Lima, Peru, from 6 to 10 May 2024 for 20 officers."
    address = str(organiser_client.post("/press", data={"text": text}).location)
    page = organiser_client.get(address).text
    button = f"take:agencies:0:{known['GABP']}"
    assert f'value="{button}"' in page
    assert "perhaps:" in page
    taken = organiser_client.post(address, data=form_on(page) | {"finding_action": button}).text
    assert "known:" in taken
    assert form_on(taken)["agencies-0-agency_name"] == "General Authority for Border Protection (GABP)"
    forged = organiser_client.post(address, data=form_on(page) | {"finding_action": "take:agencies:0:999"}).text
    assert form_on(forged)["agencies-0-agency_name"] == "GAPB"
    evidence = 'data-status="accepted">\n  <a class="evidence-link"'
    assert evidence in taken.partition('id="agencies-0-agency_name"')[0], "what the text says stays beside the name"
    undone = organiser_client.post(address, data=form_on(taken) | {"finding_action": "undo"}).text
    assert (form_on(undone)["agencies-0-agency_name"], form_on(undone)["agencies-0-agency_id"]) == ("GAPB", "")
    organiser_client.post(address, data=form_on(page) | {"finding_action": button})
    before = session.scalar(select(func.count()).select_from(Agency))
    registered(organiser_client, address, form_on(taken) | {"title": "Officers trained in Lima"})
    assert session.scalars(select(Workshop)).one().agencies[0].agency_id == known["GABP"]
    assert session.scalar(select(func.count()).select_from(Agency)) == before


def test_an_amount_stays_with_its_funder_when_a_record_is_taken_for_that(
    organiser_client: Browser, session: Session, known: dict[str, int]
) -> None:
    text = (
        "Officers trained in Lima\n\nThe Ministry of Justice held a workshop in Lima, Peru, from 6 to 10 May 2024 for "
        "20 officers. The GAPB provided 50,000 euros for it."
    )
    address = str(organiser_client.post("/press", data={"text": text}).location)
    page = organiser_client.get(address).text
    assert form_on(page)["funders-0-amount"].startswith("50")
    button = f"take:funders:0:{known['GABP']}"
    organiser_client.post(address, data=form_on(page) | {"finding_action": button})
    session.expire_all()
    (release,) = session.scalars(select(PressRelease))
    funders = press_drafts.draft(session, release).funders
    assert [(row.agency.name, row.agency.acronym, row.amount, row.currency) for row in funders] == [
        (GABP.name, "GABP", 50_000, "EUR")
    ]


@pytest.mark.parametrize(
    ("town", "said"),
    [
        ("Oulan-Bator, Mongolia", '<span lang="en">Ulan Bator</span> (Mongolia)'),
        ("Accra, Mongolia", "A town of this name is known in: Ghana."),
    ],
)
def test_beside_the_town_stands_which_one_is_meant(organiser_client: Browser, town: str, said: str) -> None:
    text = f"Officers trained\n\nThe IOM held a workshop in {town}, from 6 to 10 May 2024 for 20 officers."
    address = str(organiser_client.post("/press", data={"text": text}).location)
    form = form_on(organiser_client.get(address).text) | {"city": town.split(",")[0], "country_code": "Mongolia"}
    form["finding_action"] = "undo"
    assert said in organiser_client.post(address, data=form).text
