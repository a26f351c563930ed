"""What a brief says, and the lines it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from workshops.documents.headed import Headed
from workshops.domain.enums import AgencyRole, CountQualifier, ExpertRole
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
    def agencies_by_role(self) -> list[tuple[str, list[str]]]:
        """The names of the agencies under their roles, those who pay too, in the order of the office."""
        named = [*((line.role, line.name) for line in self.agencies), *((FUNDER, line.name) for line in self.funders)]
        return self.letterhead.by_role(named)
