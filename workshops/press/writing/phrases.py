"""What a few words without a sentence tell: their language, and whether a number may stand before them."""

import re
from functools import cache
from typing import Final

from workshops.domain.data_files import read_rows
from workshops.domain.demonyms import demonym_forms
from workshops.domain.folding import fold
from workshops.press.numbers import find_numbers
from workshops.press.words import LANGUAGES, fold_in_place, words

_WORD: Final = re.compile(r"[^\W\d_]+")
MOST_WORDS: Final = 8
"""How many words a group of people may be called by to stand behind a number: "agents de la police des frontières"."""
_PEOPLE: Final = re.compile(r"[^\W\d_A-ZÀ-Þ][^\W\d_]*(?:[ ’'-][^\W\d_]+)*")
_PLURALS: Final = ("s", "x", "men", "people")
_BEFORE: Final = 2
"""How many words may come before the people: "senior" customs officers, "jeunes" agriculteurs."""


def language_of_phrase(text: str) -> str | None:
    """The language, of the three, that the words surely tell: "comptabilité nationale" is French.

    Small words and endings tell it ("phrase_endings" of the word lists), names in capitals and acronyms do not. None
    where no word does, or words of two languages do.
    """
    small = [word.lower() for word in _WORD.findall(text[:1].lower() + text[1:]) if word.islower()]
    told = {of[0] for word in small if len(of := _languages_of(fold_in_place(word))) == 1}
    return told.pop() if len(told) == 1 else None


def language_of_people(text: str) -> str | None:
    """As `language_of_phrase`; else the only language in which a number may stand before the words: "statisticians"."""
    counting = [language for language in LANGUAGES if can_be_counted(text, language)]
    return language_of_phrase(text) or (counting[0] if len(counting) == 1 else None)


def _languages_of(word: str) -> list[str]:
    return [language for language in LANGUAGES if words(language).has(word, "stopwords", "phrase_endings")]


def can_be_counted(people: str, language: str) -> bool:
    """Whether a number may stand before people: "border guards", "agents des douanes", not "the staff, and others".

    Such a phrase begins with a noun for people in the plural, or with words before it, and goes on by words alone.
    """
    low, known = fold_in_place(people), words(language)
    folded = low.split()
    if not _PEOPLE.fullmatch(people) or len(folded) > MOST_WORDS or known.has(folded[0], "function_words"):
        return False
    if find_numbers(low, language):
        return False
    for at, word in enumerate(folded[: _BEFORE + 1]):
        is_plural = word.endswith(_PLURALS)
        if is_plural and known.has(word, "people_nouns") and not known.has(word, "not_counted_people"):
            return language != "en" or len(folded) == at + 1 or known.has(folded[at + 1], "function_words")
        if not is_plural and language != "en":  # adjectives before a noun are in the plural with it
            return False
    return False


def as_in_sentence(people: str) -> str:
    """What people are called, as it stands inside a sentence: "Instructors and guides" begins with a small letter.

    A nationality keeps its capital, and so does what is no plain word for people.
    """
    lowered = people[:1].lower() + people[1:]
    first = fold(people.partition(" ")[0])
    if first in demonym_forms():
        return people
    is_plain = any(words(language).has(first, "people_nouns") for language in LANGUAGES)
    return lowered if is_plain or any(can_be_counted(lowered, language) for language in LANGUAGES) else people


def listed_topic(label: str) -> str:
    """A topic as it stands in a list: those of the register begin with a small letter there."""
    return label[:1].lower() + label[1:] if label in _topics_of_register() else label


@cache
def _topics_of_register() -> frozenset[str]:
    return frozenset(row[language] for row in read_rows("topics.tsv") for language in LANGUAGES)
