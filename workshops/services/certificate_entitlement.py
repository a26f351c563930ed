"""Who of a workshop gets a certificate, on the terms asked for, and why the others do not."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from workshops.domain.access import Actor
from workshops.domain.attended_hours import Attended, attended
from workshops.domain.certificates import TRAINING, Candidate, Terms, below_minimum
from workshops.domain.enums import (
    AttendanceStatus,
    CertificateKind,
    CertificateStatus,
    DatePrecision,
    ParticipationStatus,
    WorkshopStatus,
)
from workshops.domain.naming import NAMELESS
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import EventRow
from workshops.errors import N_, NotFound, Problem
from workshops.models import Certificate, Engagement, Event, Participation, Workshop
from workshops.services.turns import about_workshop, take_turn
from workshops.services.unprintable import refusal

NOT_HELD = (WorkshopStatus.DRAFT, WorkshopStatus.POSTPONED, WorkshopStatus.CANCELLED)


def with_attendance(session: Session, *, reference: str, by: Actor, to_write: bool = False) -> Workshop:
    """A workshop with its programme, experts, participants and marks; `to_write` waits until nobody else writes it.

    Raises NotFound.
    """
    if to_write:
        take_turn(session, about_workshop(reference))
    workshop = session.scalar(
        select(Workshop)
        .where(Workshop.reference == reference)
        .execution_options(populate_existing=to_write)  # what was read before the turn may have changed
        .options(
            joinedload(Workshop.office),
            selectinload(Workshop.events),
            selectinload(Workshop.language_rows),
            selectinload(Workshop.engagements).joinedload(Engagement.person),
            selectinload(Workshop.participations).options(
                joinedload(Participation.person),
                joinedload(Participation.agency),
                selectinload(Participation.attendances),
            ),
        )
    )
    may = by.may_write if to_write else by.may_read
    if workshop is None or not may(workshop.office_id):
        raise NotFound
    return workshop


def obstacle(workshop: Workshop) -> Problem | None:
    """What keeps certificates of a workshop from being issued at all; None where nothing does."""
    if workshop.status in NOT_HELD:
        message = N_("Certificates are for workshops that take place; the status of this one is “%(status)s”.")
        return Problem("", message, {"status": workshop.status})
    days = days_of(workshop)
    if days is None:
        return Problem("", N_("Enter the first and the last day of the workshop first: a certificate names them."))
    zone = ZoneInfo(workshop.time_zone or workshop.office.time_zone)
    if datetime.now(zone).date() < days[0]:
        first = PartialDate(days[0].year, days[0].month, days[0].day)
        return Problem("", N_("Certificates can be issued from the first day on: %(day)s."), {"day": first})
    return None


def days_of(workshop: Workshop) -> tuple[date, date] | None:
    """The first and the last day, where both are known."""
    first, last = workshop.starts_on, workshop.ends_on or workshop.starts_on
    exact = (DatePrecision.DAY, None)
    if first is None or last is None or workshop.starts_precision not in exact or workshop.ends_precision not in exact:
        return None
    return first, last


def candidates(session: Session, workshop: Workshop, terms: Terms) -> list[Candidate]:
    """Everybody who may get such a certificate, in the order of the record. One statement."""
    held = _held(session, workshop.id, terms.kind)
    people = _trainers(workshop) if terms.kind is CertificateKind.TRAINER else _participants(workshop, terms)
    return [_unless_held(one, held.get(one.person_id, "")) for one in people]


def unprintable(workshop: Workshop, people: Collection[Candidate]) -> tuple[Problem, list[Candidate]] | None:
    """Who would get a certificate that cannot be printed as it is, for want of a font; None where nobody would."""
    names = [name for one in people if one.why_not is None for name in (one.full_name, one.native_name)]
    missing = refusal([*names, workshop.title, *workshop.title_translations.values(), workshop.city])
    if missing is None:
        return None
    named = [one for one in people if one.why_not is None and missing.is_in(one.full_name + one.native_name)]
    message = N_(
        "No font on this server can print %(characters)s, in: %(texts)s. Certificates can be issued all the same, but "
        "they keep what they say, and are printed with � in that place. Change the text first, "
        "or ask the administrator to run: %(command)s"
    )
    return Problem("", message, missing.params), named


def attendance_of(workshop: Workshop, *, hours_of_a_day: int) -> dict[int, Attended | None]:
    """What each participant attended, by the id of the person; None for all where nobody was marked."""
    programme = [programme_row(event) for event in workshop.events]
    is_marked = any(row.attendances for row in workshop.participations)
    return {
        row.person_id: attended(programme, _marks(row), hours_of_a_day=hours_of_a_day) if is_marked else None
        for row in workshop.participations
    }


def programme_row(event: Event) -> EventRow:
    """An entry of the programme as the hours are counted from it."""
    return EventRow(
        title=event.title,
        day=event.day,
        start_time=event.start_time,
        end_time=event.end_time,
        takes_attendance=event.takes_attendance,
        row_id=event.id,
    )


def _participants(workshop: Workshop, terms: Terms) -> Iterator[Candidate]:
    came = attendance_of(workshop, hours_of_a_day=terms.hours_of_a_day)
    for row in workshop.participations:
        said = came[row.person_id]
        yield Candidate(
            person_id=row.person_id,
            full_name=row.person.full_name,
            native_name=row.person.native_name,
            minutes=said.minutes if said else None,
            share=said.share if said else None,
            why_not=_nameless(row.person.full_name)
            or (below_minimum(said.share, terms.minimum_share) if said else _not_marked(row.status, terms.kind)),
        )


def _trainers(workshop: Workshop) -> Iterator[Candidate]:
    """Each expert once, in their foremost role."""
    in_roles: dict[int, list[Engagement]] = {}
    for row in workshop.engagements:
        if row.person_id is not None:
            in_roles.setdefault(row.person_id, []).append(row)
    for person_id, rows in in_roles.items():
        role = next((role for role in TRAINING if any(row.role is role for row in rows)), rows[0].role)
        person = rows[0].person
        if person is None:
            continue
        why_not = _nameless(person.full_name)
        if role not in TRAINING:
            why_not = Problem("", N_("%(role)s: this certificate is for those who teach."), {"role": role})
        yield Candidate(
            person_id=person_id,
            full_name=person.full_name,
            native_name=person.native_name,
            role=role,
            why_not=why_not,
        )


def _marks(row: Participation) -> Mapping[int, AttendanceStatus]:
    return {mark.event_id: mark.status for mark in row.attendances}


def _not_marked(status: ParticipationStatus, kind: CertificateKind) -> Problem | None:
    """Where nobody was marked: who attended is known by the status, how much of it is not."""
    if kind is CertificateKind.COMPLETION:
        return Problem("", N_("No attendance is marked: nobody can tell whether the programme was completed."))
    if status is not ParticipationStatus.ATTENDED:
        return Problem("", N_("No attendance is marked, and the status is “%(status)s”."), {"status": status})
    return None


def _nameless(name: str) -> Problem | None:
    return Problem("", N_("The name was erased.")) if name == NAMELESS else None


def _held(session: Session, workshop_id: int, kind: CertificateKind) -> dict[int, str]:
    in_force = (Certificate.kind == kind, Certificate.status == CertificateStatus.VALID)
    wanted = select(Certificate.person_id, Certificate.number).where(Certificate.workshop_id == workshop_id, *in_force)
    return {person_id: number for person_id, number in session.execute(wanted.order_by(Certificate.id.desc()))}


def _unless_held(one: Candidate, number: str) -> Candidate:
    if not number:
        return one
    return replace(one, holds=number, why_not=Problem("", N_("Holds %(number)s already."), {"number": number}))
