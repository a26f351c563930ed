"""The press releases a workshop's record was read from."""

from collections.abc import Sequence

from sqlalchemy import func, nulls_first, select
from sqlalchemy.orm import Session, load_only

from workshops.domain.enums import FindingStatus
from workshops.models import Finding, PressRelease, Workshop


def of_workshop(session: Session, workshop: Workshop) -> Sequence[tuple[PressRelease, int, str]]:
    """The press releases of a workshop the caller may read, the oldest first, without their texts.

    Beside each stands how many of its values differ from the record and are not decided on, and the headline that was
    read in it, "" where there is none. One statement.
    """
    to_compare = (
        select(func.count())
        .where(Finding.press_release_id == PressRelease.id, Finding.status == FindingStatus.PROPOSED)
        .correlate(PressRelease)
        .scalar_subquery()
    )
    headline_read = (
        select(Finding.value)
        .where(Finding.press_release_id == PressRelease.id, Finding.field == "title")
        .order_by(Finding.id)
        .limit(1)
        .correlate(PressRelease)
        .scalar_subquery()
    )
    rows = session.execute(
        select(PressRelease, to_compare, headline_read)
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
    return [(press_release, count, str(headline or "")) for press_release, count, headline in rows]
