"""The brief: one or two pages that a programme officer hands to a donor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product

from workshops.documents.both import Languages, as_tuple, spoken
from workshops.documents.headed import Headed
from workshops.documents.pages import page
from workshops.documents.people_chart import people_by_kind, planned_segment, reached_segments
from workshops.documents.text_width import lines_needed
from workshops.domain.countries import country_name
from workshops.domain.enums import AgencyRole, CountQualifier, ExpertRole
from workshops.domain.offices import FUNDER
from workshops.domain.reach import Reach
from workshops.labels import label

SIDE, MAIN = 18.0, 32.0
"""How wide the columns of the brief are, in ems of their type; `SMALLER` is the height of a line of the first."""
SMALLER = 0.86
HEADING, ITEM = 2.6, 0.3
"""Lines that a heading and the space after an item take."""
WORTH_IT = 5
"""Lines that have to be saved for agencies to stand elsewhere than with the facts, where they are looked for."""


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


@dataclass(frozen=True)
class Arrangement:
    """Where those parts stand for which both columns have a place; else agencies and experts follow the story.

    What closes the brief stands beside the facts where these go on below the story, else below both.
    """

    agencies_aside: bool = True
    experts_aside: bool = True
    closing_beside: bool = False


def arrangement(context: BriefContext, languages: Languages) -> Arrangement:
    """That in which the longer of the columns is shortest, by a rough count of lines."""
    several = len(as_tuple(languages))
    by_role = context.agencies_by_role
    agencies = [name for _role, names in by_role for name in names], len(by_role)
    experts = [_expert(line, several) for line in context.experts], 1
    people = people_by_kind(context.reach) if context.reach else []
    facts = 4.0 + (HEADING + 1.5 * several * (len(people) + 2) if people or context.planned else 0)
    story, closing = _lines(MAIN, *_story(context)), _lines(MAIN, *_closing(context))

    def lengths(agencies_aside: bool, experts_aside: bool) -> tuple[float, float]:
        side, main = facts, story
        for (texts, headings), is_aside in ((agencies, agencies_aside), (experts, experts_aside)):
            side += _lines(SIDE, texts, headings * several) * is_aside
            main += _lines(MAIN, texts, headings) * (not is_aside)
        return side * SMALLER, main

    tried = {places: lengths(*places) for places in product((True, False), repeat=2)}
    best = min(tried, key=lambda at: max(tried[at][0], tried[at][1] + closing) + WORTH_IT * (not at[0]))
    (agencies_aside, experts_aside), (side, main) = best, tried[best]
    return Arrangement(agencies_aside, experts_aside, closing_beside=side > main)


def _expert(line: ExpertLine, several: int) -> str:
    country = country_name(line.country_code, "en") if line.country_code else ""
    return f"{line.name}\n{label(line.role) * several}, {line.affiliation}, {country}"


def _story(context: BriefContext) -> tuple[list[str], int]:
    said = (context.objectives, context.summary, context.target_audience, " ".join(map(spoken, context.topics)))
    headed = list(filter(None, said))
    quotes = [quote.text for quote in context.quotes]
    return [*headed, *context.legal_references, *quotes], len([*headed, *context.legal_references[:1], *quotes])


def _closing(context: BriefContext) -> tuple[list[str], int]:
    funding = [context.project, *(f"{spoken(line.name)}\n{line.visibility_statement}" for line in context.funders)]
    contacts = [context.letterhead.contact, *("\n" * 3 for _pair in context.contacts[::2])]
    parts = [list(filter(None, part)) for part in (funding, contacts, [line.headline for line in context.sources])]
    return [text for part in parts for text in part], sum(map(bool, parts))


def _lines(width: float, texts: Sequence[str], headings: int) -> float:
    """About how many lines texts and headings take in a column, of which the width is given in ems."""
    lines = [line for text in texts for line in spoken(text).split("\n")]
    return sum(lines_needed(line, width) for line in lines) + ITEM * len(texts) + HEADING * headings if lines else 0


def brief_page(context: BriefContext, languages: Languages) -> str:
    """Gives the HTML of the brief, to be rendered."""
    return page(
        "brief.html",
        languages,
        workshop=context,
        at=arrangement(context, languages),
        people=people_by_kind(context.reach) if context.reach else [],
        reached_segments=reached_segments(context.reach, context.planned),
        planned_segment=planned_segment(context.reach, context.planned),
    )
