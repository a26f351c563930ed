"""Whether a day is said to be the first or the last of an event."""

from __future__ import annotations

from workshops.press.dates import DAY, RANGE, RELATIVE_DAY, DateMention
from workshops.press.marks import Marks
from workshops.press.words import worded

_BOUND_REACH, _END_REACH = 140, 60
_BOUND_NOUNS = {"begins": "begins_noun", "ends": "ends_noun"}
_BEFORE_VERB = worded(lambda w: rf"\)?,?\s(?:{w.any_of('at_the_bound')})?")


def is_last_day(marks: Marks, mention: DateMention) -> bool:
    """Whether a single day is said to be the last: where first and last stand apart, the first one tells when."""
    if mention.precision == RANGE:
        return False
    begins = _marked_at(marks, mention, "begins")
    return _marked_at(marks, mention, "ends") > begins or begins < 0 and _is_at_its_end(marks, mention)


def _is_at_its_end(marks: Marks, mention: DateMention) -> bool:
    """Whether what was done on that day comes last: "recibieron ayer sus diplomas al cierre de un curso"."""
    if mention.precision not in (DAY, RELATIVE_DAY):
        return False
    sentence = marks.article.sentence_at(mention.start)
    end = min(mention.end + _END_REACH, sentence.end if sentence else mention.end)
    found = marks.words.pattern("at_its_end").search(marks.article.low, mention.end, end)
    if found is None or marks.scope.names_event(mention.end, found.start()):
        return False
    return marks.scope.names_event(found.start(), end + _END_REACH)


def is_marked(marks: Marks, mention: DateMention, name: str) -> bool:
    """Whether "begins", "until" or the like stands just before the mention."""
    return _marked_at(marks, mention, name) >= 0


def _marked_at(marks: Marks, mention: DateMention, name: str) -> int:
    """Where the last "begins", "until" or the like ends before a mention, or begins right behind it; -1 without one."""
    sentence = marks.article.sentence_at(mention.start)
    start = max(mention.start - _BOUND_REACH, sentence.start if sentence else 0)
    before = marks.article.low[start : mention.start]
    last_stop = max(before.rfind(". "), before.rfind(";"), before.rfind("\n"))
    after = _BEFORE_VERB(marks.language).match(marks.article.low, mention.end)
    follows = after and marks.words.pattern(name, _BOUND_NOUNS[name]).match(marks.article.low, after.end())
    is_subject = follows and "," not in marks.article.low[mention.end : follows.start()]
    if follows and mention.precision == RELATIVE_DAY and (is_subject or not before.strip()):
        return follows.start()
    if marks.article.low.startswith("(", mention.end):
        return -1
    found = [m.end() for m in marks.words.pattern(name).finditer(before) if m.start() > last_stop]
    if not found and follows and is_subject and mention.precision == DAY:  # "El 5 de mayo concluyó el curso"
        return follows.start()
    return start + found[-1] if found else -1
