"""The press releases a workshop's record was read from."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, nulls_first, select
from sqlalchemy.orm import Session, load_only

from workshops.domain.enums import FindingStatus
from workshops.domain.press_draft import Read
from workshops.domain.workshop import WorkshopDetails
from workshops.models import Finding, PressRelease, Workshop
from workshops.services import press_sources


@dataclass(slots=True)
class Source:
    """A press release of a workshop: the headline that was read in it, "" where there is none, and how many of its
    values differ from the record and are not decided on.
    """

    press_release: PressRelease
    headline: str
    to_compare: int = 0


def of_workshop(session: Session, workshop: Workshop, details: WorkshopDetails) -> Sequence[Source]:
    """The press releases of a workshop the caller may read, the oldest first, without their texts; `details` are those
    of the workshop. One statement.
    """
    headline_read = (
        select(Finding.value)
        .where(Finding.press_release_id == PressRelease.id, Finding.field == "title")
        .order_by(Finding.id)
        .limit(1)
        .correlate(PressRelease)
        .scalar_subquery()
    )
    is_open = and_(Finding.press_release_id == PressRelease.id, Finding.status == FindingStatus.PROPOSED)
    rows = session.execute(
        select(PressRelease, headline_read, Finding.field, Finding.value)
        .outerjoin(Finding, is_open)
        .where(PressRelease.workshop_id == workshop.id)
        .order_by(nulls_first(PressRelease.published_on), PressRelease.id)
        .options(
            load_only(
                PressRelease.headline,
                PressRelease.publisher,
                PressRelease.published_on,
                PressRelease.url,
                PressRelease.file_name,
                PressRelease.language,
            )
        )
    )
    sources: dict[int, Source] = {}
    for press_release, headline, field, value in rows:
        source = sources.setdefault(press_release.id, Source(press_release, str(headline or "")))
        if field and press_sources.is_to_compare(Read(field=field, value=value), press_release.language, details):
            source.to_compare += 1
    return list(sources.values())
