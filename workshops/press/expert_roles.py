"""Whether a person who teaches facilitates or trains, where the text says which."""

from __future__ import annotations

import re
from typing import Final

from workshops.domain.enums import ExpertRole
from workshops.press.article import Sentence
from workshops.press.marks import Marks
from workshops.press.people import PersonMention
from workshops.press.words import worded

_ROLES: Final = {"facilitates": ExpertRole.FACILITATOR, "leads_training": ExpertRole.LEAD_TRAINER}
_CO_TRAINER: Final = re.compile(r"(?:s|es)$|^co-")
_REACH, _BEHIND = 250, 70
_SETS_OFF: Final = worded(lambda w: rf",| \(| {w.any_of('who', 'which')}(?!\w)")
_OF_OTHERS: Final = worded(lambda w: rf"(?<!\w)(?:{w.any_of('of_trainees')}|\d{{2,}})\s?$")
"""Before trainers who are trained: "training of trainers", "formation de formateurs"."""


def role_of(marks: Marks, person: PersonMention, sentence: Sentence) -> dict[str, str]:
    """The role as a part of a finding, {} where the text does not say it: the nearest word before the name or, to the
    next name, right behind it. Trainers in the plural share the training.
    """
    low = marks.article.low
    following = marks.people_in(person.end, sentence.end)
    behind_end = min(sentence.end, person.end + _BEHIND, following[0].titles_start if following else sentence.end)
    is_told = _SETS_OFF(marks.language).match(low, person.end) is not None
    behind = _first(marks, person.end, behind_end) if is_told else None
    before = _last(marks, max(sentence.start, person.start - _REACH), person.start)
    role = behind or before
    return {"role": role.value} if role else {}


def _all(marks: Marks, start: int, end: int) -> list[tuple[int, ExpertRole]]:
    low = marks.article.low
    found = []
    for words, role in _ROLES.items():
        for m in marks.words.pattern(words).finditer(low, start, end):
            if not _OF_OTHERS(marks.language).search(low, max(0, m.start() - 14), m.start()):
                is_shared = role is ExpertRole.LEAD_TRAINER and _CO_TRAINER.search(m.group())
                found.append((m.start(), ExpertRole.CO_TRAINER if is_shared else role))
    return sorted(found)


def _first(marks: Marks, start: int, end: int) -> ExpertRole | None:
    return next((role for _place, role in _all(marks, start, end)), None)


def _last(marks: Marks, start: int, end: int) -> ExpertRole | None:
    return next((role for _place, role in reversed(_all(marks, start, end))), None)
