"""Records beside the demonstration whose addresses stay the same on every day, and an office without any."""

from datetime import date, time
from pathlib import Path

from sqlalchemy.orm import Session

from tests.factories import make_office, make_user
from workshops.domain import file_problems
from workshops.domain import workshop as w
from workshops.domain.access import Actor
from workshops.domain.enums import AgencyRole, CertificateKind, DocumentType, RecordKind, WorkshopStatus
from workshops.domain.jobs import JobItemStatus, JobKind, JobStatus
from workshops.domain.partial_date import PartialDate
from workshops.domain.register_details import TopicDetails
from workshops.models import Certificate, Document, Job, JobItem, Office, User
from workshops.models.base import now
from workshops.services import deleting, jobs, press, topics, workshops

REFERENCE = "MNG-2030-001"
TOKEN = "example-of-a-code-12345"
TEXT = Path(__file__).parents[1] / "samples" / "press" / "seeds" / "seed-china.txt"


def add_records(session: Session, office: Office, *, by: Actor) -> None:
    """A planned workshop with a document and a certificate, a press release, a deleted topic, an office without any."""
    details = w.WorkshopDetails(
        title="Crossing the steppe: documents and interviews",
        status=WorkshopStatus.PLANNED,
        country_code="MN",
        city="Choibalsan",
        starts_on=PartialDate(2030, 5, 6),
        ends_on=PartialDate(2030, 5, 7),
        agencies=(w.AgencyRow(agency=w.AgencyRef(name="Border College"), role=AgencyRole.HOST),),
        experts=(w.ExpertRow(person=w.PersonRef(full_name="Ines Duarte"), country_code="PT"),),
        funders=(w.FunderRow(agency=w.AgencyRef(name="Development Fund")),),
        events=(w.EventRow(title="Day 1", day=date(2030, 5, 6), start_time=time(9), end_time=time(17)),),
        participants=(w.ParticipantRow(person=w.PersonRef(full_name="Anna Keller"), post_title="Inspector"),),
        quotes=(w.QuoteRow(text="We learn from each other.", speaker_name="Ines Duarte"),),
    )
    workshop = workshops.register(session, details=details, office_id=office.id, by=by)
    assert workshop.reference == REFERENCE
    session.add(
        Document(
            workshop_id=workshop.id,
            type=DocumentType.AGENDA,
            title="Agenda",
            file_name="agenda.pdf",
            media_type="application/pdf",
            size=40_000,
            sha256="0" * 64,
            storage_name="0" * 32,
        )
    )
    session.add(
        Certificate(
            workshop_id=workshop.id,
            person_id=workshop.participations[0].person_id,
            position=1,
            number=f"{REFERENCE}-C001",
            verify_token=TOKEN,
            kind=CertificateKind.ATTENDANCE,
            full_name="Anna Keller",
            native_name="Анна Келлер",
            folded_name="anna keller",
            minutes=960,
            hours_of_a_day=6,
            title=workshop.title,
            title_translations={},
            city="Choibalsan",
            country_code="MN",
            starts_on=date(2030, 5, 6),
            ends_on=date(2030, 5, 7),
            languages=["en"],
            wording={"en": {"heading": "Certificate", "paragraphs": ["Anna Keller"], "name_at": 0}},
            signatories=[{"name": "Ines Duarte", "title": "Director"}],
            issued_at=now(),
        )
    )
    press.receive(session, text=TEXT.read_text("utf-8"), office_id=office.id, by=by)
    topic = topics.save(session, details=TopicDetails(label="Deleted by mistake"), by=by)
    deleting.delete(session, kind=RecordKind.TOPIC, record_id=topic.id, by=by)
    empty = make_office(session, code="NEW", name="New office")
    make_user(session, email="newcomer@example.org", name="Nur Newcomer", office=empty)


def add_job(session: Session, asker: User) -> None:
    """Long work of somebody that is done but for one file."""
    job = Job(
        kind=JobKind.PRESS,
        key=f"{asker.id}",
        subject="releases.zip",
        asked_by_id=asker.id,
        status=JobStatus.DONE,
        total=7,
        done=6,
        failed=1,
        asked_at=now(),
        ended_at=now(),
        expires_at=now() + jobs.KEPT_FOR,
    )
    session.add(job)
    session.flush()
    said = {"status": JobItemStatus.FAILED, "error": file_problems.DAMAGED}
    session.add(JobItem(job_id=job.id, position=0, name="press/2024/report.docx", **said))
