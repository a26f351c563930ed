"""The offices that own records."""

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.documents.both import Languages, known_in
from workshops.domain.access import Actor
from workshops.domain.enums import Role
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.offices import (
    FUNDER,
    LOGO_HEIGHT,
    LOGO_HEIGHTS,
    PAPERS,
    TEXT_LIMITS,
    DocumentSettings,
    OfficeDetails,
    complete_order,
)
from workshops.domain.rule_texts import is_too_long
from workshops.domain.time_zones import time_zones
from workshops.errors import N_, Conflict, Invalid, NotFound, Problem
from workshops.models import Office, OfficeSettings
from workshops.services.turns import NAMES, take_turn

_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{1,11}")
LONGEST_NAME = 300


def choices(session: Session, *, by: Actor) -> list[tuple[int, str]]:
    """(id, name) of the active offices whose records the actor keeps, by name; none for somebody who only reads."""
    rows = session.execute(select(Office.id, Office.name).where(Office.is_active).order_by(Office.name, Office.id))
    return [(office_id, name) for office_id, name in rows if by.may_write(office_id)]


def id_of(session: Session, *, code: str) -> int:
    """The id of the office with this code, however it is written. Raises `Invalid`."""
    office_id = session.scalar(select(Office.id).where(Office.code == code.strip().upper()))
    if office_id is None:
        raise Invalid(Problem("office", N_("There is no office with the code %(code)s."), {"code": code}))
    return office_id


def country_of(session: Session, office_id: int) -> str:
    """The country of an office (ISO 3166-1), "" for a unit at headquarters."""
    return session.scalar(select(Office.country_code).where(Office.id == office_id)) or ""


def list_offices(session: Session, *, by: Actor) -> Sequence[Office]:
    """All offices in the order of their names, those no longer in use too. For administrators."""
    _for_administrators(by)
    return session.scalars(select(Office).order_by(Office.name, Office.id)).all()


def find(session: Session, *, office_id: int, by: Actor) -> Office:
    """One office. Raises `NotFound`."""
    _for_administrators(by)
    office = session.get(Office, office_id)
    if office is None:
        raise NotFound
    return office


def save(
    session: Session, *, details: OfficeDetails, office_id: int | None = None, version: int | None = None, by: Actor
) -> Office:
    """Add an office, or change the one of that id.

    Raises `Invalid` for what cannot be kept, `Conflict` where it is not at the `version` at which it was opened.
    """
    office = find(session, office_id=office_id, by=by) if office_id is not None else Office()
    _for_administrators(by)
    take_turn(session, NAMES)
    if version is not None and office_id is not None and settings_of(office).version != version:
        raise Conflict(
            N_("Somebody else changed this office while you had it open. Your text is kept; save again to keep yours.")
        )
    problems = list(_problems(session, details, office_id))
    if problems:
        raise Invalid(*problems)
    office.code = details.code.strip().upper()
    office.name = details.name.strip()
    office.country_code = details.country_code or None
    office.language = details.language
    office.time_zone = details.time_zone
    office.is_active = details.is_active
    said = details.documents
    settings = office.settings = office.settings or OfficeSettings(version=0)
    settings.paper, settings.language = said.paper, said.language
    settings.texts = {name: text for name, text in said.texts.items() if text}
    settings.agency_order, settings.sorts_agencies = list(said.agency_order), said.sorts_agencies
    settings.logo_roles, settings.logo_height = list(said.logo_roles), said.logo_height
    settings.version += 1
    session.add(office)
    session.flush()
    return office


def issuer(office: Office, languages: Languages) -> str:
    """As whom it issues letters and certificates: in these languages, else in another one, else by its bare name."""
    texts = settings_of(office).texts
    said = {code: text for code in INTERFACE_LANGUAGES if (text := texts.get(f"issuer_{code}"))}
    return known_in(languages, said, next(iter(said.values()), office.name))


def settings_of(office: Office) -> DocumentSettings:
    """What an office has settled for its documents."""
    kept = office.settings
    if kept is None:
        return DocumentSettings()
    return DocumentSettings(
        paper="Letter" if kept.paper == "Letter" else "A4",
        language=kept.language,
        texts=kept.texts,
        agency_order=complete_order(kept.agency_order),
        sorts_agencies=kept.sorts_agencies,
        logo_name=kept.logo_name,
        logo_type=kept.logo_type,
        logo_alt=kept.logo_alt,
        logo_roles=(FUNDER,) if kept.logo_roles is None else tuple(kept.logo_roles),
        logo_height=kept.logo_height or LOGO_HEIGHT,
        version=kept.version,
    )


def _for_administrators(by: Actor) -> None:
    if by.role is not Role.ADMINISTRATOR:
        raise NotFound


def _problems(session: Session, details: OfficeDetails, office_id: int | None) -> Iterator[Problem]:
    code, name = details.code.strip().upper(), details.name.strip()
    others = select(Office.id).where(Office.id != (office_id or 0)).limit(1)
    if not _CODE.fullmatch(code):
        yield Problem("code", N_("Enter a code of 2 to 12 letters, digits and hyphens, such as MNG."))
    elif session.scalar(others.where(Office.code == code)):
        yield Problem("code", N_("Another office has the code %(code)s."), {"code": code})
    if not name:
        yield Problem("name", N_("Enter the name."))
    elif session.scalar(others.where(Office.name == name)):
        yield Problem("name", N_("Another office has this name."))
    yield from is_too_long("name", N_("The name"), name, LONGEST_NAME)
    if details.language not in INTERFACE_LANGUAGES:
        yield Problem("language", N_("Choose one of the languages offered."))
    if details.time_zone not in time_zones():
        yield Problem("time_zone", N_("Choose the time zone from the list, for example Asia/Ulaanbaatar."))
    if details.documents.language not in ("", *INTERFACE_LANGUAGES):
        yield Problem("document_language", N_("Choose one of the languages offered."))
    if details.documents.paper not in PAPERS:
        yield Problem("paper", N_("Choose one of the sizes offered."))
    if details.documents.logo_height not in LOGO_HEIGHTS:
        yield Problem("logo_height", N_("Choose one of the sizes offered."))
    for name, text in details.documents.texts.items():
        yield from is_too_long(name, N_("This text"), text, TEXT_LIMITS[name.partition("_")[0]])
