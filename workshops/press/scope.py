"""Which sentences speak of the main event, where it is first named, and which are background."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from workshops.press.article import Article, Sentence
from workshops.press.facts import Span
from workshops.press.quotes import Quote
from workshops.press.words import Words, worded

_FIRST_SENTENCES, _TAKEN_UP_BY, _LONG_AGO = 3, 4, 25
_THIS = worded(lambda w: rf"{w.any_of('this')}(?: |(?<='))$")
_COUNTS = worded(lambda w: rf"\d|(?<!\w){w.any_of('counts_or_dates')}")
"""A number or a day: what is told with one happened once."""
EVENT_TYPES = ("tot", "webinar", "study_visit", "seminar", "workshop", "conference", "training_course", "other")
EVENT_NOUNS = ("event_workshop", "event_seminar", "event_training_course", "event_conference", "event_webinar")
"""Lists of the nouns that by themselves call something an event."""


@dataclass(frozen=True)
class EventMention:
    """The event named: "atelier de formation", "training course"."""

    start: int
    end: int
    event_type: str


@dataclass(frozen=True, eq=False)
class Scope:
    """The sentences of an article sorted by what they are about."""

    events: tuple[EventMention, ...]
    """Where the body names the event, outside of speech and background, in order."""
    title_events: tuple[EventMention, ...]
    told: tuple[Sentence, ...]
    """The sentences that may describe the event: neither background nor speech alone."""
    background: tuple[Sentence, ...]
    in_speech: bytes
    """For each place of the text whether it is inside direct speech."""
    in_told: bytes
    """For each place of the text whether it is in a sentence about the event and outside of speech."""
    is_told_by_verb: bool = False
    """Whether no noun names the event in the body: "trained 18 officers"."""

    @cached_property
    def _event_starts(self) -> list[int]:
        return [e.start for e in self.events]

    def names_event(self, start: int, end: int) -> bool:
        """Whether a span of the body names the event."""
        return bisect_left(self._event_starts, start) < bisect_left(self._event_starts, end)

    def events_in(self, start: int, end: int) -> tuple[EventMention, ...]:
        """The namings of the event that begin in a span of the body."""
        return self.events[bisect_left(self._event_starts, start) : bisect_left(self._event_starts, end)]

    def first_event(self, start: int, end: int) -> EventMention | None:
        """The first naming of the event in a span of the body."""
        n = bisect_left(self._event_starts, start)
        return self.events[n] if n < len(self.events) and self.events[n].start < end else None

    def is_speech(self, place: int) -> bool:
        """Whether a place stands inside direct speech."""
        return self.in_speech[place] == 1

    def is_told(self, place: int) -> bool:
        """Whether a place stands in a sentence about the event and outside of speech."""
        return self.in_told[place] == 1


def find_scope(article: Article, speeches: tuple[Quote, ...], w: Words) -> Scope:
    """Sort the sentences. A sentence is background when it says so: "since 2010", "l'an dernier", "próxima edición"."""
    in_speech = mask(len(article.text), [q.outer for q in speeches])
    background, told = [], []
    for sentence in article.sentences:
        if _is_background(article, sentence, w):
            background.append(sentence)
        elif 0 in in_speech[sentence.start : sentence.end - 1]:
            told.append(sentence)
    in_told = mask(len(article.text), [(s.start, s.end) for s in told], except_in=[q.outer for q in speeches])
    mentions = _mentions(article.low, w)
    title = article.title
    in_title = tuple(m for m in mentions if title is not None and title.start <= m.start < title.end)
    events = tuple(m for m in mentions if in_told[m.start])
    if in_title and not any(e.start < told[:_TAKEN_UP_BY][-1].end for e in events if told):
        events = (*_taken_up(article, told, in_told, in_title[0], w), *events)
    is_told_by_verb = not events
    events = events or _told_by_verb(article, told, in_told, w)
    return Scope(events, in_title, tuple(told), tuple(background), in_speech, in_told, is_told_by_verb)


def whole_sentences(low: str, sentences: Iterable[Sentence], longest: int = sys.maxsize) -> Iterator[Sentence]:
    """The sentences of a folded text, those that semicolons part taken together up to a length."""
    whole: Sentence | None = None
    for sentence in sentences:
        is_part = whole is not None and whole.end == sentence.start and low[whole.end - 2 : whole.end] == "; "
        if whole is not None and is_part and sentence.end - whole.start <= longest:
            whole = Sentence(whole.start, sentence.end, whole.paragraph)
            continue
        if whole is not None:
            yield whole
        whole = sentence
    if whole is not None:
        yield whole


def mask(length: int, spans: Iterable[Span], *, except_in: Iterable[Span] = ()) -> bytes:
    """For each place below `length`, and one more, 1 inside a span and 0 outside and where it is excepted."""
    places = bytearray(length + 1)
    for start, end in spans:
        places[start:end] = b"\x01" * (end - start)
    for start, end in except_in:
        places[start:end] = bytes(end - start)
    return bytes(places)


def _is_background(article: Article, sentence: Sentence, w: Words) -> bool:
    if w.pattern("background_start").match(article.low, sentence.start, sentence.end):
        return True
    marker = w.pattern("background").search(article.low, sentence.start, sentence.end)
    if marker is None:
        return False
    return marker.start() < sentence.start + max(60, (sentence.end - sentence.start) // 3)


def _taken_up(
    article: Article, told: list[Sentence], in_told: bytes, named: EventMention, w: Words
) -> Iterator[EventMention]:
    """What the headline named and the first sentences only call "the exercise", "el encuentro": the same event, if it
    is said there that it was held."""
    for sentence in told[:_TAKEN_UP_BY]:
        for m in w.pattern("event_again").finditer(article.low, sentence.start, sentence.end):
            is_it = in_told[m.start()] and _THIS(w.language).search(
                article.low, max(sentence.start, m.start() - 6), m.start()
            )
            if is_it and w.pattern("organise_active", "organise_passive", "held", "begins").search(
                article.low, sentence.start, sentence.end
            ):
                yield EventMention(m.start(), m.end(), named.event_type)
                return


def _told_by_verb(article: Article, told: list[Sentence], in_told: bytes, w: Words) -> tuple[EventMention, ...]:
    """The event where no noun names it: "trained 18 officers in Tarawa from 4 to 8 March", with a number of people or a
    time in one of the first sentences."""
    for sentence in told[:_FIRST_SENTENCES]:
        for verb in w.pattern("event_verbs").finditer(article.low, sentence.start, sentence.end):
            around = article.low[sentence.start : sentence.end]
            if (
                in_told[verb.start()]
                and w.pattern("background").search(article.low, verb.end(), verb.end() + _LONG_AGO) is None
                and _COUNTS(w.language).search(around)
                and w.pattern("people_nouns").search(around)
            ):
                return (EventMention(verb.start(), verb.end(), "training_course"),)
    return ()


def _mentions(low: str, w: Words) -> list[EventMention]:
    taken = bytearray(mask(len(low), (m.span() for m in w.pattern("not_event").finditer(low))))
    found: list[EventMention] = []
    for event_type in EVENT_TYPES:
        for m in w.pattern(f"event_{event_type}").finditer(low):
            if not any(taken[m.start() : m.end()]):
                taken[m.start() : m.end()] = b"\x01" * (m.end() - m.start())
                found.append(EventMention(m.start(), m.end(), event_type))
    return sorted(found, key=lambda mention: mention.start)
