"""What an office settles for its documents: its logo, and all of it as the head of a document."""

from typing import Final

from sqlalchemy.orm import Session

from workshops.documents.both import Languages, alone, as_tuple, known_in, translated
from workshops.documents.letterhead import Letterhead
from workshops.domain.access import Actor
from workshops.domain.offices import TEXT_LIMITS
from workshops.errors import N_, NotFound
from workshops.files import Files
from workshops.models import Office, OfficeSettings, Workshop
from workshops.services import agency_logos, logos, offices
from workshops.services.uploads import Upload

CONSENT: Final = N_(
    "By signing you agree that your name, agency and contact details are kept in the record of this activity and shown "
    "to those who organise and fund it."
)
"""What people agree to who sign a sheet, unless the office says it otherwise."""


def find_to_read(session: Session, *, office_id: int, by: Actor) -> Office:
    """An office whose records the actor may read. Raises `NotFound`."""
    office = session.get(Office, office_id)
    if office is None or not by.may_read(office_id):
        raise NotFound
    return office


def put_logo(session: Session, files: Files, *, office_id: int, upload: Upload, alt: str, by: Actor) -> Office:
    """Take a picture that passed the gate for the logo. Raises `NotFound`, `Invalid` without `alt`."""
    office = offices.find(session, office_id=office_id, by=by)
    alt = alt.strip()
    name = logos.keep(session, files, upload=upload, alt=alt)
    settings = office.settings = office.settings or OfficeSettings(logo_name="")
    logos.forget(session, files, settings.logo_name)
    settings.logo_name, settings.logo_type, settings.logo_alt = name, upload.media_type, alt
    session.flush()
    return office


def remove_logo(session: Session, files: Files, *, office_id: int, by: Actor) -> Office:
    """Print without a logo again. Raises `NotFound`."""
    office = offices.find(session, office_id=office_id, by=by)
    if settings := office.settings:
        logos.forget(session, files, settings.logo_name)
        settings.logo_name = settings.logo_type = settings.logo_alt = ""
    session.flush()
    return office


def letterhead(
    session: Session, office: Office, files: Files | None, *, workshop: Workshop | None = None, languages: Languages
) -> Letterhead:
    """What an office puts on its documents in their languages, with the logos of the agencies of a workshop.

    What it does not say otherwise is said as usual; without `files` there are no logos.
    """
    settings = offices.settings_of(office)
    texts = {
        use: known_in(languages, {code: settings.texts.get(f"{use}_{code}", "") for code in as_tuple(languages)})
        for use in TEXT_LIMITS
    }
    texts["issuer"] = offices.issuer(office, languages)
    texts["consent"] = texts["consent"] or translated(languages, CONSENT)
    texts["footer"] = texts["footer"] or alone(texts["issuer"])
    shown = []
    if files and settings.logo_name:
        shown.append(logos.printed(files, settings.logo_name, settings.logo_type, settings.logo_alt))
    if files and workshop:
        others = agency_logos.on_documents(session, workshop, settings)
        shown += [logos.printed(files, logo.name, logo.type, logo.alt) for logo in others]
    return Letterhead(
        logos=tuple(shown),
        logo_height=settings.logo_height,
        agency_order=settings.agency_order,
        sorts_agencies=settings.sorts_agencies,
        **texts,
    )
