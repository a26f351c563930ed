"""The facts of trainings follow the record, whoever changes it and however."""

from datetime import date

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from tests.factories import an_organiser, make_office
from workshops.domain.access import Actor
from workshops.domain.enums import ParticipationStatus, Sex, WorkshopStatus
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import Headcount, ParticipantRow, PersonRef, WorkshopDetails
from workshops.models import Participation, Person, Workshop, training_fact
from workshops.services import training_facts, workshops

CAME = ParticipationStatus.ATTENDED


@pytest.fixture
def by(session: Session) -> Actor:
    return an_organiser(session, make_office(session))


def _register(session: Session, by: Actor, **details: object) -> Workshop:
    given = WorkshopDetails(**{"title": "Âne", **details})  # type: ignore[arg-type]
    return workshops.register(session, details=given, office_id=by.office_id or 0, by=by)


def _numbers(session: Session, workshop: Workshop) -> tuple[int | None, ...]:
    columns = (training_fact.c[name] for name in ("women", "men", "total", "is_from_list"))
    row = session.execute(select(*columns).where(training_fact.c.workshop_id == workshop.id)).one()
    return tuple(row)


def _participants(*names: str) -> tuple[ParticipantRow, ...]:
    return tuple(ParticipantRow(person=PersonRef(full_name=name), sex=Sex.FEMALE, status=CAME) for name in names)


def test_numbers_follow_the_list_the_people_and_the_count_by_hand(session: Session, by: Actor) -> None:
    workshop = _register(session, by)
    assert _numbers(session, workshop) == (None, None, None, False)
    details = WorkshopDetails(title="A", participants=_participants("Ana Ruiz", "Eva Ruiz"))
    workshops.update(session, reference=workshop.reference, details=details, expected_version=workshop.version, by=by)
    assert _numbers(session, workshop) == (2, 0, 2, True)
    person = session.scalars(select(Person).where(Person.full_name == "Eva Ruiz")).one()
    person.sex = Sex.MALE
    session.flush()
    assert _numbers(session, workshop) == (1, 1, 2, True)
    session.scalars(
        select(Participation).where(Participation.person_id == person.id)
    ).one().status = ParticipationStatus.NO_SHOW
    session.flush()
    assert _numbers(session, workshop) == (1, 0, 1, True)
    workshop.participations = []
    session.flush()
    assert _numbers(session, workshop) == (None, None, None, False)
    workshop.men = 0
    session.flush()
    assert _numbers(session, workshop) == (None, 0, 0, False)


def test_a_participant_counts_where_they_were_moved_to(session: Session, by: Actor) -> None:
    first, second = _register(session, by, participants=_participants("Ana Ruiz")), _register(session, by)
    moved = first.participations[0]
    moved.workshop_id = second.id
    session.flush()
    assert _numbers(session, first)[2] is None
    assert _numbers(session, second)[2] == 1


def test_a_deleted_workshop_leaves_no_facts(session: Session, by: Actor) -> None:
    workshop = _register(session, by, participants=_participants("Ana Ruiz"))
    session.delete(workshop)
    session.flush()
    assert session.execute(select(training_fact)).all() == []


def test_facts_made_anew_are_those_that_were_kept(session: Session, by: Actor) -> None:
    for details in (
        {"starts_on": PartialDate(2024, 2), "ends_on": PartialDate(2024, 3, 1), "country_code": "MN"},
        {"starts_on": PartialDate(2024), "title_translations": {"fr": "Œuvre"}},
        {"ends_on": PartialDate(2013, 5), "headcount": Headcount(women=3, unknown=4)},
        {"participants": _participants("Ana Ruiz", "Eva Ruiz"), "status": WorkshopStatus.COMPLETED},
    ):
        _register(session, by, **details)
    every = select(training_fact).order_by(training_fact.c.workshop_id)
    kept = session.execute(every).all()
    session.execute(delete(training_fact))
    training_facts.refresh(session, session.scalars(select(Workshop.id)).all())
    assert session.execute(every).all() == kept
    assert [fact.title_fr for fact in kept] == ["ane", "oeuvre", "ane", "ane"]
    assert [(fact.year, fact.starts_on, fact.starts_by) for fact in kept[:3]] == [
        (2024, date(2024, 2, 1), date(2024, 2, 29)),
        (2024, date(2024, 1, 1), date(2024, 12, 31)),
        (2013, date(2013, 5, 31), date(2013, 5, 31)),
    ]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "since"),
    [
        (PartialDate(2024, 2, 5), None, date(2024, 2, 6)),
        (PartialDate(2024, 2, 5), PartialDate(2024, 2, 7), date(2024, 2, 8)),
        (PartialDate(2024, 2), None, date(2024, 3, 1)),
        (PartialDate(2024), None, date(2025, 1, 1)),
        (None, PartialDate(2024), date(2025, 1, 1)),
        (PartialDate(9999), None, None),
        (None, None, None),
    ],
)
def test_over_is_what_must_be_over_by_its_dates(
    starts_on: PartialDate | None, ends_on: PartialDate | None, since: date | None
) -> None:
    assert training_facts.over_since(WorkshopStatus.PLANNED, starts_on, ends_on) == since
    assert training_facts.over_since(WorkshopStatus.CLOSED, starts_on, ends_on) == date.min
