"""Jobs are asked for once, stopped, tried again, thrown away in time; workers are seen."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.integration.tasks.conftest import Script, reread, text_of
from workshops.documents import fonts
from workshops.documents.problems import MissingGlyph, PrintFailed
from workshops.documents.renderer import Renderer
from workshops.domain.access import Actor
from workshops.domain.jobs import JobKind, JobStatus
from workshops.errors import Conflict
from workshops.files import put_bytes
from workshops.models import Job, JobItem, User
from workshops.models.base import now
from workshops.services import job_upkeep, jobs, kept_prints
from workshops.services.job_holding import Cancelled, Hold
from workshops.services.jobs import Order
from workshops.tasks.running import Runner
from workshops.tasks.worker import Upkeep, look_at_fonts


def test_a_running_job_stops_when_somebody_stops_it(
    session: Session, job: Job, runner: Runner, script: type[Script], asker: Actor
) -> None:
    def act(name: str) -> None:
        jobs.cancel(session, job_id=job.id, by=asker)
        session.commit()

    script.act = staticmethod(act)
    runner.run(job.id)
    assert reread(session, job).status is JobStatus.CANCELLED
    assert script.done == []
    assert job.result_stored == ""


def test_a_document_that_is_being_printed_is_not_waited_for(
    session: Session,
    job: Job,
    runner: Runner,
    script: type[Script],
    asker: Actor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stopped: list[int] = []
    monkeypatch.setattr(Renderer, "interrupt", lambda _self, thread: stopped.append(thread))

    def act(name: str) -> None:
        hold = Hold(job.id, reread(session, job).holder)
        runner._beat(hold, 7)
        assert stopped == []
        jobs.cancel(session, job_id=job.id, by=asker)
        session.commit()
        with pytest.raises(Cancelled):
            runner._beat(hold, 7)
        raise PrintFailed("The printing process ended.")

    script.act = staticmethod(act)
    runner.run(job.id)
    assert (stopped, script.done) == ([7], [])
    assert (reread(session, job).status, job.failed) == (JobStatus.CANCELLED, 0)


def test_a_waiting_job_stops_at_once(session: Session, job: Job, runner: Runner, asker: Actor) -> None:
    assert jobs.cancel(session, job_id=job.id, by=asker).status is JobStatus.CANCELLED
    runner.run(job.id)
    assert reread(session, job).status is JobStatus.CANCELLED


def test_what_failed_can_be_tried_again(
    app: Flask, session: Session, job: Job, runner: Runner, script: type[Script], asker: Actor
) -> None:
    def fail(name: str) -> None:
        if name == "b":
            raise Conflict("Not yet.")

    script.act = staticmethod(fail)
    runner.run(job.id)
    before = reread(session, job).result_stored
    script.act = staticmethod(lambda name: None)
    jobs.try_again(session, app.extensions["queue"], job_id=job.id, by=asker)
    session.commit()
    runner.run(job.id)
    assert script.done == ["a", "c", "b"]
    assert (reread(session, job).done, job.failed, text_of(app, job)) == (3, 0, b"a b c")
    assert not app.extensions["files"].exists(before), "the file without it is gone"


def test_the_same_order_is_one_job_while_it_is_unfinished(
    app: Flask, session: Session, job: Job, runner: Runner, asker: Actor
) -> None:
    order = Order(JobKind.PRINTS, {"x": 1}, subject="three")
    queue = app.extensions["queue"]
    assert jobs.ask(session, queue, order=order, by=asker) == (job, False)
    other, is_new = jobs.ask(session, queue, order=Order(JobKind.PRINTS, {"x": 2}), by=asker)
    assert is_new
    assert other.id != job.id
    runner.run(job.id)
    again, is_new = jobs.ask(session, queue, order=order, by=asker)
    assert is_new
    assert again.id != job.id


def test_work_stops_with_the_rights_of_who_asked(session: Session, job: Job, runner: Runner) -> None:
    session.execute(select(User).where(User.id == job.asked_by_id)).scalar_one().active = False
    session.commit()
    runner.run(job.id)
    assert reread(session, job).status is JobStatus.FAILED
    assert "disabled" in job.error


def test_what_expired_is_thrown_away_with_its_files(app: Flask, session: Session, job: Job, runner: Runner) -> None:
    files = app.extensions["files"]
    runner.run(job.id)
    assert job_upkeep.throw_away_expired(session, files) == 0
    reread(session, job).expires_at = now() - timedelta(seconds=1)
    session.flush()
    assert list(files.names(job_upkeep.folder_of(job.id))) != []
    assert job_upkeep.throw_away_expired(session, files) == 1
    assert list(files.names(job_upkeep.folder_of(job.id))) == []
    assert session.scalar(select(func.count()).select_from(JobItem)) == 0


def test_a_job_that_nobody_took_is_found_again(session: Session, job: Job) -> None:
    assert list(job_upkeep.waiting(session)) == [job.id]
    standing = job_upkeep.standing(session)
    assert (standing.waiting, standing.running, standing.oldest) == (1, 0, job.asked_at)


def test_workers_are_seen_for_a_minute(session: Session) -> None:
    job_upkeep.note_worker(session, name="desk:1", started_at=now())
    job_upkeep.note_worker(session, name="desk:1", started_at=now())
    assert list(job_upkeep.workers_seen(session)) == ["desk:1"]
    job_upkeep.forget_worker(session, name="desk:1")
    assert list(job_upkeep.workers_seen(session)) == []


def test_a_round_of_upkeep_throws_printed_documents_away(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    files = app.extensions["files"]
    kept_prints.throw_away_all(files)  # of other tests
    put_bytes(files, "prints/old", b"x")
    upkeep = Upkeep(app, timedelta(seconds=30))
    upkeep.round()
    assert list(files.names("prints")) == ["prints/old"], "its week is not over"
    monkeypatch.setattr(kept_prints, "KEPT_FOR", timedelta(seconds=-1))
    upkeep.round()
    assert list(files.names("prints")) == ["prints/old"], "it was looked at a moment ago"
    later = Upkeep(app, timedelta(seconds=30))
    later.round()
    assert list(files.names("prints")) == []
    later.leave()


def test_a_worker_says_at_its_start_which_scripts_cannot_be_printed(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    missing = MissingGlyph(fonts.SCRIPTS["Khmer"])
    monkeypatch.setattr(Renderer, "scripts_without_font", lambda _self: (["Khmer"], missing))
    look_at_fonts()
    [said] = caplog.records
    assert said.__dict__["facts"]["scripts"] == ["Khmer"]
    assert said.__dict__["facts"]["cure"] == "apt-get install fonts-noto-core"
