"""The draft of a press release, from what the record says: headline, dateline, who, what, why, voices, money, contacts.

Nothing is said that the record does not hold. Texts of the record stay in their own language: where that is not the
language of the release, they stand in brackets, for the person who edits the draft to translate.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workshops.domain.workshop import ContactRow, WorkshopDetails
from workshops.errors import N_
from workshops.formatting import format_date
from workshops.press.writing import sentences
from workshops.press.writing.telling import Telling


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


def write_release(details: WorkshopDetails, *, language: str, today: date, publisher: str) -> Release:
    """The draft in "en", "fr" or "es". `today` dates it and decides what is past; `publisher` is who speaks.

    Names of agencies, project and topics stand as `details` has them: whoever calls puts them into the language.
    """
    telling = Telling.of(details, language=language, today=today)
    day = format_date(today, language)
    lead, *rest = [" ".join(said) for said in sentences.paragraphs(telling)]
    opening = (f"{details.city}, {day} – {lead}",) if details.city else (day, lead)
    return Release(
        language=language,
        headline=_headline(telling),
        paragraphs=(*opening, *rest, *sentences.quotes(telling)),
        contacts=tuple(_contacts(telling, publisher)),
    )


def _headline(telling: Telling) -> str:
    details = telling.details
    title = details.title_translations.get(telling.language) or details.title
    is_known = telling.language in (details.title_language, *details.title_translations)
    return title if is_known else telling.own_text(title)


def _contacts(telling: Telling, publisher: str) -> Iterator[tuple[str, ...]]:
    """One block: the words that open it, then the lines of each contact; the publisher where there is none."""
    rows = telling.details.contacts or ((ContactRow(organisation=publisher),) if publisher else ())
    if rows:
        yield (telling.say(N_("For more information, please contact:")), *_lines(telling, rows[0]))
    for row in rows[1:]:
        yield tuple(_lines(telling, row))


def _lines(telling: Telling, row: ContactRow) -> Iterator[str]:
    yield from filter(None, (row.name, row.organisation))
    if row.phone:
        yield telling.say(N_("Tel.: %(phone)s"), phone=row.phone)
    if row.email:
        yield telling.say(N_("E-mail: %(email)s"), email=row.email)
