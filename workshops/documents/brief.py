"""The brief: one or two pages that a programme officer hands to a donor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from workshops.documents.both import Languages
from workshops.documents.headed import Headed
from workshops.documents.pages import page
from workshops.documents.people_chart import people_by_kind, planned_segment, reached_segments
from workshops.domain.enums import AgencyRole, CountQualifier, ExpertRole
from workshops.domain.folding import fold
from workshops.domain.offices import FUNDER
from workshops.domain.reach import Reach


@dataclass(frozen=True, kw_only=True)
class AgencyLine:
    """An agency by its name with its acronym."""

    role: AgencyRole
    name: str


@dataclass(frozen=True, kw_only=True)
class ExpertLine:
    """An expert, or where the source names no person a country or an institution."""

    role: ExpertRole
    name: str = ""
    affiliation: str = ""
    country_code: str | None = None


@dataclass(frozen=True, kw_only=True)
class FunderLine:
    """Who pays; the amount in the currency named by its ISO 4217 code, both or neither."""

    name: str
    amount: Decimal | None = None
    currency: str | None = None
    grant_reference: str = ""
    visibility_statement: str = ""


@dataclass(frozen=True, kw_only=True)
class QuoteLine:
    """Direct speech, in the language (ISO 639-1) in which it was printed."""

    text: str
    speaker_name: str = ""
    speaker_title: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class ContactLine:
    """Whom to ask, as it was given."""

    name: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class SourceLine:
    """A press release from which the record was made."""

    headline: str
    publisher: str = ""
    published_on: date | None = None
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class BriefContext(Headed):
    """What the brief says. Texts are in the language of the brief where the record has them in it."""

    languages: Sequence[str] = ()
    objectives: str = ""
    summary: str = ""
    target_audience: str = ""
    topics: Sequence[str] = ()
    legal_references: Sequence[str] = ()
    project: str = ""
    planned: int | None = None
    reach: Reach | None = None
    reach_qualifier: CountQualifier = CountQualifier.EXACT
    agencies: Sequence[AgencyLine] = ()
    experts: Sequence[ExpertLine] = ()
    funders: Sequence[FunderLine] = ()
    quotes: Sequence[QuoteLine] = ()
    contacts: Sequence[ContactLine] = ()
    sources: Sequence[SourceLine] = ()

    @property
    def agencies_by_role(self) -> list[tuple[AgencyRole | str, list[str]]]:
        """The names of the agencies under their roles, those who pay too, in the order of the office."""
        named: list[tuple[AgencyRole | str, str]] = [(line.role, line.name) for line in self.agencies]
        named += [(FUNDER, line.name) for line in self.funders]
        roles = self.letterhead.agency_order
        if self.letterhead.sorts_agencies:
            named.sort(key=lambda pair: fold(pair[1]))
        named.sort(key=lambda pair: roles.index(pair[0]))
        return [(role, [name for _role, name in group]) for role, group in groupby(named, key=itemgetter(0))]


def brief_page(context: BriefContext, languages: Languages) -> str:
    """Gives the HTML of the brief, to be rendered."""
    return page(
        "brief.html",
        languages,
        workshop=context,
        people=people_by_kind(context.reach) if context.reach else [],
        reached_segments=reached_segments(context.reach, context.planned),
        planned_segment=planned_segment(context.reach, context.planned),
    )
