"""The offices that own records."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.models import Office


def choices(session: Session, *, by: Actor) -> list[tuple[int, str]]:
    """(id, name) of the active offices whose records the actor keeps, by name; none for somebody who only reads."""
    rows = session.execute(select(Office.id, Office.name).where(Office.is_active).order_by(Office.name, Office.id))
    return [(office_id, name) for office_id, name in rows if by.may_write(office_id)]
