"""What every sentence of a draft needs: the record, the language, and whether the workshop is over."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import groupby
from typing import Final, Self

from workshops.domain.articles import with_any_article
from workshops.domain.enums import AgencyRole, WorkshopStatus
from workshops.domain.naming import with_acronym
from workshops.domain.workshop import AgencyRef, WorkshopDetails
from workshops.errors import N_
from workshops.formatting import format_list, format_series
from workshops.press.language import guess_language
from workshops.press.writing.grammar import is_building_name
from workshops.press.writing.phrases import language_of_people, language_of_phrase
from workshops.press.writing.states import state_in
from workshops.press.writing.towns import town_in
from workshops.translating import Translator, translator

SURE: Final = 0.9
A_FEW_WORDS: Final = 4
"""What it takes to hold the words of a text for better witnesses of its language than the record's title."""


INNER_QUOTES: Final = {"en": ("‘", "’"), "fr": ("“", "”"), "es": ("“", "”")}
OUTER_OPENING: Final = re.compile(r"(?:«\s?|[“„]|(?<!\S)\")")
OUTER_CLOSING: Final = re.compile(r"(?:\s?»|”|\"(?!\w))")


class Tense(Enum):
    """When the workshop is, seen from the day of the release."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True)
class Telling:
    """One record being told in one language."""

    details: WorkshopDetails
    language: str
    tense: Tense
    words: Translator
    foreign_topics: frozenset[str] = frozenset()
    """Labels of topics that have no name in the language."""

    @classmethod
    def of(
        cls, details: WorkshopDetails, *, language: str, today: date, foreign_topics: frozenset[str] = frozenset()
    ) -> Self:
        """The telling on that day."""
        return cls(details, language, tense_of(details, today), translator(language), foreign_topics)

    def say(self, message: str, **values: object) -> str:
        """A message in the language of the release."""
        return self.words.gettext(message, **values)

    def tensed(self, past: str, present: str, future: str) -> str:
        """What of the three fits the day."""
        return {Tense.PAST: past, Tense.PRESENT: present, Tense.FUTURE: future}[self.tense]

    def own_text(self, text: str, language: str = "") -> str:
        """A text of the record, marked for the editor where it is in another language than the release.

        `language` is that of the text where it is known; else that which its own words tell, else that of the record.
        """
        return text if (language or self._language_of(text)) == self.language else self.to_translate(text)

    def people(self, text: str) -> str:
        """What the record calls people, marked as `own_text` does; few words may tell their language alone."""
        return self.own_text(text, language_of_people(text) or "") if text else ""

    def building(self, venue: str) -> str:
        """The place of the event: a name as it stands, other words marked where they are in another language."""
        if not self.is_foreign(venue):
            return venue
        return venue[0].upper() + venue[1:] if is_building_name(venue) else self.to_translate(venue)

    def town(self) -> str:
        """The town of the event as the language calls it."""
        return town_in(self.details.city, self.details.country_code, self.language)

    def to_translate(self, text: str) -> str:
        """A text as it stands, marked for the editor to be put into the language of the release."""
        return self.say(N_("[To be translated: %(text)s]"), text=text)

    def series(self, items: Iterable[str], *, is_foreign: Callable[[str], bool]) -> str:
        """Items as a list with semicolons; those to be translated that follow each other stand in one bracket."""
        groups = ((foreign, list(group)) for foreign, group in groupby(items, key=is_foreign))
        said = ((foreign, format_series(group, self.language)) for foreign, group in groups)
        return format_series([self.to_translate(text) if foreign else text for foreign, text in said], self.language)

    def is_foreign(self, text: str) -> bool:
        """Whether a text of the record is in another language than the release, as `own_text` tells."""
        return self._language_of(text) != self.language

    def is_foreign_topic(self, label: str) -> bool:
        """Whether a topic is in another language than the release, as its words tell; else as the register does."""
        told = language_of_phrase(label)
        return told != self.language if told else label in self.foreign_topics

    def _language_of(self, text: str) -> str:
        guess, confidence = guess_language(text)
        return (
            guess if guess and confidence >= SURE and len(text.split()) >= A_FEW_WORDS else self.details.title_language
        )

    def agencies(self, *roles: AgencyRole) -> list[str]:
        """The agencies in these roles as a sentence names them, each once."""
        return self.named_once(row.agency for row in self.details.agencies if row.role in roles)

    def named_once(self, agencies: Iterable[AgencyRef]) -> list[str]:
        """Agencies as a sentence names them; one that the register holds under two names of it is named once."""
        return list(dict.fromkeys(map(self.named, agencies)))

    def named(self, agency: AgencyRef) -> str:
        """An agency with its article and its acronym: "the General Agency for Border Protection (GABP)", or a state."""
        is_own = self.details.title_language == self.language
        if not agency.acronym and (state := state_in(agency.name, self.language, is_own=is_own)):
            return state
        name = agency.name if is_own else agency.name[:1].upper() + agency.name[1:]
        return with_any_article(with_acronym(name, agency.acronym) if agency.acronym else name, self.language)

    def quoted(self, text: str) -> str:
        """A text between the quotation marks of the language; such marks inside it become those of the second level."""
        first, last = INNER_QUOTES[self.language]
        inner = OUTER_OPENING.sub(first, OUTER_CLOSING.sub(last, text))
        return self.say(N_("“%(words)s”"), words=inner)

    def listed(self, items: list[str]) -> str:
        """Items as the language lists them."""
        return format_list(items, self.language)


def tense_of(details: WorkshopDetails, today: date) -> Tense:
    """Past, present or future; of a workshop without dates its status decides."""
    if details.starts_on and details.starts_on.earliest > today:
        return Tense.FUTURE
    last = details.ends_on or details.starts_on
    if last is not None:
        return Tense.PAST if last.latest < today else Tense.PRESENT
    if details.status is WorkshopStatus.ONGOING:
        return Tense.PRESENT
    is_over = details.status in (WorkshopStatus.COMPLETED, WorkshopStatus.CLOSED, WorkshopStatus.DRAFT)
    return Tense.PAST if is_over else Tense.FUTURE
