"""The logos of agencies: on documents they stand beside that of the office."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.offices import FUNDER, DocumentSettings
from workshops.errors import NotFound
from workshops.files import Files
from workshops.models import Agency, AgencyLogo, Workshop
from workshops.services import logos
from workshops.services.registers import refuse_viewers
from workshops.services.uploads import Upload


def find(session: Session, *, agency_id: int) -> AgencyLogo | None:
    """The logo of an agency, if it has one."""
    return session.scalar(select(AgencyLogo).where(AgencyLogo.agency_id == agency_id))


def put(session: Session, files: Files, *, agency_id: int, upload: Upload, alt: str, by: Actor) -> None:
    """Take a picture that passed the gate for the logo. Raises `NotFound`, `Invalid` without `alt`."""
    refuse_viewers(by)
    if session.get(Agency, agency_id, with_for_update=True) is None:
        raise NotFound
    alt = alt.strip()
    name = logos.keep(session, files, upload=upload, alt=alt)
    logo = find(session, agency_id=agency_id) or AgencyLogo(agency_id=agency_id, name="")
    logos.forget(session, files, logo.name)
    logo.name, logo.type, logo.alt = name, upload.media_type, alt
    session.add(logo)
    session.flush()


def remove(session: Session, files: Files, *, agency_id: int, by: Actor) -> None:
    """Print the agency without a logo again. Raises `NotFound` for somebody who may only read."""
    refuse_viewers(by)
    if logo := find(session, agency_id=agency_id):
        logos.forget(session, files, logo.name)
        session.delete(logo)
        session.flush()


def on_documents(session: Session, workshop: Workshop, settings: DocumentSettings) -> list[AgencyLogo]:
    """The logos that an office prints beside its own for a workshop: each once, in the agreed order of agencies."""
    taking_part = [(row.role.value, row.agency_id) for row in workshop.agencies]
    taking_part += [(FUNDER, row.agency_id) for row in workshop.fundings]
    taking_part = [(role, agency_id) for role, agency_id in taking_part if role in settings.logo_roles]
    taking_part.sort(key=lambda each: settings.agency_order.index(each[0]))
    wanted = list(dict.fromkeys(agency_id for _role, agency_id in taking_part))
    if not wanted:
        return []
    found = session.scalars(select(AgencyLogo).where(AgencyLogo.agency_id.in_(wanted)))
    return sorted(found, key=lambda logo: wanted.index(logo.agency_id))
