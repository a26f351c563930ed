from dataclasses import replace

import pytest

from workshops.domain.enums import AgencyRole, WorkshopStatus, WorkshopType
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.partial_date import PartialDate
from workshops.domain.training import ChosenNames
from workshops.domain.training_filter import NO_COUNTRY, TrainingFilter
from workshops.exports.training_sentence import training_sentence
from workshops.translating import translator

MONGOLIA = TrainingFilter(country="MN", year=2024, funder=1)
FUND = "IOM Development Fund"


def said(language: str, count: int, chosen: TrainingFilter, **names: str) -> str:
    return training_sentence(count, chosen, ChosenNames(**names), translator(language))


@pytest.mark.parametrize(
    ("language", "count", "fund", "sentence"),
    [
        ("en", 14, FUND, "14 workshops in Mongolia in 2024 funded by the IOM Development Fund"),
        ("en", 1, FUND, "1 workshop in Mongolia in 2024 funded by the IOM Development Fund"),
        ("en", 0, FUND, "0 workshops in Mongolia in 2024 funded by the IOM Development Fund"),
        ("fr", 14, "Fonds de l’OIM", "14 ateliers en Mongolie en 2024 financés par le Fonds de l’OIM"),
        ("fr", 1, "Fonds de l’OIM", "1 atelier en Mongolie en 2024 financé par le Fonds de l’OIM"),
        ("fr", 0, "UNHCR", "0 atelier en Mongolie en 2024 financé par l’UNHCR"),
        ("es", 14, "Fondo de la OIM", "14 talleres en Mongolia en 2024 financiados por el Fondo de la OIM"),
        ("es", 1, "ACNUR", "1 taller en Mongolia en 2024 financiado por ACNUR"),
    ],
)
def test_a_filter_says_itself(language: str, count: int, fund: str, sentence: str) -> None:
    assert said(language, count, MONGOLIA, funder=fund) == sentence


def test_everything_at_once() -> None:
    chosen = replace(
        MONGOLIA,
        type=WorkshopType.STUDY_VISIT,
        year=None,
        since=PartialDate(2024, 5),
        until=PartialDate(2024, 7),
        role=AgencyRole.HOST,
        language="en",
        status=WorkshopStatus.CLOSED,
        text="visa",
    )
    names = {"topic": "Borders", "agency": "Border Guard (BG)", "funder": FUND, "project": "CBMM"}
    assert said("en", 1200, chosen, **names) == (
        "1,200 activities of the type “Study visit” on “Borders” in Mongolia from May to July 2024 "
        "hosted by the Border Guard (BG), funded by the IOM Development Fund, of the project “CBMM”, held in English, "
        "with the status “Closed”, containing “visa”"
    )
    assert said("fr", 1, chosen, **names) == (
        "1 événement du type «\u202fVisite d’étude\u202f» sur le thème «\u202fBorders\u202f» en Mongolie "
        "de mai à juillet 2024 accueilli par Border Guard (BG), financé par IOM Development Fund, "
        "du projet «\u202fCBMM\u202f», tenu en anglais, "
        "dont l’état est «\u202fClôturé\u202f», contenant «\u202fvisa\u202f»"
    )


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (TrainingFilter(), "3 workshops"),
        (TrainingFilter(country=NO_COUNTRY), "3 workshops without a country"),
        (TrainingFilter(country="PH"), "3 workshops in the Philippines"),
        (TrainingFilter(since=PartialDate(2024, 5)), "3 workshops from 1 May 2024"),
        (TrainingFilter(until=PartialDate(2024)), "3 workshops until 2024"),
        (TrainingFilter(type=WorkshopType.WEBINAR), "3 webinars"),
    ],
)
def test_only_what_was_asked_for_is_said(chosen: TrainingFilter, sentence: str) -> None:
    assert said("en", 3, chosen) == sentence


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_type_and_role_has_words_in_every_language(language: str) -> None:
    sentences = {said(language, 2, TrainingFilter(type=kind)) for kind in (None, *WorkshopType)}
    assert len(sentences) == len(WorkshopType) + 1
    roles = {said(language, 2, TrainingFilter(agency=1, role=role), agency="X") for role in (None, *AgencyRole)}
    assert len(roles) == len(AgencyRole) + 1
    assert not [text for text in sentences | roles if "%" in text]
