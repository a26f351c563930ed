"""Towns that are named as the seat of an office or as the home of a person: nothing is held there."""

from __future__ import annotations

from workshops.press.countries import CountryMention
from workshops.press.marks import Marks
from workshops.press.words import worded

_SEAT_REACH, _LONGEST_NAME = 60, 120
_AT_OWN = worded(lambda w: rf"{w.any_of('at_own')}(?: [a-z-]+)?\s?$")
"""What stands before a seat at which something is held: "at its regional office in"."""


def is_seat_or_home(marks: Marks, floor: int, place: int) -> bool:
    """Whether "in" at a place opens the seat of an agency or a person's home and no verb of holding stands between.

    `floor` is where the sentence begins.
    """
    if _is_visited(marks, max(floor, place - _LONGEST_NAME), place):
        return False
    return _is_seat(marks, place) or _is_elsewhere(marks, marks.article.low[max(floor, place - _SEAT_REACH) : place])


def _is_visited(marks: Marks, floor: int, place: int) -> bool:
    """Whether a study visit goes to the house whose seat is named: "a study visit to the Secretariat in Lyon"."""
    to = marks.words.pattern("to_destination")
    return any(
        event.event_type == "study_visit" and to.match(marks.article.low, event.end + 1)
        for event in marks.scope.events_in(floor, place)
    )


def _is_seat(marks: Marks, place: int) -> bool:
    """Whether an office or school is named right before, unless it is where something is held: "at the Academy in"."""
    w, low = marks.words, marks.article.low
    agency = next(
        (a for a in marks.agencies_in(place - _LONGEST_NAME, place) if a.whole_end in (place - 1, place)), None
    )
    if agency is None or w.pattern("seated_heads").search(low, agency.start, agency.whole_end) is None:
        return False
    before = low[max(0, agency.start - 24) : agency.start].rstrip()
    return not any(m.end() == len(before) for m in w.pattern("venue_prepositions").finditer(before))


def _is_elsewhere(marks: Marks, before: str) -> bool:
    """Whether the words before "in" make it the seat of an office or a person's origin: no verb of holding between."""
    found = list(marks.words.pattern("not_the_place").finditer(before))
    if not found or _AT_OWN(marks.language).search(before[: found[-1].start()]):
        return False
    between = before[found[-1].end() :]
    return (
        marks.words.pattern(
            "organise_active", "held", "event_workshop", "event_training_course", "event_verbs", "is_there"
        ).search(between)
        is None
    )


def is_of_next(marks: Marks, floor: int, place: int) -> bool:
    """Whether a sentence tells of the next event up to a place: "a second course is to be held in", "continuará en".

    In the first sentence only right before the place: what opens a text may be the second event of its kind.
    """
    first = marks.article.sentences[:1]
    later = marks.words.pattern("elsewhere_later").finditer(marks.article.low, floor, place)
    is_first = not first or floor < first[0].end
    return any(not is_first or place - m.end() <= 1 for m in later)


def is_of_embassy(marks: Marks, country: CountryMention) -> bool:
    """Whether a country is named for its embassy or government, which may sit and pay anywhere."""
    return any(
        marks.words.pattern("governments", "embassies").match(marks.article.low, agency.start)
        for agency in marks.agencies_around(country.start)
    )
