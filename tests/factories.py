"""Records for tests, made with as little as they need."""

from itertools import count

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import Role
from workshops.models import Office

_numbers = count(1)


def make_office(session: Session, **fields: object) -> Office:
    """A stored office with a code and a name of its own."""
    number = next(_numbers)
    office = Office(**({"code": f"O{number}", "name": f"Office {number}", "country_code": "MN"} | fields))
    session.add(office)
    session.flush()
    return office


def an_organiser(session: Session, office: Office) -> Actor:
    """Somebody who keeps the records of that office."""
    return Actor(user_id=None, name="Ana Organiser", role=Role.ORGANISER, office_id=office.id)
