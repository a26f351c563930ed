"""The article inside a page: headline, date lines, paragraphs, contact lines, and the way back to the original."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from workshops.press import paragraphs, reading
from workshops.press.facts import Span
from workshops.press.language import MOST_SURE, guess_language
from workshops.press.words import fold_in_place


class Kind(StrEnum):
    """What a block of the article is."""

    TITLE = "title"
    DATE = "date"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    CONTACT = "contact"


@dataclass(frozen=True)
class Block:
    """A line or paragraph: from which place of `Article.text` up to which."""

    kind: Kind
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence: from which place of `Article.text` up to which, in which paragraph of `Article.body`."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, eq=False)
class Article:
    """The text of the article alone.

    `text` holds the blocks parted by empty lines, each with its words as written and single spaces.
    `low` is `text` folded in place: place n of one is place n of the other.
    """

    text: str
    places: array[int]
    blocks: tuple[Block, ...]
    line_breaks: frozenset[int]
    """Places of the spaces in `text` that were line breaks inside a block."""
    language_of_draft: str | None = None
    """That of one of our own drafts, as its marks for the editor tell."""

    @cached_property
    def low(self) -> str:
        """`text` folded in place, in which words are looked for."""
        return fold_in_place(self.text)

    @cached_property
    def language(self) -> tuple[str | None, float]:
        """The language it is written in, and how sure that is, as `guess_language` tells."""
        return (self.language_of_draft, MOST_SURE) if self.language_of_draft else guess_language(self.low)

    @cached_property
    def title(self) -> Block | None:
        """The headline, where there is one."""
        return next((b for b in self.blocks if b.kind is Kind.TITLE), None)

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The paragraphs in order."""
        return tuple(b for b in self.blocks if b.kind is Kind.PARAGRAPH)

    @property
    def opening(self) -> tuple[Block, ...]:
        """The first paragraphs: a date line opens the first, or the next where a subtitle stands above it."""
        return self.body[:2]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the paragraphs in order."""
        return tuple(
            Sentence(start, end, number)
            for number, block in enumerate(self.body)
            for start, end in _sentence_spans(self.text, block.start, block.end)
        )

    def original(self, start: int, end: int) -> Span:
        """Where characters start to end of `text` stand in the original."""
        return self.places[start], self.places[end - 1] + 1

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a place of `text`."""
        n = bisect_right(self._ends_of_sentences, place)
        return self.sentences[n] if n < len(self.sentences) and self.sentences[n].start <= place else None

    @cached_property
    def _ends_of_sentences(self) -> list[int]:
        return [sentence.end for sentence in self.sentences]


_STOP = re.compile(
    r";\s+|(?<!\d)[.!?…](?:\s?[\"”»'’)])*\s+(?=[\"“«‘'(¿¡]?\s?(?:[A-ZÀ-ÖØ-ÞŒ]|\d))|(?<=\d)\.\s+(?=[A-ZÀ-ÖØ-ÞŒ\"“«])"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'’“«])(?:[A-ZÀ-Þ]|Mr?|Mrs|Ms|Mme|Mlle|MM|Dra?|Sra?|Srta|St|Ste|Lt|Col|Gen|Gén|Cap|Capt|Sgt|Prof|Hon|Rev|No|Nos|Nº|n|art|Art|"
    r"vs|etc|ext|Ext|Tel|Tél|tel|tél|Lic|Ing|Abg|Supt|Insp|Maj|Brig|Cmdr|Inc|Ltd|cf|p|pp|approx|env|aprox|Excmo|Excma|EE|UU|Crio|Cnel|Cnl|Crnl|Tcnl|Gral|Tte|Sgto|Cmte|Cdte|Cdr|Comdt|Cdt|Cne|Adjt|Alm|Adm|Arq|Mtro|Mtra|Econ|Lcda|Lcdo|Cpl|Flt|Sqn|Wg|Asst|Mgr|Mons|Dña|[A-ZÀ-Þ](?:\.[A-ZÀ-Þ])+)$"
)
_MONTH = re.compile(
    r"(?:^|[\s(])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|janv|févr|avr|juil|déc|ene|abr|ago|dic)$"
)
"""A month cut short: where a number follows, its full stop ends no sentence."""
_BROKEN_WORD = re.compile(r"(?:^|\s)[\W\d_]*[^\W\d_]{2,}-$")
_LONGEST_SENTENCE = 1_500
_BETWEEN_BLOCKS = "\n\n"  # two characters: nothing that allows one space between words runs over the end of a block


def _sentence_spans(text: str, start: int, end: int) -> list[Span]:
    spans = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        before = max(begin, stop.start() - 12)
        if text[stop.start()] == "." and _ABBREVIATION.search(text, before, stop.start()):
            continue
        if text[stop.end() : stop.end() + 1].isdigit() and _MONTH.search(text, before, stop.start()):
            continue
        spans.append((begin, stop.end()))
        begin = stop.end()
    spans.append((begin, end))
    return [
        (at, min(at + _LONGEST_SENTENCE, to))
        for first, to in spans
        if first < to
        for at in range(first, to, _LONGEST_SENTENCE)
    ]


def _is_broken_word(last: str, line: str) -> bool:
    """Whether a word was hyphenated at the end of a line: "work-" and "shop"."""
    return _BROKEN_WORD.search(last) is not None and line[:1].islower()


def read_article(original: str) -> Article:
    """The article of a text: furniture left out, hard line breaks joined."""
    parts: list[str] = []
    places = array("l")
    blocks: list[Block] = []
    breaks: set[int] = set()
    length = 0
    for paragraph in paragraphs.sort_paragraphs(original):
        begin = length
        for number, line in enumerate(paragraph.lines):
            if number and _is_broken_word(parts[-1], line.text):
                parts[-1] = parts[-1][:-1]
                places.pop()
                length -= 1
            elif number:
                breaks.add(length)
                parts.append(" ")
                places.append(line.places[0])
                length += 1
            parts.append(line.text)
            places.extend(line.places)
            length += len(line.text)
        blocks.append(Block(Kind(paragraph.kind), begin, length))
        parts.append(_BETWEEN_BLOCKS)
        places.extend([places[-1]] * len(_BETWEEN_BLOCKS))
        length += len(_BETWEEN_BLOCKS)
    return Article("".join(parts), places, tuple(blocks), frozenset(breaks), reading.language_of_draft(original))
