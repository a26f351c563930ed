"""How templates word values in the language of the page: {{ workshop.starts | date }}, {{ status | label }}."""

from collections.abc import Iterable
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from flask import Flask
from flask_babel import get_locale, get_timezone, gettext

from workshops import formatting
from workshops.documents.pages import prose
from workshops.domain.countries import country_name
from workshops.domain.enums import AgencyRole
from workshops.domain.offices import FUNDER
from workshops.errors import Problem, WorkshopsError
from workshops.formatting import AnyDate
from workshops.labels import label
from workshops.wording import worded


def register_filters(app: Flask) -> None:
    """Give the templates all filters of this file, and `dates` and `times` for ranges."""
    app.jinja_env.filters.update(
        date=date_text,
        day=day_text,
        moment=moment_text,
        number=number_text,
        prose=prose,
        percent=percent_text,
        money=money_text,
        file_size=file_size_text,
        and_list=list_text,
        country=country_text,
        language_name=language_text,
        label=label_text,
        role_label=role_text,
        sentence=sentence_text,
    )
    app.jinja_env.globals.update(dates=date_range_text, times=time_range_text)


def page_language() -> str:
    """The language of the page: "en", "fr" or "es"."""
    return str(get_locale() or "en")


def date_text(value: AnyDate | None) -> str:
    """A date as far as it is known, or that it is not."""
    return formatting.format_partial_date(value, page_language())


def day_text(value: date, width: str = "wide") -> str:
    """A day with its weekday and without the year."""
    return formatting.format_day(value, page_language(), width=width)


def date_range_text(start: AnyDate | None, end: AnyDate | None) -> str:
    """Both ends of a range as far as they are known."""
    return formatting.format_date_range(start, end, page_language())


def time_range_text(start: time | None, end: time | None) -> str:
    """Both ends of a range of local times."""
    return formatting.format_time_range(start, end, page_language())


def moment_text(value: datetime, zone: str = "") -> str:
    """A moment as the clocks of an IANA time zone show it, without one those of the reader."""
    clock: tzinfo | None = ZoneInfo(zone) if zone else get_timezone()
    return formatting.format_moment(value, page_language(), clock or ZoneInfo("UTC"))


def number_text(value: int | float | Decimal | None) -> str:
    """A number, or a dash where it is not known."""
    return "–" if value is None else formatting.format_number(value, page_language())


def percent_text(share: float | Decimal) -> str:
    """A share of 1 as a whole percentage."""
    return formatting.format_percent(share, page_language())


def money_text(amount: Decimal, currency: str) -> str:
    """An amount with its ISO 4217 code."""
    return formatting.format_money(amount, currency, page_language())


def amount_text(amount: int | Decimal) -> str:
    """An amount whose currency stands elsewhere."""
    return formatting.format_amount(amount, page_language())


def file_size_text(size: int) -> str:
    """A number of bytes."""
    return formatting.format_file_size(size, page_language())


def list_text(items: Iterable[str]) -> str:
    """Words as a list with "and" before the last."""
    return formatting.format_list(items, page_language())


def country_text(code: str | None) -> str:
    """The name of a country by its code; nothing for none."""
    return country_name(code, page_language()) if code else ""


def language_text(code: str) -> str:
    """The name of a language by its ISO 639-1 code."""
    return str(formatting.locale_of(page_language()).languages.get(code, code))


def label_text(value: StrEnum) -> str:
    """What people call a value of a closed list."""
    return str(gettext(label(value)))


def role_text(role: str) -> str:
    """What people call the role of an agency on documents: one of `domain.offices.AGENCY_ORDER`."""
    return str(gettext("Funder")) if role == FUNDER else label_text(AgencyRole(role))


def sentence_text(trouble: Problem | WorkshopsError) -> str:
    """What is wrong, in a sentence."""
    return worded(trouble.message, trouble.params, page_language(), gettext)
