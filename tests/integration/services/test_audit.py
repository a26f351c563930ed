"""Who did what stands in the trail, whichever service did it (threat G6)."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tests.factories import make_office, make_user
from workshops.domain.access import Actor
from workshops.domain.enums import AgencyRole, AgencyType, DatePrecision, Origin, Role, WorkshopType
from workshops.models import Agency, AuditEntry, Contact, Funding, Topic, Workshop, WorkshopAgency
from workshops.services import audit


def make_workshop(session: Session, **given: object) -> Workshop:
    workshop = Workshop(
        **{
            "uid": "test",
            "reference": "MNG-2013-001",
            "office_id": make_office(session).id,
            "title": "Training of border guards",
            "type": WorkshopType.WORKSHOP,
            **given,
        }
    )
    session.add(workshop)
    session.flush()
    return workshop


def make_agency(session: Session, name: str) -> Agency:
    agency = Agency(name=name, type=AgencyType.GOVERNMENT, folded_name=name.lower())
    session.add(agency)
    session.flush()
    return agency


def entries(session: Session, entity: str) -> list[AuditEntry]:
    return list(session.scalars(select(AuditEntry).where(AuditEntry.entity == entity).order_by(AuditEntry.id)))


def told(entry: AuditEntry) -> tuple[str, str, object, object]:
    return entry.action, entry.field, entry.before, entry.after


def test_a_change_is_told_with_who_and_through_which_door(session: Session) -> None:
    user = make_user(session)
    workshop = make_workshop(session)
    audit.act_as(session, Actor(user.id, user.name, Role.ORGANISER, user.office_id, Origin.PRESS_RELEASE, "7F3A09C1"))
    workshop.title = "Training of trainers"
    workshop.starts_on, workshop.starts_precision = date(2013, 5, 3), DatePrecision.DAY
    session.flush()
    created, *changes = entries(session, "workshop")
    assert created.action == "created"
    assert created.after["title"] == "Training of border guards"
    assert sorted(map(told, changes)) == [
        ("changed", "starts_on", None, "2013-05-03"),
        ("changed", "starts_precision", None, "day"),
        ("changed", "title", "Training of border guards", "Training of trainers"),
    ]
    for change in changes:
        assert (change.user_id, change.origin, change.request_id) == (user.id, Origin.PRESS_RELEASE, "7F3A09C1")
        assert change.workshop_id == change.entity_id == workshop.id
    assert changes[0].at == changes[1].at


def test_a_value_set_to_itself_is_no_change(session: Session) -> None:
    workshop = make_workshop(session)
    workshop.title = str(workshop.title)
    workshop.city = "Ulaanbaatar"
    workshop.city = ""
    session.flush()
    assert [told(entry)[0] for entry in entries(session, "workshop")] == ["created"]


def test_rows_of_a_workshop_are_told_under_it(session: Session) -> None:
    workshop, agency = make_workshop(session), make_agency(session, "Border Guard")
    workshop.agencies.append(WorkshopAgency(agency_id=agency.id, role=AgencyRole.HOST))
    workshop.fundings.append(Funding(agency_id=agency.id, amount=Decimal("1500.50"), currency="USD"))
    session.flush()
    workshop.agencies.clear()
    session.flush()
    host = {"workshop_id": workshop.id, "agency_id": agency.id, "role": "host"}
    assert [told(entry) for entry in entries(session, "workshop_agency")] == [
        ("created", "", None, host),
        ("deleted", "", host, None),
    ]
    funding = entries(session, "funding")[0]
    assert funding.after["amount"] == "1500.50"
    assert funding.workshop_id == workshop.id


def test_a_change_of_topics_is_told_before_and_after(session: Session) -> None:
    workshop = make_workshop(session)
    first, second = Topic(label="Visas", folded_label="visas"), Topic(label="Asylum", folded_label="asylum")
    session.add_all([first, second])
    workshop.topics.append(first)
    session.flush()
    workshop.topics = [second]
    session.flush()
    changes = [entry for entry in entries(session, "workshop") if entry.field == "topics"]
    assert [told(entry) for entry in changes] == [
        ("changed", "topics", [], [first.id]),
        ("changed", "topics", [first.id], [second.id]),
    ]


def test_personal_values_are_never_kept(session: Session) -> None:
    workshop = make_workshop(session)
    workshop.contacts.append(Contact(purpose="information", name="CANARY Anna", email="canary@example.org"))
    session.flush()
    workshop.contacts[0].email = "canary2@example.org"
    user = make_user(session, name="CANARY Bob")
    user.name = "CANARY Robert"
    session.flush()
    workshop.contacts.clear()
    session.flush()
    everything = session.scalars(select(AuditEntry)).all()
    assert ("changed", "email", None, None) in map(told, everything)
    assert "canary" not in str([told(entry) for entry in everything]).lower()


def test_a_change_by_nobody_is_refused(session: Session) -> None:
    workshop = make_workshop(session)
    del session.info["actor"]
    workshop.title = "Another"
    with pytest.raises(RuntimeError, match="nobody is named"):
        session.flush()


def test_a_change_past_the_trail_is_refused(session: Session) -> None:
    workshop = make_workshop(session)
    with pytest.raises(RuntimeError, match="change Workshop as records"):
        session.execute(update(Workshop).where(Workshop.id == workshop.id).values(title="Another"))


def test_what_is_undone_leaves_no_trace(session: Session) -> None:
    workshop = make_workshop(session)
    before = len(entries(session, "workshop"))
    with session.begin_nested() as attempt:
        workshop.title = "Another"
        session.flush()
        attempt.rollback()
    assert len(entries(session, "workshop")) == before
