"""Amounts, times and lists as they are typed."""

from datetime import time
from decimal import Decimal

import pytest

from workshops.domain.typed_values import parse_amount, parse_list, parse_time, two_readings


@pytest.mark.parametrize(
    ("text", "language", "amount"),
    [
        ("12500", "en", "12500"),
        ("12,500", "en", "12500"),
        ("12.500", "es", "12500"),
        ("12.500", "fr", "12500"),
        ("1.250.000,5", "en", "1250000.5"),
        ("1,250,000.50", "es", "1250000.50"),
        ("12,5", "en", "12.5"),
        ("48 500,00", "en", "48500"),
        ("12.5", "fr", "12.5"),
        ("1\u202f250\u00a0000", "fr", "1250000"),
        ("12’500.00", "en", "12500"),
    ],
)
def test_amounts(text: str, language: str, amount: str) -> None:
    assert parse_amount(text, language) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "language"),
    [("12.500", "en"), ("12,500", "fr"), ("1,25,000", "en"), ("1.5.0", "es"), ("-5", "en"), ("USD 5", "en"), ("", "en"),
     ("١٢", "en"), ("1e5", "en"), (".5", "en")],
)  # fmt: skip
def test_texts_that_are_no_amount_or_could_be_two(text: str, language: str) -> None:
    with pytest.raises(ValueError, match="no amount"):
        parse_amount(text, language)


def test_an_amount_that_could_be_two_is_asked_about_with_both() -> None:
    assert two_readings("48.500") == (48500, "48.50")
    assert two_readings("48.525") == (48525, "")
    assert two_readings("1.25") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("9:00", time(9)), ("09.30", time(9, 30)), ("9h30", time(9, 30)), ("14h", time(14)), ("9", time(9)),
     ("2:30 pm", time(14, 30)), ("12 a.m.", time(0)), ("12:05PM", time(12, 5)), ("00:00", time(0))],
)  # fmt: skip
def test_times(text: str, expected: time) -> None:
    assert parse_time(text) == expected


@pytest.mark.parametrize("text", ["24:00", "9:60", "13 pm", "0 am", "noon", "9:5", "9-30"])
def test_texts_that_are_no_time(text: str) -> None:
    with pytest.raises(ValueError, match=r"no time|must be in"):
        parse_time(text)


def test_lists_are_parted_by_commas_semicolons_and_lines() -> None:
    assert parse_list(" Portugal,  Lithuania;Czechia\nPortugal ,,") == ("Portugal", "Lithuania", "Czechia")
