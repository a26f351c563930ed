"""Persons who are introduced with another nationality than the country of the event: in this genre, those who teach.

"Canadian economist Mary Blunt", "la Tunisienne Leïla Trabelsi", "Marcelo Quiroga, argentino", "Anna Weber (Germany)":
who comes from afar came to teach, whatever the verb, unless the words beside say that they speak for a state or a
body, or learn themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from workshops.press.article import Sentence
from workshops.press.countries import CountryMention
from workshops.press.marks import Marks
from workshops.press.people import PersonMention
from workshops.press.words import worded

_BEFORE, _AFTER, _FUNCTION_REACH = 30, 60, 90
_TO_NAME = worded(lambda w: r"[ ,]?(?: ?[a-z'-]+){0,2}[ ,'’]*")
"""Between a nationality and a name: " economist ", "e ", "; of a word at most two."""
_BEHIND_NAME = worded(
    lambda w: rf" ?[,(] ?(?:{w.any_of('indefinite', 'singular_articles', 'from', 'of')}(?: |(?<=')))*(?:[\w-]+ ){{0,2}}"
)
"""Between a name and its country: ", a retired ", " (", ", from "."""
_OTHERS = ("state_voices", "high_functions", "opens_event", "people_verbs", "who_learns", "said", "thanks")


def foreign_guests(marks: Marks, country: str | None) -> Iterator[tuple[PersonMention, CountryMention, Sentence]]:
    """Each such person with what tells the nationality and the sentence; `country` is that of the event, ISO 3166-1."""
    if country is None:
        return
    for sentence in marks.scope.told:
        nationalities = [
            c
            for c in marks.countries_in(sentence.start, sentence.end)
            if country not in c.codes and not marks.agencies_around(c.start)
        ]
        for person in marks.people_in(sentence.start, sentence.end) if nationalities else ():
            own = next((c for c in nationalities if _is_own(marks, person, c)), None)
            if own is not None and not _is_other(marks, person, own, sentence):
                yield person, own, sentence


def _is_own(marks: Marks, person: PersonMention, country: CountryMention) -> bool:
    low = marks.article.low
    if person.start - _BEFORE <= country.start < person.start:
        return country.is_demonym and _TO_NAME(marks.language).fullmatch(low, country.end, person.start) is not None
    is_near = person.end < country.start < person.end + _AFTER
    return is_near and _BEHIND_NAME(marks.language).fullmatch(low, person.end, country.start) is not None


def _is_other(marks: Marks, person: PersonMention, country: CountryMention, sentence: Sentence) -> bool:
    """Whether somebody speaks for a state or a body, is told of as learning, or opens the event."""
    start = max(sentence.start, min(person.titles_start, country.start) - _FUNCTION_REACH)
    end = min(sentence.end, max(person.end, country.end) + _FUNCTION_REACH)
    return marks.words.pattern(*_OTHERS).search(marks.article.low, start, end) is not None
