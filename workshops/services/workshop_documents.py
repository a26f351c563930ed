"""The files attached to a workshop: what is known of them in the database, their bytes in a folder of the instance."""

import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import DocumentType
from workshops.errors import NotFound
from workshops.models import Document, Workshop
from workshops.services.uploads import Upload
from workshops.services.workshops import find, find_to_change


def of_workshop(session: Session, workshop: Workshop) -> Sequence[Document]:
    """The documents of a workshop the caller may read, the newest first."""
    return session.scalars(
        select(Document).where(Document.workshop_id == workshop.id).order_by(Document.id.desc())
    ).all()


def attach(
    session: Session, *, reference: str, upload: Upload, type: DocumentType, title: str, folder: Path, by: Actor
) -> Document:
    """Keep a file that passed the gate under a name of our own, and note it at the workshop. Raises NotFound.

    The bytes are on the disk before the database speaks of them; of a note that was not kept a file nobody knows of
    may be left, never the reverse.
    """
    workshop = find_to_change(session, reference=reference, by=by)
    storage_name = secrets.token_hex(16)
    _write(folder / storage_name, upload.body)
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
    workshop = find(session, reference=reference, by=by)
    document = session.get(Document, document_id)
    if document is None or document.workshop_id != workshop.id:
        raise NotFound
    return document


def remove(session: Session, *, reference: str, document_id: int, by: Actor) -> str:
    """Take a document off a workshop. Gives the name of its file, to be deleted once this is kept. Raises NotFound."""
    find_to_change(session, reference=reference, by=by)
    document = find_document(session, reference=reference, document_id=document_id, by=by)
    session.delete(document)
    session.flush()
    return document.storage_name


def _write(path: Path, body: bytes) -> None:
    """Write a file so that it is there whole or not at all, also when the power fails."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    unfinished = path.with_suffix(".part")
    try:
        with unfinished.open("xb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    entry = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(entry)
    finally:
        os.close(entry)
