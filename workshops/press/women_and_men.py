"""How many of the participants are women and how many are men, where the text says so beside their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from workshops.press.article import Sentence
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks

_SEXES: Final = {
    "women_count": {"en": r"women|females?", "fr": r"femmes", "es": r"mujeres"},
    "men_count": {"en": r"men|males?", "fr": r"hommes", "es": r"hombres"},
}
_BETWEEN: Final = (
    r"(?: (?:of|de|d'|of the|of them|of whom|were|are|eran|son|etaient|sont|ellas|them|whom|"
    r"(?:los |las |des )?participant(?:e)?s)){0,4}"
)


def find_women_and_men(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """`women_count` and `men_count`: numbers in the sentence that counts the participants, or in the next one."""
    total = known.value("participants_count")
    if total is None:
        return
    for sentence in _beside_the_number(marks, total):
        found = {name: span for name in _SEXES if (span := _number_of(marks, sentence, name)) is not None}
        if not found:
            continue
        for name, (start, end, value) in found.items():
            yield marks.finding(name, value, 0.85, (start, end), "number of a sex beside that of the participants")
        return


def _beside_the_number(marks: Marks, total: int) -> Iterator[Sentence]:
    """Sentences that name the number of participants, or two groups that make it, each with the one after it."""
    sentences = marks.article.sentences
    for number, sentence in enumerate(sentences):
        values = [n.value for n in marks.numbers_in(sentence.start, sentence.end)]
        sums = {a + b for place, a in enumerate(values) for b in values[place + 1 :]}
        if sentence in marks.scope.told and (total in values or total in sums):
            yield from sentences[number : number + 2]


def _number_of(marks: Marks, sentence: Sentence, name: str) -> tuple[int, int, int] | None:
    noun = _after_number(_SEXES[name][marks.language])
    for number in marks.numbers_in(sentence.start, sentence.end):
        m = noun.match(marks.article.low, number.end, sentence.end)
        if m is not None and marks.scope.is_told(number.start):
            return number.start, m.end(), number.value
    return None


@cache
def _after_number(nouns: str) -> re.Pattern[str]:
    return re.compile(rf"{_BETWEEN} (?:{nouns})(?!\w)")
