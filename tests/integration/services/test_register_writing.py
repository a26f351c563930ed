"""Adding, changing and deleting records of the registers."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.factories import an_organiser, make_office
from workshops.domain.access import Actor
from workshops.domain.enums import AgencyType, RecordKind, Role, Sex
from workshops.domain.register_details import AgencyDetails, PersonDetails, ProjectDetails, TopicDetails
from workshops.domain.workshop import AgencyRef, AgencyRow, TopicRef, WorkshopDetails
from workshops.errors import Conflict, Invalid, NotFound
from workshops.models import Agency, Topic
from workshops.models.spelling import spelling
from workshops.services import agencies, people, projects, topics, workshops
from workshops.services.deleting import delete
from workshops.services.register_writing import StaleRecord

GUARD = AgencyDetails(
    name="Border Guard",
    acronym="BG",
    translations={"fr": "Garde-frontière"},
    aliases=("Frontier Guard",),
    type=AgencyType.GOVERNMENT,
    country_code="MN",
    website="https://bpo.gov.mn",
    language="fr",
)


@pytest.fixture
def by(session: Session) -> Actor:
    return an_organiser(session, make_office(session))


def found(session: Session, name: str, by: Actor) -> Agency | None:
    return next(iter(agencies.suggest(session, name, by=by)), None)


def test_an_agency_is_kept_as_told_and_found_by_all_its_names(session: Session, by: Actor) -> None:
    parent = AgencyRef(name="Ministry of Justice (MOJ)")
    agency = agencies.save(session, details=AgencyDetails(**{**as_dict(GUARD), "parent": parent}), by=by)
    assert (agency.type, agency.country_code, agency.language, agency.parent and agency.parent.acronym) == (
        AgencyType.GOVERNMENT,
        "MN",
        "fr",
        "MOJ",
    )
    for name in ("Border Guard", "bg", "garde frontiere", "Frontier G", "Border Guard (BG)"):
        assert found(session, name, by) is agency


def as_dict(details: AgencyDetails) -> dict[str, object]:
    return {name: getattr(details, name) for name in details.__dataclass_fields__}


def test_a_former_name_stays_and_a_removed_one_goes(session: Session, by: Actor) -> None:
    agency = agencies.save(session, details=GUARD, by=by)
    renamed = AgencyDetails(name="Border Police", acronym="BP")
    agencies.save(session, details=renamed, agency_id=agency.id, version=agency.version, by=by)
    assert agency.aliases == ["Border Guard"]
    assert found(session, "Border Guard", by) is agency
    assert found(session, "Frontier Guard", by) is None


def test_two_records_do_not_share_a_name(session: Session, by: Actor) -> None:
    agencies.save(session, details=GUARD, by=by)
    for name in ("BORDER GUARD", "Frontier guard", "Garde frontière"):
        with pytest.raises(Invalid) as refused:
            agencies.save(session, details=AgencyDetails(name=name), by=by)
        assert refused.value.problems[0].field == "name"
    topics.save(session, details=TopicDetails(label="Document fraud", code="FRAUD"), by=by)
    with pytest.raises(Invalid) as refused:
        topics.save(session, details=TopicDetails(label="Forgery", code="fraud"), by=by)
    assert refused.value.problems[0].field == "code"


def test_who_was_slower_overwrites_nothing(session: Session, by: Actor) -> None:
    agency = agencies.save(session, details=GUARD, by=by)
    opened_at = agency.version
    agencies.save(session, details=AgencyDetails(name="Border Police"), agency_id=agency.id, version=opened_at, by=by)
    with pytest.raises(StaleRecord):
        agencies.save(session, details=GUARD, agency_id=agency.id, version=opened_at, by=by)
    assert agency.name == "Border Police"


def test_no_agency_stands_above_itself(session: Session, by: Actor) -> None:
    top = agencies.save(session, details=AgencyDetails(name="Ministry"), by=by)
    below = agencies.save(session, details=AgencyDetails(name="Office", parent=AgencyRef(name="Ministry")), by=by)
    details = AgencyDetails(name="Ministry", parent=AgencyRef(name="Office", id=below.id))
    with pytest.raises(Invalid):
        agencies.save(session, details=details, agency_id=top.id, by=by)


def test_no_topic_stands_above_itself(session: Session, by: Actor) -> None:
    topic = topics.save(session, details=TopicDetails(label="Migration"), by=by)
    details = TopicDetails(label="Migration", parent=TopicRef(label="Migration"))
    with pytest.raises(Invalid):
        topics.save(session, details=details, topic_id=topic.id, by=by)


def test_a_project_keeps_its_funders_once(session: Session, by: Actor) -> None:
    funders = (AgencyRef(name="IOM Development Fund"), AgencyRef(name="iom development fund"))
    project = projects.save(session, details=ProjectDetails(title="Border management", funders=funders), by=by)
    assert [agency.name for agency in project.funders] == ["IOM Development Fund"]
    assert list(projects.suggest(session, "bord", by=by)) == [project]


def test_a_person_is_kept_in_the_office(session: Session, by: Actor) -> None:
    details = PersonDetails(full_name="Bat Erdene", native_name="Бат-Эрдэнэ", sex=Sex.MALE, nationality="MN")
    person = people.save(session, details=details, office_id=by.office_id, by=by)
    assert list(people.suggest(session, "бат", by=by)) == [person]
    people.save(
        session, details=PersonDetails(full_name="Bat Erdene"), person_id=person.id, version=person.version, by=by
    )
    assert (person.sex, person.nationality, person.native_name) == (Sex.UNKNOWN, None, "")


def test_what_nothing_refers_to_can_be_deleted_with_its_spellings(session: Session, by: Actor) -> None:
    agency = agencies.save(session, details=GUARD, by=by)
    topic = topics.save(session, details=TopicDetails(label="Document fraud"), by=by)
    project = projects.save(
        session, details=ProjectDetails(title="Border management", funders=(AgencyRef(name="Fund"),)), by=by
    )
    person = people.save(session, details=PersonDetails(full_name="Bat Erdene"), office_id=by.office_id, by=by)
    for kind, record, name in (
        (RecordKind.AGENCY, agency, "Border Guard"),
        (RecordKind.TOPIC, topic, "Document fraud"),
        (RecordKind.PROJECT, project, "Border management"),
        (RecordKind.PERSON, person, "Bat Erdene"),
    ):
        assert delete(session, kind=kind, record_id=record.id, by=by).title == name
    assert session.scalars(select(spelling.c.folded)).all() == ["fund"]
    assert found(session, "Border", by) is None
    assert list(people.suggest(session, "bat", by=by)) == []


def test_what_another_office_uses_can_not_be_deleted(session: Session, by: Actor) -> None:
    agency = agencies.save(session, details=GUARD, by=by)
    office = make_office(session)
    rows = (AgencyRow(agency=AgencyRef(name="Border Guard")),)
    details = WorkshopDetails(title="Document fraud", agencies=rows, topics=(TopicRef(label="Fraud"),))
    workshops.register(session, details=details, office_id=office.id, by=an_organiser(session, office))
    topic_id = session.scalars(select(Topic.id)).one()
    with pytest.raises(Conflict):
        delete(session, kind=RecordKind.AGENCY, record_id=agency.id, by=by)
    with pytest.raises(Conflict):
        delete(session, kind=RecordKind.TOPIC, record_id=topic_id, by=by)
    assert session.scalar(select(func.count(Agency.id))) == 1


def test_a_viewer_changes_nothing(session: Session, by: Actor) -> None:
    agency = agencies.save(session, details=GUARD, by=by)
    viewer = Actor(user_id=None, name="Maria Silva", role=Role.VIEWER, office_id=by.office_id)
    for act in (
        lambda: agencies.save(session, details=GUARD, agency_id=agency.id, by=viewer),
        lambda: delete(session, kind=RecordKind.AGENCY, record_id=agency.id, by=viewer),
        lambda: people.save(session, details=PersonDetails(full_name="Bat"), office_id=viewer.office_id, by=viewer),
    ):
        with pytest.raises(NotFound):
            act()
