"""The queue that wakes workers: Huey over SQLite, Redis or PostgreSQL. It carries the id of a job and nothing else.

The rows of the jobs are the truth. What a queue loses is sent again, and what it sends twice is taken once.
"""

import logging
import socket
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from workshops.config import Settings
from workshops.setting_kinds import POSTGRESQL, REDIS

if TYPE_CHECKING:
    from huey.api import Huey, TaskWrapper

NAME: Final = "workshops"
SECONDS: Final = 2
"""How long a request that starts a job waits for a queue that does not answer."""
_logger = logging.getLogger(__name__)


class Queue:
    """Sends ids of jobs to the workers that listen to the same address with the same secret key."""

    def __init__(self, url: str, file: Path, secret_key: str) -> None:
        self._url, self._file, self._secret_key = url, file, secret_key
        self._run: Callable[[int], None] = _refuse

    def send(self, job_id: int) -> bool:
        """Wake a worker for a job; gives False, and logs it, where the queue is away."""
        try:
            self._order(job_id)
        except Exception as error:  # each store has errors of its own
            _logger.warning("the queue is away", extra={"facts": {"job": job_id, "why": type(error).__name__}})
            return False
        return True

    def is_there(self) -> bool:
        """Whether the server of the queue takes a call; looked at without Huey, for a page asked every few seconds."""
        parts = urlsplit(self._url)
        if not parts.hostname:
            return True  # a file beside the database, or a socket of this machine
        with suppress(OSError), socket.create_connection((parts.hostname, parts.port or _port(parts.scheme)), SECONDS):
            return True
        return False

    def length(self) -> int | None:
        """How many orders wait in it, None where it is away."""
        try:
            return int(self.huey.pending_count())
        except Exception:  # as above
            return None

    def close(self) -> None:
        """Let go of its store, if it was asked."""
        if "huey" in vars(self):
            self.huey.storage.close()

    def listen(self, run: Callable[[int], None]) -> "Huey":
        """The queue for a worker that calls `run` with the id of each job."""
        self._run = run
        return self._order.huey

    @cached_property
    def huey(self) -> "Huey":
        """Huey over the store of the address. Imported late: it costs a web process 14 MB, and few ever send."""
        from huey import PostgresHuey, RedisHuey, SqliteHuey
        from huey.serializer import SignedSerializer

        given = {"results": False, "serializer": SignedSerializer(secret=self._secret_key, salt=NAME)}
        if self._url.startswith(REDIS):
            from redis import ConnectionPool  # with limits of time, which an address cannot hold

            pool = ConnectionPool.from_url(self._url, socket_connect_timeout=SECONDS, socket_timeout=SECONDS * 5)
            huey = RedisHuey(NAME, connection_pool=pool, **given)
        elif self._url.startswith(POSTGRESQL):
            huey = PostgresHuey(NAME, dsn=self._url, connect_timeout=SECONDS, table_prefix="queue", **given)
        else:
            huey = SqliteHuey(NAME, filename=str(self._file), fsync=True, timeout=SECONDS, **given)
        return huey

    @cached_property
    def _order(self) -> "TaskWrapper":
        def run_job(job_id: int) -> None:
            self._run(job_id)

        return self.huey.task(name="run_job")(run_job)


def _port(scheme: str) -> int:
    return 5432 if POSTGRESQL.startswith(scheme) else 6379


def _refuse(_job_id: int) -> None:
    raise RuntimeError("only a worker runs jobs")


def queue_of(settings: Settings) -> Queue:
    """The queue that the settings name."""
    return Queue(settings.queue_url, settings.instance / "queue.sqlite", settings.secret_key)
