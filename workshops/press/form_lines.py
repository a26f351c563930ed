"""Texts in labelled lines, as notes to editors and calendars have them: "When: 3 to 5 May", "Quand ? Du 3 au 5 mai"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from workshops.press.words import LANGUAGES, fold_line, words

_LABEL = re.compile(r"\W{0,3}([^:?\n]{2,40}?)\s?(?:[:?]\s*|$)")
_LONGEST_LABELLED = 45
"""In so many characters a label has ended, as `_LABEL` reads it: looked at first, since most lines have none."""
_LINES_MET = 500
"""Openings of lines of which is kept how they are labelled: it is asked several times of each."""
_LEAST_LABELS = 3
"""Different labels that a text has to have for its lines to be taken for a form."""


@cache
def _labels() -> dict[str, str]:
    return {label: kind for language in LANGUAGES for label, kind in words(language).mapping("form_labels").items()}


def label_of(line: str) -> tuple[str, int] | None:
    """What a line is labelled as ("when", "where", "who" ...), and where its value begins; None without a label."""
    return _label_in(line[:60])


@lru_cache(maxsize=_LINES_MET)
def _label_in(line: str) -> tuple[str, int] | None:
    low = fold_line(line)
    opening = low[:_LONGEST_LABELLED]
    if len(low) > _LONGEST_LABELLED and ":" not in opening and "?" not in opening:
        return None
    m = _LABEL.match(low)
    kind = _labels().get(m.group(1).strip(" *-•")) if m else None
    return (kind, m.end()) if m and kind else None


def is_bare_label(line: str) -> bool:
    """Whether a line is a label and nothing else, its value being in the lines that follow."""
    found = label_of(line)
    return found is not None and found[1] >= len(line.rstrip())


def says_where(line: str) -> bool:
    """Whether a line names the place of an event behind a label: "Lieu : Hôtel La Roseraie, Bujumbura"."""
    found = label_of(line)
    return found is not None and found[0] == "where" and found[1] < len(line.rstrip())


def is_form(lines: Iterable[str]) -> bool:
    """Whether enough different things are labelled: when or where among them."""
    kinds = {found[0] for line in lines if (found := label_of(line))}
    return len(kinds) >= _LEAST_LABELS and bool(kinds & {"when", "where"})
