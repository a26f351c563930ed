"""The demonstration: every record keeps the rules, and together they show what the product can hold."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshops.domain.access import command_actor
from workshops.domain.enums import DatePrecision, Origin, WorkshopStatus
from workshops.errors import Conflict
from workshops.models import Office, Person, Topic, Workshop
from workshops.services import demo, starting

BY = command_actor(Origin.DEMO)


@pytest.fixture
def loaded(session: Session) -> Session:
    starting.add_topics(session)
    demo.load(session, by=BY)
    return session


def test_the_demonstration_shows_many_years_countries_statuses_and_scripts(loaded: Session) -> None:
    workshops = loaded.scalars(select(Workshop)).all()
    assert len(workshops) >= 32
    assert len({workshop.country_code for workshop in workshops} - {None}) >= 15
    assert {workshop.status for workshop in workshops} == set(WorkshopStatus)
    years = {workshop.starts_on.year for workshop in workshops if workshop.starts_on}
    assert min(years) == 2012
    assert len(years) >= 10
    assert loaded.scalar(select(func.count()).select_from(Office)) == 5
    letters = "".join(loaded.scalars(select(Person.full_name)))
    for script, letter in {"Cyrillic": "ө", "Arabic": "م", "Thai": "ส", "Khmer": "ស", "Devanagari": "स"}.items():
        assert letter in letters, script


def test_the_seed_records_say_only_what_the_press_releases_say(loaded: Session) -> None:
    mongolia = loaded.scalars(select(Workshop).where(Workshop.reference == "MNG-2013-001")).one()
    china = loaded.scalars(select(Workshop).where(Workshop.country_code == "CN")).one()
    assert (mongolia.unknown, mongolia.duration_days, mongolia.starts_precision) == (40, 3, DatePrecision.YEAR)
    assert [row.agency.acronym for row in mongolia.agencies] == ["IOM", "MIA", "GABP"]
    assert [row.country_code for row in mongolia.engagements] == ["PH", "PT", "GB"]
    assert (china.unknown, china.duration_days, china.starts_on) == (35, 2, None)


def test_it_is_loaded_once(loaded: Session) -> None:
    with pytest.raises(Conflict, match="here already"):
        demo.load(loaded, by=BY)


def test_a_new_installation_has_its_topics_in_three_languages_and_one_office(session: Session) -> None:
    assert starting.is_empty(session)
    for _ in range(2):
        starting.add_topics(session)
        starting.add_office(session)
    topics = session.scalars(select(Topic)).all()
    assert len(topics) >= 30
    assert all(topic.translations.keys() == {"fr", "es"} and topic.synonyms for topic in topics)
    assert session.scalars(select(Office.code)).all() == ["HQ"]
