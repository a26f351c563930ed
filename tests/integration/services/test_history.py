"""The history of a workshop is readable: people, names and values instead of numbers and codes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.conftest import counted_statements
from tests.factories import make_office, make_user
from workshops.domain.access import Actor
from workshops.domain.enums import AgencyRole, Origin, Role, WorkshopType
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import AgencyRef, AgencyRow, FunderRow, TopicRef, WorkshopDetails
from workshops.errors import NotFound
from workshops.models import Base, Office, User
from workshops.record_labels import FIELDS, RECORDS
from workshops.services import audit, workshops
from workshops.services.history import Codes, Said, history_of_workshop

DETAILS = WorkshopDetails(title="Training of border guards", starts_on=PartialDate(2013, 5, 3), country_code="MN")


def actor_of(user: User, request_id: str) -> Actor:
    return Actor(user.id, user.name, Role.ORGANISER, user.office_id, Origin.FORM, request_id)


@pytest.fixture
def organiser(session: Session, office: Office) -> User:
    return make_user(session, office=office, name="Maria Silva")


def registered(session: Session, organiser: User) -> str:
    by = actor_of(organiser, "AAAA0001")
    audit.act_as(session, by)
    return workshops.register(session, details=DETAILS, office_id=organiser.office_id, by=by).reference


def changed(session: Session, organiser: User, reference: str, request_id: str = "AAAA0002", **what: object) -> None:
    by = actor_of(organiser, request_id)
    audit.act_as(session, by)
    version = workshops.find(session, reference=reference, by=by).version
    workshops.update(session, reference=reference, details=replace(DETAILS, **what), expected_version=version, by=by)


def test_steps_stand_newest_first_with_names_and_values(session: Session, organiser: User) -> None:
    reference = registered(session, organiser)
    changed(
        session,
        organiser,
        reference,
        starts_on=PartialDate(2013, 5, 4),
        country_code="PT",
        type=WorkshopType.SEMINAR,
        topics=(TopicRef(label="Visas"),),
        agencies=(AgencyRow(agency=AgencyRef(name="Border Guard"), role=AgencyRole.HOST),),
        funders=(FunderRow(agency=AgencyRef(name="Fund 1035"), amount=Decimal("500"), currency="USD"),),
    )
    page = history_of_workshop(session, reference=reference, by=actor_of(organiser, ""))
    newest, oldest = page.rows
    assert (newest.who, newest.origin, page.total) == ("Maria Silva", Origin.FORM, 2)
    assert [(change.action, change.record) for change in oldest.changes][0] == ("created", "Workshop")
    told = {change.field: (change.before, change.after) for change in newest.changes if change.field}
    assert told["First day"] == (date(2013, 5, 3), date(2013, 5, 4))
    assert told["Type"] == (WorkshopType.WORKSHOP, WorkshopType.SEMINAR)
    assert told["Topics"] == ((), ("Visas",))
    assert told["Country"] == (Codes("countries", ("MN",)), Codes("countries", ("PT",)))
    rows = {change.record: change.content for change in newest.changes if not change.field}
    assert rows["Agency"] == (Said("Agency", ("Border Guard",)), Said("Role", AgencyRole.HOST))
    assert Said("Amount", Decimal("500.00")) in rows["Funder"]


def test_the_page_words_it(organiser_client: Browser, session: Session) -> None:
    reference = registered(session, organiser_client.user)
    funders = (FunderRow(agency=AgencyRef(name="Fund 1035"), amount=Decimal("12500.50"), currency="USD"),)
    new = {"title": "<b>Training</b> of trainers", "country_code": "PT", "funders": funders}
    changed(session, organiser_client.user, reference, **new)
    session.commit()
    page = organiser_client.get(f"/workshops/{reference}/history")
    assert page.status_code == 200
    assert "Mongolia" in page.text
    assert "Portugal" in page.text
    assert "<bdi>12,500.50</bdi>" in page.text
    assert "&lt;b&gt;Training&lt;/b&gt; of trainers" in page.text


def test_another_office_sees_nothing(session: Session, organiser: User) -> None:
    reference = registered(session, organiser)
    stranger = Actor(None, "Stranger", Role.ORGANISER, make_office(session).id)
    with pytest.raises(NotFound):
        history_of_workshop(session, reference=reference, by=stranger)
    with pytest.raises(NotFound):
        history_of_workshop(session, reference="MNG-2013-999", by=stranger)


def test_a_long_history_comes_in_pages_with_few_statements(session: Session, organiser: User) -> None:
    reference = registered(session, organiser)
    for number in range(25):
        changed(session, organiser, reference, f"BBBB{number:04}", title=f"Title {number}")
    with counted_statements(session.get_bind().engine) as statements:
        first = history_of_workshop(session, reference=reference, by=actor_of(organiser, ""))
    second = history_of_workshop(session, reference=reference, by=actor_of(organiser, ""), page=2)
    assert (first.total, first.pages, len(first.rows), len(second.rows)) == (26, 2, 20, 6)
    assert first.rows[0].changes[0].after == "Title 24"
    assert len(statements) <= 5


def test_every_column_of_the_record_has_a_name_for_people() -> None:
    for mapper in Base.registry.mappers:
        table = mapper.class_.__tablename__
        if table in RECORDS:
            told = {*audit.told_columns(mapper), *audit.told_lists(mapper)}
            assert told <= set(FIELDS), f"{table}: name {told - set(FIELDS)} in record_labels.py"


def test_every_table_that_names_a_workshop_has_a_name_for_people() -> None:
    tables = {m.class_.__tablename__ for m in Base.registry.mappers if "workshop_id" in m.columns}
    assert tables - {"audit_entry"} <= set(RECORDS)
