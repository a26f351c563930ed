"""Other press releases that are still to review and perhaps tell of the same workshop."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.enums import FindingStatus, PressReleaseStatus
from workshops.domain.press_draft import Read, draft_of
from workshops.domain.same_story import SAME_FROM, likeness, story_of
from workshops.domain.workshop import WorkshopDetails
from workshops.models import Finding, PressRelease

_MOST_LOOKED_AT: Final = 60
MOST_OFFERED: Final = 3
_TELLING: Final = (
    *("title", "event_type", "country", "city", "start_date", "end_date", "duration_days"),
    *("participants_count", "women_count", "men_count", "project.name", "project.acronym"),
    *("organisers", "partners", "beneficiary_agencies", "funders", "experts", "quotes", "contacts"),
)
"""The fields by which stories are compared."""


def twins(session: Session, press_release: PressRelease, details: WorkshopDetails) -> Sequence[tuple[int, str]]:
    """Ids and headlines of those of the same office that tell the story of these details, the likeliest first.

    The newest of them are looked at. Drafts of one text are none. Two statements.
    """
    others = session.execute(
        select(PressRelease.id, PressRelease.headline, PressRelease.language)
        .where(PressRelease.office_id == press_release.office_id, PressRelease.status == PressReleaseStatus.TO_REVIEW)
        .where(PressRelease.sha256 != press_release.sha256)
        .order_by(PressRelease.id.desc())
        .limit(_MOST_LOOKED_AT)
    ).all()
    if not others:
        return []
    reads: dict[int, list[Read]] = {other.id: [] for other in others}
    rows = session.execute(
        select(Finding.press_release_id, Finding.field, Finding.value)
        .where(Finding.press_release_id.in_(reads), Finding.field.in_(_TELLING))
        .where(Finding.status != FindingStatus.REJECTED)
        .order_by(Finding.press_release_id, Finding.field, Finding.position)
    )
    for press_release_id, field, value in rows:
        reads[press_release_id].append(Read(field=field, value=value))
    told = story_of(details)
    found = []
    for other in others:
        points = likeness(told, story_of(draft_of(reads[other.id], language=other.language or "")))
        if points >= SAME_FROM:
            found.append((-points, other.id, other.headline))
    return [(other_id, headline) for _points, other_id, headline in sorted(found)[:MOST_OFFERED]]
