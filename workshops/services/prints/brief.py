"""The brief: what the record says, in one or two pages."""

from sqlalchemy import nulls_first, select
from sqlalchemy.orm import Session

from workshops.documents import brief_context as b
from workshops.documents.brief import brief_page
from workshops.domain.reach import reach
from workshops.domain.texts import unquoted
from workshops.errors import N_
from workshops.models import PressRelease, Workshop
from workshops.services.prints.head import head_of
from workshops.services.prints.kinds import Kind, Wanted
from workshops.services.prints.words import agency_name, project_name, topic_labels
from workshops.services.workshop_reading import details_of


def brief_context(session: Session, workshop: Workshop, wanted: Wanted) -> b.BriefContext:
    """What the brief says of a workshop."""
    languages = wanted.languages
    details = details_of(workshop)
    sources = session.scalars(
        select(PressRelease)
        .where(PressRelease.workshop_id == workshop.id)
        .order_by(nulls_first(PressRelease.published_on), PressRelease.id)
    ).all()
    return b.BriefContext(
        **head_of(workshop, wanted),
        languages=details.languages,
        objectives=workshop.objectives,
        summary=workshop.summary,
        target_audience=workshop.target_audience,
        topics=topic_labels(workshop, languages),
        legal_references=workshop.legal_references,
        project=project_name(workshop, languages),
        planned=workshop.planned_seats,
        reach=reach(details.headcount, details.participants),
        reach_qualifier=workshop.headcount_qualifier,
        agencies=[b.AgencyLine(role=row.role, name=agency_name(row.agency, languages)) for row in workshop.agencies],
        experts=[
            b.ExpertLine(
                role=row.role,
                name=row.person.full_name if row.person else "",
                affiliation=row.affiliation,
                country_code=row.country_code,
            )
            for row in workshop.engagements
        ],
        funders=[
            b.FunderLine(
                name=agency_name(row.agency, languages),
                amount=row.amount,
                currency=row.currency,
                grant_reference=row.grant_reference,
                visibility_statement=row.visibility_statement,
            )
            for row in workshop.fundings
        ],
        quotes=[
            b.QuoteLine(
                text=unquoted(row.text),
                speaker_name=row.speaker_name,
                speaker_title=row.speaker_title,
                language=row.language,
            )
            for row in workshop.quotes
        ],
        contacts=[
            b.ContactLine(name=row.name, organisation=row.organisation, phone=row.phone, email=row.email)
            for row in workshop.contacts
        ],
        sources=[
            b.SourceLine(
                headline=source.headline or source.file_name,
                publisher=source.publisher,
                published_on=source.published_on,
                url=source.url,
            )
            for source in sources
        ],
    )


BRIEF = Kind(
    name="brief",
    title=N_("Brief"),
    about=N_("One or two pages about the workshop, to hand to a funder or a partner."),
    context=brief_context,
    page=brief_page,
)
