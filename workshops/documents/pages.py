"""Values to the HTML page that is printed, in the language of the document or in both."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from workshops import formatting
from workshops.documents.both import LONG_WORD, Both, Figure, Languages, alone, as_tuple, side_by_side, worded
from workshops.domain.countries import country_name
from workshops.labels import label
from workshops.translating import translator

PACKAGE = Path(__file__).resolve().parents[1]
TEMPLATE_FOLDERS = (PACKAGE / "templates", PACKAGE.parent / "templates")  # in a wheel, in a checkout
RIGHT_TO_LEFT = ("R", "AL")
BULLETS = ("- ", "– ", "• ", "* ")
ENDLESS, WBR = re.compile("([!-\u0dff]{200}[\u0300-\u036f\u0900-\u0dff]*)"), Markup("<wbr>")
"""So much without a space is given places to break at: without them each of its lines costs the time of the whole."""
WIDE = Markup(' class="wide"')
STRONG = ("L", *RIGHT_TO_LEFT)
SETTING = "\f"
"""Stands between several settings of one page; no text that is kept holds it."""
MOST_PAGES = 2
"""Of a page in several settings, each shorter than the last, the first that takes no more is printed, else the end."""


def page(template: str, languages: Languages, **values: object) -> str:
    """Gives the HTML of a document template; a value that the template misses raises `jinja2.UndefinedError`.

    With two languages everything that is worded here stands in both: the first is that of the document.
    """
    return (
        _environment(as_tuple(languages)).get_template(f"documents/{template}").render(**values).replace(SETTING, " ")
    )


def roomiest(settings: Iterable[str]) -> str:
    """One page in several settings, for `engine.to_pdf`."""
    return SETTING.join(settings)


def direction(text: str) -> str:
    """Gives "rtl" if the first letter with a direction is written right to left, else "ltr" (Unicode UAX 9, P2, P3)."""
    if text.isascii():
        return "ltr"
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in STRONG), "L")
    return "rtl" if first in RIGHT_TO_LEFT else "ltr"


def paragraphs(text: str) -> list[str]:
    """Gives the lines of a text that hold something."""
    return [line for line in map(str.strip, text.splitlines()) if line]


def opening(text: str) -> str:
    """Gives the text as it opens a line: with a capital letter."""
    return text[:1].upper() + text[1:]


def text(value: str) -> Markup:
    """What somebody wrote, as HTML in its own direction; "wide" if a word of it may be wider than its place."""
    return Markup('<bdi dir="%s"%s>%s</bdi>') % (direction(value), WIDE if LONG_WORD.search(value) else "", value)


def prose(value: str) -> Markup:
    """What somebody wrote, as HTML with a paragraph for each line; lines behind "- " or "• " are a list."""
    blocks = []
    for is_list, lines in groupby(paragraphs(value), key=lambda line: line.startswith(BULLETS)):
        tag = "li" if is_list else "p"
        said = [line[2:].lstrip() if is_list else line for line in lines]
        block = Markup("\n").join(
            Markup(f'<{tag} dir="%s">%s</{tag}>') % (direction(line), WBR.join(filter(None, ENDLESS.split(line))))  # noqa: S704
            for line in said
        )
        blocks.append(Markup('<ul class="bullets">%s</ul>') % block if is_list else block)
    return Markup("\n").join(blocks)


def _sentence(message: str, *, language: str, **values: object) -> Markup:
    return Markup(translator(language).gettext(message)) % values  # noqa: S704 - of our own catalogs


def _counted(singular: str, plural: str, num: int, *, language: str, **values: object) -> Markup:
    said = Markup(translator(language).catalog.ngettext(singular, plural, num))  # noqa: S704 - likewise
    return said % {"num": num, **values}


def _country(code: str, *, language: str) -> str:
    return country_name(code, language)


def _short_day(day: Any, *, language: str) -> str:
    return formatting.format_day(day, language, width="abbreviated")


def _full_day(day: Any, *, language: str) -> str:
    return opening(formatting.format_day(day, language, year=True))


def _in_any_language(function: Callable[..., str]) -> Callable[..., str]:
    """A function of texts, that is the same in all languages."""
    return lambda *values, language: function(*values)


@lru_cache(maxsize=9)
def _environment(languages: tuple[str, ...]) -> Environment:
    """One for each choice of languages, since labels, dates and numbers are worded in them."""

    def said(function: Callable[..., str], kind: type[Both] = Both) -> Callable[..., str]:
        return worded(function, languages, kind)

    environment = Environment(
        loader=FileSystemLoader(TEMPLATE_FOLDERS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "_": said(_sentence),
        "ngettext": said(_counted),
        "language": languages[0],
        "date_range": said(formatting.format_date_range),
        "label": label,
        "prose": lambda value: side_by_side(said(_in_any_language(prose))(value)),
        "text": said(_in_any_language(text)),
        "time_range": said(formatting.format_time_range, Figure),
    }
    environment.filters |= {
        "all": said(formatting.format_list),
        "alone": alone,
        "country": said(_country),
        "date": said(formatting.format_partial_date),
        "direction": direction,
        "file_size": said(formatting.format_file_size, Figure),
        "full_day": said(_full_day),
        "language_name": said(formatting.format_language),
        "lower": said(_in_any_language(lambda words: words.lower())),
        "money": said(formatting.format_money, Figure),
        "number": said(formatting.format_number, Figure),
        "opening": said(_in_any_language(opening)),
        "paragraphs": paragraphs,
        "percent": said(formatting.format_percent, Figure),
        "sentences": said(_in_any_language(" ".join)),
        "series": said(formatting.format_series),
        "short_day": said(_short_day),
        "side_by_side": side_by_side,
        "unbroken": said(_in_any_language(lambda words: words.replace(" ", formatting.NO_BREAK))),
    }
    return environment
