"""One job, from the moment a worker takes it until it is done, given back or given up."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from flask import Flask
from sqlalchemy.orm import Session

from workshops import storage, transactions
from workshops.documents import renderer
from workshops.documents.problems import PrinterBusy
from workshops.domain.access import Actor
from workshops.domain.jobs import JobItemStatus, JobStatus
from workshops.errors import N_, Busy, WorkshopsError
from workshops.extensions import db
from workshops.files import Files
from workshops.queueing import Queue
from workshops.services import audit, job_holding, jobs
from workshops.services.job_holding import Cancelled, Hold, Lost, Step
from workshops.tasks import TASKS
from workshops.tasks.task import Task, Work

BEATS: Final = 6
"""How often a worker beats in the time after which it counts as dead."""
UNFORESEEN: Final = N_("It could not be done for a reason nobody foresaw. The administrator finds it in the log.")
_logger = logging.getLogger(__name__)


class Stopping(Exception):
    """The worker was told to end: its job waits for another."""


class Runner:
    """Does jobs until it is told to stop, each as the person who asked for it."""

    def __init__(self, app: Flask, *, silence: timedelta, stopping: threading.Event) -> None:
        self._app, self._silence, self._stopping = app, silence, stopping
        self._files: Files = app.extensions["files"]
        self._queue: Queue = app.extensions["queue"]

    def run(self, job_id: int) -> None:
        """Do a job if it still waits. Whatever goes wrong is noted at the job or logged, never raised."""
        try:
            with self._writing() as session:
                hold = job_holding.take(session, job_id=job_id)
            if hold:
                begun = time.monotonic()
                with self._beating(hold):
                    self._hold(hold)
                taken = round((time.monotonic() - begun) * 1000)
                _logger.info("job let go", extra={"facts": {"job": job_id, "ms": taken}})
        except Exception:  # the database is away: the job is found silent later and taken back
            _logger.exception("a job was left", extra={"facts": {"job": job_id}})

    def _hold(self, hold: Hold) -> None:
        """Work on a job that is held, and say how it ended."""
        try:
            self._work(hold)
        except Lost:
            _logger.warning("a job was given to another worker", extra={"facts": {"job": hold.job_id}})
        except Cancelled:
            with self._writing() as session:
                job_holding.end(session, hold, JobStatus.CANCELLED)
        except Stopping:
            with self._writing() as session:
                job_holding.put_back(session, hold, is_counted=False)
                jobs.wake(session, self._queue, hold.job_id)
        except Exception as error:
            self._trouble(hold, storage.told(error))

    def _trouble(self, hold: Hold, error: Exception) -> None:
        """End a job that cannot be done; try another time what the house had no room or no time for."""
        is_ours = isinstance(error, Busy | PrinterBusy)
        _logger.warning("a job stopped", exc_info=error, extra={"facts": {"job": hold.job_id}})
        with self._writing() as session:
            if isinstance(error, WorkshopsError) and not is_ours:
                job_holding.fail(session, hold, error)
            else:
                job_holding.put_back(session, hold, is_counted=not is_ours)

    def _work(self, hold: Hold) -> None:
        with self._reading() as session:
            job = job_holding.held(session, hold)
            who = job_holding.asker(job)
            by = who.actor(request_id=f"JOB-{job.id}")
            today = datetime.now(ZoneInfo(who.time_zone)).date()
            work = Work(job.id, job.subject, job.params, job.language, today, by, self._files)
            task = TASKS[job.kind](work)
            _logger.info("job taken", extra={"facts": {"job": job.id, "kind": job.kind.value}})
            steps = None if job.total is not None else list(task.plan(session))
        if steps is not None:
            with self._writing() as session:
                job_holding.plan(session, hold, steps)
        while step := self._next(hold):
            self._do(hold, task, step, by)
        self._finish(hold, task)

    def _next(self, hold: Hold) -> Step | None:
        if self._stopping.is_set():
            raise Stopping
        with self._writing() as session:
            return job_holding.next_step(session, hold)

    def _do(self, hold: Hold, task: Task, step: Step, by: Actor) -> None:
        """Do one step, or note why it could not be done. Raises what concerns the whole job."""
        try:
            with self._reading() as session:
                keep = task.prepare(session, step.params)
            with self._writing(by) as session:
                job_holding.beat(session, hold)  # from here on nobody else can take the job until this is kept
                job_holding.note_done(session, hold, step, keep(session))
        except (Lost, Cancelled):
            raise
        except Exception as error:
            told = storage.told(error)
            with self._writing() as session:
                job_holding.beat(session, hold)  # what was stopped is no failure
                if isinstance(told, Busy | PrinterBusy):
                    job_holding.untry(session, hold, step)
                else:
                    reason = told if isinstance(told, WorkshopsError) else WorkshopsError(UNFORESEEN)
                    is_final = reason is told and reason.status < 500
                    if not is_final:
                        _logger.warning("a step failed", exc_info=told, extra={"facts": {"job": hold.job_id}})
                    job_holding.note_failed(session, hold, step, reason, is_final=is_final)
            if isinstance(told, Busy | PrinterBusy):
                raise told from told.__cause__  # not from the error, which may be the same

    def _finish(self, hold: Hold, task: Task) -> None:
        with self._reading() as session:
            job = job_holding.held(session, hold)
            made = [item.made for item in jobs.items(session, job, JobItemStatus.DONE)]
            result = task.finish(session, made) if made else None
        with self._writing() as session:
            before = job_holding.finish(session, hold, result)
        if before:
            self._files.delete(before)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        """A session that takes no write lock and keeps nothing."""
        with self._app.app_context(), transactions.reading():
            yield db.session
            db.session.rollback()

    @contextmanager
    def _writing(self, by: Actor | None = None) -> Iterator[Session]:
        """A session whose changes are kept if the block ends well."""
        with self._app.app_context():
            if by:
                audit.act_as(db.session, by)
            yield db.session
            db.session.commit()

    def _beat(self, hold: Hold, thread: int) -> None:
        """Beat once. Where the job is to stop, nobody waits for the document that its thread is printing."""
        try:
            with self._writing() as session:
                job_holding.beat(session, hold)
        except Cancelled:
            renderer.shared().interrupt(thread)
            raise

    @contextmanager
    def _beating(self, hold: Hold) -> Iterator[None]:
        """Beat for the job while a long step runs; whether it is lost, the next step finds out."""
        is_over, worker = threading.Event(), threading.get_ident()

        def beat() -> None:
            while not is_over.wait(self._silence.total_seconds() / BEATS):
                with suppress(Exception):  # the database may be away just now
                    self._beat(hold, worker)

        thread = threading.Thread(target=beat, name=f"beat-{hold.job_id}", daemon=True)
        thread.start()
        try:
            yield
        finally:
            is_over.set()
            thread.join()
