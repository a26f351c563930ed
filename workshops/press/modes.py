"""Whether people met in a room, online, or both."""

from __future__ import annotations

from collections.abc import Iterable

from workshops.domain.enums import DeliveryMode
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.words import worded

_NEAR = 60
"""Characters between the noun of the event and the word that says how it is held."""
_ABOUT_REACH = 30
_ABOUT = worded(lambda w: rf"\b{w.any_of('on_subject', 'of_subject')}(?: [\w'-]+){{0,2}} $")


def find_mode(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """`mode`: online or hybrid where the headline or a sentence that names the event says so beside its name."""
    if not known.value("is_workshop"):
        return
    low, events = marks.article.low, (*marks.scope.title_events, *marks.scope.events)
    for event in events:
        floor, ceiling = _sentence(marks, event.start)
        window = max(floor, event.start - _NEAR), min(ceiling, event.end + _NEAR)
        both = marks.words.pattern("both_modes").search(low, *window)
        found = both or marks.words.pattern("online").search(low, *window)
        if found is not None and not _is_about(marks, found.start()):
            value = DeliveryMode.HYBRID if both else DeliveryMode.ONLINE
            yield marks.finding("mode", value.value, 0.85, found.span(), "how the event is held")
            return


def _sentence(marks: Marks, place: int) -> tuple[int, int]:
    sentence = marks.article.sentence_at(place)
    if sentence is not None:
        return sentence.start, sentence.end
    title = marks.article.title
    return (title.start, title.end) if title is not None else (place, place)


def _is_about(marks: Marks, place: int) -> bool:
    """Whether the word belongs to the subject: "training on online child abuse", "against virtual currencies"."""
    return _ABOUT(marks.language).search(marks.article.low, max(0, place - _ABOUT_REACH), place) is not None
