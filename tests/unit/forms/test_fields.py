"""Each field reads what people type, and keeps what it cannot read."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form

from workshops.domain.enums import AgencyRole, HeadcountSource
from workshops.domain.partial_date import PartialDate
from workshops.forms import codes, typed, values


class Everything(Form):
    """One field of each kind."""

    name = typed.TextField("Name")
    story = typed.LongTextField("Story")
    phone = typed.PhoneField("Phone")
    when = values.PartialDateField("When")
    day = values.DayField("Day")
    start = values.TimeField("From")
    seats = values.WholeNumberField("Seats")
    amount = values.MoneyField("Amount")
    country = codes.CountryField("Country")
    countries = codes.CountriesField("Countries")
    languages = codes.LanguagesField("Languages")
    laws = codes.LinesField("Laws")
    role = codes.ChoiceField("Role", AgencyRole, default=AgencyRole.HOST)
    source = codes.ChoiceField("Source", HeadcountSource, optional=True)
    language = codes.LanguageField("Language")
    currency = codes.CurrencyField("Currency")


def typed_in(name: str, text: str) -> Any:
    """The field after this text was posted to it and checked."""
    form = Everything(MultiDict({"role": "host", name: text}))
    form.validate()
    return form[name]


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    ("name", "text", "value", "shown"),
    [
        ("name", "  Cafe\u0301  du\tNord ", "Café du Nord", "Café du Nord"),
        ("name", "\u200b\u202e ", "", ""),
        ("story", "one \r\n\r\ntwo\r\n", "one\n\ntwo", "one\n\ntwo"),
        ("when", "2013-05-14", PartialDate(2013, 5, 14), "14 May 2013"),
        ("when", "14/05/2013", PartialDate(2013, 5, 14), "14 May 2013"),
        ("when", "3 mai 2016", PartialDate(2016, 5, 3), "3 May 2016"),
        ("when", "May 2013", PartialDate(2013, 5), "May 2013"),
        ("when", "2013", PartialDate(2013), "2013"),
        ("when", " ", None, ""),
        ("day", "03.05.2016", date(2016, 5, 3), "3 May 2016"),
        ("start", "9h30", time(9, 30), "09:30"),
        ("start", "2:15 PM", time(14, 15), "14:15"),
        ("seats", "1 200", 1200, "1200"),
        ("seats", "0", 0, "0"),
        ("amount", "12,500.50", Decimal("12500.50"), "12500.50"),
        ("amount", "12'500", Decimal(12500), "12500"),
        ("amount", "0", Decimal(0), "0"),
        ("country", "mongolie", "MN", "Mongolia"),
        ("countries", "Portugal; the Philippines, Portugal", ("PT", "PH"), "Portugal, Philippines"),
        ("languages", "mongol, English", ("mn", "en"), "Mongolian, English"),
        ("laws", "Law No. 5\n\n Decree 7 ", ("Law No. 5", "Decree 7"), "Law No. 5\nDecree 7"),
        ("role", "organiser", AgencyRole.ORGANISER, None),
        ("source", "", None, None),
        ("currency", " chf", "CHF", "CHF"),
        ("currency", "DEM", "DEM", "DEM"),
        ("language", "français", "fr", "French"),
    ],
)
def test_what_is_typed_becomes_a_value(name: str, text: str, value: object, shown: str | None) -> None:
    field = typed_in(name, text)
    assert field.errors == []
    assert field.data == value
    if shown is not None:
        assert field._value() == shown


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("when", "31 February 2025", "31 February 2025 is not a date. "
         "Use day, month and year, for example 28 February 2025."),
        ("when", "next week", "next week is not a date. Use day, month and year, for example 28 February 2025."),
        ("day", "30 Feb 2026", "30 Feb 2026 is not a date. Use day, month and year, for example 28 February 2026."),
        ("day", "May 2016", "May 2016 is not a day. Use day, month and year, for example 1 May 2016."),
        ("start", "25:00", "25:00 is not a time, such as 09:30."),
        ("seats", "2.5", "Enter a whole number, such as 25."),
        ("seats", "٢٥x", "Enter a whole number, such as 25."),
        ("amount", "12.5.0", "Enter the amount as a number with at most two decimals."),
        ("amount", "48.500", "48.500 can mean 48,500 or 48.50. Type the amount in one of these two ways."),
        ("amount", "48.525", "48.525 has three decimals. If you mean 48,525, type it so."),
        ("amount", "1e9", "Enter the amount as a number with at most two decimals."),
        ("country", "Atlantis", "'Atlantis' is not a country of the list."),
        ("countries", "Portugal, Atlantis", "'Atlantis' is not a country of the list."),
        ("currency", "XXZ", "Choose a currency from the list."),
        ("language", "Klingon", "'Klingon' is not a language of the list."),
        ("languages", "Klingon", "'Klingon' is not a language of the list."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_stays_with_a_sentence(name: str, text: str, sentence: str) -> None:
    field = typed_in(name, text)
    assert field.errors == [sentence]
    assert field._value() == text


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("+225 27 20 00 00", "'+225 27 20 00 00' is not a complete phone number, such as +225 21 23 4 56789."),
        (
            "+41 22 717 91 11 99",
            "'+41 22 717 91 11 99' has too few or too many digits for a phone number, such as +41 21 234 56 78.",
        ),
    ],
)
def test_a_number_with_its_country_code_is_not_asked_for_it(number: str, sentence: str) -> None:
    field = typed_in("phone", number)
    field.check("CH")
    assert field.errors == [sentence]


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize("name", ["role", "source"])
def test_a_closed_list_takes_nothing_else(name: str) -> None:
    assert typed_in(name, "emperor").errors == ["Choose one from the list."]
    assert typed_in("role", "").errors == ["Choose one from the list."]


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    ("number", "region", "is_taken"),
    [
        ("+41 22 717 91 11", "", True),
        ("11 318 100", "MN", True),
        ("022 717 91 11", "", False),
        ("call me", "CH", False),
        ("+41 22 717 91 11 / 12", "", True),
        ("", "", True),
    ],
)
def test_a_phone_number_has_a_country(number: str, region: str, is_taken: bool) -> None:
    field = typed_in("phone", number)
    field.check(region)
    assert field.errors == (
        [] if is_taken else ["Enter the phone number with its country code, for example +41 22 717 91 11."]
    )
    assert field.data == number


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize("page", ["fr"], indirect=True)
def test_a_french_page_writes_and_reads_french() -> None:
    assert typed_in("when", "May 3, 2016")._value() == "3 mai 2016"
    assert typed_in("amount", "12 500,50")._value() == "12500,50"
    assert typed_in("country", "Mongolia")._value() == "Mongolie"
    assert typed_in("when", "31/02/2025").errors == [
        "31/02/2025 n’est pas une date. Indiquez le jour, le mois et l’année, par exemple 28 février 2025."
    ]
    assert typed_in("amount", "1,250").errors
