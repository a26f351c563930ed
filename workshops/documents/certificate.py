"""Certificates: one landscape page each, the name large, two who sign, a number and a code by which to check it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from workshops.documents.both import Both, in_each
from workshops.documents.letterhead import Letterhead
from workshops.documents.pages import page
from workshops.documents.qr_code import qr_code
from workshops.documents.slots import Code, Piece, Sheets, SlotStamps, Value, sheets_of, slot_stamps
from workshops.documents.text_width import Step, balanced, fitting, lines_needed
from workshops.domain.certificates import Signatory
from workshops.domain.document_texts import FilledText
from workshops.domain.offices import Paper
from workshops.formatting import format_date

WIDTHS = {"A4": 630.0, "Letter": 585.0}  # points between the sides of the text
GUTTER = 28.0  # points between two languages side by side, as in certificate.css
HEADING_STEPS = (Step(24), Step(19), Step(14, 2), Step(10, 3))
BESIDE_STEPS = (Step(19), Step(16), Step(14, 2), Step(12, 2), Step(10, 3))
NAME_STEPS = (Step(26), Step(22), Step(18, 2), Step(14, 3), Step(11, 4))
LATIN_STEPS = (Step(14), Step(12), Step(10, 2), Step(8, 4))
SIGNATORY_STEPS = (Step(10.5), Step(9), Step(8), Step(9, 2), Step(7.5, 3))
POST_STEPS = (Step(9), Step(8), Step(8, 2), Step(7, 3))
SIGNATURES = {"": 238.0, "two-wide": 272.0, "one-wide": 425.0}
"""The line of one who signs, in points by the look of the piece, as in certificate.css."""
WORDS_SIZES = (16, 14, 13, 12, 11, 10, 9)
WORDS_ROOM = 218.0  # points of height for name and wording, as in certificate.css
USUAL_NAME = 62.0  # of these for a name in its script, and in Latin letters under it
LEADING, NAME_LEADING, GAP = 1.35, 1.5, 5.7
"""The height of a line in shares of its size, and what stands between paragraphs in points."""


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """What one certificate says. `name` is as typed, `native_name` the same in its own script where that is another.

    `texts` are in the languages of the document, in their order. `check_address` is where its number can be checked;
    without one there is no code.
    """

    name: str
    native_name: str = ""
    texts: Sequence[FilledText]
    number: str = ""
    issued_on: date | None = None
    check_address: str = ""
    signatories: Sequence[Signatory] = ()


@dataclass(frozen=True, kw_only=True)
class CertificateContext:
    """Certificates of one workshop. `title` is that of the file."""

    title: str
    office: str
    certificates: Sequence[Certificate]
    paper: Paper = "A4"
    letterhead: Letterhead = field(default_factory=Letterhead)


def certificate_page(context: CertificateContext, languages: tuple[str, ...]) -> str:
    """Gives the HTML of the certificates, to be rendered."""
    return _page(context, languages)(sheets_of(_pieces(context, languages)))


def certificate_stamps(context: CertificateContext, languages: tuple[str, ...]) -> SlotStamps:
    """Gives the certificates as values to be set into specimens; these say nothing of the people."""
    return slot_stamps(_pieces(context, languages), _page(context, languages))


def _page(context: CertificateContext, languages: tuple[str, ...]) -> Callable[[Sheets], str]:
    return lambda sheets: page("certificate.html", languages, workshop=context, sheets=sheets)


def _pieces(context: CertificateContext, languages: tuple[str, ...]) -> list[Piece]:
    width = WIDTHS[context.paper]
    return [Piece(dict(_values(one, languages, width)), look=_look(one)) for one in context.certificates]


def _values(certificate: Certificate, languages: tuple[str, ...], width: float) -> Iterator[tuple[str, Value]]:
    """What stands in the slots, in reading order."""
    largest = certificate.native_name or certificate.name
    name = Value(largest, fitting(largest, width, NAME_STEPS))
    latin = Value(certificate.name, fitting(certificate.name, width, LATIN_STEPS))
    taken = _height(name, width, NAME_LEADING) + (_height(latin, width, LEADING) if certificate.native_name else 0)
    texts = list(zip(("", *languages[1:]), certificate.texts, strict=False))
    steps: Sequence[Step] = HEADING_STEPS
    if len(texts) > 1:
        width, steps = (width - GUTTER) / 2, BESIDE_STEPS
    size = _size_of_words(certificate, width, WORDS_ROOM - max(USUAL_NAME, taken))
    heading_size = min((fitting(text.heading, width, steps) for _language, text in texts), default=0)
    for number, (language, text) in enumerate(texts):
        heading = balanced(text.heading, width / heading_size)
        yield f"heading-{number}", Value(heading, heading_size, language)
    for number, (language, text) in enumerate(texts):
        for part, words in enumerate(_before(text)):
            yield f"before-{number}-{part}", Value(balanced(words, width / size), size, language)
    yield "name", name
    if certificate.native_name:
        yield "latin", latin
    for number, (language, text) in enumerate(texts):
        for part, words in enumerate(_after(text)):
            yield f"after-{number}-{part}", Value(balanced(words, width / size), size, language)
    yield from _signatures(certificate)
    if certificate.number:
        yield "number", Value(certificate.number)
    if certificate.issued_on:
        yield from _issued(certificate.issued_on, languages)
    if certificate.check_address:
        code = qr_code(certificate.check_address)
        yield "address", Value(certificate.check_address)
        yield "code", Code(code.modules, code.side)


def _look(certificate: Certificate) -> str:
    """Whether the lines of those who sign are longer than usual, as a name or a title needs."""
    said = [(one.name, SIGNATORY_STEPS[0].size) for one in certificate.signatories]
    said += [(one.title, POST_STEPS[0].size) for one in certificate.signatories]
    if all(lines_needed(text, SIGNATURES[""] / size) == 1 for text, size in said):
        return ""
    return "one-wide" if len(certificate.signatories) == 1 else "two-wide"


def _signatures(certificate: Certificate) -> Iterator[tuple[str, Value]]:
    look = _look(certificate)
    names = _below_the_lines([one.name for one in certificate.signatories], look, SIGNATORY_STEPS)
    titles = _below_the_lines([one.title for one in certificate.signatories], look, POST_STEPS)
    for number, (name, title) in enumerate(zip(names, titles, strict=True)):
        yield f"signature-{number}", name
        if title.text:
            yield f"title-{number}", title


def _below_the_lines(texts: Sequence[str], look: str, steps: Sequence[Step]) -> list[Value]:
    """All in one size, so that none who signs seems to count for less."""
    width = SIGNATURES[look]
    size = min((fitting(text, width, steps) for text in texts), default=0)
    return [Value(balanced(text, width / size), size) for text in texts]


def _issued(day: date, languages: tuple[str, ...]) -> Iterator[tuple[str, Value]]:
    """The day in each language, once where it is said alike."""
    said = in_each(languages, partial(format_date, day))
    texts = said.parts.items() if isinstance(said, Both) else [(languages[0], said)]
    for number, (language, text) in enumerate(texts):
        yield f"issued-{number}", Value(text, language=language if number else "")


def _before(text: FilledText) -> tuple[str, ...]:
    return text.paragraphs[: text.name_at or 0]


def _after(text: FilledText) -> tuple[str, ...]:
    return text.paragraphs[0 if text.name_at is None else text.name_at + 1 :]


def _height(value: Value, width: float, leading: float) -> float:
    return lines_needed(value.text, width / value.size) * value.size * leading


def _size_of_words(certificate: Certificate, width: float, room: float) -> float:
    """The largest size in which all paragraphs but the name find room, those of each language in a column."""

    def height(paragraphs: Sequence[str], size: float) -> float:
        return sum(lines_needed(part, width / size) * size * LEADING + GAP for part in paragraphs)

    def needed(size: float) -> float:
        return sum(max(height(part(text), size) for text in certificate.texts) for part in (_before, _after))

    return next((size for size in WORDS_SIZES if needed(size) <= room), WORDS_SIZES[-1])
