"""The draft of a press release, from what the record says: headline, dateline, who, what, why, voices, money, contacts.

Nothing is said that the record does not hold. Texts of the record stay in their own language: where that is not the
language of the release, they stand in brackets, for the person who edits the draft to translate.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from workshops.domain.workshop import WorkshopDetails
from workshops.formatting import format_date
from workshops.press.writing import sentences, voices
from workshops.press.writing.grammar import with_apostrophes
from workshops.press.writing.telling import Telling, Tense, tense_of

NEWS: Final = timedelta(days=14)


@dataclass(frozen=True)
class Release:
    """A draft: the headline, the paragraphs below it, the lines of the contacts with the words that open them."""

    language: str
    headline: str
    paragraphs: tuple[str, ...]
    contacts: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The draft as plain text: a blank line between paragraphs, a line each for what a contact has."""
        blocks = [self.headline, *self.paragraphs, *("\n".join(lines) for lines in self.contacts)]
        return "\n\n".join(blocks) + "\n"


def write_release(
    details: WorkshopDetails,
    *,
    language: str,
    today: date,
    publisher: str,
    reached_at: str = "",
    foreign_topics: frozenset[str] = frozenset(),
) -> Release:
    """The draft in "en", "fr" or "es". `today` decides what is past, `publisher` is who speaks, `reached_at` is where.

    Names of agencies, project and topics stand as `details` has them: whoever calls puts them into the language, and
    names the topics that have no label in it.
    """
    telling = Telling.of(details, language=language, today=today, foreign_topics=foreign_topics)
    day = dateline(details, today)
    lead, *rest = [" ".join(said) for said in sentences.paragraphs(telling)]
    written = format_date(day, language) if day else ""
    if written and details.city and language == "fr":
        written = f"le {written}"
    place_and_day = ", ".join(filter(None, (telling.town(), written)))
    opening = (f"{place_and_day} – {lead}",) if details.city else filter(None, (written, lead))
    contacts = voices.contacts(telling, publisher=publisher, reached_at=reached_at)
    return Release(
        language=language,
        headline=with_apostrophes(_headline(telling)),
        paragraphs=tuple(map(with_apostrophes, (*opening, *rest, *voices.quotes(telling)))),
        contacts=tuple(tuple(map(with_apostrophes, lines)) for lines in contacts),
    )


def dateline(details: WorkshopDetails, today: date) -> date | None:
    """The day a release bears: today while the workshop is news, until two weeks after its end; later its last day.

    None where that day is not known.
    """
    last = details.ends_on or details.starts_on
    if last is None:
        return None if tense_of(details, today) is Tense.PAST else today
    if last.latest >= today - NEWS:
        return today
    return last.latest if last.precision == "day" else None


def _headline(telling: Telling) -> str:
    details = telling.details
    title = details.title_translations.get(telling.language) or details.title
    is_known = telling.language in (details.title_language, *details.title_translations)
    return title if is_known or not title else telling.own_text(title)
