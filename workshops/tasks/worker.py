"""A worker: a process that listens to the queue and does jobs until it is told to end."""

import logging
import os
import signal
import socket
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from flask import Flask
from huey.api import Huey
from huey.consumer import Consumer

from workshops import transactions
from workshops.config import Settings
from workshops.documents import fonts, renderer
from workshops.errors import WorkshopsError
from workshops.extensions import db
from workshops.files import Files
from workshops.queueing import Queue
from workshops.services import job_holding, job_upkeep, kept_prints, purging
from workshops.tasks.running import Runner

AT_ONCE: Final = 2
"""Jobs done at the same time: a long one does not hold up a short one."""
TICK: Final = 5.0
"""Seconds between two rounds of upkeep."""
SAID_EVERY: Final = 15.0
"""Seconds after which a worker says again that it lives."""
LOOK_AFTER: Final = timedelta(seconds=20)
"""A start does not wait for the printing process."""
THROW_AWAY_EVERY: Final = 3600.0
END_WITHIN: Final = 30.0
"""Seconds that a step has to end in when the worker is told to; what takes longer is done again."""
_logger = logging.getLogger(__name__)


class Listener(Consumer):  # type: ignore[misc]
    """Huey's consumer, which on SIGTERM and SIGINT lets the jobs go back to the queue after their present step."""

    def __init__(self, huey: Huey, stopping: threading.Event, parent: int | None) -> None:
        super().__init__(
            huey, workers=AT_ONCE, periodic=False, max_delay=1.0, shutdown_timeout=END_WITHIN, graceful_signal="TERM"
        )
        self._signal_actions[signal.SIGHUP] = (False, True)  # Huey would start itself again as a command of its own
        self._stopping, self._parent = stopping, parent

    def loop(self, health_check_ts: float | None = None) -> Any:
        """Look every moment whether to end; a worker whose parent is gone ends by itself."""
        if self._parent is not None and os.getppid() != self._parent:
            self.stop(graceful=True)
        return super().loop(health_check_ts)

    def stop(self, graceful: bool = False) -> None:
        """End after the present steps."""
        self._stopping.set()
        super().stop(graceful=True)


def work(app: Flask, settings: Settings, *, parent: int | None = None) -> None:
    """Do jobs until SIGTERM or SIGINT, or until the process `parent` is gone."""
    stopping = threading.Event()
    silence = timedelta(seconds=settings.job_silence_seconds)
    renderer.shared().seconds = renderer.SECONDS_FOR_A_WORKER
    runner = Runner(app, silence=silence, stopping=stopping)
    upkeep = Upkeep(app, silence)
    thread = threading.Thread(target=upkeep.go_on, args=(stopping,), name="upkeep", daemon=True)
    thread.start()
    huey = _listened(app.extensions["queue"], runner, stopping)
    Listener(huey, stopping, parent).run()
    thread.join()
    upkeep.leave()


def _listened(queue: Queue, runner: Runner, stopping: threading.Event) -> Huey:
    """The queue, as soon as it is there."""
    while True:
        try:
            return queue.listen(runner.run)
        except Exception as error:  # each store has errors of its own
            _logger.warning("the queue is away", extra={"facts": {"why": type(error).__name__}})
            stopping.wait(TICK)


def look_at_fonts() -> None:
    """Print a name in each script; say in the log which of them no font here has, and the command that cures it."""
    try:
        lacking, missing = renderer.shared().scripts_without_font()
    except WorkshopsError as error:
        _logger.warning("documents cannot be printed", extra={"facts": {"why": type(error).__name__}})
        return
    if missing:
        facts = {"scripts": lacking, "cure": fonts.command_for(missing.characters)}
        _logger.warning("some scripts cannot be printed", extra={"facts": facts})


class Upkeep:
    """Says that this worker lives, takes back what others left, and sends again what the queue has lost."""

    def __init__(self, app: Flask, silence: timedelta) -> None:
        self._app, self._silence = app, silence
        self._files: Files = app.extensions["files"]
        self._queue: Queue = app.extensions["queue"]
        self._name = f"{socket.gethostname()}:{os.getpid()}"
        self._started_at = datetime.now(UTC)
        self._said = self._thrown_away = float("-inf")
        self._has_looked = False

    def go_on(self, stopping: threading.Event) -> None:
        """A round every few seconds; one that fails (the database is away) is made up for by the next."""
        while True:
            try:
                self.round()
            except Exception as error:
                _logger.warning("no upkeep of jobs just now", exc_info=error)
            if stopping.wait(TICK):
                return

    def round(self) -> None:
        """Do each thing once, if it is time."""
        with self._app.app_context():
            session, at = db.session, time.monotonic()
            if at - self._said > SAID_EVERY:
                job_upkeep.note_worker(session, name=self._name, started_at=self._started_at)
                self._said = at
            for job_id in job_holding.take_back_stale(session, silence=self._silence):
                _logger.warning("a job was taken back from a silent worker", extra={"facts": {"job": job_id}})
            if at - self._thrown_away > THROW_AWAY_EVERY:
                job_upkeep.throw_away_expired(session, self._files)
                purging.purge(session, self._files, at=datetime.now(UTC))
                kept_prints.throw_away_old(session, self._files, at=datetime.now(UTC))
                self._thrown_away = at
            session.commit()
            with transactions.reading():
                forgotten = job_upkeep.waiting(session) if self._queue.length() == 0 else ()
                session.rollback()
        for job_id in forgotten:
            self._queue.send(job_id)
        if not self._has_looked and datetime.now(UTC) - self._started_at > LOOK_AFTER:
            self._has_looked = True
            look_at_fonts()

    def leave(self) -> None:
        """Say that this worker is gone; if the database is away, its silence says it."""
        try:
            with self._app.app_context():
                job_upkeep.forget_worker(db.session, name=self._name)
                db.session.commit()
        except Exception as error:
            _logger.warning("a worker left without a word", exc_info=error)
