"""Everything noticed in an article before any field is decided: the common ground of all finders."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from workshops.press.agencies import AgencyMention, find_agencies
from workshops.press.article import Article, Sentence
from workshops.press.countries import CountryMention, find_countries
from workshops.press.dates import DateMention, find_dates
from workshops.press.entities import Entities
from workshops.press.facts import Finding
from workshops.press.numbers import Number, find_numbers
from workshops.press.people import PersonMention, find_people
from workshops.press.quotes import Quote, find_quotes, is_speech
from workshops.press.scope import Scope, find_scope
from workshops.press.tokens import Token, tokenize
from workshops.press.words import Words, words
from workshops.press.words_in_text import Placed, WordsInText

_Made = TypeVar("_Made")


@dataclass(frozen=True, eq=False)
class Marks:
    """An article with its marks, each kind made when a finder first asks for it."""

    article: Article
    language: str
    sent_on: date | None = None
    """The day of the letter or file that the text came with; what the text itself says counts before it."""

    def once(self, make: Callable[[Marks], _Made]) -> _Made:
        """What a function makes of these marks, made once for all finders that ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[[Marks], Any], Any]:
        return {}

    @cached_property
    def words(self) -> Words:
        return WordsInText(self.article.low, words(self.language))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokenize(self.article)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        return find_quotes(self.article)

    @cached_property
    def speeches(self) -> tuple[Quote, ...]:
        return tuple(q for q in self.quotes if is_speech(self.article, q, self.words))

    @cached_property
    def countries(self) -> tuple[CountryMention, ...]:
        return find_countries(self.article, self.language)

    @cached_property
    def agencies(self) -> tuple[AgencyMention, ...]:
        return find_agencies(self.article, self.tokens, self.words)

    @cached_property
    def bodies(self) -> tuple[AgencyMention, ...]:
        """The agencies and, as states that act, the countries named outside of them."""
        states = [
            AgencyMention(c.start, c.end, c.end, self.text(c.start, c.end), None, True)
            for c in self.countries
            if not c.is_demonym and not self.agencies_around(c.start) and not self._follows_capital(c.start)
        ]
        return tuple(sorted((*self.agencies, *states), key=lambda body: body.start))

    @cached_property
    def entities(self) -> Entities:
        """Which mentions are of the same agency."""
        return Entities(self.agencies)

    def _follows_capital(self, place: int) -> bool:
        """Whether a capital word stands right before: the country is the end of a longer name."""
        before = self._within("tokens", place - 30, place)
        is_article = bool(before) and self.words.has(before[-1].low, "determiners")  # "Le Luxembourg finance"
        return bool(before) and before[-1].is_capital and before[-1].end == place - 1 and not is_article

    @cached_property
    def people(self) -> tuple[PersonMention, ...]:
        return find_people(self.article, self.tokens, self.agencies, self.countries, self.words)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        return find_numbers(self.article.low, self.language)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        return find_dates(self.article, self.words)

    @cached_property
    def scope(self) -> Scope:
        return find_scope(self.article, self.speeches, self.words)

    def told_in(self, language: str) -> Marks:
        """The same marks for the rules of another language, that of a name inside the text."""
        if language not in self._other:
            other = Marks(self.article, language, self.sent_on)
            vars(other).update(tokens=self.tokens, agencies=self.agencies, scope=self.scope)
            self._other[language] = other
        return self._other[language]

    @cached_property
    def _other(self) -> dict[str, Marks]:
        return {}

    def told(self, *names: str) -> Iterator[tuple[Sentence, re.Match[str]]]:
        """The entries of some word lists in the sentences about the event, each with its sentence."""
        pattern, low, told = self.words.pattern(*names), self.article.low, self.scope.told
        sentences = pattern.only(told) if isinstance(pattern, Placed) else told
        return ((sentence, m) for sentence in sentences for m in pattern.finditer(low, sentence.start, sentence.end))

    def agencies_in(self, start: int, end: int) -> list[AgencyMention]:
        """The agencies that begin and end within a span."""
        return [a for a in self._within("agencies", start, end) if a.whole_end <= end]

    def bodies_in(self, start: int, end: int) -> list[AgencyMention]:
        """The agencies and states that begin and end within a span."""
        return [a for a in self._within("bodies", start, end) if a.whole_end <= end]

    def quotes_around(self, place: int) -> list[Quote]:
        """The quotation in which a place stands, if any."""
        n = bisect_right(self._with_starts("quotes")[1], place) - 1
        return [self.quotes[n]] if n >= 0 and self.quotes[n].end > place else []

    def agencies_around(self, place: int) -> list[AgencyMention]:
        """The agency in whose name a place stands, if any."""
        return [a for a in self._within("agencies", place - 200, place + 1) if a.start <= place < a.end]

    def agencies_certain_at(self, place: int) -> bool:
        """Whether a sure name of an agency begins at a place."""
        return any(a.is_certain for a in self._within("agencies", place, place + 1))

    def people_in(self, start: int, end: int) -> list[PersonMention]:
        """The persons whose names begin and end within a span."""
        return [p for p in self._within("people", start, end) if p.end <= end]

    def countries_in(self, start: int, end: int) -> list[CountryMention]:
        """The countries and nationalities that begin within a span."""
        return self._within("countries", start, end)

    def numbers_in(self, start: int, end: int) -> list[Number]:
        """The numbers that begin within a span."""
        return self._within("numbers", start, end)

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """The mentions of time that begin within a span."""
        return self._within("dates", start, end)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that begin within a span."""
        return self._within("tokens", start, end)

    @cached_property
    def _placed(self) -> dict[str, tuple[tuple[Any, ...], list[int]]]:
        return {}

    def _with_starts(self, kind: str) -> tuple[tuple[Any, ...], list[int]]:
        """All marks of a kind, and where each begins."""
        if kind not in self._placed:
            marks = getattr(self, kind)
            self._placed[kind] = marks, [mark.start for mark in marks]
        return self._placed[kind]

    def _within(self, kind: str, start: int, end: int) -> list[Any]:
        marks, starts = self._with_starts(kind)
        first = bisect_left(starts, start)
        return list(marks[first : bisect_left(starts, end, first)]) if first < len(starts) else []

    def verbs_in(self, start: int, end: int) -> bool:
        """Whether a span holds a verb that would part a name from the words before it."""
        return self.words.pattern("plain_verbs", "said").search(self.article.low, start, end) is not None

    def text(self, start: int, end: int) -> str:
        """The words of a span as written."""
        return self.article.text[start:end]

    def finding(
        self, field: str, value: object, confidence: float, span: tuple[int, int], rule: str, index: int | None = None
    ) -> Finding:
        """A finding whose evidence is a span of the article."""
        return Finding(field, value, confidence, (self.article.original(*span),), rule, index)
