"""The words of letters and certificates that an office may change: their placeholders, and what is filled into them.

A text is a heading and paragraphs parted by empty lines. `{name}` stands for a value, `[...]` around placeholders for
words that are left out where one of them has none. Nothing else means anything: no markup, and nothing that is run.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Final

from workshops.domain.data_files import read_content
from workshops.domain.rule_texts import is_too_long
from workshops.domain.texts import one_line
from workshops.errors import N_, Problem


class DocumentUse(StrEnum):
    """The documents whose words can be changed."""

    ATTENDANCE = "certificate-attendance"
    COMPLETION = "certificate-completion"
    TRAINER = "certificate-trainer"
    NOMINATION = "letter-nomination"
    INVITATION = "letter-invitation"

    @property
    def is_certificate(self) -> bool:
        """Whether it is a certificate, else a letter."""
        return self.value.startswith("certificate-")


MEANINGS: Final = {
    "activity": N_("what kind it is, with its article: the workshop, the training course"),
    "agency": N_("name of the agency"),
    "audience": N_("for whom it is, where the record says so in this language"),
    "contact": N_("whom to answer, as the office has settled it"),
    "dates": N_("when it is: from 6 to 17 May 2024"),
    "deadline": N_("the last day for an answer: 12 April 2024"),
    "hours": N_("hours attended: 24 hours"),
    "languages": N_("languages of work: English and French"),
    "objectives": N_("what it is to achieve, where the record says so in this language"),
    "office": N_("name of the office"),
    "participant": N_("full name of the participant"),
    "place": N_("where it is: in Tashkent (Uzbekistan), or online"),
    "post": N_("post of the participant"),
    "reference": N_("reference of the workshop"),
    "role": N_("what the trainer does: Lead trainer"),
    "seats": N_("places for the agency: 3 participants"),
    "signatory": N_("name of whoever signs"),
    "venue": N_("the building or the room"),
    "workshop": N_("title of the workshop"),
}
"""What each placeholder stands for."""

_ALWAYS: Final = ("workshop", "activity", "dates", "place", "office")
_CERTIFICATE: Final = ("participant", *_ALWAYS, "hours", "agency", "post", "reference")
_LETTER: Final = (*_ALWAYS, "venue", "languages", "objectives", "audience", "deadline", "contact", "signatory")
PLACEHOLDERS: Final[Mapping[DocumentUse, tuple[str, ...]]] = {
    DocumentUse.ATTENDANCE: _CERTIFICATE,
    DocumentUse.COMPLETION: _CERTIFICATE,
    DocumentUse.TRAINER: (*_CERTIFICATE, "role"),
    DocumentUse.NOMINATION: ("agency", "seats", *_LETTER, "reference"),
    DocumentUse.INVITATION: ("participant", "agency", "post", *_LETTER, "reference"),
}
"""The placeholders of each use, the most wanted first."""

NAME_ALONE: Final = "{participant}"
"""The paragraph of a certificate in whose place the name is set large."""

LONGEST_HEADING: Final = 200
LONGEST_BODY: Final = 6_000
_BRACES: Final = re.compile(r"\{([^{}]*)\}|[{}]")
_IN_BRACES: Final = re.compile(r"\{\{([^{}]*)\}\}|\{([^{}]*)\}|[{}]")
"""Doubled braces too: they mean something in other places."""
_BRACKETED: Final = re.compile(r"\[([^\[\]]*)\]")
_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n\s*")
_SPACES: Final = re.compile(r" {2,}")
_NEAR_ENOUGH: Final = 0.5  # of 1, as difflib compares
_WORDS_SHOWN: Final = 30  # characters on both sides of a brace, so that it is found


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The words of a document: the subject of a letter or the title of a certificate, and what stands below."""

    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class FilledText:
    """The words of one document. A paragraph may hold line ends; `name_at` is the one that is the name alone."""

    heading: str
    paragraphs: tuple[str, ...]
    name_at: int | None = None


class MissingValues(ValueError):
    """Placeholders that have no value, outside of brackets."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


@cache
def default_text(use: DocumentUse, language: str) -> DocumentText:
    """What stands in a document in "en", "fr" or "es" that no office has changed."""
    heading, _, body = read_content(f"document_texts/{use}.{language}.txt").decode().partition("\n")
    return DocumentText(heading, body.strip("\n"))


def fill(text: DocumentText, values: Mapping[str, str]) -> FilledText:
    """The words with the values of their placeholders, which stay text whatever they hold.

    Raises `MissingValues` for placeholders outside of brackets that have no value or an empty one.
    """
    said = {name: one_line(value) for name, value in values.items()}
    heading, *paragraphs = (_tidied(part) for part in (_kept(text.heading, said), *_paragraphs(_kept(text.body, said))))
    missing = dict.fromkeys(name for part in (heading, *paragraphs) for name in _names(part) if not said.get(name))
    if missing:
        raise MissingValues(tuple(missing))
    name_at = paragraphs.index(NAME_ALONE) if NAME_ALONE in paragraphs else None
    return FilledText(_filled(heading, said), tuple(_filled(part, said) for part in paragraphs), name_at)


def problems(use: DocumentUse, text: DocumentText) -> Iterator[Problem]:
    """What keeps a text from being used, with the field it concerns: heading or body."""
    for field, said in (("heading", text.heading), ("body", text.body)):
        if not said.strip():
            yield Problem(field, N_("Enter the text."))
        yield from _in_braces(use, field, said)
        yield from _in_brackets(field, said)
    yield from is_too_long("heading", N_("The heading"), text.heading, LONGEST_HEADING)
    yield from is_too_long("body", N_("The text"), text.body, LONGEST_BODY)
    has_faults = any(_in_braces(use, "body", text.body))  # perhaps in the very name that is looked for
    if use.is_certificate and text.body.strip() and not has_faults and _paragraphs(text.body).count(NAME_ALONE) != 1:
        yield Problem(
            "body",
            N_("%(name)s has to stand once by itself, with an empty line before and after it: there the name is set."),
            {"name": NAME_ALONE},
        )


def _in_braces(use: DocumentUse, field: str, said: str) -> Iterator[Problem]:
    known = PLACEHOLDERS[use]
    for found in _IN_BRACES.finditer(said):
        name = found[1] if found[2] is None else found[2]
        if name is None:
            message = N_("A brace is left open or closed too much: “%(words)s”. Placeholders look like %(example)s.")
            yield Problem(field, message, {"words": _around(said, found.start()), "example": f"{{{known[0]}}}"})
        elif name not in known or found[1] is not None:
            near = get_close_matches(name.strip().casefold(), known, 1, _NEAR_ENOUGH)
            message = (
                N_("%(name)s is not known. Did you mean %(nearest)s?")
                if near
                else N_("%(name)s is not known. Use those that stand beside the text, such as %(nearest)s.")
            )
            yield Problem(field, message, {"name": found[0], "nearest": f"{{{(near or known)[0]}}}"})


def _in_brackets(field: str, said: str) -> Iterator[Problem]:
    left = _BRACKETED.sub(lambda pair: " " * len(pair[0]), said)
    if found := re.search(r"[\[\]]", left):
        message = N_("A square bracket is left open, closed too much, or stands in another one: “%(words)s”.")
        yield Problem(field, message, {"words": _around(said, found.start())})


def _around(said: str, place: int) -> str:
    """The words of a fault, whole ones as far as there is room, in one line."""
    begin, end = max(0, place - _WORDS_SHOWN), min(len(said), place + _WORDS_SHOWN)
    if begin and (space := re.search(r"\s", said[begin:place])):
        begin += space.end()
    if end < len(said) and (spaces := list(re.finditer(r"\s", said[place:end]))):
        end = place + spaces[-1].start()
    return f"{'… ' if begin else ''}{one_line(said[begin:end])}{' …' if end < len(said) else ''}"


def _paragraphs(body: str) -> list[str]:
    return [part for part in map(str.strip, _PARAGRAPHS.split(body)) if part]


def _names(part: str) -> list[str]:
    return [found[1] or "" for found in _BRACES.finditer(part)]


def _kept(said: str, values: Mapping[str, str]) -> str:
    """The text without its bracketed words that miss a value, and without the brackets of the others."""

    def words(found: re.Match[str]) -> str:
        names = _names(found[1])
        if not names:
            return found[0]
        return found[1] if all(values.get(name) for name in names) else ""

    return _BRACKETED.sub(words, said)


def _tidied(part: str) -> str:
    """The part without the gaps that left out words have left."""
    lines = (_SPACES.sub(" ", line).strip() for line in part.split("\n"))
    return "\n".join(line for line in lines if line)


def _filled(part: str, values: Mapping[str, str]) -> str:
    return _BRACES.sub(lambda found: values[found[1]], part)
