"""The doctor on long work: which workers were seen, and that none is there while work waits."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.databases import Databases
from workshops.domain.access import command_actor
from workshops.domain.jobs import JobKind
from workshops.launching.installation import opened
from workshops.launching.work_standing import workers_state
from workshops.models import Job
from workshops.models.base import now
from workshops.services import job_upkeep


@pytest.fixture(autouse=True)
def installation(databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**databases.migrated(), "WORKSHOPS_INSTANCE": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)


def test_a_missing_worker_is_missed_where_work_waits() -> None:
    assert workers_state() == ("none in the last minute; 0 jobs running, 0 waiting", "")
    with opened(command_actor()) as session:
        job = Job(kind=JobKind.SHEET, key="1", asked_at=now() - timedelta(minutes=5))
        session.add(job)
    assert workers_state() == ("none in the last minute; 0 jobs running, 1 waiting", "python3 -m workshops worker")
    with opened(command_actor()) as session:
        job_upkeep.note_worker(session, name="desk:17", started_at=now())
    assert workers_state() == ("desk:17; 0 jobs running, 1 waiting", "")
