from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.domain.countries import countries
from workshops.domain.enums import AgencyRole, WorkshopStatus, WorkshopType
from workshops.domain.languages import LANGUAGES
from workshops.domain.partial_date import PartialDate
from workshops.domain.texts import one_line, visible
from workshops.domain.training_filter import NO_COUNTRY, OrderKey, TrainingFilter, TrainingOrder

WHOLE = TrainingFilter(
    country="MN",
    year=2024,
    since=PartialDate(2024, 3),
    until=PartialDate(2024, 5, 14),
    type=WorkshopType.SEMINAR,
    topic=1,
    agency=2,
    role=AgencyRole.HOST,
    funder=3,
    project=4,
    language="en",
    status=WorkshopStatus.CLOSED,
    text="Oulan-Bator 100 %",
)


def test_a_filter_writes_itself_and_reads_itself_back() -> None:
    args = WHOLE.to_args()
    assert set(args) == {field.name for field in fields(TrainingFilter)}
    assert TrainingFilter.from_args(args, "en") == (WHOLE, ())
    assert TrainingFilter().to_args() == {}
    assert TrainingFilter.from_args({}, "en") == (TrainingFilter(), ())


ids = st.none() | st.integers(1, 10**9 - 1)
dates = st.none() | st.dates().filter(lambda day: day.year >= 1000).map(PartialDate.of_day)


@given(
    st.builds(
        TrainingFilter,
        country=st.none() | st.sampled_from([*countries(), NO_COUNTRY]),
        year=st.none() | st.integers(1000, 9999),
        since=dates,
        until=dates,
        type=st.none() | st.sampled_from(WorkshopType),
        topic=ids,
        agency=st.just(5),
        role=st.none() | st.sampled_from(AgencyRole),
        funder=ids,
        project=ids,
        language=st.none() | st.sampled_from(LANGUAGES),
        status=st.none() | st.sampled_from(WorkshopStatus),
        text=st.text(max_size=50).map(visible).map(one_line),
    )
)
def test_every_filter_survives_its_address(chosen: TrainingFilter) -> None:
    read, problems = TrainingFilter.from_args(chosen.to_args(), "fr")
    assert read == chosen
    assert {problem.field for problem in problems} <= {"until"}, "only a period that ends before it begins"


@pytest.mark.parametrize(
    "args",
    [
        {"country": "mn' OR 1=1"},
        {"year": "24"},
        {"year": "20225"},
        {"type": "WORKSHOP"},
        {"topic": "0"},
        {"topic": "-1"},
        {"agency": "9" * 30},
        {"agency": "１"},
        {"language": "xx"},
        {"status": "'; DROP TABLE workshop"},
    ],
)
def test_what_no_page_of_ours_offers_is_said_at_its_field(args: dict[str, str]) -> None:
    chosen, problems = TrainingFilter.from_args(args, "en")
    assert chosen == TrainingFilter()
    assert [problem.field for problem in problems] == list(args)


@pytest.mark.parametrize("args", [{"role": "host"}, {"text": " \u200b "}, {"unknown": "1"}, {"country": ""}])
def test_what_asks_for_nothing_is_passed_over(args: dict[str, str]) -> None:
    assert TrainingFilter.from_args(args, "en") == (TrainingFilter(), ())


@pytest.mark.parametrize(("until", "is_crossed"), [("2014", True), ("2016", False), ("March 2016", True)])
def test_a_period_that_ends_before_it_begins_is_asked_about(until: str, is_crossed: bool) -> None:
    _chosen, problems = TrainingFilter.from_args({"since": "May 2016", "until": until}, "en")
    assert [problem.field for problem in problems] == (["until"] if is_crossed else [])


def test_dates_are_read_as_typed_and_refused_at_their_field() -> None:
    chosen, problems = TrainingFilter.from_args({"since": "3 mai 2016", "until": "31/02/2025"}, "fr")
    assert (chosen.since, chosen.until) == (PartialDate(2016, 5, 3), None)
    assert [problem.field for problem in problems] == ["until"]
    assert problems[0].params == {"typed": "31/02/2025", "example": PartialDate(2025, 2, 28)}


@pytest.mark.parametrize(
    ("typed", "key", "is_descending"),
    [
        ("", OrderKey.STARTS_ON, True),
        ("starts_on", OrderKey.STARTS_ON, False),
        ("-title", OrderKey.TITLE, True),
        ("--title", OrderKey.STARTS_ON, True),
        ("title; DROP TABLE workshop", OrderKey.STARTS_ON, True),
        ("id", OrderKey.STARTS_ON, True),
    ],
)
def test_only_listed_columns_sort(typed: str, key: OrderKey, is_descending: bool) -> None:
    assert TrainingOrder.from_args({"sort": typed}) == TrainingOrder(key, is_descending)


def test_an_order_writes_itself() -> None:
    for typed in ("title", "-women"):
        assert str(TrainingOrder.from_args({"sort": typed})) == typed
