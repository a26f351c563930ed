"""Agencies with very many workshops are merged at once; a job then makes their workshops findable by the new names."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import an_organiser
from tests.posting import form_on
from workshops.domain.jobs import JobKind, JobStatus
from workshops.domain.register_details import AgencyDetails
from workshops.domain.workshop import AgencyRef, AgencyRow, WorkshopDetails
from workshops.models import Job, Office
from workshops.services import agencies, refinding, workshops
from workshops.services.search import matching_ids
from workshops.tasks.running import Runner


def found(session: Session, words: str) -> int:
    session.expire_all()
    return len(session.scalars(matching_ids(kind="workshop", query=words)).all())


def last_job(session: Session) -> Job:
    return session.scalars(select(Job).order_by(Job.id.desc())).first() or pytest.fail("no job was asked for")


def test_many_workshops_of_merged_agencies_are_found_once_the_job_is_done(
    session: Session,
    office: Office,
    administrator_client: Browser,
    runner: Runner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(refinding, "AT_ONCE", 2)
    by = an_organiser(session, office)
    stays = agencies.save(session, details=AgencyDetails(name="Coast Guard"), by=by).id
    goes = agencies.save(session, details=AgencyDetails(name="Harbour Police"), by=by).id
    for number in range(3):
        rows = (AgencyRow(agency=AgencyRef(name="Harbour Police", id=goes)),)
        details = WorkshopDetails(title=f"Training {number}", agencies=rows)
        workshops.register(session, details=details, office_id=office.id, by=by)
    session.commit()
    form = form_on(administrator_client.get(f"/agencies/{stays}/merge?with={goes}").text)
    sent = form | {"into": str(stays), "keep-name": str(stays)}
    assert administrator_client.post(f"/agencies/{stays}/merge", data=sent).location == f"/agencies/{stays}"
    assert (found(session, "coast guard"), found(session, "harbour police")) == (0, 3), "they are many: not yet"
    job = last_job(session)
    assert job.kind is JobKind.REFINDING
    runner.run(job.id)
    session.refresh(job)
    assert (job.status, job.total, job.failed) == (JobStatus.DONE, 2, 0)
    assert (found(session, "coast guard"), found(session, "harbour police")) == (3, 3)
    page = administrator_client.get(f"/agencies/{stays}").text
    undo = page.split('action="/acts/')[1].split("/")[0]
    administrator_client.post(f"/acts/{undo}/undo")
    runner.run(last_job(session).id)
    assert (found(session, "coast guard"), found(session, "harbour police")) == (0, 3)
