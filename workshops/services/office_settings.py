"""What an office settles for its documents: its logo, and all of it as the head of a document."""

import secrets
from typing import BinaryIO

from sqlalchemy.orm import Session

from workshops.documents.letterhead import Letterhead, picture
from workshops.domain.access import Actor
from workshops.domain.file_kinds import FileKind
from workshops.domain.offices import TEXT_LIMITS
from workshops.domain.rule_texts import is_too_long
from workshops.errors import N_, Invalid, NotFound, Problem, UnreadableFile
from workshops.files import Files, put_bytes
from workshops.models import Office, OfficeSettings
from workshops.services import after_commit, offices, pictures, uploads
from workshops.services.uploads import Upload

LOGO_KINDS = (FileKind.PNG, FileKind.JPEG)
LOGO_MB = 5
LOGO_SIZE = (900, 300)
"""Points, twice what the sharpest printer sets of a logo on our documents."""


def find_to_read(session: Session, *, office_id: int, by: Actor) -> Office:
    """An office whose records the actor may read. Raises `NotFound`."""
    office = session.get(Office, office_id)
    if office is None or not by.may_read(office_id):
        raise NotFound
    return office


def read_logo(stream: BinaryIO, name: str) -> Upload:
    """The picture in a file that is sent. Raises `UnreadableFile` as `uploads.read` does, 415 for an SVG."""
    if name.lower().endswith((".svg", ".svgz")):
        raise UnreadableFile(N_("Use a PNG or JPEG logo; SVG is not accepted."), status=415)
    return uploads.read(stream, name, accepted=LOGO_KINDS, most_mb=LOGO_MB)


def put_logo(session: Session, files: Files, *, office_id: int, upload: Upload, alt: str, by: Actor) -> Office:
    """Take a picture that passed the gate for the logo, made smaller to fit.

    `alt` says what is to be seen. Raises `NotFound`, `Invalid` without `alt`.
    """
    office = offices.find(session, office_id=office_id, by=by)
    alt = alt.strip()
    if not alt:
        raise Invalid(Problem("alt", N_("Say in a few words what the picture shows.")))
    if problems := list(is_too_long("alt", N_("The description"), alt, 300)):
        raise Invalid(*problems)
    name = secrets.token_hex(16)
    put_bytes(files, stored_as(name), pictures.fitted(upload.body, upload.kind, LOGO_SIZE))
    _forget(session, files, office)
    settings = office.settings = office.settings or OfficeSettings()
    settings.logo_name, settings.logo_type, settings.logo_alt = name, upload.media_type, alt
    session.flush()
    return office


def remove_logo(session: Session, files: Files, *, office_id: int, by: Actor) -> Office:
    """Print without a logo again. Raises `NotFound`."""
    office = offices.find(session, office_id=office_id, by=by)
    _forget(session, files, office)
    if office.settings:
        office.settings.logo_name = office.settings.logo_type = office.settings.logo_alt = ""
    session.flush()
    return office


def letterhead(office: Office, files: Files | None, *, language: str) -> Letterhead:
    """What the office puts on a document in a language. A text that it has in no such language is left out."""
    settings = offices.settings_of(office)
    texts = {use: settings.texts.get(f"{use}_{language}", "") for use in TEXT_LIMITS}
    logo = ""
    if files and settings.logo_name:
        with files.open(stored_as(settings.logo_name)) as stored:
            logo = picture(stored.read(), settings.logo_type)
    return Letterhead(
        logo=logo,
        logo_alt=settings.logo_alt,
        agency_order=settings.agency_order,
        sorts_agencies=settings.sorts_agencies,
        **texts,
    )


def stored_as(logo_name: str) -> str:
    """The name under which a logo is kept, of the one its office holds."""
    return f"logos/{logo_name}"


def _forget(session: Session, files: Files, office: Office) -> None:
    if office.settings and office.settings.logo_name:
        old = stored_as(office.settings.logo_name)
        after_commit.do(session, lambda: files.delete(old))
