"""The completion report of a workshop."""

from collections.abc import Sequence
from functools import partial

from sqlalchemy import nulls_first, select
from sqlalchemy.orm import Session

from workshops.documents.both import in_each, translated
from workshops.documents.completion_report import CompletionReportContext, PaperLine, completion_report_page
from workshops.documents.counted import Counted, counted
from workshops.domain.countries import country_name
from workshops.domain.enums import DocumentType, ParticipationStatus, WorkshopStatus
from workshops.domain.offices import FUNDER
from workshops.domain.reach import reach
from workshops.errors import N_
from workshops.models import Document, Participation, PressRelease, Workshop
from workshops.services.prints.attendee_sheet import NOT_EXPECTED
from workshops.services.prints.head import head_of
from workshops.services.prints.kinds import Kind, Wanted
from workshops.services.prints.words import agency_name, project_name
from workshops.services.workshop_reading import details_of, is_over

NO_AGENCY = N_("No agency named")
NO_COUNTRY = N_("Country not stated")


def completion_report_context(session: Session, workshop: Workshop, wanted: Wanted) -> CompletionReportContext:
    """What the report says of a workshop, whatever of it is known yet."""
    details = details_of(workshop)
    languages = wanted.languages
    attended = [row for row in workshop.participations if row.status is ParticipationStatus.ATTENDED]
    people = attended or [row for row in workshop.participations if row.status not in NOT_EXPECTED]
    agencies = [agency_name(row.agency, languages) for row in people if row.agency]
    countries = _countries(people, languages)
    return CompletionReportContext(
        **head_of(workshop, wanted),
        project=project_name(workshop, languages),
        agencies=[
            *((row.role, agency_name(row.agency, languages)) for row in workshop.agencies),
            *((FUNDER, agency_name(row.agency, languages)) for row in workshop.fundings),
        ],
        experts=[row.person.full_name if row.person else row.affiliation for row in workshop.engagements],
        summary=workshop.summary,
        objectives=workshop.objectives,
        methodology=workshop.methodology,
        results=workshop.results,
        follow_up=workshop.follow_up,
        planned=workshop.planned_seats,
        reach=reach(details.headcount, details.participants),
        reach_qualifier=workshop.headcount_qualifier,
        attended=bool(attended),
        by_agency=_of_all(people, agencies, NO_AGENCY, wanted),
        by_country=_of_all(people, countries, NO_COUNTRY, wanted) if len(set(countries)) > 1 else (),
        papers=_papers(session, workshop),
    )


def _of_all(people: Sequence[Participation], known: Sequence[str], unknown: str, wanted: Wanted) -> list[Counted]:
    """How often each is there, and last of how many people it is not known, so that shares are of all of them."""
    rows, rest = counted(known), len(people) - len(known)
    return [*rows, Counted(translated(wanted.languages, unknown), rest)] if rows and rest else rows


def _countries(people: Sequence[Participation], languages: tuple[str, ...]) -> list[str]:
    """The country of the agency of each, where it is known."""
    codes = [row.agency.country_code for row in people if row.agency and row.agency.country_code]
    return [in_each(languages, partial(country_name, code)) for code in codes]


def _papers(session: Session, workshop: Workshop) -> list[PaperLine]:
    documents = session.scalars(select(Document).where(Document.workshop_id == workshop.id).order_by(Document.id))
    releases = session.scalars(
        select(PressRelease)
        .where(PressRelease.workshop_id == workshop.id)
        .order_by(nulls_first(PressRelease.published_on), PressRelease.id)
    )
    return [
        *(PaperLine(title=row.title or row.file_name, type=row.type) for row in documents),
        *(
            PaperLine(
                title=row.headline or row.file_name,
                type=DocumentType.PRESS_RELEASE,
                publisher=row.publisher,
                day=row.published_on,
            )
            for row in releases
        ),
    ]


def _caution(workshop: Workshop, wanted: Wanted) -> str:
    if workshop.status in (WorkshopStatus.COMPLETED, WorkshopStatus.CLOSED) or is_over(workshop, wanted.today):
        return ""
    return N_("This workshop is not over, as far as the record says; the report tells what is known so far.")


COMPLETION_REPORT = Kind(
    name="completion-report",
    title=N_("Completion report"),
    about=N_("What came of the workshop: purpose, methodology, results and follow-up, with figures and charts."),
    context=completion_report_context,
    page=completion_report_page,
    caution=_caution,
)
