"""Letters on the paper of an office: one to each addressee, in one language or two, all in one document."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from markupsafe import Markup

from workshops.documents.both import Both, alone, in_each
from workshops.documents.letterhead import Letterhead
from workshops.documents.pages import page
from workshops.documents.text_width import BOLD, lines_needed
from workshops.domain.document_texts import FilledText
from workshops.domain.offices import Paper


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter in one language (ISO 639-1) or two side by side; `texts` are in these, in their order, filled in.

    `addressee` are the lines of the address, the first of them the name; `enclosures` what lies with it; `issuer` is
    whom it is from, the office with its organisation, and `footer` what stands at its foot.
    """

    languages: tuple[str, ...]
    addressee: tuple[str, ...]
    texts: Sequence[FilledText]
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


SENDER_SIZES: Final = (12, 10.5, 9, 8, 7.5)  # points
SENDER_WIDTHS: Final = (465, 300, 180)  # points beside no logo, one, a band of them, as in letter.css
SENDER_ROOM: Final = 55  # points of height above the rule
SENDER_LEADING: Final = 1.3


def letters_page(context: LettersContext, language: str) -> str:
    """Gives the HTML of all letters. `language` is that of the document's title and of its whole."""
    return page(
        "letters.html", language, workshop=context, letters=[_letter(context, each) for each in context.letters]
    )


def _letter(context: LettersContext, letter: Letter) -> str:
    texts = dict(zip(letter.languages, letter.texts, strict=True))

    def words(language: str) -> Markup:
        said = page("letter_words.html", language, addressee=letter.addressee[0], words=texts[language])
        return Markup(said)  # noqa: S704 - made by a template

    return page(
        "letter.html",
        letter.languages,
        workshop=context,
        letter=letter,
        words=in_each(letter.languages, words),
        head=_head(letter.issuer or context.office, len(context.letterhead.logos)),
    )


def _head(sender: str, logos: int) -> tuple[str, float]:
    """What the head of a letter says of its sender, in both languages if there is room, and in which size."""
    width = SENDER_WIDTHS[min(logos, 2)]
    for said in (sender, alone(sender)):
        texts = "\n".join(said.parts.values()) if isinstance(said, Both) else said
        for size in SENDER_SIZES:
            if lines_needed(texts, width / size / BOLD) * size * SENDER_LEADING <= SENDER_ROOM:
                return said, size
    return alone(sender), SENDER_SIZES[-1]
