"""Fields for dates, times, numbers and money."""

from datetime import date, time
from decimal import Decimal
from typing import Final

from workshops.domain.partial_date import NO_DATE, NotADate, PartialDate, parse_typed
from workshops.domain.typed_values import parse_amount, parse_time, two_readings
from workshops.errors import N_
from workshops.formatting import format_number, format_partial_date, format_time
from workshops.forms.saying import page_language, say
from workshops.forms.typed import OptionalField


class PartialDateField(OptionalField[PartialDate]):
    """A date known to the day, the month or the year, typed in any usual way."""

    def read(self, text: str) -> PartialDate:
        """The date typed."""
        try:
            return parse_typed(text, page_language())
        except NotADate as error:
            raise ValueError(say(NO_DATE, {"typed": text, "example": error.example})) from None

    def written(self, value: PartialDate | None) -> str:
        """The date in words, as it may be typed too."""
        return format_partial_date(value, page_language())


class DayField(OptionalField[date]):
    """A date known to the day."""

    def read(self, text: str) -> date:
        """The day typed."""
        try:
            known = parse_typed(text, page_language())
        except NotADate as error:
            raise ValueError(say(NO_DATE, {"typed": text, "example": error.example})) from None
        if known.day is None:
            message = N_("%(typed)s is not a day. Use day, month and year, for example %(example)s.")
            raise ValueError(say(message, {"typed": text, "example": PartialDate.of_day(known.earliest)}))
        return known.earliest

    def written(self, value: date | None) -> str:
        """The day in words."""
        return format_partial_date(value, page_language())


class TimeField(OptionalField[time]):
    """A time of day."""

    def read(self, text: str) -> time:
        """The time typed."""
        try:
            return parse_time(text)
        except ValueError:
            raise ValueError(say(N_("%(typed)s is not a time, such as 09:30."), {"typed": text})) from None

    def written(self, value: time | None) -> str:
        """The time on the 24-hour clock."""
        return format_time(value, page_language()) if value is not None else ""


LONGEST_NUMBER: Final = 18
"""Digits from which on a number is too large for any rule, and for the tables."""


class WholeNumberField(OptionalField[int]):
    """A number of people or days."""

    def read(self, text: str) -> int:
        """The number typed, spaces left out; the rules of `domain` say how small or large it may be."""
        digits = "".join(text.split())
        if not digits.removeprefix("-").isdecimal():
            raise ValueError(say(N_("Enter a whole number, such as 25.")))
        return int(digits[:LONGEST_NUMBER])


class MoneyField(OptionalField[Decimal]):
    """An amount of money; its currency has a field of its own."""

    def read(self, text: str) -> Decimal:
        """The amount typed."""
        try:
            return parse_amount(text, page_language())
        except ValueError:
            raise ValueError(say(*_refusal(text))) from None

    def written(self, value: Decimal | None) -> str:
        """The amount without grouping, cents only where there are any."""
        if value is None:
            return ""
        text = f"{value:.2f}".removesuffix(".00")
        return text if page_language() == "en" else text.replace(".", ",")


def _refusal(text: str) -> tuple[str, dict[str, str]]:
    """What to say of a text that is no amount: which it may mean, as the language of the page writes them."""
    readings = two_readings(text)
    if readings is None:
        return N_("Enter the amount as a number with at most two decimals."), {}
    said = {"typed": text, "whole": format_number(readings[0], page_language()), "parted": readings[1]}
    if not said["parted"]:
        return N_("%(typed)s has three decimals. If you mean %(whole)s, type it so."), said
    return N_("%(typed)s can mean %(whole)s or %(parted)s. Type the amount in one of these two ways."), said
