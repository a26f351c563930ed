from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from tests.conftest import counted_statements
from tests.factories import an_organiser, make_office
from workshops.domain.access import Actor, command_actor
from workshops.domain.enums import AgencyRole, ParticipationStatus, Sex, WorkshopStatus, WorkshopType
from workshops.domain.partial_date import PartialDate
from workshops.domain.reach import Reach
from workshops.domain.training import Totals, Trainings
from workshops.domain.training_filter import NO_COUNTRY, TrainingFilter, TrainingOrder
from workshops.domain.workshop import (
    AgencyRef,
    AgencyRow,
    FunderRow,
    Headcount,
    ParticipantRow,
    PersonRef,
    ProjectRef,
    TopicRef,
    WorkshopDetails,
)
from workshops.models import Agency, Project, Topic
from workshops.services import trainings, workshops
from workshops.services.training_options import training_options

TODAY = date(2025, 6, 15)

Listing = Callable[..., Trainings]


@pytest.fixture
def by(session: Session) -> Actor:
    return an_organiser(session, make_office(session))


@pytest.fixture
def register(session: Session, by: Actor) -> Callable[..., str]:
    """Register a training with these details, held in 2024 unless they say something else; gives its title."""

    def registered(title: str, **details: object) -> str:
        given = WorkshopDetails(**{"title": title, "starts_on": PartialDate(2024, 5, 6), **details})  # type: ignore[arg-type]
        workshops.register(session, details=given, office_id=by.office_id or 0, by=by)
        return title

    return registered


@pytest.fixture
def listing(session: Session, by: Actor) -> Listing:
    def listed(
        *, sort: str = "title", page: int | None = None, said_in: str = "en", by: Actor = by, **chosen: object
    ) -> Trainings:
        found = trainings.past(
            session,
            chosen=TrainingFilter(**chosen),  # type: ignore[arg-type]
            order=TrainingOrder.from_args({"sort": sort}),
            page=page,
            language=said_in,
            today=TODAY,
            by=by,
        )
        return replace(found, rows=tuple(found.rows))

    return listed


def titles(found: Trainings) -> list[str]:
    return [training.title for training in found.rows]


def an_id(session: Session, model: type[Agency | Project | Topic], name: str) -> int:
    column = {Agency: Agency.name, Project: Project.title, Topic: Topic.label}[model]
    return session.query(model).filter(column == name).one().id


@pytest.mark.parametrize(
    ("details", "is_past"),
    [
        ({"status": WorkshopStatus.DRAFT}, True),
        ({"status": WorkshopStatus.CANCELLED}, False),
        ({"starts_on": PartialDate(2025, 6, 14), "ends_on": PartialDate(2025, 6, 15)}, False),
        ({"starts_on": PartialDate(2025, 6, 14)}, True),
        ({"starts_on": PartialDate(2025)}, False),
        ({"starts_on": PartialDate(2025, 6)}, False),
        ({"starts_on": PartialDate(2025, 5)}, True),
        ({"starts_on": PartialDate(2025), "status": WorkshopStatus.COMPLETED}, True),
        ({"starts_on": None}, False),
        ({"starts_on": None, "status": WorkshopStatus.COMPLETED}, True),
        ({"starts_on": None, "ends_on": PartialDate(2024)}, True),
    ],
)
def test_past_is_what_is_over_by_its_status_or_its_dates(
    register: Callable[..., str], listing: Listing, details: dict[str, object], is_past: bool
) -> None:
    register("A", **details)
    assert titles(listing()) == (["A"] if is_past else [])


def test_what_was_cancelled_is_shown_to_who_asks_for_it(register: Callable[..., str], listing: Listing) -> None:
    register("A", status=WorkshopStatus.CANCELLED)
    register("B", status=WorkshopStatus.COMPLETED)
    assert titles(listing(status=WorkshopStatus.CANCELLED)) == ["A"]
    assert titles(listing(status=WorkshopStatus.COMPLETED)) == ["B"]


def test_countries_are_counted_whichever_is_chosen(register: Callable[..., str], listing: Listing) -> None:
    for title, country in (("A", "MN"), ("B", "CN"), ("C", "MN"), ("D", "")):
        register(title, country_code=country)
    found = listing(country="MN")
    assert titles(found) == ["A", "C"]
    assert found.by_country == (("MN", 2), ("", 1), ("CN", 1))
    assert found.totals.trainings == 2
    assert titles(listing(country=NO_COUNTRY)) == ["D"]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"year": 2024}, ["day", "month", "year"]),
        ({"since": PartialDate(2024, 5)}, ["day", "month", "year"]),
        ({"since": PartialDate(2024, 5, 7)}, ["month", "year"]),
        ({"since": PartialDate(2024, 6)}, ["year"]),
        ({"since": PartialDate(2025)}, []),
        ({"until": PartialDate(2023)}, ["old"]),
        ({"until": PartialDate(2024, 5, 5)}, ["month", "old", "year"]),
        ({"until": PartialDate(2024)}, ["day", "month", "old", "year"]),
        ({"since": PartialDate(2024, 5, 1), "until": PartialDate(2024, 5, 6)}, ["day", "month", "year"]),
    ],
)
def test_a_start_known_in_part_is_taken_if_it_may_lie_in_the_period(
    register: Callable[..., str], listing: Listing, chosen: dict[str, object], found: list[str]
) -> None:
    register("day")
    register("month", starts_on=PartialDate(2024, 5))
    register("year", starts_on=PartialDate(2024))
    register("old", starts_on=None, ends_on=PartialDate(2013, 5, 14))
    assert titles(listing(**chosen)) == found


def test_trainings_are_chosen_by_what_they_name(
    session: Session, register: Callable[..., str], listing: Listing
) -> None:
    iom = AgencyRef(name="International Organization for Migration", acronym="IOM")
    register(
        "A",
        type=WorkshopType.SEMINAR,
        languages=("fr",),
        topics=(TopicRef(label="Border management"),),
        project=ProjectRef(title="CBMM"),
        agencies=(AgencyRow(agency=iom, role=AgencyRole.ORGANISER), AgencyRow(agency=iom, role=AgencyRole.HOST)),
        funders=(FunderRow(agency=AgencyRef(name="IOM Development Fund")),),
    )
    register("B", agencies=(AgencyRow(agency=iom, role=AgencyRole.PARTICIPATING),), city="Oulan-Bator")
    agency = an_id(session, Agency, iom.name)
    topic = an_id(session, Topic, "Border management")
    session.add(Topic(label="Visas", folded_label="visas", parent_id=topic))
    assert titles(listing(agency=agency)) == ["A", "B"]
    for chosen in (
        {"agency": agency, "role": AgencyRole.HOST},
        {"type": WorkshopType.SEMINAR},
        {"language": "fr"},
        {"topic": topic},
        {"project": an_id(session, Project, "CBMM")},
        {"funder": an_id(session, Agency, "IOM Development Fund")},
        {"text": "developm fund"},
    ):
        assert titles(listing(**chosen)) == ["A"], chosen
    assert titles(listing(text="oulan bat")) == ["B"]
    for nothing in ({"topic": 999_999}, {"text": "***"}, {"text": "%"}, {"text": "_"}, {"funder": agency}):
        assert titles(listing(**nothing)) == [], nothing
    row = listing(type=WorkshopType.SEMINAR).rows[0]
    assert row.organisers == row.partners == ("International Organization for Migration (IOM)",)
    assert (row.funders, row.project, row.topics) == (("IOM Development Fund",), "CBMM", ("Border management",))
    names = listing(agency=agency, topic=999_999).names
    assert (names.agency, names.topic, names.funder) == (row.organisers[0], "#999999", None)


def test_titles_and_names_are_in_the_language_that_was_asked_for(
    session: Session, register: Callable[..., str], listing: Listing
) -> None:
    register("Zebra", title_translations={"fr": "Âne"}, topics=(TopicRef(label="Visas"),))
    register("Béret")
    session.query(Topic).filter(Topic.label == "Visas").one().translations = {"fr": "Visas et séjours"}
    assert titles(listing(said_in="en")) == ["Béret", "Zebra"]
    assert titles(listing(said_in="fr")) == ["Âne", "Béret"]
    assert listing(said_in="fr").rows[0].topics == ("Visas et séjours",)


def test_numbers_come_from_the_count_by_hand_or_else_from_who_attended(
    register: Callable[..., str], listing: Listing
) -> None:
    def people(*rows: tuple[Sex, ParticipationStatus]) -> tuple[ParticipantRow, ...]:
        return tuple(
            ParticipantRow(person=PersonRef(full_name=f"Person {number}"), sex=sex, status=status)
            for number, (sex, status) in enumerate(rows)
        )

    came, stayed_away = ParticipationStatus.ATTENDED, ParticipationStatus.NO_SHOW
    register("A", headcount=Headcount(women=3, men=4), participants=people((Sex.FEMALE, came)))
    register("B", participants=people((Sex.FEMALE, came), (Sex.OTHER, came), (Sex.MALE, stayed_away)))
    register("C", participants=people((Sex.MALE, stayed_away)))
    register("D", starts_on=PartialDate(2023), headcount=Headcount(unknown=10))
    found = listing()
    assert [training.reach for training in found.rows] == [
        Reach(women=3, men=4),
        Reach(women=1, men=0, other=1, unknown=0, is_from_list=True),
        None,
        Reach(unknown=10),
    ]
    assert found.totals == Totals(trainings=4, women=4, men=4, other=1, unknown=10, without_numbers=1)
    assert found.totals.people == 19
    assert [(year, sums.trainings, sums.women, sums.unknown) for year, sums in found.by_year] == [
        (2024, 3, 4, 0),
        (2023, 1, 0, 10),
    ]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("title", "ABC"),
        ("-title", "CBA"),
        ("starts_on", "BAC"),
        ("-starts_on", "CAB"),
        ("country", "CAB"),
        ("women", "ABC"),
        ("-total", "CBA"),
        ("reference; DROP TABLE workshop", "CAB"),
    ],
)
def test_sorted_by_one_column(register: Callable[..., str], listing: Listing, sort: str, order: str) -> None:
    register("A", country_code="MN", headcount=Headcount(women=1))
    register("B", starts_on=PartialDate(2023), country_code="MN", headcount=Headcount(women=2))
    register("C", starts_on=PartialDate(2024, 5, 7), country_code="CN", headcount=Headcount(women=2, men=1))
    assert "".join(titles(listing(sort=sort))) == order


def test_equals_keep_their_order_over_the_pages(
    monkeypatch: pytest.MonkeyPatch, register: Callable[..., str], listing: Listing
) -> None:
    monkeypatch.setattr(trainings, "ROWS_ON_A_PAGE", 2)
    for number in range(5):
        register(f"T{number}")
    pages = [listing(sort="status", page=page) for page in (1, 2, 3, 4, -1)]
    assert [titles(page) for page in pages] == [["T0", "T1"], ["T2", "T3"], ["T4"], ["T4"], ["T0", "T1"]]
    assert [(page.page, page.pages, page.totals.trainings) for page in pages[2:4]] == [(3, 3, 5)] * 2


def test_another_office_sees_nothing_not_even_in_the_counts(
    session: Session, register: Callable[..., str], listing: Listing
) -> None:
    register("A", country_code="MN", headcount=Headcount(women=3), topics=(TopicRef(label="Visas"),))
    stranger = an_organiser(session, make_office(session))
    found = listing(by=stranger)
    assert (found.rows, found.by_country, found.by_year, found.totals.people) == ((), (), (), 0)
    offered = training_options(session, language="en", today=TODAY, by=stranger)
    assert not any((offered.countries, offered.years, offered.topics, offered.agencies, offered.languages))
    assert titles(listing(by=command_actor())) == ["A"]


def test_the_filter_offers_what_the_records_name(session: Session, register: Callable[..., str], by: Actor) -> None:
    agency = AgencyRow(agency=AgencyRef(name="Agency", acronym="AG"))
    register("A", country_code="MN", languages=("mn", "fr"), topics=(TopicRef(label="Visas"),), agencies=(agency,))
    register("B", starts_on=PartialDate(2013), project=ProjectRef(title="P"), topics=(TopicRef(label="Âge"),))
    register("cancelled", status=WorkshopStatus.CANCELLED, country_code="CN", topics=(TopicRef(label="Nothing"),))
    offered = training_options(session, language="en", today=TODAY, by=by)
    assert (offered.countries, offered.years, offered.languages) == (("", "MN"), (2024, 2013), ("fr", "mn"))
    assert [name for _, name in offered.topics] == ["Âge", "Visas"]
    assert [name for _, name in offered.agencies] == ["Agency (AG)"]
    assert [name for _, name in offered.projects] == ["P"]
    assert offered.funders == ()


def test_the_number_of_statements_does_not_grow_with_the_list(
    session: Session, register: Callable[..., str], listing: Listing
) -> None:
    def statements() -> int:
        with counted_statements(session.get_bind().engine) as sent:
            listing(country="MN", text="training")
        return len(sent)

    details = {
        "country_code": "MN",
        "agencies": (AgencyRow(agency=AgencyRef(name="Agency")),),
        "topics": (TopicRef(label="Visas"),),
        "languages": ("mn",),
    }
    register("Training 0", **details)
    few = statements()
    for number in range(1, 8):
        register(f"Training {number}", **details)
    assert statements() == few <= 7
