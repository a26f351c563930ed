"""Taking merged records apart again, whatever happened since."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.integration.services.dumps import dump
from tests.integration.services.merges import AGENCY, merged
from workshops.domain.access import Actor
from workshops.domain.enums import (
    AgencyRole,
    RecordKind,
)
from workshops.domain.register_details import AgencyDetails
from workshops.domain.workshop import (
    AgencyRef,
    AgencyRow,
    WorkshopDetails,
)
from workshops.errors import Conflict
from workshops.models import (
    Agency,
    Workshop,
    WorkshopAgency,
)
from workshops.services import agencies, deleted_records, workshops
from workshops.services.deleting import delete
from workshops.services.merging import compare, merge
from workshops.services.undoing import undo


def test_undone_everything_is_as_it_was(session: Session, two: tuple[Agency, Agency], chief: Actor) -> None:
    before = dump(session)
    act = merged(session, AGENCY, (two[0].id, two[1].id), chief)
    assert dump(session) != before
    undone = undo(session, act_id=act.id, by=chief)
    assert (undone.left_out, undone.kept_newer) == (0, 0)
    assert dump(session) == before
    assert deleted_records.merged_into(session, kind=AGENCY, record_id=two[1].id) is None


def test_three_at_once_come_apart_as_well(
    session: Session, two: tuple[Agency, Agency], chief: Actor, by: Actor
) -> None:
    third = agencies.save(session, details=AgencyDetails(name="Guards of the border"), by=by)
    rows = (AgencyRow(agency=AgencyRef(name=third.name)), AgencyRow(agency=AgencyRef(name="Border Guard")))
    workshops.register(
        session, details=WorkshopDetails(title="Third", agencies=rows), office_id=by.office_id or 0, by=by
    )
    before = dump(session)
    act = merged(session, AGENCY, (two[0].id, two[1].id, third.id), chief)
    assert session.scalar(select(func.count(Agency.id))) == 2
    undo(session, act_id=act.id, by=chief)
    assert dump(session) == before


def test_what_was_changed_since_stays_as_it_was_changed(
    session: Session, two: tuple[Agency, Agency], chief: Actor
) -> None:
    act = merged(session, AGENCY, (two[0].id, two[1].id), chief)
    stays = session.get_one(Agency, act.record_id)
    stays.notes, stays.aliases = "Called in May", ["Guard"]
    session.flush()
    undone = undo(session, act_id=act.id, by=chief)
    session.refresh(stays)
    assert (stays.notes, stays.aliases) == ("Called in May", ["Guard"])
    assert undone.kept_newer == 1


def test_merges_are_undone_the_last_first(
    session: Session, two: tuple[Agency, Agency], chief: Actor, by: Actor
) -> None:
    before = dump(session)
    third = agencies.save(session, details=AgencyDetails(name="Guards of the border"), by=by)
    rows = tuple(AgencyRow(agency=AgencyRef(name=third.name), role=role) for role in AgencyRole)
    details = WorkshopDetails(title="Third", agencies=rows)
    workshop = workshops.register(session, details=details, office_id=by.office_id or 0, by=by)
    first = merged(session, AGENCY, (two[0].id, two[1].id), chief)
    shown = compare(session, kind=AGENCY, ids=(first.record_id, third.id), by=chief)
    versions = {side.id: side.version for side in shown.sides}
    second = merge(session, kind=AGENCY, into_id=third.id, versions=versions, choices={}, by=chief)
    assert deleted_records.merged_into(session, kind=AGENCY, record_id=two[1].id) == third.id
    with pytest.raises(Conflict, match="Undo first"), session.begin_nested():
        undo(session, act_id=first.id, by=chief)
    undo(session, act_id=second.id, by=chief)
    undo(session, act_id=first.id, by=chief)
    delete(session, kind=RecordKind.WORKSHOP, record_id=workshop.id, reason="x", by=chief)
    delete(session, kind=AGENCY, record_id=third.id, by=chief)
    after = dump(session)
    after.pop("reference_counter"), before.pop("reference_counter")
    assert after == before


def test_a_workshop_deleted_before_the_merge_comes_back_to_the_one_that_stays(
    session: Session, two: tuple[Agency, Agency], chief: Actor
) -> None:
    before = dump(session)
    both = session.scalars(select(Workshop).where(Workshop.title == "Both")).one()
    removal = delete(session, kind=RecordKind.WORKSHOP, record_id=both.id, reason="x", by=chief)
    act = merged(session, AGENCY, (two[0].id, two[1].id), chief)
    undo(session, act_id=removal.id, by=chief)
    named = select(WorkshopAgency.agency_id).where(WorkshopAgency.workshop_id == removal.record_id)
    rows = session.scalars(named).all()
    assert rows == [act.record_id]
    undo(session, act_id=act.id, by=chief)
    assert dump(session) == before


def test_a_workshop_deleted_after_the_merge_has_to_come_back_first(
    session: Session, two: tuple[Agency, Agency], chief: Actor
) -> None:
    before = dump(session)
    act = merged(session, AGENCY, (two[0].id, two[1].id), chief)
    both = session.scalars(select(Workshop).where(Workshop.title == "Both")).one()
    removal = delete(session, kind=RecordKind.WORKSHOP, record_id=both.id, reason="x", by=chief)
    with pytest.raises(Conflict, match="Bring back"), session.begin_nested():
        undo(session, act_id=act.id, by=chief)
    undo(session, act_id=removal.id, by=chief)
    undo(session, act_id=act.id, by=chief)
    assert dump(session) == before
