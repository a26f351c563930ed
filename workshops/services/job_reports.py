"""What the page of a job says: how far it is, what failed and why, what became of press releases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.jobs import JobItemStatus, JobKind, JobStatus
from workshops.errors import N_, WorkshopsError
from workshops.models import Job, JobItem
from workshops.services import job_upkeep, jobs
from workshops.services.job_messages import read_params

MOST_NAMED: Final = 5
"""Those that failed, in the sentence; the page lists all of them with the reason."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that could not be done: its name, and the reason."""

    name: str
    error: WorkshopsError


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a job. The counts of press releases are None for other work."""

    error: WorkshopsError | None
    failures: Sequence[Failure]
    received: int | None = None
    known: int | None = None


def state(session: Session, job: Job) -> tuple[str, dict[str, object]]:
    """How far a job is, as a message with its parameters; "" where the status says it all."""
    counts: dict[str, object] = {"done": job.done, "total": job.total, "failed": job.failed}
    match job.status:
        case JobStatus.WAITING if job_upkeep.workers_seen(session):
            return N_("Queued. It starts in a moment; you may close this page."), {}
        case JobStatus.WAITING:
            return N_("Queued. It starts as soon as the worker is back; you may close this page."), {}
        case JobStatus.RUNNING if job.is_cancelling:
            return N_("It stops in a few seconds."), {}
        case JobStatus.RUNNING if job.total is None:
            return N_("It is looked through; you may close this page."), {}
        case JobStatus.RUNNING if job.total == 1:
            return N_("It is being made; you may close this page."), {}
        case JobStatus.RUNNING:
            passed = counts | {"done": job.done + job.failed}
            return N_("Done: %(done)s of %(total)s. You may close this page."), passed
        case JobStatus.CANCELLED:
            return N_("It was stopped. Done by then: %(done)s."), counts
        case JobStatus.DONE if job.failed and job.kind is JobKind.CERTIFICATES:
            names = [item.name for item in jobs.items(session, job, JobItemStatus.FAILED)[:MOST_NAMED]]
            named = ", ".join(names) + (" …" if job.failed > len(names) else "")
            message = N_("%(done)s of %(total)s certificates are ready. %(failed)s failed: %(names)s. Try these again.")
            return message, counts | {"names": named}
        case JobStatus.DONE if job.failed:
            return N_("Ready: %(done)s of %(total)s. Failed: %(failed)s."), counts
    return "", {}


def report(session: Session, job: Job) -> Report:
    """What came of a job so far. Two statements at most."""
    failures = [
        Failure(item.name, _error(item.error, item.error_params))
        for item in jobs.items(session, job, JobItemStatus.FAILED)
    ]
    error = _error(job.error, job.error_params) if job.error else None
    if job.kind is not JobKind.PRESS:
        return Report(error, failures)
    made = [item.made for item in jobs.items(session, job, JobItemStatus.DONE)]
    was_known = [known for each in made for _id, known in each["press_releases"]]
    refused = [Failure(name, _error(*why)) for each in made for name, *why in each["refused"]]
    return Report(error, [*failures, *refused], was_known.count(False), was_known.count(True))


def failed(session: Session, *, job_id: int) -> list[tuple[Mapping[str, Any], WorkshopsError]]:
    """Of each step of a job that could not be done what it was to do, and why."""
    wanted = select(JobItem).where(JobItem.job_id == job_id, JobItem.status == JobItemStatus.FAILED)
    found = session.scalars(wanted.order_by(JobItem.position))
    return [(item.params, _error(item.error, item.error_params)) for item in found]


def _error(message: str, params: Mapping[str, Any]) -> WorkshopsError:
    return WorkshopsError(message, **read_params(params))
