"""The draft of a workshop from what was found in a press release."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy.orm import Session

from workshops.domain.enums import FindingStatus
from workshops.domain.naming import name_key
from workshops.domain.press_draft import draft_of
from workshops.domain.press_pairs import countries_of_experts
from workshops.domain.workshop import WorkshopDetails
from workshops.models import Finding, PressRelease
from workshops.services import press_findings, topics

_ACCEPTED: Final = frozenset({FindingStatus.ACCEPTED, FindingStatus.CHANGED})
_IS_CLEAR: Final = 0.8
"""Above this confidence the text calls the workshop by its name, below only its theme."""


def draft(session: Session, press_release: PressRelease, *, listed: Collection[str] | None = None) -> WorkshopDetails:
    """The draft of a workshop from all findings that nobody rejected.

    `listed` are the folded spellings of all topics, for who has them; without them the register is asked.

    Topics are a controlled list: a phrase that it does not know comes in only when a reviewer accepts it. Countries of
    experts stand with the experts of whom the text tells them; another comes in only when a reviewer accepts it where
    there are as many experts without one: it may well be theirs, and a row of its own one too many.
    A letter whose text has no headline has its subject for one.
    """
    kept = [finding for finding in press_release.findings if finding.status is not FindingStatus.REJECTED]
    theirs = _countries_of_experts(press_release.text, kept)
    others = [one for one in kept if one.field == "expert_countries" and one.value not in theirs.values()]
    has_countries = len(others) > sum(one.field == "experts" and one.id not in theirs for one in kept)
    phrases = [finding.value for finding in kept if finding.field == "topics"]
    known = topics.known(session, phrases) if listed is None else {one for one in phrases if name_key(one) in listed}

    def is_taken(one: Finding) -> bool:
        if one.field == "expert_countries" and one.value in theirs.values():
            return False
        if one.field == "workshop_name" and not _is_title(one):
            return False
        return (
            one.status in _ACCEPTED
            or (one.field == "topics" and one.value in known)
            or (one.field == "expert_countries" and has_countries)
            or one.field not in ("topics", "expert_countries")
        )

    details = draft_of(
        (
            replace(read, value=read.value | {"country": theirs[one.id]}) if one.id in theirs else read
            for one in kept
            if is_taken(one)
            for read in (press_findings.as_read(one),)
        ),
        language=press_release.language or "",
    )
    has_title = any(finding.field in ("title", "workshop_name") for finding in press_release.findings)
    return details if has_title else replace(details, title=press_release.headline)


def _countries_of_experts(text: str, findings: Sequence[Finding]) -> dict[int, str]:
    """The countries of the experts of whom the text tells them, by the id of the finding."""
    return countries_of_experts(
        text,
        {
            one.id: ([(start, end) for start, end in one.spans], one.value.get("affiliation") or "")
            for one in findings
            if one.field == "experts"
        },
        {one.value: [(start, end) for start, end in one.spans] for one in findings if one.field == "expert_countries"},
    )


def _is_title(name: Finding) -> bool:
    """Whether what the text calls the workshop is its title, and not the headline: as decided, else if it is clear."""
    decided = [one.status in _ACCEPTED for one in name.press_release.findings if one.field == "title"]
    return name.status in _ACCEPTED or (name.confidence > _IS_CLEAR and not any(decided))
