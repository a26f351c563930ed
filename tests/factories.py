"""Makes records for tests, each with a name of its own; a test says only what it is about."""

import itertools
import uuid
from functools import cache

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import Role
from workshops.models import Office, User
from workshops.services import passwords

PASSWORD = "correct horse battery staple"

_numbers = itertools.count(1)


@cache
def password_hash() -> str:
    """The hash of `PASSWORD`, made once a test process."""
    return passwords.hashed(PASSWORD)


def make_office(session: Session, **given: object) -> Office:
    """A country office."""
    number = next(_numbers)
    office = Office(**{"code": f"O{number}", "name": f"Office {number}", "country_code": "MN", **given})
    session.add(office)
    session.flush()
    return office


def an_organiser(session: Session, office: Office) -> Actor:
    """Somebody who keeps the records of that office."""
    return Actor(user_id=None, name="Ana Organiser", role=Role.ORGANISER, office_id=office.id)


def make_user(session: Session, **given: object) -> User:
    """An organiser of a new office (or of `office`), who signs in with `PASSWORD`."""
    number = next(_numbers)
    if "office" not in given and "office_id" not in given:
        given["office"] = make_office(session)
    user = User(
        **{
            "email": f"user{number}@example.org",
            "name": f"User {number}",
            "password": password_hash(),
            "role": Role.ORGANISER,
            "fs_uniquifier": uuid.uuid4().hex,
            **given,
        }
    )
    session.add(user)
    session.flush()
    return user
