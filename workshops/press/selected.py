"""What a few words of a press release say, where a person selects them: read as the reader reads the whole text.

Spans count characters of the words. Nothing is guessed: words that say nothing of the kind give nothing.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import date
from typing import Any

from workshops.press.article import Article, Block, Kind
from workshops.press.contacts import cards
from workshops.press.facts import Span
from workshops.press.marks import Marks


def marks_of(words: str, language: str) -> Marks:
    """The marks on words by themselves; `language` is "en", "fr" or "es"."""
    text = "".join(" " if character.isspace() else character for character in words)
    breaks = frozenset(place for place, character in enumerate(words) if character == "\n")
    places = array("l", range(len(text) + 1))
    return Marks(Article(text, places, (Block(Kind.CONTACT, 0, len(text)),), breaks), language)


def days(marks: Marks, near: date | None) -> tuple[date, date] | None:
    """The first and the last day of the first date or range; without a year that next to `near`. None for none."""
    for mention in marks.dates:
        if mention.first is None or mention.last is None:
            continue
        first, last = mention.first.nearest(near), mention.last.nearest(near)
        if first and last:
            return first, last
    return None


def country_codes(marks: Marks) -> list[tuple[str, Span]]:
    """The countries named, those that a word leaves open ("congolais") left out."""
    return [(one.code, (one.start, one.end)) for one in marks.countries if len(one.codes) == 1]


def persons(marks: Marks) -> Iterator[tuple[dict[str, Any], Span]]:
    """Persons as experts are told: the name, and the first institution that stands after it."""
    ends = [*(person.titles_start for person in marks.people[1:]), len(marks.article.text)]
    for person, end in zip(marks.people, ends, strict=False):
        agency = next(iter(marks.agencies_in(person.end, end)), None)
        value = {"name": marks.text(person.start, person.end), "affiliation": agency.full_name if agency else None}
        yield value, (person.titles_start, end if agency is None else agency.whole_end)


def agencies(marks: Marks) -> list[Span]:
    """The names of a list of agencies that commas or "and" part, with nothing else but articles around; else none."""
    spans = [(one.start, one.whole_end) for one in marks.agencies]
    rest = [one for one in marks.tokens if not any(start <= one.start < end for start, end in spans)]
    parting = [one for one in rest if one.low in (",", ";") or marks.words.has(one.low, "and", "chain_joints")]
    is_only = all(one in parting or marks.words.has(one.low, "determiners", "articles") for one in rest)
    gaps = zip((end for _start, end in spans), (start for start, _end in spans[1:]), strict=False)
    is_parted = all(any(end <= one.start < start for one in parting) for end, start in gaps)
    return spans if len(spans) > 1 and is_only and is_parted else []


def contacts(marks: Marks) -> list[dict[str, str | None]]:
    """Contacts with name, organisation, phone and e-mail told apart."""
    return [card.value() for card in cards(marks)]
