"""The register of agencies: shared by all offices, found by name, acronym, translation or alias."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.naming import name_key
from workshops.domain.workshop import AgencyRef
from workshops.models import Agency, Workshop, WorkshopAgency
from workshops.models.spelling import SpellingRank
from workshops.services import registers
from workshops.services.registers import Named, Register
from workshops.services.scope import in_scope
from workshops.services.search import Kind, matching_ids
from workshops.services.spellings import nearness

KIND: Kind = "agency"


def resolve_all(session: Session, refs: Iterable[AgencyRef], *, by: Actor) -> dict[AgencyRef, Agency]:
    """The agency of each ref, added to the register where it is new (see `registers.resolve_all`)."""
    wanted = {ref: registers.named_with_acronym(ref.name, ref.acronym, ref.id) for ref in refs}
    found = registers.resolve_all(session, REGISTER, wanted.values(), by=by)
    return {ref: found[name] for ref, name in wanted.items()}


def suggest(session: Session, query: str, *, by: Actor, limit: int = 8) -> Sequence[Agency]:
    """The agencies that somebody typing `query` may mean, best first: the same spelling, then its start, then use."""
    used = (
        select(func.count())
        .select_from(WorkshopAgency)
        .join(Workshop, Workshop.id == WorkshopAgency.workshop_id)
        .where(WorkshopAgency.agency_id == Agency.id, in_scope(Workshop.office_id, by))
    )
    return session.scalars(
        select(Agency)
        .where(Agency.id.in_(matching_ids(kind=KIND, query=query)))
        .order_by(nearness(KIND, query, Agency.id), used.scalar_subquery().desc(), Agency.folded_name, Agency.id)
        .limit(limit)
    ).all()


def _make(name: Named) -> Agency:
    agency = Agency(name=name.name, acronym=name.acronym, translations={}, aliases=[])
    return fold_names(agency)


def fold_names(agency: Agency) -> Agency:
    """Set the folded columns after a change of name or acronym."""
    agency.folded_name, agency.folded_acronym = (
        name_key(agency.name),
        name_key(agency.acronym)[: registers.ACRONYM_LENGTH],
    )
    return agency


def _learn(agency: Agency, acronym: str) -> None:
    """An agency known without an acronym takes it; otherwise it is another spelling (GABP, GAPB)."""
    if agency.acronym:
        agency.aliases = [*agency.aliases, acronym]
    else:
        agency.acronym = acronym
        fold_names(agency)


def _spelled(agency: Agency) -> list[tuple[SpellingRank, str]]:
    return [
        (SpellingRank.NAME, agency.name),
        *((SpellingRank.TRANSLATION, text) for text in agency.translations.values()),
        (SpellingRank.ACRONYM, agency.acronym),
        *((SpellingRank.ALIAS, text) for text in agency.aliases),
    ]


REGISTER = Register(kind=KIND, model=Agency, spelled=_spelled, make=_make, learn=_learn)


def index(session: Session, agency: Agency) -> None:
    """Make a flushed agency findable by its present spellings."""
    registers.index(session, REGISTER, agency)
