"""A large record for trying out and measuring: any number of workshops and people, put together from lists of words.

The rows are written in bulk, past the services, but they keep the same rules and are found, counted and listed like
all others; the audit trail says of each workshop that it was made. The same seed makes the same records on one day.
"""

from collections import defaultdict
from datetime import date
from random import Random
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from workshops import sqlite
from workshops.domain.access import Actor
from workshops.models import Person, ReferenceCounter, Workshop
from workshops.services.demo_large_homes import add_homes
from workshops.services.demo_large_people import add_people
from workshops.services.demo_large_rows import Rows
from workshops.services.demo_large_workshops import add_workshop, any_day

_WORKSHOPS_OF_AN_OFFICE: Final = 50  # at the least
LARGE_ROOMS: Final = (500, 40)
"""How many take part in the first workshops; all others have up to twelve participants."""


def load(session: Session, *, workshops: int, people: int, seed: int, today: date, by: Actor) -> None:
    """Add that many workshops and people in forty new offices at most. Raises `Conflict` where these are there."""
    random = Random(seed)  # noqa: S311 - made-up records, no secrets
    first_person = (session.scalar(select(func.max(Person.id))) or 0) + 1
    first_workshop = (session.scalar(select(func.max(Workshop.id))) or 0) + 1
    homes = add_homes(session, max(1, workshops // _WORKSHOPS_OF_AN_OFFICE), random, by=by)
    sqlite.make_room(session.connection())
    rows = Rows(session)
    known = add_people(rows, homes, people, first_id=first_person, random=random)
    prefixes = {counter.prefix: counter.last_number for counter in session.scalars(select(ReferenceCounter))}
    last_numbers = defaultdict(int, prefixes)
    for number in range(workshops):
        home = homes[number % len(homes)]
        starts_on = any_day(today, random)
        prefix = f"{home.country.alpha3}-{starts_on.year}"
        last_numbers[prefix] += 1
        add_workshop(
            rows,
            home,
            known[home.office.id],
            key=first_workshop + number,
            reference=f"{prefix}-{last_numbers[prefix]:03d}",
            starts_on=starts_on,
            today=today,
            participants=LARGE_ROOMS[number] if number < len(LARGE_ROOMS) else random.randrange(13),
            random=random,
            by=by,
        )
    session.execute(delete(ReferenceCounter))
    for prefix, last_number in last_numbers.items():
        rows.add(ReferenceCounter, prefix=prefix, last_number=last_number)
    rows.finish()
