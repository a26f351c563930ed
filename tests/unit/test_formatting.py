from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from workshops import formatting as f
from workshops.domain.partial_date import PartialDate


@pytest.mark.parametrize(
    ("language", "text"), [("en", "1 May 2016"), ("fr", "1er mai 2016"), ("es", "1 de mayo de 2016")]
)
def test_a_day(language: str, text: str) -> None:
    assert f.format_date(date(2016, 5, 1), language) == text


@pytest.mark.parametrize(
    ("value", "en", "fr", "es"),
    [
        (PartialDate(2013, 5, 3), "3 May 2013", "3 mai 2013", "3 de mayo de 2013"),
        (PartialDate(2013, 5), "May 2013", "mai 2013", "mayo de 2013"),
        (PartialDate(2013), "2013", "2013", "2013"),
        (None, "date not known", "date inconnue", "fecha desconocida"),
    ],
)
def test_what_is_known_of_a_date(value: PartialDate | None, en: str, fr: str, es: str) -> None:
    assert [f.format_partial_date(value, language) for language in ("en", "fr", "es")] == [en, fr, es]


RANGES = [
    (
        (date(2024, 5, 6), date(2024, 5, 17)),
        ("6–17 May 2024", "from 6 to 17 May 2024"),
        ("6–17 mai 2024", "du 6 au 17 mai 2024"),
        ("6–17 de mayo de 2024", "del 6 al 17 de mayo de 2024"),
    ),
    (
        (date(2024, 4, 29), date(2024, 5, 1)),
        ("29 April\u00a0– 1 May 2024", "from 29 April to 1 May 2024"),
        ("29 avril\u00a0– 1er mai 2024", "du 29 avril au 1er mai 2024"),
        ("29 de abril\u00a0– 1 de mayo de 2024", "del 29 de abril al 1 de mayo de 2024"),
    ),
    (
        (date(2023, 12, 28), date(2024, 1, 4)),
        ("28 December 2023\u00a0– 4 January 2024", "from 28 December 2023 to 4 January 2024"),
        ("28 décembre 2023\u00a0– 4 janvier 2024", "du 28 décembre 2023 au 4 janvier 2024"),
        ("28 de diciembre de 2023\u00a0– 4 de enero de 2024", "del 28 de diciembre de 2023 al 4 de enero de 2024"),
    ),
    (
        (PartialDate(2013, 4), PartialDate(2013, 7)),
        ("April–July 2013", "from April to July 2013"),
        ("avril–juillet 2013", "d’avril à juillet 2013"),
        ("abril–julio de 2013", "de abril a julio de 2013"),
    ),
    (
        (PartialDate(2012), PartialDate(2013)),
        ("2012–2013", "from 2012 to 2013"),
        ("2012–2013", "de 2012 à 2013"),
        ("2012–2013", "de 2012 a 2013"),
    ),
    (
        (PartialDate(2013, 5), date(2013, 6, 17)),
        ("May\u00a0– 17 June 2013", "from May to 17 June 2013"),
        ("mai\u00a0– 17 juin 2013", "de mai au 17 juin 2013"),
        ("mayo\u00a0– 17 de junio de 2013", "de mayo al 17 de junio de 2013"),
    ),
    (
        (date(2016, 5, 3), date(2016, 5, 3)),
        ("3 May 2016", "on 3 May 2016"),
        ("3 mai 2016", "le 3 mai 2016"),
        ("3 de mayo de 2016", "el 3 de mayo de 2016"),
    ),
    (
        (PartialDate(2013, 5), None),
        ("May 2013", "in May 2013"),
        ("mai 2013", "en mai 2013"),
        ("mayo de 2013", "en mayo de 2013"),
    ),
    (
        (date(2013, 5, 6), None),
        ("from 6 May 2013",) * 2,
        ("à partir du 6 mai 2013",) * 2,
        ("a partir del 6 de mayo de 2013",) * 2,
    ),
    (
        (None, PartialDate(2013)),
        ("until 2013",) * 2,
        ("jusqu’en 2013",) * 2,
        ("hasta 2013",) * 2,
    ),
    ((None, None), ("date not known",) * 2, ("date inconnue",) * 2, ("fecha desconocida",) * 2),
]


@pytest.mark.parametrize(("ends", "en", "fr", "es"), RANGES)
def test_ranges_alone_and_in_a_sentence(
    ends: tuple[f.AnyDate | None, f.AnyDate | None], en: tuple[str, str], fr: tuple[str, str], es: tuple[str, str]
) -> None:
    for language, (alone, in_sentence) in {"en": en, "fr": fr, "es": es}.items():
        assert f.format_date_range(*ends, language) == alone
        assert f.format_date_range_in_sentence(*ends, language) == in_sentence


def test_the_days_of_a_programme() -> None:
    assert f.format_day(date(2024, 2, 5), "en") == "Monday 5 February"
    assert f.format_day(date(2024, 2, 1), "fr", width="abbreviated") == "jeu. 1er févr."
    assert f.format_day(date(2024, 2, 5), "es", width="abbreviated") == "lun 5 feb"
    assert f.format_day(date(2024, 2, 5), "es") == "lunes 5 de febrero"


def test_times_and_moments() -> None:
    assert f.format_time_range(time(9), time(12, 30), "en") == "09:00–12:30"
    assert f.format_time_range(time(9), None, "es") == "9:00"
    assert f.format_time_range(None, None, "fr") == ""
    moment = datetime(2016, 5, 2, 22, 30, tzinfo=UTC)
    assert f.format_moment(moment, "en", ZoneInfo("Asia/Ulaanbaatar")) == "3 May 2016, 07:30"  # summer time, UTC+9


def test_numbers_and_percentages() -> None:
    assert [f.format_number(12345.6, x) for x in ("en", "fr", "es")] == ["12,345.6", "12\u202f345,6", "12.345,6"]
    assert [f.format_percent(0.455, x, digits=1) for x in ("en", "fr", "es")] == ["45.5%", "45,5\u00a0%", "45,5\u00a0%"]
    assert [f.format_percent(share, "en") for share in (0.37, 0.425, 0.445)] == ["37%", "43%", "45%"]


@pytest.mark.parametrize(
    ("amount", "currency", "en", "fr"),
    [
        ("1250000", "USD", "USD\u00a01,250,000", "1\u202f250\u202f000\u00a0USD"),
        ("1250000.5", "EUR", "EUR\u00a01,250,000.50", "1\u202f250\u202f000,50\u00a0EUR"),
        ("0.125", "KWD", "KWD\u00a00.125", "0,125\u00a0KWD"),
        ("-3", "CHF", "CHF\u00a0-3", "-3\u00a0CHF"),
    ],
)
def test_money_names_its_currency_by_code(amount: str, currency: str, en: str, fr: str) -> None:
    assert f.format_money(Decimal(amount), currency, "en") == en
    assert f.format_money(Decimal(amount), currency, "fr") == fr


@pytest.mark.parametrize(
    ("items", "language", "text"),
    [
        ([], "en", ""),
        (["a"], "es", "a"),
        (["a", "b", "c"], "en", "a, b and c"),
        (["a", "b", "c"], "fr", "a, b et c"),
        (["a", "b", "c"], "es", "a, b y c"),
        (["Ana", "Inés"], "es", "Ana e Inés"),
        (["agua", "hielo"], "es", "agua y hielo"),
    ],
)
def test_lists(items: list[str], language: str, text: str) -> None:
    assert f.format_list(items, language) == text


def test_lists_of_alternatives() -> None:
    assert f.format_list(["a", "b"], "fr", alternatives=True) == "a ou b"
    assert f.format_list(["siete", "ocho"], "es", alternatives=True) == "siete u ocho"


@pytest.mark.parametrize(
    ("size", "en", "fr"),
    [
        (15, "15 bytes", "15\u00a0octets"),
        (1_500, "1.5 kB", "1,5\u202fko"),
        (999_600, "1 MB", "1\u202fMo"),
        (212_000_000, "212 MB", "212\u202fMo"),
        (3_400_000_000, "3.4 GB", "3,4\u202fGo"),
    ],
)
def test_file_sizes(size: int, en: str, fr: str) -> None:
    assert f.format_file_size(size, "en") == en
    assert f.format_file_size(size, "fr") == fr


def test_languages_are_named_in_the_language() -> None:
    assert [f.format_language("fr", x) for x in ("en", "fr", "es")] == ["French", "français", "francés"]


def test_a_language_without_wording_is_refused() -> None:
    with pytest.raises(ValueError, match="'de'"):
        f.format_date(date(2016, 5, 3), "de")


@pytest.mark.parametrize(
    ("hours", "texts"),
    [
        ("1", ("1 hour", "1 heure", "1 hora")),
        ("20.0", ("20 hours", "20 heures", "20 horas")),
        ("22.5", ("22.5 hours", "22,5 heures", "22,5 horas")),
    ],
)
def test_hours(hours: str, texts: tuple[str, ...]) -> None:
    said = [f.format_hours(Decimal(hours), language).replace("\u00a0", " ") for language in ("en", "fr", "es")]
    assert tuple(said) == texts
