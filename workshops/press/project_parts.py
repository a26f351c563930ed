"""Projects that no word for one announces, only that the event is part of them: "part of the Safe Corridors (SC)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshops.press.facts import Span
from workshops.press.marks import Marks
from workshops.press.project_names import ACRONYM
from workshops.press.words import worded

_PART = worded(
    lambda w: (
        rf"(?<!\w){w.any_of('part_of_project')} ?"
        rf"(?:{w.any_of('articles', 'determiners')}(?: |(?<=')))?(?:{w.any_of('project_adjectives')} )?"
    )
)
_LONGEST, _SHORTEST = 150, 2
_NAME = re.compile(rf"[A-ZÀ-Þ][^.;:()«»“”\"\n]{{5,{_LONGEST}}}?(?=\s\()")
_SMALL = 4
"""Words no longer than this may stand in small letters inside an English name."""


def project_parts(marks: Marks) -> Iterator[Span]:
    """Names with an acronym right after "is part of" that are neither those of bodies nor of laws."""
    text = marks.article.text
    for part in _PART(marks.language).finditer(marks.article.low):
        name = _NAME.match(text, part.end())
        bracket = ACRONYM.match(text, name.end()) if name is not None else None
        if name is None or bracket is None or not marks.scope.is_told(name.start()):
            continue
        if _is_spelled(name.group(), bracket.group(1)) and not _is_other(marks, name):
            yield name.span()


def _is_spelled(name: str, acronym: str) -> bool:
    """Whether the letters of an acronym stand in a name in their order, the first one first."""
    letters = iter(name.lower())
    return name[0] == acronym[0] and all(letter in letters for letter in acronym.lower() if letter.isalpha())


def _is_other(marks: Marks, name: re.Match[str]) -> bool:
    """Whether a body, a law or a verb stands in it, or, in English, words that no name has in small letters."""
    w, words = marks.words, name.group().split()
    others = ("agency_heads", "legal_heads", "project_heads", "fund_before", "organise_passive", "plain_verbs")
    if w.pattern(*others).search(marks.article.low, *name.span()) or len(words) < _SHORTEST:
        return True
    return w.language == "en" and any(word[0].islower() and len(word) > _SMALL for word in words)
