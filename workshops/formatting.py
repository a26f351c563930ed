"""Dates, ranges, numbers, money and lists as text in English, French or Spanish: one wording for page, PDF and file.

Every function takes `language`, an ISO 639-1 code ("en", "fr", "es"), and raises `ValueError` for any other.
Names of months and days, separators and units are those of Unicode CLDR; English is written day first, as in the
United Nations. The order and the linking words of dates are ours, since CLDR's intervals are made for calendars.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from babel import Locale, dates, numbers
from babel.lists import format_list as babel_list
from babel.units import format_unit

from workshops.domain.partial_date import PartialDate

AnyDate = date | PartialDate
NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class _Wording:
    """How a language links the parts of dates. The pairs are for a date known to the day, and for a vaguer one."""

    locale: str
    link: str  # between day, month and year
    on: tuple[str, str]
    start: tuple[str, str]
    end: tuple[str, str]
    since: str
    until: tuple[str, str]
    unknown: str


_WORDINGS = {
    "en": _Wording(
        "en_GB",
        " ",
        ("on ", "in "),
        ("from ", "from "),
        (" to ", " to "),
        "from ",
        ("until ", "until "),
        "date not known",
    ),
    "fr": _Wording(
        "fr",
        " ",
        ("le ", "en "),
        ("du ", "de "),
        (" au ", " à "),
        "à partir du ",
        ("jusqu’au ", "jusqu’en "),
        "date inconnue",
    ),
    "es": _Wording(
        "es",
        " de ",
        ("el ", "en "),
        ("del ", "de "),
        (" al ", " a "),
        "a partir del ",
        ("hasta el ", "hasta "),
        "fecha desconocida",
    ),
}


def _wording(language: str) -> _Wording:
    try:
        return _WORDINGS[language]
    except KeyError:
        raise ValueError(f"no wording for the language {language!r}") from None


@cache
def locale_of(language: str) -> Locale:
    """Gives the CLDR locale in which the product writes a language."""
    return Locale.parse(_wording(language).locale)


def format_date(value: date, language: str) -> str:
    """Gives "3 May 2016", "1er mai 2016", "3 de mayo de 2016"."""
    return format_partial_date(value, language)


def format_partial_date(value: AnyDate | None, language: str, *, year: bool = True) -> str:
    """Gives what is known of a date: "3 May 2013", "May 2013", "2013", or that it is not known.

    Without `year` a day is "3 May", for texts in which the year goes without saying.
    """
    return _wording(language).unknown if value is None else _said(_partial(value), language, year=year)


def format_date_range(start: AnyDate | None, end: AnyDate | None, language: str) -> str:
    """Gives "6–17 May 2024", "29 avril – 3 mai 2024", "mayo–julio de 2013", whatever is known of both ends.

    A start known to the day without an end gives "from 6 May 2024": nothing is made up about the end.
    """
    first, last = _ends(start, end)
    if first is None or last is None or first == last:
        return _open_range(first, last, language, in_sentence=False)
    opening, closing = _shared_parts_said_once(first, last, language)
    dash = f"{NO_BREAK}– " if " " in opening or first.precision != last.precision else "–"
    return f"{opening}{dash}{closing}"


def format_date_range_in_sentence(start: AnyDate | None, end: AnyDate | None, language: str) -> str:
    """Gives the range as a sentence holds it: "from 6 to 17 May 2024", "du 24 au 27 octobre 2023", "en 2013"."""
    first, last = _ends(start, end)
    if first is None or last is None or first == last:
        return _open_range(first, last, language, in_sentence=True)
    wording = _wording(language)
    opening, closing = _shared_parts_said_once(first, last, language)
    text = wording.start[_is_vague(first)] + opening + wording.end[_is_vague(last)] + closing
    return _elided(text) if language == "fr" else text


def format_day(value: date, language: str, *, width: str = "wide", year: bool = False) -> str:
    """Gives a day without its year: "Monday 6 May", "lundi 6 mai"; if "abbreviated", "Mon 6 May", "lun 6 may".

    With `year` it is "lunes 6 de mayo de 2024".
    """
    locale = locale_of(language)
    weekday = locale.days["format"][width][value.weekday()]
    month = locale.months["format"][width][value.month]
    parts = [_day_number(value.day, language), month, *([str(value.year)] if year else [])]
    link = " " if width == "abbreviated" else _wording(language).link
    return f"{weekday} {link.join(parts)}"


def format_time(value: time, language: str) -> str:
    """Gives "09:00" on the 24-hour clock of the language ("9:00" in Spanish)."""
    return dates.format_time(value, "short", locale=locale_of(language))


def format_time_range(start: time | None, end: time | None, language: str) -> str:
    """Gives "09:00–12:30", one time if the other is not known, or nothing."""
    return "–".join(format_time(value, language) for value in (start, end) if value is not None)


def format_moment(moment: datetime, language: str, zone: tzinfo) -> str:
    """Gives "3 May 2016, 14:02" as the clocks of `zone` showed it. `moment` carries its own zone."""
    local = moment.astimezone(zone)
    return f"{format_date(local.date(), language)}, {format_time(local.time(), language)}"


def format_number(value: int | float | Decimal, language: str) -> str:
    """Gives "12,345.6", "12 345,6" or "12.345,6"."""
    return numbers.format_decimal(value, locale=locale_of(language))


def format_percent(share: float | Decimal, language: str, *, digits: int = 0) -> str:
    """Gives a share of 1 as a percentage: 0.455 with one digit is "45.5%", "45,5 %"."""
    rounded = (Decimal(str(share)) * 100).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    pattern = "0" + ("." + "0" * digits if digits else "")
    sign = "%" if language == "en" else f"{NO_BREAK}%"
    return numbers.format_decimal(rounded, pattern, locale=locale_of(language)) + sign


def format_money(amount: Decimal, currency: str, language: str) -> str:
    """Gives "USD 1,250,000" or "1 250 000 USD": the ISO 4217 code, since "$" and "kr" are several currencies.

    Cents are written if there are any, with as many digits as the currency has.
    """
    figure = format_amount(amount, language, digits=numbers.get_currency_precision(currency))
    return NO_BREAK.join((currency, figure) if language == "en" else (figure, currency))


def format_amount(amount: int | Decimal, language: str, *, digits: int = 2) -> str:
    """Gives "12,500.50" or "12 500,50", and "12,500" where there are no cents; `digits` is how many these have."""
    pattern = "#,##0" + ("." + "0" * digits if digits and amount % 1 else "")
    return numbers.format_decimal(amount, pattern, locale=locale_of(language))


def format_list(items: Iterable[str], language: str, *, alternatives: bool = False) -> str:
    """Gives "a, b and c", "a, b et c", "a, b y c"; with `alternatives` "a, b or c".

    In Spanish "y" and "o" become "e" and "u" before the same sound (RAE, Ortografía de la lengua española).
    """
    words = list(items)
    text = babel_list(words, style="or" if alternatives else "standard", locale=locale_of(language))
    if language == "es" and len(words) > 1:
        last = words[-1]
        return text.removesuffix(last)[:-3] + f" {_spanish_conjunction(last, alternatives)} {last}"
    return text


def format_series(items: Iterable[str], language: str) -> str:
    """Gives "a; b; c": what is set apart by semicolons, since it may hold commas; French has a narrow space before."""
    return ("\u202f; " if language == "fr" else "; ").join(items)


def format_language(code: str, language: str) -> str:
    """Gives the name of a language (ISO 639-1 code) as it stands in a sentence: "French", "français", "francés"."""
    return str(locale_of(language).languages[code])


def format_hours(hours: Decimal, language: str) -> str:
    """Gives "1 hour", "22.5 hours", "22,5 heures"."""
    return format_unit(hours.normalize(), "duration-hour", "long", locale=locale_of(language))


def format_file_size(size: int, language: str) -> str:
    """Gives a number of bytes as "212 MB", "1,5 Mo", "15 bytes", in steps of 1,000."""
    if size < 1000:
        return format_unit(size, "digital-byte", "long", locale=locale_of(language))
    value, unit = size / 1000, "kilobyte"
    for larger in ("megabyte", "gigabyte"):
        if value >= 999.5:
            value, unit = value / 1000, larger
    rounded = round(value, 1) if value < 10 else round(value)
    return format_unit(rounded, f"digital-{unit}", "short", locale=locale_of(language))


def _partial(value: AnyDate) -> PartialDate:
    return value if isinstance(value, PartialDate) else PartialDate.of_day(value)


def _ends(start: AnyDate | None, end: AnyDate | None) -> tuple[PartialDate | None, PartialDate | None]:
    """Both ends; a month or year without an end is the whole of what is known, so it stands for both."""
    first = None if start is None else _partial(start)
    last = None if end is None else _partial(end)
    if first is not None and last is None and _is_vague(first):
        last = first
    return first, last


def _is_vague(value: PartialDate) -> bool:
    return value.day is None


def _day_number(day: int, language: str) -> str:
    return "1er" if language == "fr" and day == 1 else str(day)


def _said(value: PartialDate, language: str, *, month: bool = True, year: bool = True) -> str:
    """The parts of a date that are known and wanted, linked in the language."""
    parts = []
    if value.day is not None:
        parts.append(_day_number(value.day, language))
    if value.month is not None and month:
        parts.append(locale_of(language).months["format"]["wide"][value.month])
    if year:
        parts.append(str(value.year))
    return _wording(language).link.join(parts)


def _shared_parts_said_once(first: PartialDate, last: PartialDate, language: str) -> tuple[str, str]:
    """Both ends, the first without the year, or month and year, that the last repeats."""
    same_year = first.year == last.year and first.month is not None and last.month is not None
    same_month = same_year and first.month == last.month and first.day is not None and last.day is not None
    return _said(first, language, month=not same_month, year=not same_year), _said(last, language)


def _open_range(first: PartialDate | None, last: PartialDate | None, language: str, *, in_sentence: bool) -> str:
    """The wording of one date, of one end only, or of none."""
    wording = _wording(language)
    if first is None:
        return wording.unknown if last is None else wording.until[_is_vague(last)] + _said(last, language)
    if last is None:
        return wording.since + _said(first, language)
    return (wording.on[_is_vague(first)] if in_sentence else "") + _said(first, language)


def _elided(text: str) -> str:
    """French "de" before avril, août, octobre."""
    return f"d’{text[3:]}" if text.startswith(("de avril", "de août", "de octobre")) else text


def _spanish_conjunction(following: str, alternatives: bool) -> str:
    word = following.casefold()
    if alternatives:
        return "u" if word.startswith(("o", "ó", "ho", "hó", "8")) else "o"
    same_sound = word.startswith(("i", "í", "hi", "hí")) and not word.startswith(("hia", "hie", "io", "ia"))
    return "e" if same_sound else "y"
