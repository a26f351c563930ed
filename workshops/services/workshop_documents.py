"""The files attached to a workshop."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.models import Document, Workshop


def of_workshop(session: Session, workshop: Workshop) -> Sequence[Document]:
    """The documents of a workshop the caller may read, the newest first."""
    return session.scalars(
        select(Document).where(Document.workshop_id == workshop.id).order_by(Document.id.desc())
    ).all()
