"""Messages with their parameters as sentences in a language: one wording for page, file, API and command line."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from workshops.domain.partial_date import PartialDate
from workshops.errors import Alternatives, Words
from workshops.formatting import format_date_range, format_day, format_list, format_number, format_partial_date
from workshops.labels import label


def worded(message: str, params: Mapping[str, object], language: str, translate: Callable[[str], str]) -> str:
    """The sentence of a message in `language` ("en", "fr", "es"); `translate` gives a message in that language.

    Parameters are worded by their kind: a `date` with its day of the week, numbers and other dates as the language
    writes them, `Words` and values of closed lists translated, a pair of dates as a range. Days of one year are said
    without it, as in "The end date (3 May) is before the start date (5 May).". No message gives no sentence.
    """
    sentence = translate(message) if message else ""  # catalogs keep their own heading under ""
    if not params:
        return sentence
    days = [value for value in params.values() if isinstance(value, PartialDate)]
    drop_year = len(days) > 1 and len({day.year for day in days}) == 1 and all(day.day for day in days)

    def said(value: object) -> object:
        if isinstance(value, PartialDate):
            return format_partial_date(value, language, year=not drop_year)
        if isinstance(value, date):
            return format_day(value, language, year=True)
        if isinstance(value, Alternatives):
            return format_list(value, language, alternatives=True)
        if isinstance(value, tuple):
            return format_date_range(value[0], value[1], language)
        if isinstance(value, StrEnum):
            return translate(label(value))
        if isinstance(value, Words):
            return translate(value)
        return format_number(value, language) if isinstance(value, int) else value

    return sentence % {name: said(value) for name, value in params.items()}
