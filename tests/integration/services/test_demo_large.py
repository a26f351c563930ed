"""The large demonstration: its records keep the rules and are found like those that somebody registered."""

from datetime import date

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from workshops.domain.access import command_actor
from workshops.domain.enums import Origin
from workshops.domain.workshop_rules import problems
from workshops.errors import Conflict
from workshops.models import Agency, Office, Participation, Person, Workshop
from workshops.services import demo_large, people, registers, starting, workshops
from workshops.services.agencies import REGISTER
from workshops.services.workshop_reading import details_of, search_text

BY = command_actor(Origin.DEMO)
TODAY = date(2026, 5, 4)


@pytest.fixture
def loaded(session: Session) -> Session:
    starting.add_topics(session)
    demo_large.load(session, workshops=120, people=480, seed=1, today=TODAY, by=BY)
    return session


def _index(session: Session) -> list[tuple[int, list[str]]]:
    """What each record is found by, whatever the order of the words."""
    rows = session.execute(text("SELECT rowid, CAST(text AS text) FROM search_index ORDER BY rowid"))
    return [(row_id, sorted(set(words.split()))) for row_id, words in rows]


def test_every_workshop_keeps_the_rules_and_is_indexed_as_a_registered_one(loaded: Session) -> None:
    references = loaded.scalars(select(Workshop.reference)).all()
    assert len(references) == 120
    assert loaded.scalar(select(func.count()).select_from(Person)) == 480
    made = _index(loaded)
    for reference in references[:20]:
        workshop = workshops.find(loaded, reference=reference, by=BY)
        assert problems(details_of(workshop)) == ()
        workshops.index_record(loaded, kind="workshop", record_id=workshop.id, text=search_text(workshop))
    for person in loaded.scalars(select(Person).limit(20)):
        people.index(loaded, person)
    assert len(made) > 600
    assert _index(loaded) == made


def test_agencies_are_known_by_their_spellings(loaded: Session) -> None:
    before = _index(loaded)
    for agency in loaded.scalars(select(Agency)):
        registers.index(loaded, REGISTER, agency)
    assert _index(loaded) == before


def test_the_first_workshops_have_as_many_participants_as_their_offices_have_people(loaded: Session) -> None:
    counts = loaded.execute(
        select(func.count())
        .select_from(Participation)
        .group_by(Participation.workshop_id)
        .order_by(Participation.workshop_id)
    ).scalars()
    assert list(counts)[:2] == [240, 40]  # two offices share the people


def test_a_reference_given_by_hand_follows_on_those_of_the_load(loaded: Session) -> None:
    first = loaded.scalars(select(Workshop).order_by(Workshop.id)).first()
    assert first is not None
    again = workshops.register(loaded, details=details_of(first), office_id=first.office_id, by=BY)
    assert again.reference.rpartition("-")[0] == first.reference.rpartition("-")[0]
    assert again.reference > first.reference


def test_the_same_seed_makes_the_same_records(session: Session) -> None:
    starting.add_topics(session)

    def told() -> list[tuple[object, ...]]:
        nested = session.begin_nested()
        demo_large.load(session, workshops=60, people=80, seed=7, today=TODAY, by=BY)
        rows = session.execute(
            select(Workshop.uid, Workshop.reference, Workshop.title, Workshop.women, Office.code)
            .join(Workshop.office)
            .order_by(Workshop.id)
        ).all()
        nested.rollback()
        session.expunge_all()
        return [tuple(row) for row in rows]

    assert told() == told()


def test_it_is_loaded_once(loaded: Session) -> None:
    with pytest.raises(Conflict, match="here already"):
        demo_large.load(loaded, workshops=1, people=1, seed=1, today=TODAY, by=BY)
