"""What stands for the placeholders of letters and certificates, in three languages."""

from datetime import date

import pytest

from workshops.domain.document_texts import MEANINGS
from workshops.domain.enums import DatePrecision, DeliveryMode, WorkshopType
from workshops.domain.partial_date import PartialDate
from workshops.models import Office, Workshop
from workshops.models.workshop import WorkshopLanguage
from workshops.services import document_values as v

LANGUAGES = ("en", "fr", "es")
ONSITE = DeliveryMode.ONSITE


def a_workshop(**given: object) -> Workshop:
    record = {
        "reference": "UZB-2024-001",
        "title": "Border management",
        "title_language": "en",
        "title_translations": {"fr": "Gestion des frontières"},
        "type": WorkshopType.TRAINING_COURSE,
        "mode": ONSITE,
        "starts_on": date(2024, 5, 6),
        "starts_precision": DatePrecision.DAY,
        "ends_on": date(2024, 5, 17),
        "ends_precision": DatePrecision.DAY,
        "city": "Tashkent",
        "country_code": "UZ",
        "venue": "Academy of Justice",
        "objectives": "Learn",
        "target_audience": "Officers",
        "office": Office(name="IOM Uzbekistan"),
        "language_rows": [WorkshopLanguage(language="en"), WorkshopLanguage(language="uz")],
    }
    return Workshop(**record | given)


def test_all_that_a_workshop_says() -> None:
    assert v.values_of(a_workshop(), "en") == {
        "workshop": "Border management",
        "activity": "the training course",
        "dates": "from 6 to 17 May 2024",
        "place": "in Tashkent (Uzbekistan)",
        "office": "IOM Uzbekistan",
        "reference": "UZB-2024-001",
        "venue": "Academy of Justice",
        "languages": "English and Uzbek",
        "objectives": "Learn",
        "audience": "Officers",
    }


def test_in_another_language_the_texts_of_the_record_stay_away() -> None:
    said = v.values_of(a_workshop(), "fr")
    assert (said["workshop"], said["activity"]) == ("Gestion des frontières", "la formation")
    assert (said["dates"], said["languages"]) == ("du 6 au 17 mai 2024", "anglais et ouzbek")
    assert (said["objectives"], said["audience"]) == ("", "")


def test_every_value_is_one_that_a_text_may_ask_for() -> None:
    assert set(v.values_of(a_workshop(), "es")) <= set(MEANINGS)


def test_what_is_not_known_is_nothing() -> None:
    said = v.values_of(
        a_workshop(starts_on=None, ends_on=None, city="", country_code=None, venue="", language_rows=[]), "en"
    )
    assert {name for name, value in said.items() if not value} == {"dates", "place", "venue", "languages"}


@pytest.mark.parametrize("kind", list(WorkshopType))
def test_every_type_has_its_article(kind: WorkshopType) -> None:
    articles = {"en": ("the ",), "fr": ("l’", "la ", "le "), "es": ("el ", "la ")}
    for language in LANGUAGES:
        assert v.activity(kind, "Border management", language).startswith(articles[language])


@pytest.mark.parametrize(
    ("kind", "title", "language", "said"),
    [
        (WorkshopType.TRAINING_OF_TRAINERS, "Second training of trainers on fraud", "en", "the activity"),
        (WorkshopType.WORKSHOP, "Atelier : la fraude documentaire", "fr", "l’activité"),
        (WorkshopType.WORKSHOP, "Los talleres de Lima", "es", "el taller"),
    ],
)
def test_what_a_title_says_is_not_said_twice(kind: WorkshopType, title: str, language: str, said: str) -> None:
    assert v.activity(kind, title, language) == said


@pytest.mark.parametrize(
    ("city", "country", "mode", "texts"),
    [
        ("Dakar", "SN", ONSITE, ("in Dakar (Senegal)", "à Dakar (Sénégal)", "en Dakar (Senegal)")),
        ("", "PH", ONSITE, ("in the Philippines", "aux Philippines", "en Filipinas")),
        ("Lima", None, ONSITE, ("in Lima", "à Lima", "en Lima")),
        ("Lima", "PE", DeliveryMode.ONLINE, ("online", "en ligne", "en línea")),
        ("", None, ONSITE, ("", "", "")),
    ],
)
def test_places(city: str, country: str | None, mode: DeliveryMode, texts: tuple[str, ...]) -> None:
    assert tuple(v.place(city, country, mode, language) for language in LANGUAGES) == texts


def test_vague_dates() -> None:
    assert v.dates(PartialDate(2013), None, "fr") == "en 2013"
    assert v.dates(PartialDate(2013, 5, 3), None, "en") == "from 3 May 2013"


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(None, ""), (0, ""), (5, "0.5 hours"), (60, "1 hour"), (1350, "22.5 hours"), (1435, "24 hours")],
)
def test_hours_to_the_half(minutes: int | None, text: str) -> None:
    assert v.hours(minutes, "en") == text


def test_seats_and_the_last_day() -> None:
    assert [v.seats(number, "en") for number in (None, 0, 1, 3)] == ["", "", "1 participant", "3 participants"]
    assert [v.seats(3, language) for language in ("fr", "es")] == ["3 personnes", "3 personas"]
    assert v.deadline(date(2024, 4, 12), "es") == "12 de abril de 2024"
    assert v.deadline(None, "es") == ""
