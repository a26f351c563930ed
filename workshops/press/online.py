"""Does the event take place on line?"""

from __future__ import annotations

from workshops.press.marks import Marks

_LEAD_SENTENCES = 6
_SUBJECT_REACH, _SHORTEST_NOUN = 60, 3
_NO_SUBJECTS = (
    *("online_manners", "function_words", "held", "people_nouns", "participant_word", "months", "weekdays"),
    "event_again",
)
"""Lists of words behind which "en ligne" says how an event is held."""


def is_online(marks: Marks) -> bool:
    """Whether the event takes place on line: said beside the event, or by its type."""
    w, low = marks.words, marks.article.low
    lead = marks.article.sentences[:_LEAD_SENTENCES]
    early = [event for event in marks.scope.events[:3] if event.start < lead[-1].end] if lead else []
    for event in (*marks.scope.title_events, *(early or marks.scope.events[:1])):
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
    if _describes_a_thing(marks, start, place):
        return True
    before = list(marks.words.pattern("on_subject").finditer(marks.article.low, start, place))
    if not before:
        return False
    gap = marks.article.low[before[-1].end() : place]
    held = marks.words.pattern("held", "organise_active", "organise_passive", "people_verbs")
    return len(gap) < _SUBJECT_REACH and "," not in gap and held.search(gap) is None


def _describes_a_thing(marks: Marks, start: int, place: int) -> bool:
    """Whether the noun before is neither an event, nor people, nor a manner: "escroqueries en ligne"."""
    noun = next(reversed(marks.tokens_in(start, place)), None)
    if marks.language == "en" or noun is None or not noun.is_word or marks.scope.names_event(noun.start, noun.end):
        return False
    return len(noun.low) > _SHORTEST_NOUN and not marks.words.has(noun.low, *_NO_SUBJECTS)
