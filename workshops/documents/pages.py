"""Values to the HTML page that is printed, in the language of the document."""

import unicodedata
from functools import lru_cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workshops import formatting
from workshops.domain.countries import country_name
from workshops.labels import label
from workshops.translating import translator

PACKAGE = Path(__file__).resolve().parents[1]
TEMPLATE_FOLDERS = (PACKAGE / "templates", PACKAGE.parent / "templates")  # in a wheel, in a checkout
RIGHT_TO_LEFT = ("R", "AL")
STRONG = ("L", *RIGHT_TO_LEFT)


def page(template: str, language: str, **values: object) -> str:
    """Gives the HTML of a document template; a value that the template misses raises `jinja2.UndefinedError`."""
    return _environment(language).get_template(f"documents/{template}").render(**values)


def direction(text: str) -> str:
    """Gives "rtl" if the first letter with a direction is written right to left, else "ltr" (Unicode UAX 9, P2, P3)."""
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in STRONG), "L")
    return "rtl" if first in RIGHT_TO_LEFT else "ltr"


def paragraphs(text: str) -> list[str]:
    """Gives the lines of a text that hold something."""
    return [line for line in map(str.strip, text.splitlines()) if line]


def opening(text: str) -> str:
    """Gives the text as it opens a line: with a capital letter."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=3)
def _environment(language: str) -> Environment:
    """One per language, since labels, dates and numbers are worded in it."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATE_FOLDERS),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    catalog = translator(language).catalog
    environment.install_gettext_callables(catalog.gettext, catalog.ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.globals |= {
        "language": language,
        "date_range": partial(formatting.format_date_range, language=language),
        "label": label,
        "time_range": partial(formatting.format_time_range, language=language),
    }
    environment.filters |= {
        "date": partial(formatting.format_partial_date, language=language),
        "short_day": partial(formatting.format_day, language=language, width="abbreviated"),
        "number": partial(formatting.format_number, language=language),
        "all": partial(formatting.format_list, language=language),
        "country": partial(country_name, language=language),
        "language_name": partial(formatting.format_language, language=language),
        "percent": partial(formatting.format_percent, language=language),
        "money": partial(formatting.format_money, language=language),
        "direction": direction,
        "opening": opening,
        "paragraphs": paragraphs,
    }
    return environment
