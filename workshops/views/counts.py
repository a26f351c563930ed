"""Rows of a table as a number of things, in words."""

from collections.abc import Callable
from typing import Final

from flask_babel import ngettext

from workshops.views.filters import number_text

_WORDS: Final[dict[str, Callable[[int, str], str]]] = {
    "agency": lambda n, s: ngettext("%(shown)s agency", "%(shown)s agencies", n, shown=s),
    "attendance": lambda n, s: ngettext("%(shown)s mark of attendance", "%(shown)s marks of attendance", n, shown=s),
    "certificate": lambda n, s: ngettext("%(shown)s certificate", "%(shown)s certificates", n, shown=s),
    "contact": lambda n, s: ngettext("%(shown)s contact", "%(shown)s contacts", n, shown=s),
    "document": lambda n, s: ngettext("%(shown)s document", "%(shown)s documents", n, shown=s),
    "engagement": lambda n, s: ngettext("%(shown)s expert", "%(shown)s experts", n, shown=s),
    "event": lambda n, s: ngettext("%(shown)s entry of programme", "%(shown)s entries of programme", n, shown=s),
    "finding": lambda n, s: ngettext("%(shown)s finding", "%(shown)s findings", n, shown=s),
    "funding": lambda n, s: ngettext("%(shown)s funder", "%(shown)s funders", n, shown=s),
    "participation": lambda n, s: ngettext("%(shown)s participant", "%(shown)s participants", n, shown=s),
    "person": lambda n, s: ngettext("%(shown)s person", "%(shown)s people", n, shown=s),
    "press_release": lambda n, s: ngettext("%(shown)s press release", "%(shown)s press releases", n, shown=s),
    "project": lambda n, s: ngettext("%(shown)s project", "%(shown)s projects", n, shown=s),
    "quote": lambda n, s: ngettext("%(shown)s quote", "%(shown)s quotes", n, shown=s),
    "topic": lambda n, s: ngettext("%(shown)s topic", "%(shown)s topics", n, shown=s),
    "workshop": lambda n, s: ngettext("%(shown)s workshop", "%(shown)s workshops", n, shown=s),
    "workshop_agency": lambda n, s: ngettext("%(shown)s agency in a role", "%(shown)s agencies in a role", n, shown=s),
}


def counted(table: str, number: int) -> str:
    """A number of rows of a table, such as "7 participants"; "" for tables whose rows nobody counts."""
    words = _WORDS.get(table)
    return words(number, number_text(number)) if words else ""
