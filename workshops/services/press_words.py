"""Words of a press release that a person gives to a field: findings made by hand, marked as those that were read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import FindingStatus
from workshops.domain.press_draft import AGENCY_ROLES, LISTS, Read
from workshops.domain.press_review import same_item
from workshops.errors import N_, Invalid, NotFound, Problem
from workshops.models import Finding, PressRelease
from workshops.models.base import now
from workshops.services import press, press_findings
from workshops.services.press_values import LONGEST, START_OF_QUOTE, Given, part_of, shown, values_of

BY_HAND: Final = "by hand"
MAIN_PARTS: Final = {"quotes": "text_start", "experts": "name", "contacts": "name"}
"""Of the items with parts the one that names them; items without are their name."""


def by_hand(press_release: PressRelease) -> set[int]:
    """The findings whose words a person assigned."""
    return {finding.id for finding in press_release.findings if finding.rule == BY_HAND}


@dataclass(frozen=True, slots=True)
class Assigned:
    """What became of words: findings that now hold, and what was read before in their place and does not any more."""

    findings: Sequence[Finding]
    replaced: Sequence[Read]


def assign(
    session: Session,
    *,
    press_release_id: int,
    field: str,
    words: str = "",
    span: tuple[int, int] | None = None,
    by: Actor,
) -> Assigned:
    """Take words of the text as the value of a field (of findings): those of the span, else the first place of `words`.

    A single value that was found before is rejected, and so is an item of a list whose words hold these or lie within
    them, and an agency in another role. Raises NotFound, Conflict as `press.decide`; Invalid for words that the text
    does not have or that make no value.
    """
    press_release = press.open_for_review(session, press_release_id, by)
    start, end = _span(press_release, words, span)
    said = press_release.text[start:end]
    near = _reference_day(press_release)
    at, made, replaced = now(), [], list[Read]()
    for given in values_of(field, said, language=press_release.language or "en", near=near):
        first, last = given.span or (0, len(said))
        found = _given(press_release, given, (start + first, start + last), by, at)
        made.append(found.findings[0])
        replaced += found.replaced
    press_findings.name_by_title(press_release)
    session.flush()
    return Assigned(made, replaced)


def assign_part(
    session: Session,
    *,
    press_release_id: int,
    finding_id: int,
    part: str,
    words: str,
    span: tuple[int, int] | None = None,
    by: Actor,
) -> Assigned:
    """Take words as a part of an item that was found: the speaker of a quote, the phone of a contact; "" its name.

    The item is found anew by hand, its words together with these. Raises as `assign`, NotFound for an unknown finding.
    """
    press_release = press.open_for_review(session, press_release_id, by)
    found = next((one for one in press_release.findings if one.id == finding_id), None)
    if found is None:
        raise NotFound
    place = _span(press_release, words, span)
    said = part_of(part, press_release.text[slice(*place)], press_release.language or "en")
    key = part or MAIN_PARTS.get(found.field, "")
    is_main = key == MAIN_PARTS.get(found.field, "")
    value = said if not key else found.value | {key: said[:START_OF_QUOTE] if key == "text_start" else said}
    is_there = is_main and (not key or bool(found.value.get(key)))
    spans = [list(place), *found.spans[1:]] if is_there else [*found.spans, list(place)]
    at = now()
    was = press_findings.as_read(found)
    press_findings.note_review(found, FindingStatus.REJECTED, None, by, at)
    made = _made(press_release, Given(found.field, value), spans, by, at)
    session.flush()
    return Assigned([made], [was])


def said_part(finding: Finding, part: str) -> str:
    """What a finding says as a part of its item, "" for its name or the words of a quote."""
    if part:
        return str(finding.value[part] or "")
    if finding.field == "experts":
        return str(finding.value["name"])
    return " ".join(press_findings.as_read(finding).words.split())


def _given(press_release: PressRelease, given: Given, span: tuple[int, int], by: Actor, at: datetime) -> Assigned:
    """The finding of one value: one that says the same is accepted, what it takes the place of is rejected."""
    value, is_list = given.value, given.field in LISTS
    replaced: list[Read] = []
    for finding in _in_its_place(press_release, given.field):
        is_field = finding.field == given.field
        if finding.status is FindingStatus.REJECTED and not (is_field and finding.value == value):
            continue
        is_same = is_list and same_item(given.field, finding.value, value)
        if is_same:
            value = _joined(finding.value, value)
        if is_list and is_field and finding.value == value:
            press_findings.note_review(finding, FindingStatus.ACCEPTED, None, by, at)
            return Assigned([finding], replaced)
        gives_way = not is_list or is_same or (is_field and _is_nested(finding, span))
        if gives_way and finding.status is not FindingStatus.REJECTED:
            replaced.append(press_findings.as_read(finding))
            press_findings.note_review(finding, FindingStatus.REJECTED, None, by, at)
    return Assigned([_made(press_release, Given(given.field, value), [list(span)], by, at)], replaced)


def _in_its_place(press_release: PressRelease, field: str) -> list[Finding]:
    """The findings that a value of a field can take the place of: first those of an agency in another role."""
    fields = AGENCY_ROLES if field in AGENCY_ROLES else (field,)
    return sorted((one for one in press_release.findings if one.field in fields), key=lambda one: one.field == field)


def _made(press_release: PressRelease, given: Given, spans: list[list[int]], by: Actor, at: datetime) -> Finding:
    taken = [finding.position for finding in press_release.findings if finding.field == given.field]
    made = Finding(
        field=given.field,
        position=max(taken, default=-1) + 1,
        value=given.value,
        spans=spans,
        confidence=1.0,
        rule=BY_HAND,
    )
    press_release.findings.append(made)
    press_findings.note_review(made, FindingStatus.ACCEPTED, None, by, at)
    return made


def _joined(before: Any, value: Any) -> Any:
    """An item with what was known of it before, where the words do not say it."""
    return before | {key: part for key, part in value.items() if part} if isinstance(value, dict) else before


def _is_nested(finding: Finding, span: tuple[int, int]) -> bool:
    """Whether words are more of those of a finding, or less; less of a contact's are one of its parts."""
    if not finding.spans:
        return False
    first, last = finding.spans[0]
    is_less = first <= span[0] and span[1] <= last and finding.field != "contacts"
    return is_less or (span[0] <= first and last <= span[1])


def _reference_day(press_release: PressRelease) -> date | None:
    """The day next to which days without a year lie: that of the release, else one that was found with its year."""
    dated = (one.value for one in press_release.findings if one.field in ("start_date", "end_date"))
    return press_release.published_on or next((date.fromisoformat(day) for day in dated), None)


def _span(press_release: PressRelease, words: str, span: tuple[int, int] | None) -> tuple[int, int]:
    """The place selected where its words still stand there, else where the words stand first."""
    return span if span and words == press_release.text[slice(*span)] else place_of(press_release.text, words)


def place_of(text: str, words: str) -> tuple[int, int]:
    """Where the words stand first in the text, in characters; blanks and line ends count alike. Raises Invalid."""
    wanted = words.split()
    if not wanted:
        raise Invalid(Problem("assign_words", N_("Select words of the text, or type them.")))
    found = re.search(r"\s+".join(map(re.escape, wanted)), text) if len(words) <= LONGEST else None
    if found:
        return found.span()
    raise Invalid(Problem("assign_words", N_("“%(words)s” does not stand in the text."), {"words": shown(words)}))
