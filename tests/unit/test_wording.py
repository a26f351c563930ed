"""Messages become sentences, their parameters worded by kind."""

import pytest

from workshops.domain.enums import AgencyRole
from workshops.domain.partial_date import PartialDate
from workshops.errors import Words
from workshops.translating import translator
from workshops.wording import worded

BACKWARDS = "The end date (%(end)s) is before the start date (%(start)s). Change one of them."


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The end date (3 May) is before the start date (5 May). Change one of them."),
        ("fr", "La date de fin (3 mai) précède la date de début (5 mai). Changez l’une des deux."),
        ("es", "La fecha de fin (3 de mayo) es anterior a la de inicio (5 de mayo). Cambie una de las dos."),
    ],
)
def test_days_of_one_year_are_said_without_it(language: str, sentence: str) -> None:
    params = {"start": PartialDate(2025, 5, 5), "end": PartialDate(2025, 5, 3)}
    assert worded(BACKWARDS, params, language, translator(language).gettext) == sentence


def test_days_of_different_years_and_vaguer_dates_keep_their_year() -> None:
    params = {"start": PartialDate(2025, 5, 5), "end": PartialDate(2024)}
    assert worded(BACKWARDS, params, "en", str) == (
        "The end date (2024) is before the start date (5 May 2025). Change one of them."
    )


def test_numbers_words_lists_and_ranges_are_worded_in_the_language() -> None:
    french = translator("fr").gettext
    assert worded("%(n)s", {"n": 1234}, "fr", french) == "1\u202f234"
    assert worded("%(what)s", {"what": Words("The title")}, "fr", french) == "Le titre"
    assert worded("%(role)s", {"role": AgencyRole.HOST}, "fr", french) == french("Host")
    dates = (PartialDate(2025, 5, 3), PartialDate(2025, 5, 5))
    assert worded("%(dates)s", {"dates": dates}, "fr", french) == "3–5 mai 2025"


def test_what_a_person_typed_stays_as_it_is() -> None:
    assert worded("'%(address)s' is wrong.", {"address": "100%(x)s@"}, "en", str) == "'100%(x)s@' is wrong."


def test_a_sentence_without_parameters_may_hold_a_percent_sign() -> None:
    assert worded("100% of them", {}, "en", str) == "100% of them"


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_no_message_gives_no_sentence(language: str) -> None:
    assert worded("", {}, language, translator(language).gettext) == ""
