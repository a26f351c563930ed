"""The files attached to a workshop: what is known of them in the database, their bytes where files are kept."""

import secrets
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import DocumentType
from workshops.errors import NotFound
from workshops.files import Files, put_bytes
from workshops.models import Document, Workshop
from workshops.services import after_commit
from workshops.services.scope import in_scope
from workshops.services.uploads import Upload
from workshops.services.workshops import find_to_change


def of_workshop(session: Session, workshop: Workshop) -> Sequence[Document]:
    """The documents of a workshop the caller may read, the newest first."""
    return session.scalars(
        select(Document).where(Document.workshop_id == workshop.id).order_by(Document.id.desc())
    ).all()


def attach(
    session: Session, files: Files, *, reference: str, upload: Upload, type: DocumentType, title: str, by: Actor
) -> Document:
    """Keep a file that passed the gate under a name of our own, and note it at the workshop. Raises NotFound.

    The bytes are safe before the database speaks of them, and go again where it does not after all.
    """
    workshop = find_to_change(session, reference=reference, by=by)
    storage_name = secrets.token_hex(16)
    name = stored_as(storage_name)
    put_bytes(files, name, upload.body)
    after_commit.unless_kept(session, lambda: files.delete(name))
    document = Document(
        workshop_id=workshop.id,
        type=type,
        title=title,
        file_name=upload.name,
        media_type=upload.media_type,
        size=len(upload.body),
        sha256=upload.sha256,
        storage_name=storage_name,
        uploaded_by_id=by.user_id,
    )
    session.add(document)
    session.flush()
    return document


def find_document(session: Session, *, reference: str, document_id: int, by: Actor) -> Document:
    """A document of a workshop open to the actor. Raises NotFound."""
    of_workshop = (Workshop.reference == reference, in_scope(Workshop.office_id, by))
    document = session.scalar(select(Document).join(Workshop).where(Document.id == document_id, *of_workshop))
    if document is None:
        raise NotFound
    return document


def stored_as(storage_name: str) -> str:
    """The name under which the bytes of a document are kept, of the one its row holds."""
    return f"documents/{storage_name}"
