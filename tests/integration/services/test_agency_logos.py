"""The logo of an agency goes with it, comes back with it, and its file goes when nothing can come back."""

from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import RecordKind
from workshops.files.folder import FolderFiles
from workshops.models import Agency
from workshops.services import agency_logos, deleting, logos, merging, purging, undoing


@pytest.fixture
def files(tmp_path: Path) -> FolderFiles:
    return FolderFiles(tmp_path)


@pytest.fixture
def agencies(session: Session, files: FolderFiles, tmp_path: Path, by: Actor) -> list[Agency]:
    """Two, each with its logo."""
    Image.new("RGB", (300, 100), "navy").save(tmp_path / "logo.png")
    made = [Agency(name=name, folded_name=name.lower()) for name in ("Customs", "Customs Service")]
    session.add_all(made)
    session.flush()
    for agency in made:
        with (tmp_path / "logo.png").open("rb") as file:
            upload = logos.read(file, "logo.png")
        agency_logos.put(session, files, agency_id=agency.id, upload=upload, alt=f"Logo of {agency.name}", by=by)
    return made


def stored(session: Session, agency_id: int) -> str:
    logo = agency_logos.find(session, agency_id=agency_id)
    assert logo is not None
    return logos.stored_as(logo.name)


def test_deleted_undone_and_gone(
    session: Session, files: FolderFiles, agencies: list[Agency], by: Actor, chief: Actor
) -> None:
    number, name = agencies[0].id, stored(session, agencies[0].id)
    act = deleting.delete(session, kind=RecordKind.AGENCY, record_id=number, by=by)
    assert agency_logos.find(session, agency_id=number) is None
    assert files.exists(name)
    undoing.undo(session, act_id=act.id, by=chief)
    assert stored(session, number) == name
    act = deleting.delete(session, kind=RecordKind.AGENCY, record_id=number, by=by)
    session.commit()
    purging.purge(session, files, at=act.final_at + timedelta(seconds=1))
    session.commit()
    assert not files.exists(name)


def test_of_merged_agencies_one_logo_stays(
    session: Session, files: FolderFiles, agencies: list[Agency], chief: Actor
) -> None:
    one, other = (agency.id for agency in agencies)
    names = [stored(session, each) for each in (one, other)]
    versions = {agency.id: agency.version for agency in agencies}
    act = merging.merge(session, kind=RecordKind.AGENCY, into_id=one, versions=versions, choices={}, by=chief)
    assert stored(session, one) == names[0]
    undoing.undo(session, act_id=act.id, by=chief)
    assert [stored(session, each) for each in (one, other)] == names


def test_another_picture_takes_its_place(
    session: Session, files: FolderFiles, agencies: list[Agency], tmp_path: Path, by: Actor
) -> None:
    before = stored(session, agencies[0].id)
    with (tmp_path / "logo.png").open("rb") as file:
        upload = logos.read(file, "logo.png")
    agency_logos.put(session, files, agency_id=agencies[0].id, upload=upload, alt="Logo", by=by)
    session.commit()
    assert not files.exists(before)
    assert files.exists(stored(session, agencies[0].id))
    agency_logos.remove(session, files, agency_id=agencies[0].id, by=by)
    assert agency_logos.find(session, agency_id=agencies[0].id) is None
