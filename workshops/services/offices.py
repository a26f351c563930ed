"""The offices that own records."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.errors import N_, Invalid, Problem
from workshops.models import Office


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
