"""Many certificates are printed by a worker: one that cannot be fails alone, and can be tried again."""

from collections.abc import Sequence
from io import BytesIO

import pypdf
import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.integration.services.certificates import LOOK, attended_workshop, person_ids
from tests.integration.tasks.conftest import reread, text_of
from workshops.documents import renderer
from workshops.domain.access import Actor
from workshops.domain.certificates import Terms
from workshops.domain.jobs import JobKind, JobStatus
from workshops.models import Certificate, Job
from workshops.services import certificates, job_reports, jobs
from workshops.services.jobs import Order
from workshops.tasks.running import Runner

pytestmark = pytest.mark.skipif(renderer.unavailable() is not None, reason="printing needs Pango")
NO_LETTER = "\ue000"  # no font has a sign for it


@pytest.fixture
def given(session: Session, asker: Actor) -> Sequence[Certificate]:
    """Three certificates, of which no font can print the second."""
    workshop = attended_workshop(session, asker)
    ids = [person_ids(workshop)[name] for name in ("Oyunchimeg", "Bat Erdene", "Carlos Ruiz")]
    terms = Terms(minimum_share=50)
    asked = {"reference": workshop.reference, "terms": terms, "look": LOOK, "by": asker}
    made = certificates.issue(session, people=ids, **asked).certificates
    made[1].full_name = f"Mr {NO_LETTER}"
    session.commit()
    return made


@pytest.fixture
def order(app: Flask, session: Session, asker: Actor, given: Sequence[Certificate]) -> Job:
    """An order to print them."""
    params = {"reference": given[0].workshop.reference, "certificates": [one.id for one in given]}
    wanted = Order(JobKind.CERTIFICATES, params, subject=given[0].workshop.reference)
    job, _is_new = jobs.ask(session, app.extensions["queue"], order=wanted, by=asker)
    session.commit()
    return job


def pages_of(app: Flask, job: Job) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(text_of(app, job))).pages]


def test_one_that_cannot_be_printed_fails_alone_and_is_tried_again(
    app: Flask, session: Session, runner: Runner, given: Sequence[Certificate], order: Job
) -> None:
    runner.run(order.id)
    job = reread(session, order)
    assert (job.status, job.done, job.failed) == (JobStatus.DONE, 2, 1)
    message, params = job_reports.state(session, job)
    said = message % params
    assert said.startswith("2 of 3 certificates are ready. 1 failed: ")
    assert given[1].number in said
    failure = job_reports.report(session, job).failures[0].error
    assert "No font on this server" in failure.message
    assert "Mr" not in str(failure.params), "no name outlives in a job the erasure of its person"
    pages = pages_of(app, job)
    assert ["Oyunchimeg" in pages[0], "Carlos Ruiz" in pages[1], len(pages)] == [True, True, 2]

    session.get_one(Certificate, given[1].id).full_name = "Bat Erdene"
    job = jobs.try_again(session, app.extensions["queue"], job_id=job.id, by=_asker(job))
    session.commit()
    runner.run(job.id)
    job = reread(session, job)
    assert (job.done, job.failed, len(pages_of(app, job))) == (3, 0, 3)


def _asker(job: Job) -> Actor:
    user = job.asked_by
    assert user is not None
    return Actor(user_id=user.id, name=user.name, role=user.role, office_id=user.office_id)
