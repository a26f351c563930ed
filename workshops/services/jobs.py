"""Long work as people see it: asked for, looked at, stopped, tried again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, select, true, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from workshops.domain.access import Actor
from workshops.domain.enums import Role
from workshops.domain.jobs import JobItemStatus, JobKind, JobStatus
from workshops.errors import NotFound
from workshops.models import Job, JobItem
from workshops.models.base import now
from workshops.queueing import Queue
from workshops.services import after_commit
from workshops.services.paging import Page, paged

KEPT_FOR: Final = timedelta(days=7)
"""How long a finished job and its file can be looked at."""
UNFINISHED: Final = (JobStatus.WAITING, JobStatus.RUNNING)
ROWS: Final = 25


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. `params` holds ids and plain options; `subject` is what people call it, such as a reference.

    Two orders of one person with the same `same` are the same order, as long as the first is unfinished.
    """

    kind: JobKind
    params: Mapping[str, Any]
    subject: str = ""
    office_id: int | None = None
    language: str = "en"
    same: Any = field(default=None)


def ask(session: Session, queue: Queue, *, order: Order, by: Actor) -> tuple[Job, bool]:
    """The job for an order, and whether it is new; a worker is woken once it is kept."""
    key = _key(order, by)
    if known := _unfinished(session, key):
        return known, False
    job = Job(
        kind=order.kind,
        key=key,
        subject=order.subject,
        params=dict(order.params),
        language=order.language,
        office_id=order.office_id,
        asked_by_id=by.user_id,
        asked_at=now(),
    )
    try:
        with session.begin_nested():
            session.add(job)
    except IntegrityError:  # the same was asked for at this very moment
        return session.scalars(_with_key(key)).one(), False
    wake(session, queue, job.id)
    return job, True


def wake(session: Session, queue: Queue, job_id: int) -> None:
    """Send a job to the queue once the change is kept; if the queue is away, workers find the job by themselves."""
    after_commit.do(session, lambda: queue.send(job_id))


def find(session: Session, *, job_id: int, by: Actor) -> Job:
    """A job of the actor's own, or as administrator anybody's. Raises NotFound."""
    job = session.scalar(select(Job).where(Job.id == job_id, _open_to(by)).options(joinedload(Job.asked_by)))
    if job is None:
        raise NotFound
    return job


def listed(session: Session, *, by: Actor, page: int = 1) -> Page[Job]:
    """A page (from 1) of the jobs that the actor may see, the newest first."""
    wanted = select(Job).where(_open_to(by)).options(joinedload(Job.asked_by)).order_by(Job.id.desc())
    found = paged(session, wanted, number=page, size=ROWS)
    return Page([job for (job,) in found.rows], found.number, found.total, found.size)


def items(session: Session, job: Job, status: JobItemStatus) -> Sequence[JobItem]:
    """The steps of a job with that outcome, in their order."""
    wanted = select(JobItem).where(JobItem.job_id == job.id, JobItem.status == status)
    return session.scalars(wanted.order_by(JobItem.position)).all()


def cancel(session: Session, *, job_id: int, by: Actor) -> Job:
    """Stop a job: one that waits at once, one that runs at its worker's next beat. Raises NotFound."""
    job = find(session, job_id=job_id, by=by)
    waiting = update(Job).where(Job.id == job.id, Job.status == JobStatus.WAITING)
    ended = {"status": JobStatus.CANCELLED, "ended_at": now(), "expires_at": now() + KEPT_FOR}
    running = update(Job).where(Job.id == job.id, Job.status == JobStatus.RUNNING)
    session.execute(waiting.values(**ended))
    session.execute(running.values(is_cancelling=True))
    session.refresh(job)
    return job


def try_again(session: Session, queue: Queue, *, job_id: int, by: Actor) -> Job:
    """Let a finished job do what failed or was left undone; what is done stays. Raises NotFound."""
    job = find(session, job_id=job_id, by=by)
    if job.status in UNFINISHED:
        return job
    if other := _unfinished(session, job.key):
        return other
    failed = update(JobItem).where(JobItem.job_id == job.id, JobItem.status == JobItemStatus.FAILED)
    session.execute(failed.values(status=JobItemStatus.WAITING, tries=0, error="", error_params={}))
    job.status, job.is_cancelling, job.attempts, job.failed = JobStatus.WAITING, False, 0, 0
    job.error, job.error_params, job.ended_at, job.expires_at = "", {}, None, None
    session.flush()
    wake(session, queue, job.id)
    return job


def _open_to(by: Actor) -> ColumnElement[bool]:
    return true() if by.role is Role.ADMINISTRATOR else Job.asked_by_id == by.user_id


def _key(order: Order, by: Actor) -> str:
    said = [order.kind, by.user_id, order.language, order.office_id, order.same or order.params]
    return sha256(json.dumps(said, sort_keys=True, default=list).encode()).hexdigest()


def _unfinished(session: Session, key: str) -> Job | None:
    return session.scalar(_with_key(key))


def _with_key(key: str) -> Select[Job]:
    return select(Job).where(Job.key == key, Job.status.in_(UNFINISHED))
