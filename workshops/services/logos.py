"""Logos as kept files: those of offices and of agencies pass the same gate."""

import secrets
from typing import BinaryIO, Final

from sqlalchemy.orm import Session

from workshops.documents.letterhead import Logo, picture
from workshops.domain.file_kinds import FileKind
from workshops.domain.rule_texts import is_too_long
from workshops.errors import N_, Invalid, Problem, UnreadableFile
from workshops.files import Files, put_bytes
from workshops.services import after_commit, pictures, uploads
from workshops.services.uploads import Upload

LOGO_KINDS: Final = (FileKind.PNG, FileKind.JPEG)
LOGO_MB: Final = 5
LOGO_SIZE: Final = (900, 300)
"""Points, twice what the sharpest printer sets of a logo on our documents."""


def read(stream: BinaryIO, name: str) -> Upload:
    """The picture in a file that is sent. Raises `UnreadableFile` as `uploads.read` does, 415 for an SVG."""
    if name.lower().endswith((".svg", ".svgz")):
        raise UnreadableFile(N_("Use a PNG or JPEG logo; SVG is not accepted."), status=415)
    return uploads.read(stream, name, accepted=LOGO_KINDS, most_mb=LOGO_MB)


def keep(session: Session, files: Files, *, upload: Upload, alt: str) -> str:
    """Keep a picture that passed the gate, made smaller to fit; gives its new name.

    `alt` says what is to be seen. Raises `Invalid` without it.
    """
    if not alt:
        raise Invalid(Problem("alt", N_("Say in a few words what the picture shows.")))
    if problems := list(is_too_long("alt", N_("The description"), alt, 300)):
        raise Invalid(*problems)
    name = secrets.token_hex(16)
    put_bytes(files, stored_as(name), pictures.fitted(upload.body, upload.kind, LOGO_SIZE))
    after_commit.unless_kept(session, lambda: files.delete(stored_as(name)))
    return name


def forget(session: Session, files: Files, name: str) -> None:
    """Delete the file of a logo ("" for none) once what speaks of it no more is kept."""
    if name:
        after_commit.do(session, lambda: files.delete(stored_as(name)))


def printed(files: Files, name: str, media_type: str, alt: str) -> Logo:
    """A kept logo as it goes into a document."""
    with files.open(stored_as(name)) as stored:
        return Logo(picture(stored.read(), media_type), alt)


def stored_as(name: str) -> str:
    """The name under which a logo is kept, of the one its office or agency holds."""
    return f"logos/{name}"
