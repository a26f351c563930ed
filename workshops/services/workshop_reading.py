"""From the record of a workshop to plain values."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain import workshop as w
from workshops.domain.countries import countries
from workshops.domain.enums import DatePrecision
from workshops.domain.partial_date import PartialDate
from workshops.models import Agency, Participation, Person, Workshop


def details_of(
    workshop: Workshop,
    participants: tuple[w.ParticipantRow, ...] | None = None,
    events: tuple[w.EventRow, ...] | None = None,
) -> w.WorkshopDetails:
    """Everything the record says, as the forms and the rules read it. The record must be loaded whole (`find`), its
    participants and its programme where they are not given.
    """
    return w.WorkshopDetails(
        title=workshop.title,
        title_language=workshop.title_language,
        title_translations=dict(workshop.title_translations),
        type=workshop.type,
        mode=workshop.mode,
        status=workshop.status,
        starts_on=known_date(workshop.starts_on, workshop.starts_precision),
        ends_on=known_date(workshop.ends_on, workshop.ends_precision),
        date_note=workshop.date_note,
        duration_days=workshop.duration_days,
        time_zone=workshop.time_zone,
        country_code=workshop.country_code or "",
        city=workshop.city,
        venue=workshop.venue,
        languages=tuple(row.language for row in workshop.language_rows),
        objectives=workshop.objectives,
        summary=workshop.summary,
        methodology=workshop.methodology,
        results=workshop.results,
        follow_up=workshop.follow_up,
        topics=tuple(w.TopicRef(id=topic.id, label=topic.label) for topic in workshop.topics),
        legal_references=tuple(workshop.legal_references),
        target_audience=workshop.target_audience,
        planned_seats=workshop.planned_seats,
        headcount=headcount_of(workshop),
        participant_countries=tuple(workshop.participant_countries),
        project=_project(workshop),
        agencies=tuple(
            w.AgencyRow(row_id=row.id, agency=agency_ref(row.agency), role=row.role, seats=row.seats)
            for row in workshop.agencies
        ),
        experts=_experts(workshop),
        funders=_funders(workshop),
        events=_events(workshop) if events is None else events,
        participants=_participants(workshop) if participants is None else participants,
        contacts=tuple(
            w.ContactRow(
                row_id=row.id,
                name=row.name,
                organisation=row.organisation,
                email=row.email,
                phone=row.phone,
                purpose=row.purpose,
            )
            for row in workshop.contacts
        ),
        quotes=tuple(
            w.QuoteRow(
                row_id=row.id,
                text=row.text,
                speaker_name=row.speaker_name,
                speaker_title=row.speaker_title,
                language=row.language,
            )
            for row in workshop.quotes
        ),
    )


def participants_of(session: Session, workshop_id: int) -> tuple[w.ParticipantRow, ...]:
    """The participants of a workshop, read as plain columns: records of hundreds of people take longer."""
    rows: Any = session.execute(
        select(
            *(Participation.id, Participation.post_title, Participation.status, Participation.agency_id),
            *(Person.id, Person.full_name, Person.sex, Person.email, Person.phone, Agency.name, Agency.acronym),
        )
        .join(Person, Person.id == Participation.person_id)
        .outerjoin(Agency, Agency.id == Participation.agency_id)
        .where(Participation.workshop_id == workshop_id)
        .order_by(Participation.position, Participation.id)
    )
    return tuple(
        w.ParticipantRow(
            row_id=row_id,
            person=w.PersonRef(id=person_id, full_name=full_name),
            sex=sex,
            agency=w.AgencyRef(id=agency_id, name=name, acronym=acronym) if agency_id else None,
            post_title=post_title,
            email=email,
            phone=phone,
            status=status,
        )
        for row_id, post_title, status, agency_id, person_id, full_name, sex, email, phone, name, acronym in rows
    )


def known_date(day: date | None, precision: DatePrecision | None) -> PartialDate | None:
    """A stored bound and its precision as the date that is known."""
    if day is None:
        return None
    if precision is DatePrecision.YEAR:
        return PartialDate(day.year)
    if precision is DatePrecision.MONTH:
        return PartialDate(day.year, day.month)
    return PartialDate.of_day(day)


def is_over(workshop: Workshop, today: date) -> bool:
    """Whether its last day is past, as far as the record says which it is."""
    last = known_date(workshop.ends_on, workshop.ends_precision) or known_date(
        workshop.starts_on, workshop.starts_precision
    )
    return last is not None and last.latest < today


def agency_ref(agency: Agency) -> w.AgencyRef:
    """An agency of the register as it is named in details."""
    return w.AgencyRef(id=agency.id, name=agency.name, acronym=agency.acronym)


def headcount_of(workshop: Workshop) -> w.Headcount:
    """The numbers entered by hand."""
    return w.Headcount(
        women=workshop.women,
        men=workshop.men,
        other=workshop.other,
        unknown=workshop.unknown,
        source=workshop.headcount_source,
        qualifier=workshop.headcount_qualifier,
    )


def search_text(workshop: Workshop) -> str:
    """All words by which a workshop is found: titles, place, agencies, project, topics; no names of participants."""
    country = countries().get(workshop.country_code or "")
    parts = [
        workshop.reference,
        workshop.title,
        *workshop.title_translations.values(),
        workshop.city,
        workshop.venue,
        *(country.names.values() if country else ()),
        *(text for row in workshop.agencies for text in (row.agency.name, row.agency.acronym, *row.agency.aliases)),
        *(text for row in workshop.fundings for text in (row.agency.name, row.agency.acronym, row.grant_reference)),
        *(row.person.full_name for row in workshop.engagements if row.person),
        *(text for topic in workshop.topics for text in (topic.label, *topic.translations.values(), *topic.synonyms)),
        *workshop.legal_references,
        workshop.summary,
        workshop.objectives,
        workshop.methodology,
        workshop.results,
        workshop.follow_up,
        workshop.target_audience,
    ]
    if workshop.project:
        parts += [workshop.project.title, workshop.project.acronym, workshop.project.code]
    return " ".join(part for part in parts if part)


def _project(workshop: Workshop) -> w.ProjectRef | None:
    project = workshop.project
    return w.ProjectRef(id=project.id, title=project.title, acronym=project.acronym) if project else None


def _experts(workshop: Workshop) -> tuple[w.ExpertRow, ...]:
    return tuple(
        w.ExpertRow(
            row_id=row.id,
            person=w.PersonRef(id=row.person.id, full_name=row.person.full_name) if row.person else None,
            role=row.role,
            country_code=row.country_code or "",
            affiliation=row.affiliation,
        )
        for row in workshop.engagements
    )


def _funders(workshop: Workshop) -> tuple[w.FunderRow, ...]:
    return tuple(
        w.FunderRow(
            row_id=row.id,
            agency=agency_ref(row.agency),
            amount=row.amount,
            currency=row.currency or "",
            grant_reference=row.grant_reference,
            visibility_statement=row.visibility_statement,
        )
        for row in workshop.fundings
    )


def _events(workshop: Workshop) -> tuple[w.EventRow, ...]:
    return tuple(
        w.EventRow(
            row_id=row.id,
            title=row.title,
            day=row.day,
            start_time=row.start_time,
            end_time=row.end_time,
            room=row.room,
            led_by=row.led_by,
            takes_attendance=row.takes_attendance,
        )
        for row in workshop.events
    )


def _participants(workshop: Workshop) -> tuple[w.ParticipantRow, ...]:
    return tuple(
        w.ParticipantRow(
            row_id=row.id,
            person=w.PersonRef(id=row.person.id, full_name=row.person.full_name),
            sex=row.person.sex,
            agency=agency_ref(row.agency) if row.agency else None,
            post_title=row.post_title,
            email=row.person.email,
            phone=row.person.phone,
            status=row.status,
        )
        for row in workshop.participations
    )
