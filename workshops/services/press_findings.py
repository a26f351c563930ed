"""A finding of a press release: what it says, what a person decided on it, and what its press release is called."""

from datetime import datetime
from typing import Any, Final

from workshops.domain.access import Actor
from workshops.domain.enums import FindingStatus
from workshops.domain.press_draft import Read, agency_ref
from workshops.models import Finding, PressRelease
from workshops.models.base import now
from workshops.press.reading import clean_lines

LONGEST_HEADLINE: Final = 500
_TAKEN_AS: Final = "taken_as"


def note_review(finding: Finding, status: FindingStatus, value: Any, by: Actor, at: datetime) -> None:
    """Note a decision; those made at one moment were made together and are undone together.

    The decision that it takes the place of comes back when it is undone (`take_back_review`).
    """
    is_another = finding.status not in (FindingStatus.PROPOSED, status) and status is not FindingStatus.PROPOSED
    finding.status_before = finding.status if is_another else None
    finding.reviewed_before_at = finding.reviewed_at if is_another else None
    finding.status = status
    finding.reviewed_value = value
    finding.reviewed_by_id = None if status is FindingStatus.PROPOSED else by.user_id
    finding.reviewed_at = None if status is FindingStatus.PROPOSED else at


def take_back_review(finding: Finding, by: Actor) -> None:
    """Undo the last decision: the one before holds again, where there was one."""
    before, at, taken = finding.status_before, finding.reviewed_before_at, taken_as(finding)
    note_review(finding, FindingStatus.PROPOSED, None, by, now())
    if before is not None:
        note_review(finding, before, taken, by, at or now())


def taken_as(finding: Finding) -> dict[str, str] | None:
    """The review of a finding whose name a person took for a record of a register: {"taken_as": its name there}."""
    value = finding.reviewed_value
    return value if isinstance(value, dict) and _TAKEN_AS in value else None


def take_as(finding: Finding, name: str, by: Actor) -> None:
    """Accept a finding as the record that goes by that name."""
    note_review(finding, FindingStatus.ACCEPTED, {_TAKEN_AS: name}, by, now())


def name_by_title(press_release: PressRelease) -> None:
    """Call it by the title that a person accepted or gave it, else by the one that was read.

    A text without a headline is called as it calls the workshop.
    """
    order = FindingStatus.ACCEPTED, FindingStatus.PROPOSED
    titles = [one for one in press_release.findings if one.field == "title" and one.status in order]
    named = [one for one in press_release.findings if one.field == "workshop_name" and one.status in order]
    if titles or named:
        title = min(titles or named, key=lambda one: order.index(one.status))
        press_release.headline = str(title.value)[:LONGEST_HEADLINE]


def as_read(finding: Finding) -> Read:
    """A stored finding as the draft and the review take it, with the words of its best evidence in the text.

    One that was taken for a record of a register bears its name. Remnants of HTML among the words are read as what
    they stand for.
    """
    start, end = finding.spans[0] if finding.spans else (0, 0)
    words = finding.press_release.text[start:end]
    if "&" in words or "<" in words:
        words = " ".join(line.text for line in clean_lines(words))
    return Read(field=finding.field, value=_value(finding), words=words)


def _value(finding: Finding) -> Any:
    """What it says, its names those of the records that they were taken for; so an amount stays with its funder."""
    if taken := taken_as(finding):
        return _named(finding.value, taken[_TAKEN_AS])
    if finding.field != "funding":
        return finding.value
    funders = (one for one in finding.press_release.findings if one.field == "funders")
    names = (_value(one) for one in funders if one.value == finding.value["funder"] and taken_as(one))
    return finding.value | {"funder": next(names, finding.value["funder"])}


def _named(value: Any, name: str) -> Any:
    if not isinstance(value, dict):
        return name
    if "acronym" not in value:
        return value | {"name": name}
    ref = agency_ref(name)
    return value | {"name": ref.name, "acronym": ref.acronym}
