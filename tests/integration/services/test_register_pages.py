"""Lists and pages of the registers: what is shown, to whom, with how many statements."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from tests.conftest import counted_statements
from tests.factories import an_organiser, make_office
from workshops.domain.access import Actor
from workshops.domain.enums import AgencyRole, AgencyType, RecordKind
from workshops.domain.partial_date import PartialDate
from workshops.domain.register_details import AgencyDetails, PersonDetails
from workshops.domain.register_filter import RegisterFilter, RegisterSort
from workshops.domain.workshop import (
    AgencyRef,
    AgencyRow,
    ExpertRow,
    FunderRow,
    ParticipantRow,
    PersonRef,
    ProjectRef,
    QuoteRow,
    TopicRef,
    WorkshopDetails,
)
from workshops.errors import NotFound
from workshops.extensions import db
from workshops.models import Agency, Office, Project, Topic, Workshop
from workshops.services import agencies, agency_pages, people, person_pages, project_pages, topic_pages, workshops
from workshops.services.deleting import delete

ALL = RegisterFilter()
TODAY = date(2026, 11, 21)
IOM = AgencyRef(name="International Organization for Migration", acronym="IOM")
GUARD = AgencyRef(name="Border Guard")
BAT = ParticipantRow(person=PersonRef(full_name="Bat Erdene"), agency=GUARD)


def register(session: Session, office: Office, year: int = 2024) -> Workshop:
    """A workshop in which each register has a part."""
    details = WorkshopDetails(
        title=f"Document fraud {year}",
        starts_on=PartialDate(year, 5),
        ends_on=PartialDate(year, 5),
        country_code="MN",
        agencies=(AgencyRow(agency=IOM, role=AgencyRole.ORGANISER), AgencyRow(agency=GUARD, role=AgencyRole.HOST)),
        funders=(FunderRow(agency=IOM, amount=Decimal(1000), currency="USD"),),
        experts=(ExpertRow(person=PersonRef(full_name="Bat Erdene"), affiliation="Border Guard"),),
        participants=(BAT,),
        quotes=(QuoteRow(text="It works.", speaker_name="Bat Erdene"),),
        project=ProjectRef(title="Border management"),
        topics=(TopicRef(label="Document fraud"),),
    )
    return workshops.register(session, details=details, office_id=office.id, by=an_organiser(session, office))


@pytest.fixture
def here(session: Session) -> Actor:
    """An organiser of an office with one workshop; another office has one with the same agencies."""
    office = make_office(session)
    register(session, office)
    register(session, make_office(session), 2023)
    return an_organiser(session, office)


def only(session: Session, model: type[Agency | Project | Topic], **named: str) -> int:
    [(column, value)] = named.items()
    record = session.query(model).filter(getattr(model, column) == value).one()
    return record.id


def test_the_list_of_agencies_counts_the_workshops_open_to_the_reader(session: Session, here: Actor) -> None:
    page = agency_pages.listed(session, ALL, number=1, by=here)
    assert [(agency.name, count) for agency, count in page.rows] == [("Border Guard", 1), (IOM.name, 1)]
    headquarters = Actor(user_id=None, name="Maria Silva", role=here.role, office_id=None)
    assert [count for _agency, count in agency_pages.listed(session, ALL, number=1, by=headquarters).rows] == [2, 2]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (RegisterFilter(text="iom"), [IOM.name]),
        (RegisterFilter(text="bór"), ["Border Guard"]),
        (RegisterFilter(text="%"), []),
        (RegisterFilter(agency_type=AgencyType.NGO), []),
        (RegisterFilter(country_code="MN"), []),
        (RegisterFilter(sort=RegisterSort.NEWEST), None),
        (RegisterFilter(sort=RegisterSort.USED), ["Border Guard", IOM.name]),
    ],
)
def test_the_list_of_agencies_is_filtered_and_sorted(
    session: Session, here: Actor, wanted: RegisterFilter, names: list[str] | None
) -> None:
    found = [agency.name for agency, _count in agency_pages.listed(session, wanted, number=99, by=here).rows]
    assert found == names if names is not None else len(found) == 2


def test_the_page_of_an_agency_says_its_roles_and_nothing_of_other_offices(session: Session, here: Actor) -> None:
    page = agency_pages.page(session, agency_id=only(session, Agency, acronym="IOM"), number=1, by=here)
    [line] = page.workshops.page.rows
    assert (line.title, line.starts_on, line.roles) == (
        "Document fraud 2024",
        PartialDate(2024, 5),
        ("Organiser", "Funder"),
    )
    assert page.workshops.totals == (("Organiser", 1), ("Funder", 1))
    guard = agency_pages.page(session, agency_id=only(session, Agency, name="Border Guard"), number=1, by=here)
    assert guard.workshops.page.rows[0].roles == ("Host", "Sent participants")
    assert [person.full_name for person in guard.people] == ["Bat Erdene"]
    assert guard.people_total == 1


def test_the_page_of_a_person_says_every_part_they_had(session: Session, here: Actor) -> None:
    [(person, count)] = person_pages.listed(session, ALL, number=1, by=here).rows
    assert count == 1
    page = person_pages.page(session, person_id=person.id, number=1, by=here)
    [line] = page.workshops.page.rows
    assert line.roles == ("Resource person", "Participant", "Registered", "Quoted")


def test_people_of_another_office_are_not_there(session: Session, here: Actor) -> None:
    there = an_organiser(session, make_office(session))
    [(person, _count)] = person_pages.listed(session, ALL, number=1, by=here).rows
    assert person_pages.listed(session, ALL, number=1, by=there).total == 0
    with pytest.raises(NotFound):
        person_pages.page(session, person_id=person.id, number=1, by=there)
    with pytest.raises(NotFound):
        people.save(session, details=PersonDetails(full_name="X"), person_id=person.id, version=1, by=there)
    with pytest.raises(NotFound):
        people.save(session, details=PersonDetails(full_name="X"), office_id=here.office_id, by=there)
    with pytest.raises(NotFound):
        delete(session, kind=RecordKind.PERSON, record_id=person.id, by=there)


def test_projects_and_topics_list_their_workshops(session: Session, here: Actor) -> None:
    [(project, in_project)] = project_pages.listed(session, ALL, number=1, by=here).rows
    [(topic, about_topic)] = topic_pages.listed(session, ALL, number=1, by=here).rows
    assert (in_project, about_topic) == (1, 1)
    project_page = project_pages.page(session, project_id=project.id, number=1, today=TODAY, by=here)
    assert project_page.money == [("USD", Decimal(1000))]
    topic_page = topic_pages.page(session, topic_id=topic.id, number=1, by=here)
    for involvement in (project_page.workshops, topic_page.workshops):
        assert [line.title for line in involvement.page.rows] == ["Document fraud 2024"]
        assert involvement.totals == ()


def test_nothing_is_found_where_there_is_nothing(session: Session, here: Actor) -> None:
    for find in (
        lambda: agency_pages.page(session, agency_id=99_999, number=1, by=here),
        lambda: person_pages.page(session, person_id=99_999, number=1, by=here),
        lambda: project_pages.page(session, project_id=99_999, number=1, today=TODAY, by=here),
        lambda: topic_pages.page(session, topic_id=99_999, number=1, by=here),
    ):
        with pytest.raises(NotFound):
            find()


def test_lists_and_pages_take_a_fixed_number_of_statements(session: Session, here: Actor) -> None:
    agency_id = only(session, Agency, name="Border Guard")
    [(person, _count)] = person_pages.listed(session, ALL, number=1, by=here).rows
    project_id, topic_id = (
        only(session, Project, title="Border management"),
        only(session, Topic, label="Document fraud"),
    )
    person_id, office = person.id, session.get_one(Office, here.office_id)
    looks: dict[str, Callable[[], object]] = {
        "agencies": lambda: agency_pages.listed(session, ALL, number=1, by=here),
        "people": lambda: person_pages.listed(session, ALL, number=1, by=here),
        "projects": lambda: project_pages.listed(session, ALL, number=1, by=here),
        "topics": lambda: topic_pages.listed(session, ALL, number=1, by=here),
        "agency": lambda: agency_pages.page(session, agency_id=agency_id, number=1, by=here),
        "person": lambda: person_pages.page(session, person_id=person_id, number=1, by=here),
        "project": lambda: project_pages.page(session, project_id=project_id, number=1, today=TODAY, by=here),
        "topic": lambda: topic_pages.page(session, topic_id=topic_id, number=1, by=here),
    }
    few = {name: statements_of(session, look) for name, look in looks.items()}
    for year in range(2010, 2016):
        register(session, office, year)
        agencies.save(session, details=AgencyDetails(name=f"Agency {year}", parent=GUARD), by=here)
        people.save(
            session, details=PersonDetails(full_name=f"Person {year}", agency=IOM), office_id=office.id, by=here
        )
    many = {name: statements_of(session, look) for name, look in looks.items()}
    assert many == few
    assert max(many.values()) <= 9


def statements_of(session: Session, look: Callable[[], object]) -> int:
    session.expunge_all()
    with counted_statements(db.engine) as statements:
        look()
    return len(statements)
