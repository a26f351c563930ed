"""For which fields words of a press release are likely meant that a person selects: those stand first in the menu."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import FindingStatus
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.press_draft import AGENCY_ROLES
from workshops.models import Finding
from workshops.press import selected
from workshops.press.named import Kind, kinds, lines_around, whole_name
from workshops.services import press
from workshops.services.press_words import BY_HAND

FIELDS: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.AGENCY: ("partners", "beneficiary_agencies", "organisers", "funders", "venue"),
    Kind.PERSON: ("experts",),
    Kind.COUNTRY: ("country", "participant_countries", "expert_countries"),
    Kind.TOWN: ("city",),
    Kind.HOUSE: ("venue",),
    Kind.LAW: ("legal_references",),
    Kind.PROJECT: ("project.name",),
    Kind.DAY: ("start_date", "end_date"),
    Kind.NUMBER: ("participants_count", "women_count", "men_count", "duration_days"),
    Kind.EMAIL: ("contacts",),
    Kind.PHONE: ("contacts",),
    Kind.QUOTE: ("quotes",),
    Kind.PEOPLE: ("participants_description",),
    Kind.NAME: ("city", "venue", "project.name", "partners"),
}
"""The fields that each kind of words can stand in, the likeliest first."""
PARTS: Final[dict[str, dict[Kind, str]]] = {
    "quotes": {Kind.PERSON: "speaker_name"},
    "contacts": {
        Kind.PERSON: "name",
        Kind.AGENCY: "organisation",
        Kind.EMAIL: "email",
        Kind.PHONE: "phone",
    },
    "experts": {Kind.COUNTRY: "country_code"},
}
"""Fields of the row of a finding that words near by can stand in."""
LISTED: Final = (*AGENCY_ROLES, "funders")
_BESIDE, _NEAR = 100, 400
"""Characters between names of one list, and between an item and a part of it."""
_HEAD, _SHORTEST_TITLE = 400, 25
"""Where titles end, and characters of a title at least."""


@dataclass(frozen=True, slots=True)
class Likely:
    """The place of the words, which are a whole name where that was asked for; the fields they are likely meant for.

    A field is one of findings, or "ID:NAME": that field of the row in which a finding stands.
    """

    start: int
    end: int
    fields: Sequence[str]


def likely(session: Session, *, press_release_id: int, start: int, end: int, whole: bool = False, by: Actor) -> Likely:
    """Read the words at a place of the text; `whole` takes the name that a word belongs to. Raises as `press.find`."""
    press_release = press.find(session, press_release_id=press_release_id, by=by)
    text = press_release.text
    start, end = min(start, len(text)), min(end, len(text))
    first, last = lines_around(text, start, end)
    language = press_release.language or "en"
    marks = selected.marks_of(text[first:last], language if language in INTERFACE_LANGUAGES else "en")
    if whole:
        start, end = (first + place for place in whole_name(marks, start - first, end - first))
    told = [one for one in press_release.findings if one.status is not FindingStatus.REJECTED and one.spans]
    found = kinds(marks, start - first, end - first)
    fields = dict.fromkeys(
        [
            *_titles(text, start, end),
            *(one.field for one in told if _overlaps(one, start, end)),
            *_parts(told, found, start, end),
            *(field for kind in found for field in _in_order(kind, told, text, (start, end))),
        ]
    )
    return Likely(start, end, list(fields))


def _titles(text: str, start: int, end: int) -> Iterator[str]:
    """A whole line at the head of the text is a title."""
    is_line = text[:start].rstrip(" ")[-1:] in ("", "\n") and text[end:].lstrip(" .")[:1] in ("", "\n")
    if is_line and start < _HEAD and end - start >= _SHORTEST_TITLE:
        yield "title"


def _overlaps(finding: Finding, start: int, end: int) -> bool:
    """Whether words are a little more or less of those of a finding: they are meant to stand in their place."""
    first, last = map(int, finding.spans[0])
    is_nested = (first <= start and end <= last) or (start <= first and last <= end)
    shorter, longer = sorted((last - first, end - start))
    return is_nested and shorter < longer <= 2 * shorter


def _parts(told: Sequence[Finding], found: Sequence[Kind], start: int, end: int) -> Iterator[str]:
    """The parts of the nearest item of each list."""
    for field, names in PARTS.items():
        items = [one for one in told if one.field == field]
        far, nearest = min(
            ((min(_distance(span, start, end) for span in one.spans), one.id) for one in items), default=(_NEAR + 1, 0)
        )
        if far <= _NEAR:
            yield from (f"{nearest}:{names[kind]}" for kind in found if kind in names)


def _in_order(kind: Kind, told: Sequence[Finding], text: str, words: tuple[int, int]) -> list[str]:
    """The fields of a kind: that of the nearest name of the same list first, then that which words were given to last.

    Single ones that are filled come last.
    """
    filled = {one.field for one in told}
    fields = FIELDS[kind]
    if kind is Kind.AGENCY:
        given = [one.field for one in sorted(told, key=lambda one: -one.id) if one.rule == BY_HAND]
        near = [(_distance(one.spans[0], *words), one) for one in told if one.field in LISTED]
        beside = [(far, one.field) for far, one in near if far <= _BESIDE and not _is_parted(text, one, words)]
        return list(
            dict.fromkeys(
                [field for _far, field in sorted(beside)] + [one for one in given[:1] if one in LISTED] + list(fields)
            )
        )
    return sorted(fields, key=lambda field: field in filled)


def _distance(span: Sequence[int], start: int, end: int) -> int:
    return max(span[0] - end, start - span[1], 0)


def _is_parted(text: str, finding: Finding, words: tuple[int, int]) -> bool:
    """Whether a sentence or line ends between two names."""
    (first, last), (start, end) = finding.spans[0], words
    between = text[last:start] if last <= start else text[end:first]
    return re.search(r"[.:;!?]\s|\n\s*\n", between) is not None
