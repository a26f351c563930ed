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
HEADING_STEPS = ((Step(24), Step(19), Step(14, 2), Step(10, 3)), (Step(14), Step(11), Step(9, 2)))
NAME_STEPS = (Step(26), Step(22), Step(18, 2), Step(14, 3), Step(11, 4))
LATIN_STEPS = (Step(14), Step(12), Step(10, 2), Step(8, 4))
SIGNATORY_STEPS = (Step(10.5), Step(9, 2), Step(7.5, 3))
POST_STEPS = (Step(9), Step(8, 2), Step(7, 3))
SIGNATURE_WIDTH, WIDE_SIGNATURE = 238.0, 425.0  # points, as in certificate.css
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
    return [
        Piece(dict(_values(one, languages, width)), look="one-wide" if _is_wide(one) else "")
        for one in context.certificates
    ]


def _values(certificate: Certificate, languages: tuple[str, ...], width: float) -> Iterator[tuple[str, Value]]:
    """What stands in the slots, in reading order."""
    largest = certificate.native_name or certificate.name
    name = Value(largest, fitting(largest, width, NAME_STEPS))
    latin = Value(certificate.name, fitting(certificate.name, width, LATIN_STEPS))
    taken = _height(name, width, NAME_LEADING) + (_height(latin, width, LEADING) if certificate.native_name else 0)
    size = _size_of_words(certificate, width, WORDS_ROOM - max(USUAL_NAME, taken))
    texts = list(zip(("", *languages[1:]), certificate.texts, strict=False))
    for number, (language, text) in enumerate(texts):
        yield f"heading-{number}", Value(text.heading, fitting(text.heading, width, HEADING_STEPS[number]), language)
    for number, (language, text) in enumerate(texts):
        for part, words in enumerate(_before(text)):
            yield f"before-{number}-{part}", Value(balanced(words, width / size), size, language)
    yield "name", name
    if certificate.native_name:
        yield "latin", latin
    for number, (language, text) in enumerate(texts):
        for part, words in enumerate(_after(text)):
            yield f"after-{number}-{part}", Value(balanced(words, width / size), size, language)
    for number, signatory in enumerate(certificate.signatories):
        yield f"signature-{number}", _below_the_line(signatory.name, certificate, SIGNATORY_STEPS)
        if signatory.title:
            yield f"title-{number}", _below_the_line(signatory.title, certificate, POST_STEPS)
    if certificate.number:
        yield "number", Value(certificate.number)
    if certificate.issued_on:
        yield from _issued(certificate.issued_on, languages)
    if certificate.check_address:
        code = qr_code(certificate.check_address)
        yield "address", Value(certificate.check_address)
        yield "code", Code(code.modules, code.side)


def _is_wide(certificate: Certificate) -> bool:
    """Whether the line of the one who signs is longer than usual, as the name or the title needs."""
    if len(certificate.signatories) != 1:
        return False
    (one,) = certificate.signatories
    said = ((one.name, SIGNATORY_STEPS[0].size), (one.title, POST_STEPS[0].size))
    return any(lines_needed(text, SIGNATURE_WIDTH / size) > 1 for text, size in said)


def _below_the_line(text: str, certificate: Certificate, steps: Sequence[Step]) -> Value:
    width = WIDE_SIGNATURE if _is_wide(certificate) else SIGNATURE_WIDTH
    size = fitting(text, width, steps)
    return Value(balanced(text, width / size), size)


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
    """The largest size in which all paragraphs but the name together find room, in points."""
    paragraphs = [part for text in certificate.texts for part in (*_before(text), *_after(text))]
    lines = [line for part in paragraphs for line in part.split("\n")]
    room -= GAP * len(paragraphs)
    fits = (
        size for size in WORDS_SIZES if sum(lines_needed(line, width / size) for line in lines) * size * LEADING <= room
    )
    return next(fits, WORDS_SIZES[-1])
