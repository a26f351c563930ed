"""What selected words say for a field: read as the reader reads the text."""

from datetime import date
from typing import Any

import pytest

from workshops.errors import Invalid
from workshops.services.press_values import part_of, values_of

RELEASED = date(2018, 9, 20)
MAJOR = "Major Renat Maksudov, a trainer at the Police Academy"
MORA = "Alexander Mora, Oficial Regional de Protección. OIM.\nCorreo: amora@example.int"
MORA_TOLD = {"name": "Alexander Mora", "organisation": "OIM", "phone": None, "email": "amora@example.int"}
ABOUT = {"participants_qualifier": ["about"]}


@pytest.mark.parametrize(
    ("field", "words", "language", "values"),
    [
        (
            "partners",
            "the Ministry of Justice, the Financial Monitoring\nService (FMS) and Tbilisi City Court",
            "en",
            {"partners": ["Ministry of Justice", "Financial Monitoring Service (FMS)", "Tbilisi City Court"]},
        ),
        (
            "funders",
            "Ministère de l'Économie et des Finances",
            "fr",
            {"funders": ["Ministère de l'Économie et des Finances"]},
        ),
        (
            "organisers",
            "el Ministerio de Hacienda y la Secretaría Técnica de Planificación",
            "es",
            {"organisers": ["Ministerio de Hacienda", "Secretaría Técnica de Planificación"]},
        ),
        (
            "partners",
            "World Health Organization (WHO) Regional Office for Europe",
            "en",
            {"partners": ["World Health Organization (WHO) Regional Office for Europe"]},
        ),
        ("end_date", "Friday (14/09)", "en", {"end_date": ["2018-09-14"]}),
        ("end_date", "28 December", "en", {"end_date": ["2018-12-28"]}),
        ("start_date", "24 al 26 de mayo", "es", {"start_date": ["2018-05-24"], "end_date": ["2018-05-26"]}),
        ("end_date", "du 30 mai au 2 juin 2013", "fr", {"start_date": ["2013-05-30"], "end_date": ["2013-06-02"]}),
        (
            "participants_count",
            "une trentaine",
            "fr",
            {"participants_count": [30], "participants_qualifier": ["about"]},
        ),
        ("women_count", "Veintidós consulesas", "es", {"women_count": [22]}),
        ("participant_countries", "México, Perú y Costa Rica", "es", {"participant_countries": ["MX", "PE", "CR"]}),
        ("country", "the Mongolian authorities", "en", {"country": ["MN"]}),
        ("experts", MAJOR, "en", {"experts": [{"name": "Renat Maksudov", "affiliation": "Police Academy"}]}),
        ("event_type", "un taller de formación", "es", {"event_type": ["workshop"]}),
        ("event_type", "Visite d’étude", "fr", {"event_type": ["study_visit"]}),
        ("mode", "en mode virtuel", "fr", {"mode": ["online"]}),
        ("languages", "en anglais et en français", "fr", {"languages": ["en", "fr"]}),
        ("objectives", "to\nlearn", "en", {"objectives": ["to learn"]}),
        (
            "contacts",
            MORA,
            "es",
            {"contacts": [MORA_TOLD]},
        ),
    ],
)
def test_words_give_the_values_of_a_field(field: str, words: str, language: str, values: dict[str, list[Any]]) -> None:
    found: dict[str, list[Any]] = {}
    for given in values_of(field, words, language=language, near=RELEASED):
        found.setdefault(given.field, []).append(given.value)
    assert found == values


@pytest.mark.parametrize(
    ("field", "words"),
    [("mode", "in Lima"), ("languages", "en mai"), ("event_type", "20 officers"), ("end_date", "Friday (14/13)")],
)
def test_words_that_say_nothing_of_the_kind_are_refused(field: str, words: str) -> None:
    with pytest.raises(Invalid):
        values_of(field, words, language="en", near=None)


def test_a_part_of_a_contact_is_told_from_the_words_around_it() -> None:
    assert part_of("email", MORA, "es") == "amora@example.int"
    assert part_of("phone", "Tel.: +996 312 66 50 15", "en") == "+996 312 66 50 15"
    assert part_of("speaker", "Amelia  Granada", "es") == "Amelia Granada"
