"""What the names in a draft are taken for: records of the registers, new ones, or perhaps ones spelt otherwise.

It asks what registering would ask, so what is said here is what happens. Nothing is taken silently.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.fuzz import token_sort_ratio
from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.naming import name_key, with_acronym
from workshops.domain.workshop import AgencyRef, WorkshopDetails
from workshops.models import Person
from workshops.services import agencies, projects, registers
from workshops.services.registers import Named

NEARLY: Final = 85
"""Of 100: names this alike are shown as perhaps the same. Registering asks for 90, and for the same acronym."""
_SHORTEST_ALONE: Final = 3
_SHORTEST_ACRONYM: Final = 4
"""Letters from which two acronyms of the same letters may mean one agency. Beside a name there are more: the
International Maritime Organization (IMO) is not the IOM.
"""
_MOST_PEOPLE: Final = 20_000
_AT_ONCE: Final = 1_000  # people of an office: all of them at once would be 5 MB for a page


@dataclass(frozen=True, slots=True)
class Tie:
    """What a name is taken for: `known` is the record that it means, `perhaps` one that it may mean; neither: new.

    `label` names the record, `id` is its id in the register.
    """

    is_known: bool = False
    id: int | None = None
    label: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Whether a person has to say if it is this record."""
        return self.id is not None and not self.is_known


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties of a draft, by the names as they stand in it."""

    agencies: Mapping[AgencyRef, Tie]
    people: Mapping[str, Tie]
    project: Tie | None


def ties(session: Session, details: WorkshopDetails, *, office_id: int, spelt: Mapping[str, int]) -> Ties:
    """What registering these details would take each agency, funder, expert and the project for; `spelt` are all
    spellings of agencies.

    At most three statements, however many names. An id that is gone from the register counts as none.
    """
    refs = [*(row.agency for row in details.agencies), *(row.agency for row in details.funders)]
    people = {row.person.full_name: row.person.id for row in details.experts if row.person and row.person.full_name}
    return Ties(
        agencies=_agencies(session, dict.fromkeys(ref for ref in refs if ref.name), details.country_code, spelt),
        people=_people(session, people, office_id),
        project=_project(session, details),
    )


def _agencies(
    session: Session, refs: Iterable[AgencyRef], country_code: str, spelt: Mapping[str, int]
) -> dict[AgencyRef, Tie]:
    wanted = {ref: registers.named_with_acronym(ref.name, ref.acronym, ref.id) for ref in refs}
    alike = {name: Named("", id=agency_id) for name, agency_id in _alike(wanted.values(), spelt).items()}
    found = agencies.find_all(session, [*wanted.values(), *alike.values()], country_code=country_code)
    answer = {}
    for ref, name in wanted.items():
        is_known, record = True, found[name]
        if record is None:
            is_known, record = False, found[alike[name]] if name in alike else None
        answer[ref] = Tie(is_known, record.id, with_acronym(record.name, record.acronym)) if record else Tie()
    return answer


def _alike(names: Iterable[Named], spelt: Mapping[str, int]) -> dict[Named, int]:
    """For names that no agency goes by, the agency with the nearest spelling or with the letters of the acronym."""
    unknown = [name for name in names if name_key(name.name) not in spelt]
    by_letters: dict[str, int] = {}
    for key in spelt if unknown else ():
        if len(key) >= _SHORTEST_ALONE and " " not in key:
            by_letters.setdefault("".join(sorted(key)), spelt[key])
    found = {}
    for name in unknown:
        acronym = name_key(name.acronym or name.name)
        letters = "".join(sorted(acronym)) if len(acronym) >= _SHORTEST_ACRONYM or not name.acronym else ""
        record_id = spelt.get(acronym) or by_letters.get(letters)
        if record_id is None:
            best = process.extractOne(name_key(name.name), spelt.keys(), scorer=token_sort_ratio, score_cutoff=NEARLY)
            record_id = spelt[best[0]] if best else None
        if record_id is not None:
            found[name] = record_id
    return found


def _people(session: Session, names: Mapping[str, int | None], office_id: int) -> dict[str, Tie]:
    """People of one name are not taken for one: they are shown, and a person says who is meant."""
    if not names:
        return {}
    people = (
        select(Person.id, Person.full_name, Person.folded_name)
        .where(Person.office_id == office_id)
        .order_by(Person.id)
        .limit(_MOST_PEOPLE)
    )
    keys = {name: name_key(name) for name in names}
    answer, scores = dict.fromkeys(names, Tie()), dict.fromkeys(names, 0.0)
    for part in session.execute(people.execution_options(yield_per=_AT_ONCE)).partitions():
        known = {(person_id, key) for person_id, _full_name, key in part}
        spelt = [key for _person_id, _full_name, key in part]
        for name, key in keys.items():
            if (names[name], key) in known:
                answer[name] = Tie(True, names[name], next(row[1] for row in part if row[0] == names[name]))
            if answer[name].is_known:
                continue
            best = process.extractOne(key, spelt, scorer=token_sort_ratio, score_cutoff=max(NEARLY, scores[name]))
            if best and best[1] > scores[name]:
                scores[name] = best[1]
                person_id, full_name, _key = part[best[2]]
                answer[name] = Tie(False, person_id, full_name)
    return answer


def _project(session: Session, details: WorkshopDetails) -> Tie | None:
    if details.project is None or not details.project.title:
        return None
    name = registers.named_with_acronym(details.project.title, details.project.acronym, details.project.id)
    record = registers.find_all(session, projects.REGISTER, [name])[name]
    return Tie(True, record.id, with_acronym(record.title, record.acronym)) if record else Tie()
