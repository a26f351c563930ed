"""The register of agencies: shared by all offices, found by name, acronym, translation or alias."""

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.body_names import names_of_body
from workshops.domain.naming import name_key, split_acronym
from workshops.domain.register_details import AgencyDetails
from workshops.domain.workshop import AgencyRef
from workshops.errors import N_
from workshops.models import Agency
from workshops.models.spelling import SpellingRank
from workshops.services import registers, spellings
from workshops.services.register_lists import most_likely
from workshops.services.register_writing import check, refuse_circle, refuse_known_name, to_change
from workshops.services.registers import Named, Register
from workshops.services.search import Kind

KIND: Kind = "agency"


def resolve_all(
    session: Session, refs: Iterable[AgencyRef], *, by: Actor, country_code: str = ""
) -> dict[AgencyRef, Agency]:
    """The agency of each ref, added to the register where it is new (see `registers.resolve_all`).

    Each country has its Ministry of Health: of several agencies of one name, that of the country in which they are
    named (ISO 3166-1) is meant, then one of no country.
    """
    wanted = {ref: registers.named_with_acronym(ref.name, ref.acronym, ref.id) for ref in refs}
    found = registers.resolve_all(session, REGISTER, wanted.values(), by=by, prefer=_nearness(country_code))
    return {ref: found[name] for ref, name in wanted.items()}


def find_all(session: Session, names: Iterable[Named], *, country_code: str = "") -> dict[Named, Agency | None]:
    """The agency that `resolve_all` would take each name for, None where it would add one; nothing is written."""
    return registers.find_all(session, REGISTER, names, prefer=_nearness(country_code))


def every_spelling(session: Session) -> dict[str, int]:
    """The oldest agency of each spelling, by its folded form (see `spellings.every`)."""
    return spellings.every(session, kinds=[KIND])[KIND]


def _nearness(country_code: str) -> Callable[[Agency], int]:
    nearest = (country_code, None)

    def distance(agency: Agency) -> int:
        return nearest.index(agency.country_code) if agency.country_code in nearest else len(nearest)

    return distance


def suggest(session: Session, query: str, *, by: Actor, limit: int = 8) -> Sequence[Agency]:
    """The agencies that somebody typing `query` may mean, best first: the same spelling, then its start, then use."""
    return most_likely(session, Agency, query, kind=KIND, name=Agency.folded_name, by=by, limit=limit)


def save(
    session: Session, *, details: AgencyDetails, by: Actor, agency_id: int | None = None, version: int | None = None
) -> Agency:
    """Add an agency, or change the one of `agency_id` as it was at `version`. A former name stays as an alias.

    Raises `Invalid`, `NotFound` and `StaleRecord`.
    """
    check(details, by=by)
    agency = to_change(session, Agency, record_id=agency_id, version=version)

    def is_abroad(other_id: int) -> bool:
        other = session.get_one(Agency, other_id).country_code
        return bool(other and details.country_code and other != details.country_code)

    refuse_known_name(session, kind=KIND, field="name", name=details.name, record_id=agency_id, may_share=is_abroad)
    former = [agency.name] if agency_id and name_key(agency.name) != name_key(details.name) else []
    agency.name, agency.acronym = details.name, details.acronym
    agency.translations = dict(details.translations)
    agency.aliases = list(dict.fromkeys([*details.aliases, *former]))
    agency.type, agency.country_code = details.type, details.country_code or None
    agency.language, agency.website, agency.notes = details.language or None, details.website, details.notes
    agency.parent = resolve_all(session, [details.parent], by=by)[details.parent] if details.parent else None
    refuse_circle(agency, N_("An agency cannot belong to itself or to a body below it."))
    session.add(fold_names(agency))
    session.flush()
    index(session, agency)
    return agency


def _make(name: Named) -> Agency:
    """A new agency; an international body comes with its names in the other languages, by which it is found too."""
    others = {
        language: body
        for language, body in names_of_body(name.name).items()
        if name_key(split_acronym(body)[0]) != name_key(name.name)
    }
    return fold_names(Agency(name=name.name, acronym=name.acronym, translations=others, aliases=[]))


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
        (SpellingRank.NAME, f"{agency.name} ({agency.acronym})"),  # as forms show it
        *((SpellingRank.TRANSLATION, text) for text in _with_and_without(agency.translations.values())),
        (SpellingRank.ACRONYM, agency.acronym),
        *((SpellingRank.ALIAS, text) for text in _with_and_without(agency.aliases)),
    ]


def _with_and_without(texts: Iterable[str]) -> list[str]:
    """Spellings also without the acronym behind them: "Union européenne (UE)" is "Union européenne" too."""
    return list(dict.fromkeys(spelled for text in texts for spelled in (text, split_acronym(text)[0])))


REGISTER = Register(kind=KIND, model=Agency, spelled=_spelled, make=_make, learn=_learn)


def index(session: Session, agency: Agency) -> None:
    """Make a flushed agency findable by its present spellings."""
    registers.index(session, REGISTER, agency)
