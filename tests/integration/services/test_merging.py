"""Merging agencies and people field by field, and taking them apart again."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.conftest import counted_statements
from tests.factories import an_organiser, make_office
from tests.integration.services.merges import AGENCY, PERSON, merged
from workshops.domain.access import Actor
from workshops.domain.register_details import AgencyDetails, PersonDetails
from workshops.domain.workshop import (
    AgencyRef,
    AgencyRow,
    WorkshopDetails,
)
from workshops.errors import Invalid, NotFound
from workshops.models import (
    Agency,
    AuditEntry,
    Workshop,
    WorkshopAgency,
)
from workshops.services import agencies, audit, deleted_records, people, undoing, workshops
from workshops.services.merging import compare, merge
from workshops.services.register_writing import StaleRecord
from workshops.services.search import matching_ids


def test_the_fuller_value_is_offered_and_what_points_is_counted(
    session: Session, two: tuple[Agency, Agency], chief: Actor
) -> None:
    guard, double = two
    shown = compare(session, kind=AGENCY, ids=(guard.id, double.id), by=chief)
    assert {shown.choices[name] for name in ("name", "type", "country_code", "website")} == {double.id}
    first = shown.sides[0]
    assert first.pointing == {"workshop": 2, "project": 1, "agency": 1, "person": 2}


def test_the_name_of_the_better_known_record_is_offered_before_a_longer_one(session: Session, chief: Actor) -> None:
    names = ("European Union", "Union européenne")
    union, stub = (agencies.save(session, details=AgencyDetails(name=name), by=chief) for name in names)
    shown = compare(session, kind=AGENCY, ids=(stub.id, union.id), by=chief)
    assert shown.choices["name"] == union.id


def test_all_that_pointed_to_either_points_to_the_one_that_stays(
    session: Session, two: tuple[Agency, Agency], chief: Actor, by: Actor
) -> None:
    guard, double = two
    act = merged(session, AGENCY, (guard.id, double.id), chief, acronym=guard.id)
    stays = session.get_one(Agency, act.record_id)
    gone = ({guard.id, double.id} - {stays.id}).pop()
    assert (stays.name, stays.acronym, stays.country_code) == ("General Border Guard", "BG", "MN")
    assert set(stays.aliases) == {"Frontier Guard", "Border Guard", "GBG"}
    hosts = session.execute(
        select(Workshop.title, func.count())
        .join(WorkshopAgency)
        .where(WorkshopAgency.agency_id == stays.id)
        .group_by(Workshop.title)
    ).all()
    assert sorted(hosts) == [("Both", 1), ("One", 1), ("Other", 1)]
    for name in ("Border Guard", "GBG", "garde frontiere", "Frontier Guard"):
        assert agencies.suggest(session, name, by=by)[0] is stays
    assert session.get(Agency, gone) is None
    assert deleted_records.merged_into(session, kind=AGENCY, record_id=gone) == stays.id
    lines = session.scalars(matching_ids(kind="workshop", query="general border")).all()
    assert len(lines) == 3


def test_who_was_slower_merges_nothing(session: Session, two: tuple[Agency, Agency], chief: Actor, by: Actor) -> None:
    guard, double = two
    shown = {guard.id: guard.version, double.id: double.version}
    agencies.save(session, details=AgencyDetails(name="Guard"), agency_id=guard.id, version=guard.version, by=by)
    with pytest.raises(StaleRecord):
        merge(session, kind=AGENCY, into_id=double.id, versions=shown, choices={}, by=chief)
    merged(session, AGENCY, (guard.id, double.id), chief)
    with pytest.raises(NotFound):
        merge(session, kind=AGENCY, into_id=double.id, versions=shown, choices={}, by=chief)


def test_agencies_are_merged_by_headquarters_and_people_by_their_office(
    session: Session, two: tuple[Agency, Agency], by: Actor
) -> None:
    ids = (two[0].id, two[1].id)
    with pytest.raises(NotFound):
        compare(session, kind=AGENCY, ids=ids, by=by)
    assert compare(session, kind=AGENCY, ids=ids, by=replace(by, office_id=None)).sides
    with pytest.raises(Invalid):
        compare(session, kind=AGENCY, ids=ids[:1], by=replace(by, office_id=None))
    other = make_office(session)
    here = people.save(session, details=PersonDetails(full_name="Bat"), office_id=by.office_id, by=by)
    there = people.save(
        session, details=PersonDetails(full_name="Bat"), office_id=other.id, by=an_organiser(session, other)
    )
    for who in (by, replace(by, office_id=None)):
        with pytest.raises(NotFound):
            compare(session, kind=PERSON, ids=(here.id, there.id), by=who)


def test_the_history_of_workshops_tells_of_the_merge_and_of_its_undoing(
    session: Session, two: tuple[Agency, Agency], chief: Actor
) -> None:
    told = select(AuditEntry.entity_id, AuditEntry.before, AuditEntry.after).where(
        AuditEntry.workshop_id.is_not(None), AuditEntry.field == "agency_id", AuditEntry.action == audit.CHANGED
    )
    act = merged(session, AGENCY, (two[0].id, two[1].id), chief)
    moved = {(row, before, after) for row, before, after in session.execute(told)}
    assert moved
    undoing.undo(session, act_id=act.id, by=chief)
    back = {(row, before, after) for row, before, after in session.execute(told)} - moved
    assert {(row, after, before) for row, before, after in back} == moved


def test_an_agency_of_many_workshops_is_merged_in_few_statements(session: Session, by: Actor, chief: Actor) -> None:
    def statements(number: int) -> int:
        names = (f"Agency {number} one", f"Agency {number} two")
        for index in range(number):
            rows = (AgencyRow(agency=AgencyRef(name=names[index % 2])),)
            details = WorkshopDetails(title=f"W{number} {index}", agencies=rows)
            workshops.register(session, details=details, office_id=by.office_id or 0, by=by)
        ids = tuple(session.scalars(select(Agency.id).where(Agency.name.in_(names))))
        with counted_statements(session.get_bind().engine) as sent:
            merged(session, AGENCY, ids, chief)
        return len(sent)

    few, many = statements(4), statements(40)
    assert many - few <= 2
