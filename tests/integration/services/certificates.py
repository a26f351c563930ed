"""A workshop whose participants attended all, most, some and none of it."""

from dataclasses import replace
from datetime import date, time

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.certificates import Look, Signatory
from workshops.domain.enums import AttendanceStatus as Mark
from workshops.domain.enums import ExpertRole, WorkshopStatus
from workshops.domain.partial_date import PartialDate
from workshops.domain.register_details import PersonDetails
from workshops.domain.workshop import EventRow, ExpertRow, ParticipantRow, PersonRef, WorkshopDetails
from workshops.models import Workshop
from workshops.services import attendance, people, workshops

LOOK = Look(
    languages=("en", "fr"),
    signatories=(Signatory(name="Anna Keller", title="Chief of Mission"), Signatory(name="Бат-Эрдэнэ")),
)
OTHER_LOOK = replace(LOOK, languages=("en",))
DETAILS = WorkshopDetails(
    title="Document fraud",
    title_translations={"fr": "Fraude documentaire"},
    status=WorkshopStatus.ONGOING,
    country_code="MN",
    city="Darkhan",
    starts_on=PartialDate(2024, 5, 6),
    ends_on=PartialDate(2024, 5, 10),
    events=tuple(
        EventRow(title=f"Day {n}", day=date(2024, 5, 5 + n), start_time=time(9), end_time=time(15)) for n in range(1, 6)
    ),
    experts=(
        ExpertRow(person=PersonRef(full_name="Ines Duarte"), role=ExpertRole.RESOURCE_PERSON),
        ExpertRow(person=PersonRef(full_name="Ines Duarte"), role=ExpertRole.LEAD_TRAINER),
        ExpertRow(person=PersonRef(full_name="Igor Interpreter"), role=ExpertRole.INTERPRETER),
        ExpertRow(country_code="PT"),
    ),
)
DAYS_ATTENDED = {"Oyunchimeg": 5, "Bat Erdene": 4, "Carlos Ruiz": 3, "Dina Noor": 0}


def attended_workshop(session: Session, by: Actor, **changes: object) -> Workshop:
    """Each person of `DAYS_ATTENDED` was present on the first so many of five days of six hours."""
    office_id = by.office_id or 0
    first = PersonDetails(full_name="Oyunchimeg", native_name="Оюунчимэг")
    known = people.save(session, details=first, office_id=office_id, by=by)
    refs = [PersonRef(full_name=name, id=known.id if name == known.full_name else None) for name in DAYS_ATTENDED]
    rows = tuple(ParticipantRow(person=ref) for ref in refs)
    details = replace(DETAILS, participants=rows, **changes)
    workshop = workshops.register(session, details=details, office_id=office_id, by=by)
    marks: dict[tuple[int, int], Mark | None] = {
        (row.id, event.id): Mark.PRESENT if place < days else Mark.ABSENT
        for row, days in zip(workshop.participations, DAYS_ATTENDED.values(), strict=True)
        for place, event in enumerate(workshop.events)
    }
    attendance.record(session, reference=workshop.reference, marks=marks, by=by)
    session.expire_all()
    return workshop


def person_ids(workshop: Workshop) -> dict[str, int]:
    """The ids of the participants by name."""
    return {row.person.full_name: row.person_id for row in workshop.participations}
