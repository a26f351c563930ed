"""What is deleted for good is in no byte of the database, its log and the folder of the installation."""

from io import BytesIO
from pathlib import Path

from workshops.app import create_app
from workshops.config import load_settings
from workshops.domain.access import command_actor
from workshops.domain.enums import DocumentType, RecordKind
from workshops.domain.offices import OfficeDetails
from workshops.domain.register_details import PersonDetails
from workshops.domain.workshop import ContactRow, ParticipantRow, PersonRef, QuoteRow, WorkshopDetails
from workshops.extensions import db
from workshops.files.folder import FolderFiles
from workshops.launching import preparing
from workshops.launching.sqlite_file import State
from workshops.launching.steps import Steps
from workshops.services import (
    audit,
    deleting,
    merging,
    offices,
    people,
    purging,
    undoing,
    uploads,
    workshop_documents,
    workshops,
)

CANARIES = (b"zanzarella", b"Zanzarella", b"zanzarella@example.org", b"70123456", "Занзарелла".encode())
BY = command_actor()


def places(root: Path) -> dict[str, int]:
    """How often a canary stands in each file of the installation."""
    files = (path for path in root.rglob("*") if path.is_file())
    counts = {path.name: sum(path.read_bytes().count(canary) for canary in CANARIES) for path in files}
    return {name: count for name, count in counts.items() if count}


def test_no_byte_is_left_of_what_is_deleted_for_good(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path)
    app = create_app(settings)
    preparing.migrate(app, settings, State.NEW, Steps(is_first=False))
    files = FolderFiles(settings.instance)
    with app.app_context():
        session = db.session
        audit.act_as(session, BY)
        office = offices.save(session, details=OfficeDetails(code="MNG", name="Mongolia", country_code="MN"), by=BY)
        named = PersonDetails(
            full_name="Ana Zanzarella", native_name="Анна Занзарелла", email="zanzarella@example.org", phone="70123456"
        )
        person = people.save(session, details=named, office_id=office.id, by=BY)
        details = WorkshopDetails(
            title="Zanzarella's course",
            summary="Led by Zanzarella. " * 400,
            participants=(ParticipantRow(person=PersonRef(full_name="Ana Zanzarella", id=person.id)),),
            contacts=(ContactRow(name="Ana Zanzarella", email="zanzarella@example.org"),),
            quotes=(QuoteRow(text="Well said", speaker_name="Zanzarella"),),
        )
        workshop = workshops.register(session, details=details, office_id=office.id, by=BY)
        upload = uploads.read(BytesIO(b"Zanzarella's notes"), "zanzarella.txt")
        workshop_documents.attach(
            session, files, reference=workshop.reference, upload=upload, type=DocumentType.OTHER, title="", by=BY
        )
        session.commit()
        assert sum(places(tmp_path).values()) > 400
        other = people.save(session, details=PersonDetails(full_name="Bo Li"), office_id=office.id, by=BY)
        versions = {each.id: each.version for each in (other, person)}
        kind = RecordKind.PERSON
        merged = merging.merge(session, kind=kind, into_id=other.id, versions=versions, choices={}, by=BY)
        session.commit()
        undoing.undo(session, act_id=merged.id, by=BY)
        session.commit()
        first = deleting.delete(session, kind=RecordKind.WORKSHOP, record_id=workshop.id, reason="Zanzarella", by=BY)
        second = deleting.delete(session, kind=RecordKind.PERSON, record_id=person.id, by=BY)
        session.commit()
        assert places(tmp_path)
        assert purging.purge(session, files, at=max(first.final_at, second.final_at)) == 2
        session.commit()
        assert places(tmp_path) == {}
        db.engine.dispose()
