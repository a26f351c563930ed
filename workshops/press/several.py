"""Does a text tell of several workshops? If so, the text of each: what is said of the others is left blank."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from workshops.press.article import Sentence, read_article
from workshops.press.event_types import number_of_events, numbers_of_events
from workshops.press.facts import Span
from workshops.press.following import leave_following
from workshops.press.marks import Marks
from workshops.press.parting import left_out_of_telling, lends_its_noun, numbers_of_all
from workshops.press.tellings import opens_later
from workshops.press.told_workshops import Workshop, told_apart

_TEXT: Final = re.compile(r"[^\n]")
_NOTHING: Final = "\u200b"
"""What reading passes over: the text keeps its length, and no gap parts what stood round the words."""


def texts_of_workshops(text: str, marks: Marks, tables: Iterable[Span] = ()) -> tuple[str, ...]:
    """The text itself, or one for each workshop that it reports on an equal footing, in their order.

    Each has the length of the original, so that places in it are places in the original. A workshop counts as another
    one if it has other days, and another town or a word such as "second"; a sentence that tells of several has to name
    them in the plural, count them, or call one the second. At most `MOST`. `marks` are those of the text; the places
    of the tables of participants, which are no part of its article, go to the workshop that is spoken of before.
    """
    workshops, sentences = marks.once(told_apart)
    if len(workshops) < 2:
        return (text,)
    shared = [(count.start, count.end) for count in marks.once(numbers_of_events)]  # "two workshops" is true of none
    for place, (told, numbers) in enumerate(sentences):
        following = sentences[place + 1] if place + 1 < len(sentences) else None
        for n, workshop in enumerate(workshops):
            own = numbers.index(n) if n in numbers else None
            joined = own is None and following and following[1] == [n] and lends_its_noun(marks, told, following[0])
            needs_head = not any(marks.agencies_in(each.start, each.end) for each in workshop.told)
            workshop.blank += joined or left_out_of_telling(marks, told, own, needs_head=needs_head)
    leave_following(marks, workshops, sentences)
    _leave_headline(marks, workshops)
    shared += [span for told, _ in sentences if (span := opens_later(marks, told.sentence))]
    for table in tables:
        _leave_table(marks, workshops, table)
    places = [
        [marks.article.original(*span) for span in (*workshop.blank, *shared) if span[0] < span[1]]
        for workshop in workshops
    ]
    return tuple(
        _blanked(text, [*spans, *workshop.others_tables]) for spans, workshop in zip(places, workshops, strict=True)
    )


def workshops_told(marks: Marks) -> int:
    """Of how many workshops a text tells: as many as it tells apart, or as many as it counts if those are more."""
    number = number_of_events(marks)
    return max(1, len(marks.once(told_apart)[0]), number.value if number else 1)


def events_counted(text: str) -> int:
    """The number of workshops that the text says it tells of ("deux ateliers"), 1 where it counts none."""
    article = read_article(text)
    number = number_of_events(Marks(article, article.language[0] or "en"))
    return number.value if number else 1


def _leave_headline(marks: Marks, workshops: list[Workshop]) -> None:
    """In the headline leave no town of another workshop, and no number of people."""
    title = marks.article.title
    if title is None:
        return
    towns = [workshop.towns for workshop in workshops]
    headline = Sentence(title.start, title.end, 0)
    for n, workshop in enumerate(workshops):
        workshop.blank += numbers_of_all(marks, headline)
        for town in frozenset[str]().union(*towns) - towns[n]:
            named = re.compile(rf"(?<!\w){re.escape(town)}(?!\w)")
            workshop.blank += [m.span() for m in named.finditer(marks.article.low, title.start, title.end)]


def _leave_table(marks: Marks, workshops: list[Workshop], table: Span) -> None:
    """Leave a table of participants to the workshop that the sentences right before it are on, if they are on one."""
    before = [(marks.article.original(*span)[1], n) for n, workshop in enumerate(workshops) for span in workshop.own]
    last = max((each for each in before if each[0] <= table[0]), default=None)
    for n, workshop in enumerate(workshops):
        if last is not None and n != last[1]:
            workshop.others_tables.append(table)


def _blanked(text: str, spans: list[Span]) -> str:
    for first, last in spans:
        last += text[first - 1 : first].isspace() and text[last : last + 1] == " "
        text = text[:first] + _TEXT.sub(_NOTHING, text[first:last]) + text[last:]
    return text
