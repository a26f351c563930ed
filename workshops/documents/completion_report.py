"""The completion report: what a workshop was for, how it was taught, what came of it, and the figures that show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workshops.documents.both import Languages
from workshops.documents.counted import Counted
from workshops.documents.headed import Headed
from workshops.documents.pages import page
from workshops.documents.people_chart import people_by_kind, planned_segment, reached_segments
from workshops.domain.enums import CountQualifier, DocumentType
from workshops.domain.reach import Reach


@dataclass(frozen=True, kw_only=True)
class PaperLine:
    """A document that is kept with the record, or a press release on it; `publisher` and `day` where they are known."""

    title: str
    type: DocumentType
    publisher: str = ""
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class CompletionReportContext(Headed):
    """What the report says.

    `agencies` are pairs of a role (`AgencyRole` or "funder") and a name; `experts` are names, "" for one without.
    `attended` tells whether agencies and countries are those of the people who came, or of all who were expected.
    """

    project: str = ""
    agencies: Sequence[tuple[str, str]] = ()
    experts: Sequence[str] = ()
    summary: str = ""
    objectives: str = ""
    methodology: str = ""
    results: str = ""
    follow_up: str = ""
    planned: int | None = None
    reach: Reach | None = None
    reach_qualifier: CountQualifier = CountQualifier.EXACT
    attended: bool = True
    by_agency: Sequence[Counted] = ()
    by_country: Sequence[Counted] = ()
    papers: Sequence[PaperLine] = ()

    @property
    def agencies_by_role(self) -> list[tuple[str, list[str]]]:
        """The names under their roles, in the order of the office."""
        return self.letterhead.by_role(self.agencies)


def completion_report_page(context: CompletionReportContext, languages: Languages) -> str:
    """Gives the HTML of the report, to be rendered."""
    reach = context.reach
    return page(
        "completion_report.html",
        languages,
        workshop=context,
        people=people_by_kind(reach) if reach else [],
        reached_segments=reached_segments(reach, context.planned),
        planned_segment=planned_segment(reach, context.planned),
    )
