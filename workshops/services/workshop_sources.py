"""The press releases a workshop's record was read from."""

from collections.abc import Sequence

from sqlalchemy import nulls_first, select
from sqlalchemy.orm import Session, load_only

from workshops.models import PressRelease, Workshop


def of_workshop(session: Session, workshop: Workshop) -> Sequence[PressRelease]:
    """The press releases of a workshop the caller may read, the oldest first, without their texts."""
    return session.scalars(
        select(PressRelease)
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
    ).all()
