"""A job is done once, whatever becomes of its workers; one bad step is named and stops nothing else."""

import logging
import threading
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm import Session

from tests.integration.tasks.conftest import Script, reread, text_of
from workshops.domain.jobs import JobItemStatus, JobStatus
from workshops.errors import Busy, Conflict
from workshops.models import Job
from workshops.models.base import now
from workshops.services import job_holding, jobs
from workshops.services.job_holding import Lost
from workshops.tasks.running import Runner

SILENCE = timedelta(seconds=30)


class Killed(BaseException):
    """The worker ends in the midst of a step: nothing after it runs."""


def dies_at(*names: str) -> "object":
    """An act that ends the worker the first time it comes to each of the names."""
    left = list(names)

    def act(name: str) -> None:
        if name in left:
            left.remove(name)
            raise Killed

    return staticmethod(act)


def run_killed(runner: Runner, job: Job) -> None:
    with pytest.raises(Killed):
        runner.run(job.id)


def fall_silent(session: Session, job: Job) -> None:
    """The worker was last heard of long ago."""
    session.execute(update(Job).where(Job.id == job.id).values(heartbeat=now() - 2 * SILENCE))
    session.commit()


def take_back(session: Session) -> list[int]:
    taken = list(job_holding.take_back_stale(session, silence=SILENCE))
    session.commit()
    return taken


def test_a_job_is_done_step_by_step_and_makes_its_file(
    app: Flask, session: Session, job: Job, runner: Runner, script: type[Script]
) -> None:
    runner.run(job.id)
    runner.run(job.id)  # sent twice by the queue
    assert script.done == ["a", "b", "c"]
    assert (reread(session, job).status, job.total, job.done, job.failed) == (JobStatus.DONE, 3, 3, 0)
    assert (job.result_name, text_of(app, job)) == ("result.txt", b"a b c")
    assert job.ended_at is not None
    assert job.expires_at is not None
    assert job.expires_at >= job.ended_at + timedelta(days=7)


def test_after_a_sudden_end_the_next_worker_goes_on_where_it_was(
    app: Flask, session: Session, job: Job, runner: Runner, script: type[Script]
) -> None:
    script.act = dies_at("b")  # type: ignore[assignment]
    run_killed(runner, job)
    assert take_back(session) == [], "it was heard of a moment ago"
    runner.run(job.id)
    assert script.done == ["a"], "it still counts as held"
    fall_silent(session, job)
    assert take_back(session) == [job.id]
    runner.run(job.id)
    assert sorted(script.done) == ["a", "b", "c"]
    assert (reread(session, job).status, text_of(app, job)) == (JobStatus.DONE, b"a b c")


def test_a_worker_that_slept_too_long_keeps_nothing(
    session: Session, job: Job, runner: Runner, script: type[Script]
) -> None:
    def sleep_at_b(name: str) -> None:
        if name == "b" and "c" not in script.done:
            script.act = staticmethod(lambda name: None)
            fall_silent(session, job)
            take_back(session)
            runner.run(job.id)  # the other worker, from b to the end

    script.act = staticmethod(sleep_at_b)
    runner.run(job.id)
    assert script.done == ["a", "c", "b"], "b was tried before, so c came first; the sleeper kept no second b"
    assert (reread(session, job).status, job.done) == (JobStatus.DONE, 3)


def test_of_two_workers_one_gets_the_job(session: Session, job: Job) -> None:
    first, second = (job_holding.take(session, job_id=job.id) for _ in range(2))
    assert first is not None
    assert second is None


def test_what_is_not_held_any_more_cannot_be_written(session: Session, job: Job) -> None:
    hold = job_holding.take(session, job_id=job.id)
    assert hold is not None
    fall_silent(session, job)
    take_back(session)
    assert job_holding.take(session, job_id=job.id) is not None
    for act in (job_holding.beat, job_holding.next_step, job_holding.held):
        with pytest.raises(Lost):
            act(session, hold)
    with pytest.raises(Lost):
        job_holding.end(session, hold, JobStatus.DONE)


@pytest.mark.parametrize(
    ("error", "tries", "sentence"),
    [(ValueError("x"), 3, "nobody foresaw"), (Conflict("The record is closed."), 1, "The record is closed.")],
)
def test_a_poisoned_step_is_named_and_the_others_are_done(
    session: Session, job: Job, runner: Runner, script: type[Script], error: Exception, tries: int, sentence: str
) -> None:
    seen: list[str] = []

    def act(name: str) -> None:
        seen.append(name)
        if name == "b":
            raise error

    script.act = staticmethod(act)
    runner.run(job.id)
    assert sorted(script.done) == ["a", "c"]
    assert seen.count("b") == tries
    assert (reread(session, job).status, job.done, job.failed) == (JobStatus.DONE, 2, 1)
    (failed,) = jobs.items(session, job, JobItemStatus.FAILED)
    assert failed.name == "b"
    assert sentence in failed.error


def test_a_step_that_ends_its_worker_each_time_is_set_aside(
    session: Session, job: Job, runner: Runner, script: type[Script]
) -> None:
    script.act = dies_at("b", "b", "b", "b")  # type: ignore[assignment]
    for _ in range(3):
        run_killed(runner, job)
        fall_silent(session, job)
        assert take_back(session) == [job.id]
    runner.run(job.id)
    assert sorted(script.done) == ["a", "c"]
    assert (reread(session, job).status, job.failed) == (JobStatus.DONE, 1)
    (failed,) = jobs.items(session, job, JobItemStatus.FAILED)
    assert (failed.name, failed.error_params) == ("b", {"times": 3})


def test_a_job_that_never_gets_on_is_given_up(
    session: Session, job: Job, runner: Runner, script: type[Script], monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(script, "plan", die)
    for _ in range(3):
        run_killed(runner, job)
        fall_silent(session, job)
        take_back(session)
    assert reread(session, job).status is JobStatus.FAILED
    assert "without getting on" in job.error


def test_what_the_house_has_no_room_for_waits_and_counts_no_try(
    session: Session, job: Job, runner: Runner, script: type[Script]
) -> None:
    def act(name: str) -> None:
        if name == "b":
            raise OSError(28, "No space left on device")

    script.act = staticmethod(act)
    for _ in range(5):
        runner.run(job.id)
        assert reread(session, job).status is JobStatus.WAITING
    script.act = staticmethod(lambda name: None)
    runner.run(job.id)
    assert (reread(session, job).status, job.done, job.failed) == (JobStatus.DONE, 3, 0)


def test_an_order_to_end_gives_the_job_back(
    session: Session, job: Job, runner: Runner, script: type[Script], stopping: threading.Event
) -> None:
    script.act = staticmethod(lambda name: stopping.set())
    runner.run(job.id)
    assert script.done == ["a"], "the step is ended first"
    assert (reread(session, job).status, job.attempts) == (JobStatus.WAITING, 0)
    stopping.clear()
    script.act = staticmethod(lambda name: None)
    runner.run(job.id)
    assert script.done == ["a", "b", "c"]


def test_trouble_of_the_house_is_none_of_the_step(
    session: Session, job: Job, runner: Runner, script: type[Script], caplog: pytest.LogCaptureFixture
) -> None:
    def act(name: str) -> None:
        raise Busy("The store is away.")

    script.act = staticmethod(act)
    runner.run(job.id)
    assert reread(session, job).status is JobStatus.WAITING
    assert [item.tries for item in jobs.items(session, job, JobItemStatus.WAITING)] == [0, 0, 0]
    stopped = next(record.exc_info for record in caplog.records if record.getMessage() == "a job stopped")
    assert stopped
    assert stopped[1]
    assert stopped[1].__cause__ is not stopped[1]


def test_the_log_says_when_a_job_is_taken_and_let_go(
    job: Job, runner: Runner, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="workshops"):
        runner.run(job.id)
    said = {record.getMessage(): record.facts for record in caplog.records if hasattr(record, "facts")}
    assert said["job taken"] == {"job": job.id, "kind": job.kind.value}
    assert said["job let go"]["job"] == job.id
