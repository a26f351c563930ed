"""Letters on the paper of an office: one to each addressee, in the addressee's language, all in one document."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from workshops.documents.letterhead import Letterhead
from workshops.documents.pages import page
from workshops.domain.document_texts import FilledText
from workshops.domain.offices import Paper


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter in one language (ISO 639-1), the words of its text filled in.

    `addressee` are the lines of the address, the first of them the name; `enclosures` what lies with it; `issuer` is
    whom it is from, the office with its organisation, and `footer` what stands at its foot.
    """

    language: str
    addressee: tuple[str, ...]
    text: FilledText
    enclosures: Sequence[str] = ()
    issuer: str = ""
    footer: str = ""


@dataclass(frozen=True, kw_only=True)
class LettersContext:
    """The letters of one occasion. `signatory` signs all of them, with the title in each letter's language."""

    reference: str
    title: str
    office: str
    written_on: date
    letters: Sequence[Letter]
    signatory: str = ""
    signatory_title: str = ""
    paper: Paper = "A4"
    letterhead: Letterhead = field(default_factory=Letterhead)


def letters_page(context: LettersContext, language: str) -> str:
    """Gives the HTML of all letters. `language` is that of the document's title and of its whole."""
    written = [page("letter.html", letter.language, workshop=context, letter=letter) for letter in context.letters]
    return page("letters.html", language, workshop=context, letters=written)
