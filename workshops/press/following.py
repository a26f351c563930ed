"""Of which workshop the sentences are that do not say when one is held."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import Final

from workshops.press.article import Sentence
from workshops.press.event_types import numbers_of_events
from workshops.press.facts import Span
from workshops.press.joints import counts_people, is_of_time
from workshops.press.marks import Marks
from workshops.press.parting import left_out_of_lists, left_out_of_naming, numbers_of_all
from workshops.press.tellings import TellingSentence
from workshops.press.told_workshops import Workshop
from workshops.press.workshops_named import Known, is_of_all, named_in

_MOST_NUMBERS: Final = 4
_LOOK_AHEAD: Final = 4
_REACH_OF_PUBLIC: Final = 40
_COMMON: Final = ("fund_before", "fund_active", "gives_money", "project_before", "project_subject")


def leave_following(
    marks: Marks, workshops: list[Workshop], sentences: list[tuple[TellingSentence, list[int | None]]]
) -> None:
    """Give every sentence that tells of no days to the workshop that it names, else to that of the sentence before.

    Where a paragraph begins that names none, it goes on with the workshop of the paragraph before, if that was on one
    alone, and if it speaks of people, an event or what is taught. What speaks of all, or of who pays or the project, is
    left to all, and so is what people say; but no number of people of all together.
    """
    for told, numbers in sentences:
        for each, n in zip(told.tellings, numbers, strict=True):
            if n is not None and not told.lists:
                workshops[n].own.append((each.start, each.end))
    reading = _Reading(marks, workshops)
    telling = {_start(marks, told): (told, numbers) for told, numbers in sentences}
    end = 0
    for place, sentence in enumerate(marks.article.sentences):
        if sentence.start in telling:
            told, numbers = telling[sentence.start]
            end = told.sentence.end
            reading.tell(told, numbers)
        elif sentence.start >= end:
            reading.follow(sentence, place)


class _Reading:
    """How far a text is read: the workshop of the sentence before, and those that the paragraph has spoken of."""

    def __init__(self, marks: Marks, workshops: list[Workshop]) -> None:
        self._marks, self._workshops = marks, workshops
        self._known = [Known(each.towns, tuple((t.first, t.last) for t in each.told)) for each in workshops]
        self._counted: list[list[int]] = [[] for _ in workshops]
        for n, workshop in enumerate(workshops):
            for span in workshop.own:
                self._note(n, span)
        self._current: int | None = None
        self._spoken_of: set[int | None] = set()
        self._paragraph = -1

    def tell(self, told: TellingSentence, numbers: list[int | None]) -> None:
        """Go on behind a sentence that says when workshops are held."""
        self._begins(told.sentence)
        self._current = numbers[0] if len(set(numbers)) == 1 else None
        self._spoken_of |= set(numbers)
        if not self._leave_lists(told.sentence) and told.lists:
            for workshop in self._workshops:
                workshop.blank += numbers_of_all(self._marks, told.sentence)

    def follow(self, sentence: Sentence, place: int) -> None:
        """Give a sentence, by its place among all, to its workshop, or its parts to those that it names."""
        begins = self._begins(sentence)
        marks, workshops = self._marks, self._workshops
        namings = named_in(marks, sentence, tuple(self._known))
        numbers = {naming.number for naming in namings}
        if not numbers and self._current is None:
            numbers = self._told_before_next(place)
        if is_of_all(marks, sentence) or self._counts_all(sentence):
            numbers, self._current = set(), None
        elif len(numbers) == 1:
            (self._current,) = numbers
        elif numbers:
            self._current = None
            for n, workshop in enumerate(workshops):
                workshop.blank += left_out_of_naming(marks, sentence, namings, n)
        elif self._current is not None and (_is_common(marks, sentence) or begins and not _goes_on(marks, sentence)):
            self._spoken_of.add(None)
            return
        self._spoken_of |= {self._current, *numbers}
        if self._current is not None:
            self._give(sentence, self._current)
        elif not self._leave_lists(sentence) and not numbers:
            for workshop in workshops:
                workshop.blank += numbers_of_all(marks, sentence)

    def _begins(self, sentence: Sentence) -> bool:
        """Whether a sentence opens a paragraph; then that goes on with what the one before spoke of alone."""
        if sentence.paragraph == self._paragraph:
            return False
        self._current = next(iter(self._spoken_of)) if len(self._spoken_of) == 1 else None
        self._paragraph, self._spoken_of = sentence.paragraph, set()
        return True

    def _note(self, n: int, span: Span) -> None:
        """Keep what numbers and people a span tells of a workshop."""
        publics = self._known[n].publics | set(_publics(self._marks, span))
        self._known[n] = replace(self._known[n], publics=publics)
        self._counted[n] += _values(self._marks, span)

    def _give(self, sentence: Sentence, to: int) -> None:
        self._note(to, (sentence.start, sentence.end))
        self._workshops[to].own.append((sentence.start, sentence.end))
        for n, workshop in enumerate(self._workshops):
            if n != to:
                workshop.blank.append((sentence.start, sentence.end))

    def _told_before_next(self, place: int) -> set[int]:
        """Of people counted before the second workshop is named, in one paragraph: the first, if nobody was before."""
        sentence, *following = self._marks.article.sentences[place : place + _LOOK_AHEAD]
        if not counts_people(self._marks, sentence.start, sentence.end) or self._is_listed(sentence):
            return set()
        known = tuple(self._known)
        names = (
            {n.number for n in named_in(self._marks, s, known)} for s in following if s.paragraph == sentence.paragraph
        )
        named = next(filter(None, names), set())
        before = next(iter(named)) - 1 if len(named) == 1 else -1
        return {before} if before >= 0 and not self._has_people(before) else set()

    def _is_listed(self, sentence: Sentence) -> bool:
        return bool(left_out_of_lists(self._marks, sentence, len(self._workshops), 0))

    def _counts_all(self, sentence: Sentence) -> bool:
        """Whether a sentence counts the workshops, or the people of all: their number is the sum of those told, or
        a total beside that of the current one."""
        if any(sentence.start <= count.start < sentence.end for count in self._marks.once(numbers_of_events)):
            return True
        low, current = self._marks.article.low, self._current
        is_total = self._marks.words.pattern("in_total").search(low, sentence.start, sentence.end)
        if is_total and current is not None and self._has_people(current):
            return True
        sums = {sum(values) for values in product(*(told[:_MOST_NUMBERS] for told in self._counted))}
        return any(n in sums for n in _values(self._marks, (sentence.start, sentence.end)))

    def _has_people(self, n: int) -> bool:
        """Whether the text has said already how many took part in a workshop."""
        return any(counts_people(self._marks, *span) for span in self._workshops[n].own[:_MOST_NUMBERS])

    def _leave_lists(self, sentence: Sentence) -> bool:
        """Leave to each its member of the lists in a sentence; whether there are any."""
        left = [left_out_of_lists(self._marks, sentence, len(self._workshops), n) for n in range(len(self._workshops))]
        for workshop, spans in zip(self._workshops, left, strict=True):
            workshop.blank += spans
        return any(left)


def _publics(marks: Marks, span: Span) -> list[str]:
    """The people that a span counts: "police officers" of "35 police officers"."""
    low, found = marks.article.low, []
    for number in marks.numbers_in(*span):
        noun = marks.words.pattern("people_nouns").search(low, number.end, min(span[1], number.end + _REACH_OF_PUBLIC))
        public = low[number.end + 1 : noun.end()] if noun else ""
        if public and not marks.words.has(public, "says_little", "a_sex") and not re.search(r"[\d,;:.]", public):
            found.append(public)
    return found


def _values(marks: Marks, span: Span) -> list[int]:
    """The numbers in a span that are of no date."""
    return [n.value for n in marks.numbers_in(*span) if n.value > 1 and not is_of_time(marks, n)]


def _is_common(marks: Marks, sentence: Sentence) -> bool:
    """Whether a sentence speaks of who pays, of the project, or holds direct speech."""
    low, w = marks.article.low, marks.words
    if any(marks.scope.in_speech[sentence.start : sentence.end]):
        return True
    return w.pattern(*_COMMON).search(low, sentence.start, sentence.end) is not None


def _goes_on(marks: Marks, sentence: Sentence) -> bool:
    """Whether a sentence that opens a paragraph can go on with a workshop: with people, an event, what is taught."""
    low, w = marks.article.low, marks.words
    if not any(told.start <= sentence.start < told.end for told in marks.scope.told):
        return False
    return w.pattern("people_nouns", "people_verbs", "event_again", "topic_strong").search(
        low, sentence.start, sentence.end
    ) is not None or marks.scope.names_event(sentence.start, sentence.end)


def _start(marks: Marks, told: TellingSentence) -> int:
    """Where the sentence begins whose part behind the date line tells of workshops."""
    sentence = marks.article.sentence_at(told.sentence.start)
    return sentence.start if sentence else told.sentence.start
