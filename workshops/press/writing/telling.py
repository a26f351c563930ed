"""What every sentence of a draft needs: the record, the language, and whether the workshop is over."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Self, TypeVar

from workshops.domain.articles import with_article
from workshops.domain.enums import AgencyRole, WorkshopStatus
from workshops.domain.naming import with_acronym
from workshops.domain.workshop import AgencyRef, WorkshopDetails
from workshops.errors import N_
from workshops.formatting import format_list
from workshops.translating import Translator, translator

Message = TypeVar("Message", str, tuple[str, str])


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

    @classmethod
    def of(cls, details: WorkshopDetails, *, language: str, today: date) -> Self:
        """The telling on that day."""
        return cls(details, language, tense_of(details, today), translator(language))

    @property
    def is_own_language(self) -> bool:
        """Whether the texts of the record are in the language of the release."""
        return self.details.title_language == self.language

    def say(self, message: str, **values: object) -> str:
        """A message in the language of the release."""
        return self.words.gettext(message, **values)

    def tensed(self, past: Message, present: Message, future: Message) -> Message:
        """What of the three fits the day: messages, or pairs of a singular and a plural."""
        return {Tense.PAST: past, Tense.PRESENT: present, Tense.FUTURE: future}[self.tense]

    def own_text(self, text: str) -> str:
        """A text of the record, marked for the editor where it is in another language."""
        return text if self.is_own_language else self.say(N_("[To be translated: %(text)s]"), text=text)

    def agencies(self, *roles: AgencyRole) -> list[str]:
        """The agencies in these roles as a sentence names them."""
        return [self.named(row.agency) for row in self.details.agencies if row.role in roles]

    def named(self, agency: AgencyRef) -> str:
        """An agency with its article and its acronym: "the General Agency for Border Protection (GABP)"."""
        return with_article(with_acronym(agency.name, agency.acronym) if agency.acronym else agency.name, self.language)

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
