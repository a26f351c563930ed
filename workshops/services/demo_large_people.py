"""The people of the large demonstration."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from workshops.domain.enums import Sex
from workshops.domain.naming import name_key
from workshops.models import Person
from workshops.services.demo_large_homes import Home
from workshops.services.demo_large_rows import Rows


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody an office knows."""

    id: int
    full_name: str
    agency_id: int
    post_title: str


def add_people(
    rows: Rows, homes: Sequence[Home], count: int, *, first_id: int, random: Random
) -> Mapping[int, list[Known]]:
    """Add `count` people, shared out among the offices; gives them by office."""
    known: dict[int, list[Known]] = {home.office.id: [] for home in homes}
    for number in range(count):
        home = homes[number % len(homes)]
        known[home.office.id].append(_add(rows, home, first_id + number, random))
    return known


def _add(rows: Rows, home: Home, person_id: int, random: Random) -> Known:
    sex = random.choice((Sex.FEMALE, Sex.MALE))
    given = random.choice(home.names[sex])
    full_name = f"{given} {random.choice(home.names['family'])} {random.choice(home.names['family'])}"
    one = Known(person_id, full_name, random.choice(home.agencies).id, random.choice(home.words["posts"]))
    folded = name_key(full_name)
    rows.add(
        Person,
        id=person_id,
        office_id=home.office.id,
        full_name=full_name,
        folded_name=folded,
        sex=sex,
        nationality=home.country.code,
        agency_id=one.agency_id,
        post_title=one.post_title,
        email=f"{folded.replace(' ', '.')}.{person_id}@example.org",
        languages=[home.office.language],
    )
    rows.index("person", person_id, f"{full_name} ")
    return one
