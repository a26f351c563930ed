"""Does the event take place on line?"""

from __future__ import annotations

import re

from workshops.press.marks import Marks

_LEAD_SENTENCES = 6
_SUBJECT_REACH, _OBJECT_REACH, _SHORTEST_NOUN = 60, 50, 3
_VERBS = ("held", "organise_active", "organise_passive", "people_verbs", "begins", "ends")
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
            not _is_subject(marks, start, online) for online in w.pattern("online").finditer(low, start, end)
        ):
            return True
    return False


def _is_subject(marks: Marks, start: int, online: re.Match[str]) -> bool:
    """Whether what is on line is what an event is about: "a seminar on the protection of children online"."""
    if _describes_a_thing(marks, start, online):
        return True
    before = list(marks.words.pattern("on_subject").finditer(marks.article.low, start, online.start()))
    if not before:
        return False
    gap = marks.article.low[before[-1].end() : online.start()]
    return len(gap) < _SUBJECT_REACH and "," not in gap and marks.words.pattern(*_VERBS).search(gap) is None


def _describes_a_thing(marks: Marks, start: int, online: re.Match[str]) -> bool:
    """Whether the noun beside is neither an event, nor people, nor a manner: "escroqueries en ligne", "online shops".

    Of two, the first tells: "presse écrite et en ligne"; behind a town it is a second place of the event.
    """
    if marks.language == "en":
        return _is_before_a_thing(marks, online.end())
    before = marks.tokens_in(start, online.start())
    is_second = bool(before) and marks.words.has(before[-1].low, "and", "or")
    noun = next(reversed(before[:-1] if is_second else before), None)
    if noun is None or not noun.is_word or marks.scope.names_event(noun.start, noun.end):
        return False
    if any(m.end() == noun.end for m in marks.words.pattern(*_VERBS).finditer(marks.article.low, start, noun.end)):
        return False
    return len(noun.low) > _SHORTEST_NOUN and not marks.words.has(noun.low, *_NO_SUBJECTS)


def _is_before_a_thing(marks: Marks, place: int) -> bool:
    """Whether nouns follow an adjective and none of them is an event's or a manner's: "online and print reporters"."""
    w = marks.words
    nouns = []
    for token in marks.tokens_in(place, place + _OBJECT_REACH):
        if not token.is_word or w.has(token.low, "function_words", "behind_online"):
            break
        nouns.append(token)
    is_event = any(
        marks.scope.names_event(n.start, n.end) or w.has(n.low, "online_manners", "event_again") for n in nouns
    )
    return bool(nouns) and not is_event
