"""What the pages of printing say of a document before it is made."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext, ngettext

from workshops.domain.languages import OWN_NAMES
from workshops.formatting import format_list
from workshops.forms.saying import page_language
from workshops.services.prints.kinds import Kind, Wanted


def makes(kind: Kind[Any], wanted: Wanted, languages: Sequence[str] = (), pages: int | None = None) -> str:
    """Such as "English and Français · A4 · 2 pages"; how languages are chosen comes before what they are."""
    how = kind.in_languages(wanted)
    known = languages or (() if how else wanted.languages)
    named = format_list((OWN_NAMES[code] for code in known), page_language())
    counted = "" if pages is None else ngettext("%(num)s page", "%(num)s pages", pages)
    return " · ".join(filter(None, (gettext(how) if how else "", named, wanted.paper, counted)))


def caution(kind: Kind[Any], record: Any, wanted: Wanted) -> str:
    """What to think of before it is printed, "" for nothing."""
    said = kind.caution(record, wanted)
    return gettext(said) if said else ""
