"""What keeps long work going: workers are noted, forgotten orders sent again, old results thrown away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from workshops.domain.jobs import JobKind, JobStatus
from workshops.files import Files
from workshops.models import Job, JobItem, JobWorker
from workshops.models.base import now
from workshops.services import after_commit

SEEN_WITHIN: Final = timedelta(seconds=60)
"""A worker says every few seconds that it lives; one that was not heard of for so long is gone."""
FORGOTTEN_AFTER: Final = timedelta(days=1)
MOST_SENT: Final = 100
PRINTING: Final = (JobKind.SHEET, JobKind.PRINT, JobKind.PRINTS, JobKind.CERTIFICATES, JobKind.EVIDENCE)


@dataclass(frozen=True, slots=True)
class Standing:
    """How long work stands: how many jobs wait and run, since when the oldest waits, which workers were seen."""

    waiting: int
    running: int
    oldest: datetime | None
    workers: Sequence[str]

    @property
    def lacks_worker(self) -> bool:
        """Whether work waits and nobody is there to do it."""
        return not self.workers and self.oldest is not None and self.oldest < now() - SEEN_WITHIN


def note_worker(session: Session, *, name: str, started_at: datetime) -> None:
    """Note that a worker lives, and forget those that were not heard of for a day."""
    session.execute(delete(JobWorker).where(JobWorker.seen_at < now() - FORGOTTEN_AFTER))
    known = session.scalar(select(JobWorker).where(JobWorker.name == name))
    if known is None:
        session.add(JobWorker(name=name, started_at=started_at, seen_at=now()))
    else:
        known.started_at, known.seen_at = started_at, now()
    session.flush()


def forget_worker(session: Session, *, name: str) -> None:
    """Note that a worker went as it was told to."""
    session.execute(delete(JobWorker).where(JobWorker.name == name))


def workers_seen(session: Session) -> Sequence[str]:
    """The names of the workers that were heard of in the last minute."""
    wanted = select(JobWorker.name).where(JobWorker.seen_at > now() - SEEN_WITHIN)
    return session.scalars(wanted.order_by(JobWorker.name)).all()


def standing(session: Session) -> Standing:
    """How long work stands now. Three statements."""
    waiting, oldest = session.execute(
        select(func.count(), func.min(Job.asked_at)).where(Job.status == JobStatus.WAITING)
    ).one()
    running = session.scalar(select(func.count()).select_from(Job).where(Job.status == JobStatus.RUNNING)) or 0
    return Standing(waiting, running, oldest, workers_seen(session))


def waiting(session: Session) -> Sequence[int]:
    """The ids of jobs that wait, the oldest first: what an empty queue has forgotten."""
    wanted = select(Job.id).where(Job.status == JobStatus.WAITING).order_by(Job.id)
    return session.scalars(wanted.limit(MOST_SENT)).all()


def throw_away_expired(session: Session, files: Files) -> int:
    """Delete the jobs whose time is over with their files, these first: what fails is found again. Gives how many."""
    expired = session.scalars(select(Job.id).where(Job.expires_at < now()).limit(MOST_SENT)).all()
    for job_id in expired:
        for name in files.names(folder_of(job_id)):
            files.delete(name)
    if expired:
        session.execute(delete(JobItem).where(JobItem.job_id.in_(expired)))
        session.execute(delete(Job).where(Job.id.in_(expired)))
    return len(expired)


def throw_away_prints(session: Session, files: Files, *, before: datetime) -> None:
    """Let the documents go that finished jobs read before that moment; the jobs go with the next that expire."""
    printed = (Job.kind.in_(PRINTING), Job.started_at <= before, Job.ended_at.is_not(None))
    ids = session.scalars(select(Job.id).where(*printed)).all()
    session.execute(update(Job).where(Job.id.in_(ids)).values(expires_at=now(), result_stored=""))
    for job_id in ids:
        for name in files.names(folder_of(job_id)):
            after_commit.do(session, partial(files.delete, name))


def folder_of(job_id: int) -> str:
    """The folder in which the files of a job are kept."""
    return f"jobs/{job_id}"
