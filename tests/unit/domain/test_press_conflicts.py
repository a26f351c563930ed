from typing import Any

import pytest

from workshops.domain.press_conflicts import conflicts
from workshops.domain.press_draft import Read


def fields(text: str = "", **found: Any) -> list[str]:
    return [problem.field for problem in conflicts([Read(field=name, value=v) for name, v in found.items()], text)]


@pytest.mark.parametrize(
    ("days", "said"), [(3, []), (5, ["duration_days"]), (None, [])], ids=["as the dates say", "more", "not stated"]
)
def test_the_length_that_is_stated_fits_the_dates(days: int | None, said: list[str]) -> None:
    assert fields(start_date="2024-05-06", end_date="2024-05-08", duration_days=days) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The course ran from Monday 6 to Wednesday 8 May 2024.", []),
        ("The course ran from Tuesday, 6 to Wednesday 8 May 2024.", ["start_date"]),
        ("Le cours a eu lieu du lundi 6 au jeudi 8 mai 2024.", ["end_date"]),
        ("El curso fue del Martes 6 al miércoles (8/05) de mayo.", ["start_date"]),
        ("It opened on Tuesday, May 6.", ["start_date"]),
        ("From Monday to Friday, 6 to 8 May, and Friday-Sunday, 6-8 May.", []),
        ("Ulaanbaatar, Friday 6 September 2024. On Tuesday 6/08 there was another.", []),
    ],
)
def test_the_days_of_the_week_fit_the_dates(text: str, said: list[str]) -> None:
    assert fields(text, start_date="2024-05-06", end_date="2024-05-08") == said


def test_an_end_before_the_start_is_named() -> None:
    assert fields(start_date="2024-05-06", end_date="2024-05-03") == ["end_date"]


@pytest.mark.parametrize(
    ("total", "women", "men", "qualifier", "said"),
    [
        (40, 18, 22, "exact", []),
        (40, 18, 25, "exact", ["participants_count"]),
        (40, 45, None, "about", ["participants_count"]),
        (40, 18, 21, "about", []),
        (40, 18, None, "exact", []),
        (None, 18, 22, "exact", []),
    ],
)
def test_women_and_men_make_up_the_number(
    total: int | None, women: int, men: int | None, qualifier: str, said: list[str]
) -> None:
    found = {"participants_count": total, "women_count": women, "men_count": men}
    assert fields(**found, participants_qualifier=qualifier) == said


def test_two_spellings_of_one_acronym_are_named() -> None:
    assert fields("L'Autorité (GABP) et le Département de la GAPB, avec la MIA et l'OIM.") == ["beneficiary_agencies"]
    assert fields("The IOM and the OIM, the UNDP and the UNODC.") == []


@pytest.mark.parametrize(("parts", "said"), [([15, 9], ["participants_count"]), ([15, 7], []), ([], [])])
def test_groups_that_are_counted_are_no_more_than_all(parts: list[int], said: list[str]) -> None:
    assert fields(participants_count=22, participants_parts=parts) == said
    women_and_men = fields(participants_count=22, participants_parts=parts, women_count=15, men_count=9)
    assert women_and_men == ["participants_count"], "said once"


@pytest.mark.parametrize(
    ("town", "country", "said"),
    [("Geneva", "TZ", ["city"]), ("Genève", "CH", []), ("Nosuchtown", "TZ", []), ("Geneva", "", []), ("", "TZ", [])],
)
def test_a_town_lies_in_the_country(town: str, country: str, said: list[str]) -> None:
    assert fields(city=town, country=country) == said
