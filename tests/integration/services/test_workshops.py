from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from tests.conftest import counted_statements
from tests.factories import an_organiser, make_office
from workshops.domain.access import Actor
from workshops.domain.enums import AgencyRole, ParticipationStatus, Sex, WorkshopStatus
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import (
    AgencyRef,
    AgencyRow,
    EventRow,
    ExpertRow,
    FunderRow,
    Headcount,
    ParticipantRow,
    PersonRef,
    ProjectRef,
    QuoteRow,
    TopicRef,
    WorkshopDetails,
)
from workshops.errors import Conflict, Invalid, NotFound
from workshops.services import workshop_acts, workshops
from workshops.services.workshop_reading import details_of

FULL = WorkshopDetails(
    title="Détection des documents frauduleux",
    title_language="fr",
    status=WorkshopStatus.COMPLETED,
    starts_on=PartialDate(2013, 5),
    ends_on=PartialDate(2013, 5),
    country_code="MN",
    city="Oulan-Bator",
    time_zone="Asia/Ulaanbaatar",
    languages=("mn", "en"),
    summary="Trois jours pour 40 responsables.",
    topics=(TopicRef(label="Document fraud"), TopicRef(label="Border management")),
    legal_references=("Loi d’entrée et de sortie (2012)",),
    headcount=Headcount(women=15, men=25),
    participant_countries=("MN",),
    project=ProjectRef(title="Capacity building for migration management", acronym="CBMM"),
    agencies=(
        AgencyRow(
            agency=AgencyRef(name="International Organization for Migration", acronym="IOM"), role=AgencyRole.ORGANISER
        ),
        AgencyRow(agency=AgencyRef(name="Mongolian Immigration Agency", acronym="MIA"), seats=12),
    ),
    experts=(ExpertRow(country_code="PT"), ExpertRow(person=PersonRef(full_name="Анна Келлер"), country_code="GB")),
    funders=(FunderRow(agency=AgencyRef(name="Fonds 1035"), amount=Decimal("50000.00"), currency="USD"),),
    events=(EventRow(title="Day 1", day=date(2013, 5, 14)), EventRow(title="Day 2", day=date(2013, 5, 15))),
    participants=(
        ParticipantRow(
            person=PersonRef(full_name="Оюунчимэг"),
            sex=Sex.FEMALE,
            agency=AgencyRef(name="Mongolian Immigration Agency"),
            status=ParticipationStatus.ATTENDED,
        ),
    ),
    quotes=(QuoteRow(text="L'atelier contribuera", speaker_name="Dashdorj Murun"),),
)


@pytest.fixture
def by(session: Session) -> Actor:
    return an_organiser(session, make_office(session))


def register(session: Session, by: Actor, details: WorkshopDetails = FULL) -> str:
    assert by.office_id is not None
    return workshops.register(session, details=details, office_id=by.office_id, by=by).reference


def test_what_is_registered_is_read_back_whole(session: Session, by: Actor) -> None:
    reference = register(session, by)
    session.expire_all()
    kept = details_of(workshops.find(session, reference=reference, by=by))
    assert kept.starts_on == PartialDate(2013, 5)
    assert kept.languages == ("mn", "en")
    assert [row.agency.acronym for row in kept.agencies] == ["IOM", "MIA"]
    assert [(row.person and row.person.full_name, row.country_code) for row in kept.experts] == [
        (None, "PT"),
        ("Анна Келлер", "GB"),
    ]
    assert (kept.funders[0].amount, kept.funders[0].currency) == (Decimal("50000.00"), "USD")
    assert kept.participants[0].agency is not None
    assert kept.participants[0].agency.acronym == "MIA", "one register: the name alone finds the agency"
    assert {topic.label for topic in kept.topics} == {"Document fraud", "Border management"}
    assert (kept.headcount, kept.quotes[0].text) == (FULL.headcount, "L'atelier contribuera")


def test_references_count_by_country_and_year_and_are_never_used_again(session: Session, by: Actor) -> None:
    first = register(session, by)
    assert first.startswith("MNG-2013-")
    session.delete(workshops.find(session, reference=first, by=by))
    session.flush()
    second = register(session, by)
    assert int(second[-3:]) == int(first[-3:]) + 1
    assert register(session, by, replace(FULL, country_code="", city="")).startswith("INT-2013-")


def test_a_title_is_enough(session: Session, by: Actor) -> None:
    assert register(session, by, WorkshopDetails(title="Séminaire"))


def test_broken_rules_name_their_fields_and_nothing_is_stored(session: Session, by: Actor) -> None:
    with pytest.raises(Invalid) as caught:
        register(session, by, replace(FULL, title="", events=(), ends_on=PartialDate(2012)))
    assert [problem.field for problem in caught.value.problems] == ["title", "ends_on"]


def test_rows_keep_their_identity_when_edited_reordered_and_removed(session: Session, by: Actor) -> None:
    reference = register(session, by)
    before = details_of(workshops.find(session, reference=reference, by=by))
    changed = replace(before, events=(replace(before.events[1], title="Last day"), EventRow(title="Closing")))
    version = workshops.find(session, reference=reference, by=by).version
    workshops.update(session, reference=reference, details=changed, expected_version=version, by=by)
    session.expire_all()
    after = workshops.find(session, reference=reference, by=by)
    assert [(row.id == before.events[1].row_id, row.title) for row in after.events] == [
        (True, "Last day"),
        (False, "Closing"),
    ]
    assert after.version > version, "a change of rows alone is a new version too"


def test_saving_the_same_again_is_no_new_version(session: Session, by: Actor) -> None:
    reference = register(session, by)
    workshop = workshops.find(session, reference=reference, by=by)
    version = workshop.version
    workshops.update(session, reference=reference, details=details_of(workshop), expected_version=version, by=by)
    assert workshop.version == version


def test_a_row_of_another_workshop_cannot_be_reached(session: Session, by: Actor) -> None:
    other = workshops.find(session, reference=register(session, by), by=by)
    mine = workshops.find(session, reference=register(session, by), by=by)
    stolen = replace(details_of(mine), events=(EventRow(row_id=other.events[0].id, title="Mine now"),))
    workshops.update(session, reference=mine.reference, details=stolen, expected_version=mine.version, by=by)
    assert other.events[0].title == "Day 1"
    assert mine.events[0].id != other.events[0].id


def test_the_second_of_two_editors_is_shown_what_the_first_saved(session: Session, by: Actor) -> None:
    reference = register(session, by)
    workshop = workshops.find(session, reference=reference, by=by)
    opened = workshop.version
    mine = replace(details_of(workshop), city="Ulaanbaatar")
    workshops.update(session, reference=reference, details=mine, expected_version=opened, by=by)
    with pytest.raises(workshops.StaleEdit) as caught:
        workshops.update(
            session, reference=reference, details=replace(mine, venue="Hall"), expected_version=opened, by=by
        )
    assert caught.value.current.city == "Ulaanbaatar"
    assert caught.value.version == workshop.version


def test_the_same_agency_twice_in_one_role_is_refused_even_under_two_names(session: Session, by: Actor) -> None:
    twice = (
        AgencyRow(agency=AgencyRef(name="Mongolian Immigration Agency", acronym="MIA")),
        AgencyRow(agency=AgencyRef(name="MIA")),
    )
    register(session, by)
    with pytest.raises(Invalid) as caught:
        register(session, by, replace(FULL, agencies=twice))
    assert caught.value.problems[0].field == "agencies-1-agency_name"


def test_another_office_finds_nothing(session: Session, by: Actor) -> None:
    reference = register(session, by)
    stranger = an_organiser(session, make_office(session))
    with pytest.raises(NotFound):
        workshops.find(session, reference=reference, by=stranger)
    with pytest.raises(NotFound):
        workshops.register(session, details=FULL, office_id=by.office_id or 0, by=stranger)


def test_a_whole_record_costs_ten_statements_however_many_rows_it_has(session: Session, by: Actor) -> None:
    reference = register(session, by)
    session.expunge_all()
    with counted_statements(session.get_bind().engine) as statements:
        details_of(workshops.find(session, reference=reference, by=by))
    assert len(statements) <= 10, statements


def test_a_workshop_is_closed_when_nothing_is_missing_and_then_changed_no_more(session: Session, by: Actor) -> None:
    reference = register(session, by)
    workshop = workshop_acts.close(session, reference=reference, by=by)
    assert workshop.status is WorkshopStatus.CLOSED
    with pytest.raises(Conflict):
        workshops.update(session, reference=reference, details=FULL, expected_version=workshop.version, by=by)
    assert workshop_acts.reopen(session, reference=reference, by=by).status is WorkshopStatus.COMPLETED


def test_closing_says_what_is_missing(session: Session, by: Actor) -> None:
    reference = register(session, by, replace(FULL, funders=(), topics=()))
    with pytest.raises(Invalid) as caught:
        workshop_acts.close(session, reference=reference, by=by)
    assert [problem.field for problem in caught.value.problems] == ["topics", "funders"]


def test_what_is_over_cannot_be_postponed(session: Session, by: Actor) -> None:
    reference = register(session, by)
    with pytest.raises(Conflict):
        workshop_acts.postpone(session, reference=reference, reason="Storm", by=by)


def test_a_cancelled_workshop_keeps_the_reason_and_comes_back_by_reopening(session: Session, by: Actor) -> None:
    reference = register(session, by, replace(FULL, status=WorkshopStatus.PLANNED))
    cancelled = workshop_acts.cancel(session, reference=reference, reason=" No funds ", by=by)
    assert (cancelled.status, cancelled.status_reason) == (WorkshopStatus.CANCELLED, "No funds")
    assert workshop_acts.reopen(session, reference=reference, by=by).status is WorkshopStatus.PLANNED


def test_a_clone_leaves_behind_what_belongs_to_the_one_occasion(session: Session, by: Actor) -> None:
    reference = register(session, by)
    cloned = workshop_acts.clone(session, reference=reference, by=by)
    details = details_of(workshops.find(session, reference=cloned.reference, by=by))
    assert cloned.reference != reference
    assert (details.starts_on, details.events, details.participants, details.quotes) == (None, (), (), ())
    assert details.headcount == Headcount()
    assert [row.agency.acronym for row in details.agencies] == ["IOM", "MIA"]
    assert (details.status, details.funders[0].amount) == (WorkshopStatus.DRAFT, None)
