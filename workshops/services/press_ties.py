"""What the names in a draft are taken for: records of the registers, new ones, or perhaps ones spelt otherwise.

It asks what registering would ask, so what is said here is what happens. Nothing is taken silently.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from rapidfuzz import process
from rapidfuzz.fuzz import token_sort_ratio
from sqlalchemy.orm import Session

from workshops.domain.naming import name_key, with_acronym
from workshops.domain.register_ties import PersonRow, Tie, Ties
from workshops.domain.workshop import AgencyRef, WorkshopDetails
from workshops.services import agencies, press_people, projects, registers
from workshops.services.registers import Named

NEARLY: Final = 85
"""Of 100: names this alike are shown as perhaps the same. Registering asks for 90, and for the same acronym."""
_SHORTEST_ALONE: Final = 3
_SHORTEST_ACRONYM: Final = 4
"""Letters from which two acronyms of the same letters may mean one agency. Beside a name there are more: the
International Maritime Organization (IMO) is not the IOM.
"""


def ties(session: Session, details: WorkshopDetails, *, office_id: int, spelt: Mapping[str, int]) -> Ties:
    """What registering these details would take each agency, funder, person and the project for; `spelt` are all
    spellings of agencies. Contacts, who are kept as they are given, are looked up alike.

    At most four statements, however many names. An id that is gone from the register counts as none.
    """
    refs = [*(row.agency for row in details.agencies), *(row.agency for row in details.funders)]
    rows: tuple[PersonRow, ...] = (*details.experts, *details.participants, *details.contacts)
    return Ties(
        agencies=_agencies(session, dict.fromkeys(ref for ref in refs if ref.name), details.country_code, spelt),
        people=press_people.ties(session, rows, office_id=office_id, spelt=spelt),
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


def _project(session: Session, details: WorkshopDetails) -> Tie | None:
    if details.project is None or not details.project.title:
        return None
    name = registers.named_with_acronym(details.project.title, details.project.acronym, details.project.id)
    record = registers.find_all(session, projects.REGISTER, [name])[name]
    return Tie(True, record.id, with_acronym(record.title, record.acronym)) if record else Tie()
