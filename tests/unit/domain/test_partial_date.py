from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.domain.partial_date import NotADate, PartialDate, parse_typed


@pytest.mark.parametrize(
    ("iso", "precision", "earliest", "latest"),
    [
        ("2013", "year", date(2013, 1, 1), date(2013, 12, 31)),
        ("2012-02", "month", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013-05-14", "day", date(2013, 5, 14), date(2013, 5, 14)),
    ],
)
def test_what_is_known_bounds_what_it_can_be(iso: str, precision: str, earliest: date, latest: date) -> None:
    known = PartialDate.parse(iso)
    assert (known.precision, known.earliest, known.latest) == (precision, earliest, latest)
    assert known.isoformat() == str(known) == iso


@pytest.mark.parametrize("iso", ["", "13", "2013-5", "2013-00", "2013-13", "2013-02-29", "2013-05-14T10:00", "٢٠١٣"])
def test_only_its_own_iso_form_is_read_back(iso: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(iso)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="without its month"):
        PartialDate(2013, day=14)


def test_sorted_by_what_is_known_the_vaguer_first() -> None:
    isos = ["2012-12-31", "2013", "2013-01", "2013-01-01", "2013-02", "2014"]
    assert sorted(map(PartialDate.parse, reversed(isos))) == [PartialDate.parse(iso) for iso in isos]


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2013-05-14", "2013-05-14"),
        ("14/05/2013", "2013-05-14"),
        ("03.05.2016", "2016-05-03"),
        ("3 mai 2016", "2016-05-03"),
        ("mardi 3 mai 2016", "2016-05-03"),
        ("1er août 2016", "2016-08-01"),
        ("2nd of August, 2016", "2016-08-02"),
        ("May 3, 2016", "2016-05-03"),
        ("3 de mayo de 2016", "2016-05-03"),
        ("14 déc. 2013", "2013-12-14"),
        ("9 sept. 2013", "2013-09-09"),
        ("May 2013", "2013-05"),
        ("mayo de 2013", "2013-05"),
        ("05/2013", "2013-05"),
        (" 2013 ", "2013"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_typed_dates_are_understood_day_first_on_every_page(typed: str, iso: str, language: str) -> None:
    assert parse_typed(typed, language).isoformat() == iso


def test_month_names_of_the_language_of_the_page_are_understood() -> None:
    assert parse_typed("3 de maio de 2016", "pt") == PartialDate(2016, 5, 3)


@pytest.mark.parametrize(
    ("typed", "example"),
    [
        ("31 February 2025", "2025-02-28"),
        ("29/02/2023", "2023-02-28"),
        ("05/14/2013", "2013-05-14"),
        ("14 May 20225", "2022-05-14"),
        ("00/00/2013", "2013-01-01"),
        ("13/2013", "2013-12"),
        ("mai 213", "2025-02-28"),
        ("next spring", "2025-02-28"),
        ("14/05/13", "2025-02-28"),
        ("3 mai 4 juin 2016", "2025-02-28"),
        ("14 2013 05", "2025-02-28"),
        ("2013-05-14 10:00", "2025-02-28"),
        ("***", "2025-02-28"),
    ],
)
def test_what_is_no_date_is_refused_with_an_example(typed: str, example: str) -> None:
    with pytest.raises(NotADate) as refused:
        parse_typed(typed, "en")
    assert refused.value.typed == typed
    assert refused.value.example.isoformat() == example


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_survives_writing_and_reading(day: date) -> None:
    known = PartialDate.of_day(day)
    assert PartialDate.parse(known.isoformat()) == parse_typed(known.isoformat(), "en") == known
    assert known.earliest == known.latest == day


@given(st.text())
def test_any_text_is_a_date_or_refused(text: str) -> None:
    understood = None
    with suppress(NotADate):
        understood = parse_typed(text, "fr")
    assert understood is None or understood.earliest <= understood.latest
