"""Does the event take place on line?"""

from __future__ import annotations

from workshops.press.marks import Marks

_SUBJECT_REACH = 60


def is_online(marks: Marks) -> bool:
    """Whether the event takes place on line: said beside the event, or by its type."""
    w, low = marks.words, marks.article.low
    for event in (*marks.scope.title_events, *marks.scope.events[:3]):
        sentence = marks.article.sentence_at(event.start)
        start, end = (sentence.start, sentence.end) if sentence else (event.start, event.end)
        if w.pattern("in_person").search(low, start, end):
            return False
        if event.event_type == "webinar" or any(
            not _is_subject(marks, start, online.start()) for online in w.pattern("online").finditer(low, start, end)
        ):
            return True
    return False


def _is_subject(marks: Marks, start: int, place: int) -> bool:
    """Whether what is on line is what an event is about: "a seminar on the protection of children online"."""
    before = list(marks.words.pattern("on_subject").finditer(marks.article.low, start, place))
    if not before:
        return False
    gap = marks.article.low[before[-1].end() : place]
    held = marks.words.pattern("held", "organise_active", "organise_passive", "people_verbs")
    return len(gap) < _SUBJECT_REACH and "," not in gap and held.search(gap) is None
