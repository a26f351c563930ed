"""How long work stands, for the doctor: the queue, the jobs that wait, the workers that were seen."""

from contextlib import closing
from urllib.parse import urlsplit

from workshops import queueing, transactions
from workshops.config import Settings
from workshops.domain.access import command_actor
from workshops.launching.installation import opened
from workshops.services import job_upkeep

WORKER = "python3 -m workshops worker"


def queue_state(settings: Settings) -> tuple[str, str]:
    """How the queue stands, and the command that cures it ("" where it is well)."""
    place = urlsplit(settings.queue_url).hostname or str(settings.instance / "queue.sqlite")
    with closing(queueing.queue_of(settings)) as queue:
        length = queue.length()
    if length is None:
        cure = f"start the server at {place}, or unset WORKSHOPS_QUEUE_URL" if settings.queue_url else f"rm {place}"
        return f"{place} does not answer; what is asked for meanwhile waits in the database", cure
    return f"{place} answers, {length} waiting in it", ""


def workers_state() -> tuple[str, str]:
    """Which workers were seen, and what cures that there is none while work waits. The database must be there."""
    with transactions.reading(), opened(command_actor()) as session:
        standing = job_upkeep.standing(session)
    jobs = f"{standing.running} jobs running, {standing.waiting} waiting"
    if standing.workers:
        return f"{', '.join(standing.workers)}; {jobs}", ""
    return f"none in the last minute; {jobs}", WORKER if standing.lacks_worker else ""
