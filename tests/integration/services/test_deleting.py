"""Deleting a record with all that belongs to it, bringing it back, and the end of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.conftest import counted_statements
from tests.factories import an_organiser, make_office, make_user
from tests.integration.services.dumps import dump
from tests.integration.services.test_workshops import FULL
from workshops.domain.access import Actor
from workshops.domain.enums import AttendanceStatus, DocumentType, RecordKind, Role, WorkshopStatus
from workshops.domain.register_details import AgencyDetails
from workshops.domain.workshop import ContactRow, EventRow, ParticipantRow, PersonRef
from workshops.errors import Conflict, Invalid, NotFound
from workshops.files.folder import FolderFiles
from workshops.models import Act, Attendance, AuditEntry, Base, KeptRow, Participation, Workshop
from workshops.models.base import now
from workshops.services import (
    agencies,
    deleted_records,
    derived,
    history,
    press,
    purging,
    uploads,
    workshop_documents,
    workshops,
)
from workshops.services.belongings import count_belongings, rows_with
from workshops.services.deleting import consequences, delete
from workshops.services.search import matching_ids
from workshops.services.undoing import undo
from workshops.services.workshop_acts import clone

CANARY = "Zzyzxanary"


@pytest.fixture
def files(tmp_path: Path) -> FolderFiles:
    return FolderFiles(tmp_path)


@pytest.fixture
def full(session: Session, by: Actor, files: FolderFiles) -> Workshop:
    """A workshop with rows in every table: attendance, a document, a press release, and a copy."""
    details = replace(
        FULL,
        title=f"{CANARY} at the border",
        contacts=(ContactRow(name=f"Anna {CANARY}", email=f"{CANARY}@example.org".lower()),),
    )
    assert by.office_id
    workshop = workshops.register(session, details=details, office_id=by.office_id, by=by)
    for participation in workshop.participations:
        for event in workshop.events:
            mark = Attendance(event=event, status=AttendanceStatus.PRESENT, recorded_at=now())
            participation.attendances.append(mark)
    upload = uploads.read(BytesIO(f"{CANARY} notes".encode()), "notes.txt")
    workshop_documents.attach(
        session, files, reference=workshop.reference, upload=upload, type=DocumentType.OTHER, title="", by=by
    )
    received = press.receive(session, text="A workshop was held.", office_id=by.office_id, by=by)
    received.press_release.workshop = workshop
    copy = clone(session, reference=workshop.reference, by=by)
    copy.title = "A copy"
    copy.contacts = []
    session.flush()
    derived.make_anew(session, RecordKind.WORKSHOP, [copy.id])
    return workshop


def gone(session: Session, workshop: Workshop, by: Actor) -> Act:
    return delete(session, kind=RecordKind.WORKSHOP, record_id=workshop.id, reason="Registered twice", by=by)


def test_what_goes_along_is_said_before(session: Session, full: Workshop, by: Actor) -> None:
    said = consequences(session, kind=RecordKind.WORKSHOP, record_id=full.id, by=by)
    assert said.goes["event"] == len(full.events) == 2
    assert said.goes["participation"] == len(full.participations)
    assert said.goes["attendance"] == 2 * len(full.participations)
    assert said.goes["document"] == said.goes["contact"] == 1
    assert dict(said.lets_go) == {"press_release": 1, "workshop": 1}
    assert said.referring == []
    with_it = rows_with(session, RecordKind.WORKSHOP, full.id)
    assert {"workshop": 1, **said.goes} == {table.name: len(rows) for table, rows in with_it.items()}


def test_what_goes_along_is_counted_at_once(session: Session, full: Workshop) -> None:
    number = full.id
    with counted_statements(session.get_bind().engine) as sent:
        count_belongings(session, RecordKind.WORKSHOP, number)
    assert len(sent) == 1


def test_a_deleted_workshop_is_gone_from_all_tables_and_comes_back_as_it_was(
    session: Session, full: Workshop, by: Actor, chief: Actor
) -> None:
    before, reference = dump(session), full.reference
    act = gone(session, full, by)
    left = [row for rows in dump(session).values() for row in rows if row.get("workshop_id") == act.record_id]
    assert left == []
    with pytest.raises(NotFound):
        workshops.find(session, reference=reference, by=by)
    assert session.scalars(matching_ids(kind="workshop", query=CANARY)).all() == []
    undone = undo(session, act_id=act.id, by=chief)
    assert (undone.left_out, undone.kept_newer) == (0, 0)
    assert dump(session) == before
    assert session.scalar(select(func.count(KeptRow.id))) == 0
    assert session.scalars(matching_ids(kind="workshop", query=CANARY)).all() == [act.record_id]


def test_no_number_is_given_twice(session: Session, full: Workshop, by: Actor, chief: Actor) -> None:
    before = dump(session)
    act = gone(session, full, by)
    other = workshops.register(session, details=FULL, office_id=by.office_id or 0, by=by)
    assert other.id > act.record_id
    undo(session, act_id=act.id, by=chief)
    after = dump(session)
    for table in ("event", "participation", "attendance", "quote"):
        assert [row for row in before[table] if row not in after[table]] == []


def test_who_deleted_and_who_brought_back_is_told(session: Session, full: Workshop, by: Actor, chief: Actor) -> None:
    act = gone(session, full, by)
    undo(session, act_id=act.id, by=chief)
    trail = session.scalars(
        select(AuditEntry.action).where(AuditEntry.entity == "workshop", AuditEntry.entity_id == act.record_id)
    ).all()
    assert trail[-2:] == ["deleted", "restored"]
    steps = history.history_of_workshop(session, reference=act.reference, by=by).rows
    assert {change.action for step in steps for change in step.changes} >= {"deleted", "restored"}


def test_a_workshop_needs_a_reason_and_its_own_office(session: Session, full: Workshop, by: Actor) -> None:
    with pytest.raises(Invalid):
        delete(session, kind=RecordKind.WORKSHOP, record_id=full.id, reason="  ", by=by)
    for stranger in (an_organiser(session, make_office(session)), replace(by, role=Role.VIEWER)):
        with pytest.raises(NotFound):
            delete(session, kind=RecordKind.WORKSHOP, record_id=full.id, reason="Mine", by=stranger)
    assert session.scalar(select(func.count(Act.id))) == 0


def test_who_did_it_may_take_it_back_and_nobody_else_but_an_administrator(
    session: Session, full: Workshop, by: Actor
) -> None:
    act = gone(session, full, by)
    colleague = replace(by, user_id=make_user(session).id)
    with pytest.raises(NotFound):
        undo(session, act_id=act.id, by=colleague)
    assert undo(session, act_id=act.id, by=by).act.undone_at
    with pytest.raises(Conflict):
        undo(session, act_id=act.id, by=by)


def test_a_later_change_of_a_row_that_let_go_is_kept(session: Session, full: Workshop, by: Actor, chief: Actor) -> None:
    release = press.listed(session, by=by)[0][0]
    act = gone(session, full, by)
    other = workshops.register(session, details=FULL, office_id=by.office_id or 0, by=by)
    session.refresh(release)
    assert release.workshop_id is None
    release.workshop_id = other.id
    session.flush()
    undo(session, act_id=act.id, by=chief)
    session.refresh(release)
    assert release.workshop_id == other.id


def test_what_a_record_needs_comes_back_with_it(session: Session, by: Actor, chief: Actor) -> None:
    workshop = workshops.register(session, details=FULL, office_id=by.office_id or 0, by=by)
    before, agency_id = dump(session), workshop.fundings[0].agency_id
    act = gone(session, workshop, by)
    delete(session, kind=RecordKind.AGENCY, record_id=agency_id, by=by)
    undo(session, act_id=act.id, by=chief)
    assert dump(session) == before


def test_what_is_in_use_says_by_whom(session: Session, full: Workshop, by: Actor) -> None:
    agency_id = full.agencies[0].agency_id
    said = consequences(session, kind=RecordKind.AGENCY, record_id=agency_id, by=by).referring
    assert [(each.kind, each.total, each.is_elsewhere) for each in said] == [(RecordKind.WORKSHOP, 2, False)]
    assert (full.reference, full.title) in said[0].named
    stranger = an_organiser(session, make_office(session))
    [elsewhere] = consequences(session, kind=RecordKind.AGENCY, record_id=agency_id, by=stranger).referring
    assert (elsewhere.total, elsewhere.named, elsewhere.is_elsewhere) == (0, (), True)
    with pytest.raises(Conflict):
        delete(session, kind=RecordKind.AGENCY, record_id=agency_id, by=by)


def test_a_deleted_document_waits_for_its_workshop(session: Session, full: Workshop, by: Actor, chief: Actor) -> None:
    document = workshop_documents.of_workshop(session, full)[0]
    first = delete(session, kind=RecordKind.DOCUMENT, record_id=document.id, by=by)
    second = gone(session, full, by)
    with pytest.raises(Conflict, match="Bring back"), session.begin_nested():
        undo(session, act_id=first.id, by=chief)
    undo(session, act_id=second.id, by=chief)
    undo(session, act_id=first.id, by=chief)
    assert len(workshop_documents.of_workshop(session, session.get_one(Workshop, second.record_id))) == 1


def test_after_its_time_nothing_says_anything_of_it(
    session: Session, full: Workshop, by: Actor, chief: Actor, files: FolderFiles
) -> None:
    stored = f"documents/{workshop_documents.of_workshop(session, full)[0].storage_name}"
    act = gone(session, full, by)
    session.commit()
    assert purging.purge(session, files, at=act.final_at - timedelta(seconds=1)) == 0
    assert purging.purge(session, files, at=act.final_at) == 1
    assert purging.purge(session, files, at=act.final_at) == 0
    session.commit()
    with pytest.raises(Conflict):
        undo(session, act_id=act.id, by=chief)
    said = [
        str(dict(row)) for table in Base.metadata.sorted_tables for row in session.execute(select(table)).mappings()
    ]
    assert [row for row in said if CANARY.lower() in row.lower() and "cloned_from_id" not in row] == []
    assert (act.title, act.reason, act.reference, act.fingerprint != "") == ("", "", act.reference, True)
    past = deleted_records.of_address(session, kind=RecordKind.WORKSHOP, reference=act.reference, by=by)
    assert past
    assert not past.can_undo
    assert files.exists(stored) is False


def test_the_end_comes_early_only_for_who_types_the_name(
    session: Session, by: Actor, chief: Actor, files: FolderFiles
) -> None:
    agency = agencies.save(session, details=AgencyDetails(name="Border Guard"), by=by)
    act = delete(session, kind=RecordKind.AGENCY, record_id=agency.id, by=by)
    with pytest.raises(Invalid):
        purging.purge_now(session, files, act_id=act.id, typed="border guard", by=chief)
    with pytest.raises(NotFound):
        purging.purge_now(session, files, act_id=act.id, typed="Border Guard", by=by)
    purging.purge_now(session, files, act_id=act.id, typed=" Border Guard ", by=chief)
    assert deleted_records.listed(session, by=chief).total == 0


def test_the_list_is_narrowed_by_kind_and_person(session: Session, full: Workshop, by: Actor, chief: Actor) -> None:
    agency = agencies.save(session, details=AgencyDetails(name="Border Guard"), by=by)
    delete(session, kind=RecordKind.AGENCY, record_id=agency.id, by=chief)
    gone(session, full, by)

    def titles(**narrowed: object) -> list[str]:
        return [act.title for act in deleted_records.listed(session, **narrowed, by=chief).rows]  # type: ignore[arg-type]

    assert titles() == [f"{CANARY} at the border", "Border Guard"]
    assert titles(kind=RecordKind.AGENCY) == titles(user_id=chief.user_id) == ["Border Guard"]
    assert deleted_records.listed(session, by=chief).rows[0].days_left == 30
    with pytest.raises(NotFound):
        deleted_records.listed(session, by=by)


def test_a_large_workshop_takes_few_statements(session: Session, by: Actor, chief: Actor) -> None:
    def statements(people: int, do: Callable[[Workshop], object]) -> int:
        rows = tuple(ParticipantRow(person=PersonRef(full_name=f"P{people} {i}")) for i in range(people))
        details = replace(FULL, participants=rows, events=(EventRow(title="Day"),), status=WorkshopStatus.PLANNED)
        workshop = workshops.register(session, details=details, office_id=by.office_id or 0, by=by)
        event_id = workshop.events[0].id
        marks = [
            Attendance(participation_id=row.id, event_id=event_id, status=AttendanceStatus.PRESENT, recorded_at=now())
            for row in workshop.participations
        ]
        session.add_all(marks)
        session.flush()
        session.expire_all()
        with counted_statements(session.get_bind().engine) as sent:
            do(workshop)
        return len(sent)

    def there_and_back(workshop: Workshop) -> None:
        act = gone(session, workshop, by)
        undo(session, act_id=act.id, by=chief)

    few, many = statements(5, there_and_back), statements(500, there_and_back)
    assert session.scalar(select(func.count(Participation.id))) == 505
    assert many <= few + 6  # rows come in parts of 500
    assert few < 120
