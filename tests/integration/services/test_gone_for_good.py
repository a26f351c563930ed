"""An older backup brings nothing back that was deleted or erased for good."""

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import ActKind, RecordKind
from workshops.domain.register_details import AgencyDetails, PersonDetails
from workshops.domain.workshop import ParticipantRow, PersonRef, WorkshopDetails
from workshops.errors import Invalid
from workshops.files.folder import FolderFiles
from workshops.models import Act, Agency, Person, Workshop
from workshops.services import agencies, gone_for_good, people, purging, workshops
from workshops.services.deleting import delete, fingerprint
from workshops.services.gone_for_good import Gone, delete_again


def test_what_is_in_the_list_goes_again(session: Session, by: Actor, chief: Actor, tmp_path: Path) -> None:
    files, office_id = FolderFiles(tmp_path), by.office_id or 0
    bat = people.save(session, details=PersonDetails(full_name="Bat Erdene"), office_id=office_id, by=by)
    oyun = people.save(session, details=PersonDetails(full_name="Oyun"), office_id=office_id, by=by)
    rows = (ParticipantRow(person=PersonRef(full_name="Bat Erdene", id=bat.id)),)
    kept = workshops.register(
        session, details=WorkshopDetails(title="Kept", participants=rows), office_id=office_id, by=by
    )
    gone = workshops.register(session, details=WorkshopDetails(title="Gone"), office_id=office_id, by=by)
    guard = agencies.save(session, details=AgencyDetails(name="Border Guard"), by=by)
    list_of_gone = [
        Gone(ActKind.ERASE, RecordKind.PERSON, bat.id, fingerprint(RecordKind.PERSON, bat)),
        Gone(ActKind.DELETE, RecordKind.WORKSHOP, gone.id, fingerprint(RecordKind.WORKSHOP, gone)),
        Gone(ActKind.DELETE, RecordKind.PERSON, oyun.id, fingerprint(RecordKind.PERSON, oyun)),
        Gone(ActKind.DELETE, RecordKind.WORKSHOP, kept.id, fingerprint(RecordKind.WORKSHOP, gone)),
        Gone(ActKind.DELETE, RecordKind.AGENCY, guard.id, fingerprint(RecordKind.AGENCY, guard)),
    ]
    delete(session, kind=RecordKind.PERSON, record_id=oyun.id, by=by)  # the backup was made while it could be undone
    lines = [one.line() for one in list_of_gone]
    again = delete_again(session, files, gone=map(Gone.read, lines), by=chief)
    assert (again.number, again.in_use) == (4, [])
    assert session.scalars(select(Workshop.title)).all() == ["Kept"]
    assert session.scalars(select(Person.full_name)).all() == ["–"]
    assert session.scalars(select(Agency)).all() == []
    assert {act.title for act in session.scalars(select(Act))} == {""}
    assert {one.line() for one in gone_for_good.listed(session)} == set(lines) - {lines[3]}
    assert delete_again(session, files, gone=map(Gone.read, lines), by=chief).number == 0
    assert purging.purge(session, files, at=session.scalars(select(Act.final_at)).first() or kept.created_at) == 0


def test_another_file_is_no_list(session: Session) -> None:
    with pytest.raises(Invalid):
        Gone.read("delete workshop one")
