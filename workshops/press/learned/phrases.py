"""The phrases of an article that could be a value, and what is noticed about each.

A phrase begins at a word of weight and ends before a small word, a mark or a verb. A notice is a pair of what it is
about and what is there: ("after", "dealt with") says which words stand before, ("1 back", bits) to which word lists
and marks the last of them belongs (`kinds_in`), in all languages. Notices of where a phrase begins, of where it ends,
and of the whole are kept apart, since many phrases share a beginning or an end. Nothing here knows a field.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache, reduce
from operator import or_
from typing import Any, NamedTuple, TypeAlias

from workshops.press.marks import Marks
from workshops.press.scope import mask

Notice: TypeAlias = tuple[str, "str | int"]
"""What it is about, and what is there: a word, or kinds as bits, each of which counts."""

LISTS = (
    "topic_strong", "topic_weak", "topic_stop", "topic_joints", "not_topic", "people_nouns", "people_verbs", "aimed_at",
    "took_part", "participants_from", "expert_verbs", "organise_active", "event_again", "held", "said", "plain_verbs",
    "phrase_stops", "determiners", "clause_prepositions", "function_words",
)  # fmt: skip
"""The word lists that a word is looked up in; a language may lack one."""
_MENTIONS = ("agencies", "people", "numbers", "dates", "countries")
_BITS = {kind: 1 << n for n, kind in enumerate((*LISTS, *_MENTIONS, "event"))}
"""Each kind as one bit of a number, so that the kinds of many words are put together and compared quickly."""


def _bits(*kinds: str) -> int:
    return sum(_BITS[kind] for kind in kinds)


@lru_cache(maxsize=3_000)
def kinds_in(bits: int) -> tuple[str, ...]:
    """The names of the kinds that stand as bits in a number, in the order of the alphabet."""
    return tuple(sorted(kind for kind, bit in _BITS.items() if bits & bit))


_SMALL = _bits("determiners", "clause_prepositions", "function_words", "topic_joints")
_OPENS = _bits("topic_strong", "topic_weak", "people_verbs", "organise_active", "aimed_at", "plain_verbs", "numbers")
_CLOSES = _bits("topic_stop", "phrase_stops", "said", "plain_verbs", "people_verbs", "took_part")
_FAR_OPENERS = _bits(
    "topic_strong", "topic_weak", "event", "event_again", "organise_active", "people_verbs", "aimed_at", "said",
    "expert_verbs", "took_part", "participants_from", "held", "people_nouns", "numbers",
)  # fmt: skip
"""What may open a phrase from some words away."""
_JOINTS, _NUMBERS = _bits("topic_joints"), _bits("numbers")
_LIKE_A_VERB = ("ing", "ed", "er", "ir", "ar", "ent", "ant", "ron", "aron", "ont", "ait", "s")
_LONGEST, _MOST_ENDS = 14, 6
_MOST_TOKENS = 2_500
"""Further on in a text nothing is looked for: the event is told before."""


class Phrase(NamedTuple):
    """Tokens `first` to before `end` of a sentence."""

    sentence: int
    first: int
    end: int


class Phrases:
    """The phrases of one article."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self._tokens = marks.tokens[:_MOST_TOKENS]
        self._starts = [token.start for token in self._tokens]

    def beginnings(self) -> Iterator[tuple[int, int]]:
        """The number of the sentence and the token of each place where phrases begin."""
        for number, (first, end) in enumerate(self._bounds):
            yield from ((number, i) for i in range(first, end) if self._may_begin(i, first))

    def from_there(self, sentence: int, first: int) -> Iterator[Phrase]:
        """The phrases that begin at a token."""
        return (Phrase(sentence, first, end) for end in self._ends(first, self._bounds[sentence][1]))

    def at(self, start: int, end: int) -> Phrase | None:
        """The phrase that a span of the article's text is; None outside of sentences."""
        i, j = bisect_left(self._starts, start), bisect_left(self._starts, end)
        number = bisect_left(self._bounds, i + 1, key=lambda bounds: bounds[0]) - 1
        if number < 0 or i >= j or j > self._bounds[number][1]:
            return None
        return Phrase(number, i, j)

    def span(self, phrase: Phrase) -> tuple[int, int]:
        """Where a phrase stands in the article's text."""
        return self._tokens[phrase.first].start, self._tokens[phrase.end - 1].end

    def setting(self, sentence: int, place: str) -> Iterable[Notice]:
        """What is noticed of all phrases in one `place` of a sentence."""
        paragraph = self.marks.article.sentences[sentence].paragraph
        return (
            ("sentence", str(min(sentence, 8))),
            ("paragraph", str(min(paragraph, 5))),
            ("place", place),
            ("place in paragraph", f"{place} {min(paragraph, 3)}"),
            ("about", f"{place} {self._names_event[sentence]}"),
            ("commas", str(self._commas[sentence])),
        )

    def whole(self, phrase: Phrase) -> Iterable[Notice]:
        """What is noticed of a phrase as a whole."""
        i, j, number = phrase.first, phrase.end, phrase.sentence
        listed = f"{self._is_joint(i - 1, number)}, {self._is_joint(j, number)}"
        is_full = j >= self._bounds[number][1] or not self._tokens[j].is_word
        weighty = [self._tokens[n].low for n in range(i, j) if self._is_weighty[n]]
        in_title = sum(word in self._title_words for word in weighty)
        return (
            ("words", str(min(j - i, 10))),
            ("holds", reduce(or_, self._kinds[i:j])),
            ("listed", listed),
            ("listed in", f"{self._places[i]}: {listed}, {min(self._commas[number], 3)} commas"),
            ("to a mark", f"{is_full}, {min(j - i, 6)} words"),
            ("in title", f"{min(in_title, 3)} of {min(len(weighty), 4)}"),
            ("weighty", str(min(len(weighty), 5))),
        )

    def beginning(self, sentence: int, i: int) -> Iterable[Notice]:
        """What is noticed of phrases of a sentence that begin at token i."""
        first, token, kinds = self._bounds[sentence][0], self._tokens[i], self._kinds
        return (
            ("after", self._tokens[i - 1].low if i > first else "^"),
            ("begins like", token.low[-4:]),
            ("1 back", kinds[i - 1] if i > first else 0),
            ("2 back", kinds[i - 2] if i - 1 > first else 0),
            ("begins as", kinds[i]),
            ("behind", self._openers[i]),
            ("capital", f"{token.is_capital}, first {i == first}"),
            ("quoted", f"{bool(self._in_quotes[token.start])}, {self._places[i]}"),
            ("right behind", self._what_stands_at(i - 1, first)),
        )

    def ending(self, sentence: int, j: int) -> Iterable[Notice]:
        """What is noticed of phrases of a sentence that end before token j."""
        is_last = j >= self._bounds[sentence][1]
        return (
            ("before", "$" if is_last else self._tokens[j].low),
            ("ends like", self._tokens[j - 1].low[-4:]),
            ("1 on", 0 if is_last else self._kinds[j]),
            ("ends as", self._kinds[j - 1]),
        )

    def _may_begin(self, i: int, first: int) -> bool:
        """Not inside a noun phrase: only after a mark, a small word, a verb or a number."""
        if not self._is_weighty[i]:
            return False
        before = i - 1
        if before < first or not self._is_weighty[before]:
            return True
        low = self._tokens[before].low
        return bool(self._kinds[before] & _OPENS) or low[0].isdigit() or low.endswith(_LIKE_A_VERB)

    def _ends(self, i: int, end: int) -> Iterator[int]:
        count = 0
        for j in range(i + 1, min(end, i + _LONGEST) + 1):
            is_mark = j < end and not self._tokens[j].is_word
            if self._is_weighty[j - 1] and (j >= end or not self._is_weighty[j] or self._kinds[j] & _CLOSES):
                yield j
                count += 1
            if count == _MOST_ENDS or is_mark and self._tokens[j].low in '.;:«»"“”()!?':
                return

    @cached_property
    def _bounds(self) -> list[tuple[int, int]]:
        """First token and the one after the last of each sentence."""
        last = self._starts[-1] if self._starts else -1
        sentences = (s for s in self.marks.article.sentences if s.start <= last)
        return [(bisect_left(self._starts, s.start), bisect_left(self._starts, s.end)) for s in sentences]

    @cached_property
    def _kinds(self) -> list[int]:
        """For each token the word lists and the kinds of mark that it belongs to, as bits."""
        kinds = [0] * len(self._tokens)
        words, low = self.marks.words, self.marks.article.low
        end = self._tokens[-1].end if self._tokens else 0
        spans: dict[str, Iterable[tuple[int, int]]] = {
            name: (m.span() for m in words.pattern(name).finditer(low, 0, end)) for name in LISTS
        }
        mentions: dict[str, Any] = {name: getattr(self.marks, name) for name in _MENTIONS}
        for name, found in {**mentions, "event": self.marks.scope.events}.items():
            spans[name] = ((mention.start, mention.end) for mention in found)
        numbers = {start: n for n, start in enumerate(self._starts)}
        for name, of_kind in spans.items():
            bit = _BITS[name]
            for start, end in of_kind:
                n = numbers.get(start)
                if n is not None and self._tokens[n].end >= end:  # most are one word
                    kinds[n] |= bit
                    continue
                for n in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
                    kinds[n] |= bit
        return kinds

    @cached_property
    def _openers(self) -> list[int]:
        """For each token the kinds of opener that stand before it in its sentence, as bits."""
        openers = [0] * len(self._tokens)
        for first, end in self._bounds:
            for n in range(first + 1, end):
                openers[n] = openers[n - 1] | self._kinds[n - 1] & _FAR_OPENERS
        return openers

    @cached_property
    def _is_weighty(self) -> list[bool]:
        """For each token whether it is a word that is neither small nor short."""
        return [
            t.is_word and len(t.low) > 2 and not kinds & _SMALL
            for t, kinds in zip(self._tokens, self._kinds, strict=True)
        ]

    @cached_property
    def _title_words(self) -> frozenset[str]:
        title = self.marks.article.title
        return frozenset(t.low for t in self.marks.tokens_in(title.start, title.end)) if title else frozenset()

    @cached_property
    def _commas(self) -> list[int]:
        """For each sentence how many commas it holds, 4 for more."""
        return [min(4, sum(t.low == "," for t in self._tokens[first:end])) for first, end in self._bounds]

    @cached_property
    def _names_event(self) -> list[bool]:
        """For each sentence whether it names the event."""
        sentences = self.marks.article.sentences[: len(self._bounds)]
        return [self.marks.scope.names_event(s.start, s.end) for s in sentences]

    def _is_joint(self, n: int, number: int) -> bool:
        first, end = self._bounds[number]
        return first <= n < end and (bool(self._kinds[n] & _JOINTS) or self._tokens[n].low == ",")

    def place(self, i: int) -> str:
        """Whether a token stands in speech, in what is told of the event, or in background."""
        return self._places[i]

    @cached_property
    def _in_quotes(self) -> bytes:
        return mask(len(self.marks.article.text), ((q.start, q.end) for q in self.marks.quotes))

    @cached_property
    def _places(self) -> list[str]:
        scope = self.marks.scope
        return [
            "speech" if scope.in_speech[start] else "telling" if scope.in_told[start] else "background"
            for start in self._starts
        ]

    def _what_stands_at(self, n: int, first: int) -> str:
        if n < first or not self._tokens[n].is_word:
            return "mark"
        return "number" if self._kinds[n] & _NUMBERS else "word" if self._is_weighty[n] else "small word"
