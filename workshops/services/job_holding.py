"""Long work as a worker sees it: taken by one alone, done step by step, given back or ended.

A worker holds a job by a word it made up. Each of its writes asks for that word, in the same transaction: a worker that
slept so long that the job was given to another finds it gone and keeps nothing.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import and_, case, exists, or_, select, update
from sqlalchemy.orm import Session, joinedload

from workshops.domain.jobs import JobItemStatus, JobStatus
from workshops.errors import N_, WorkshopsError
from workshops.models import Job, JobItem, User
from workshops.models.base import now
from workshops.services.job_messages import kept_params
from workshops.services.jobs import KEPT_FOR
from workshops.services.sign_in import Account, account_of

MOST_TRIES: Final = 3
"""How often one step is tried before it is set aside."""
MOST_ATTEMPTS: Final = 3
"""How often a job is taken without getting on before it is given up."""
ENDED_THE_WORKER: Final = N_("It ended the worker %(times)s times and was set aside.")
GIVEN_UP: Final = N_("Its worker ended %(times)s times without getting on. Tell the administrator.")
NOTHING_DONE: Final = N_("Nothing could be done; what failed is listed here.")


class Lost(Exception):
    """The job was given to another worker meanwhile."""


class Cancelled(Exception):
    """Somebody stopped the job."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A job that a worker holds, and the word by which it does."""

    job_id: int
    holder: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a job as it was planned, and how often it was tried, this time included."""

    id: int
    position: int
    name: str
    params: Mapping[str, Any]
    tries: int


@dataclass(frozen=True, slots=True)
class Result:
    """The file that a job made: the name people see, its type, and the name under which it is kept."""

    name: str
    media_type: str
    stored: str


def take(session: Session, *, job_id: int) -> Hold | None:
    """Take a job that waits; None where it does not, so that of several workers one has it."""
    hold = Hold(job_id, secrets.token_hex(16))
    waiting = update(Job).where(Job.id == job_id, Job.status == JobStatus.WAITING)
    moment = now()
    taken = waiting.values(
        status=JobStatus.RUNNING,
        holder=hold.holder,
        heartbeat=moment,
        started_at=case((Job.started_at.is_(None), moment), else_=Job.started_at),
        attempts=Job.attempts + 1,
    )
    return hold if _changed(session, taken) else None


def beat(session: Session, hold: Hold) -> None:
    """Say that the worker lives. Raises Lost, and Cancelled where the job is to stop."""
    _hold_on(session, hold)
    if session.scalar(select(Job.is_cancelling).where(Job.id == hold.job_id)):
        raise Cancelled


def held(session: Session, hold: Hold) -> Job:
    """The job with who asked for it. Raises Lost where another worker holds it."""
    wanted = select(Job).where(Job.id == hold.job_id, Job.holder == hold.holder)
    job = session.scalar(wanted.options(joinedload(Job.asked_by).joinedload(User.office)))
    if job is None:
        raise Lost
    return job


def asker(job: Job) -> Account:
    """The account whose rights count. Raises WorkshopsError where it is disabled."""
    if job.asked_by is None or not job.asked_by.active:
        raise WorkshopsError(N_("The account that asked for it is disabled."))
    return account_of(job.asked_by)


def plan(session: Session, hold: Hold, steps: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """Note the steps of a job, each with its name and params. Raises Lost."""
    rows = [
        JobItem(job_id=hold.job_id, position=position, name=name[:300], params=dict(params))
        for position, (name, params) in enumerate(steps)
    ]
    _hold_on(session, hold, total=len(rows))
    session.add_all(rows)
    session.flush()


def next_step(session: Session, hold: Hold) -> Step | None:
    """The next step to do, counted as tried; None after the last. Raises Lost, Cancelled.

    Steps that failed come after those that were never tried. One that was tried too often, and so ended its worker
    each time, is set aside.
    """
    beat(session, hold)
    waiting = select(JobItem).where(JobItem.job_id == hold.job_id, JobItem.status == JobItemStatus.WAITING)
    for item in session.scalars(waiting.order_by(JobItem.tries, JobItem.position)):
        if item.tries < MOST_TRIES:
            item.tries += 1
            session.flush()
            return Step(item.id, item.position, item.name, item.params, item.tries)
        _set_aside(session, hold, item.id, WorkshopsError(ENDED_THE_WORKER, times=MOST_TRIES))
    return None


def note_done(session: Session, hold: Hold, step: Step, made: Mapping[str, Any]) -> None:
    """Note what a step made, in the transaction that keeps it. Raises Lost: then nothing of it may be kept."""
    _hold_on(session, hold, done=Job.done + 1, attempts=0)
    item = update(JobItem).where(JobItem.id == step.id, JobItem.status == JobItemStatus.WAITING)
    if not _changed(session, item.values(status=JobItemStatus.DONE, made=dict(made), error="", error_params={})):
        raise Lost


def note_failed(session: Session, hold: Hold, step: Step, error: WorkshopsError, *, is_final: bool) -> None:
    """Note that a step failed: for good if that is final or it was tried often enough. Raises Lost."""
    if is_final or step.tries >= MOST_TRIES:
        _set_aside(session, hold, step.id, error)


def untry(session: Session, hold: Hold, step: Step) -> None:
    """Take a try back that came to nothing for reasons of the house: the disk was full. Raises Lost."""
    _hold_on(session, hold)
    session.execute(update(JobItem).where(JobItem.id == step.id).values(tries=step.tries - 1))


def put_back(session: Session, hold: Hold, *, is_counted: bool) -> None:
    """Let the job wait for the next worker; `is_counted` where this one did not get on with it. Raises Lost."""
    attempts = Job.attempts if is_counted else case((Job.attempts > 0, Job.attempts - 1), else_=0)
    _hold_on(session, hold, status=JobStatus.WAITING, holder="", attempts=attempts)


def finish(session: Session, hold: Hold, result: Result | None) -> str:
    """End a job whose steps are all done or set aside; gives the name of the file it made before, if any. Raises Lost.

    A job of which nothing at all could be done has failed.
    """
    job = held(session, hold)
    before = job.result_stored
    has_failed = job.done == 0 and job.failed > 0
    if result:
        job.result_name, job.result_type, job.result_stored = result.name, result.media_type, result.stored
    if has_failed:
        job.error, job.error_params = NOTHING_DONE, {}
    session.flush()
    end(session, hold, JobStatus.FAILED if has_failed else JobStatus.DONE)
    return before if result else ""


def fail(session: Session, hold: Hold, error: WorkshopsError) -> None:
    """End a job that cannot be done, with the reason. Raises Lost."""
    end(session, hold, JobStatus.FAILED, error=error.message, error_params=kept_params(error))


def end(session: Session, hold: Hold, status: JobStatus, **values: Any) -> None:
    """End a job; its file and its row stay a week. Raises Lost."""
    _hold_on(session, hold, status=status, holder="", ended_at=now(), expires_at=now() + KEPT_FOR, **values)


def take_back_stale(session: Session, *, silence: timedelta) -> Sequence[int]:
    """Let jobs wait again whose worker was silent for so long; gives their ids.

    One that was to stop is stopped. One that was taken too often without getting on has failed, unless a step is to
    blame that will be set aside next time. A heartbeat from the future was written before a clock was put back.
    """
    moment = now()
    is_silent = or_(Job.heartbeat < moment - silence, Job.heartbeat > moment + silence)
    rows = session.execute(
        select(Job.id, Job.holder, Job.is_cancelling, Job.attempts).where(Job.status == JobStatus.RUNNING, is_silent)
    ).all()
    taken_back = []
    for job_id, holder, is_cancelling, attempts in rows:
        hold = Hold(job_id, holder)
        try:
            if is_cancelling:
                end(session, hold, JobStatus.CANCELLED)
            elif attempts >= MOST_ATTEMPTS and not _has_poison(session, job_id):
                fail(session, hold, WorkshopsError(GIVEN_UP, times=attempts))
            else:
                put_back(session, hold, is_counted=True)
                taken_back.append(job_id)
        except Lost:
            continue  # another worker was faster
    return taken_back


def _has_poison(session: Session, job_id: int) -> bool:
    poison = and_(JobItem.job_id == job_id, JobItem.status == JobItemStatus.WAITING, JobItem.tries >= MOST_TRIES)
    return bool(session.scalar(select(exists().where(poison))))


def _set_aside(session: Session, hold: Hold, item_id: int, error: WorkshopsError) -> None:
    _hold_on(session, hold, failed=Job.failed + 1, attempts=0)
    values = {"status": JobItemStatus.FAILED, "error": error.message, "error_params": kept_params(error)}
    session.execute(update(JobItem).where(JobItem.id == item_id).values(**values))


def _hold_on(session: Session, hold: Hold, **values: Any) -> None:
    """Write to a job that is still held, and beat. Raises Lost."""
    mine = update(Job).where(Job.id == hold.job_id, Job.holder == hold.holder, Job.status == JobStatus.RUNNING)
    if not _changed(session, mine.values(heartbeat=now(), **values)):
        raise Lost


def _changed(session: Session, change: Any) -> bool:
    """Whether an update found its row."""
    result = session.execute(change, execution_options={"synchronize_session": False})
    return bool(result.rowcount)  # type: ignore[attr-defined]
