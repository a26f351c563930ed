"""The figures of the site, as Prometheus takes them: requests, refusals, prints, room and long work."""

import platform
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path
from typing import Final

from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_1_0_0, generate_latest
from prometheus_client.registry import Collector, CollectorRegistry
from sqlalchemy.orm import Session

from workshops import __version__, counting
from workshops.counting import Count, Counts
from workshops.services import readiness

CONTENT_TYPE: Final = CONTENT_TYPE_PLAIN_1_0_0
SIGN_IN: Final = "/sign-in"
REFUSED: Final = ("401", "429")


def written(session: Session, *, counts: Counts, instance: Path) -> bytes:
    """All figures in the text format; `instance` is the folder whose disk is looked at."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Figures(session, tuple(counts), instance))
    return generate_latest(registry)


class _Figures(Collector):
    """What is read at each question; figures of what the database holds are left out while it is away."""

    def __init__(self, session: Session, counts: tuple[Count, ...], instance: Path) -> None:
        self._session, self._counts, self._instance = session, counts, instance

    def collect(self) -> Iterator[Metric]:
        about = {"version": __version__, "python": platform.python_version()}
        yield InfoMetricFamily("workshops_build", "This version of Workshops.", about)
        yield from _requests(self._counts)
        yield from _acts(self._counts)
        yield from _room(self._session, self._instance)
        yield from _work(self._session)


def _requests(counts: Iterable[Count]) -> Iterator[Metric]:
    labels = ("route", "method")
    answered = CounterMetricFamily("workshops_requests", "Requests answered.", labels=(*labels, "status"))
    statements = CounterMetricFamily("workshops_sql_statements", "SQL statements of requests.", labels=labels)
    taken = HistogramMetricFamily("workshops_request_seconds", "Time until an answer was ready.", labels=labels)
    for count in counts:
        for status, times in count.by_status.items():
            answered.add_metric((count.route, count.method, status), times)
        statements.add_metric((count.route, count.method), count.statements)
        taken.add_metric((count.route, count.method), _buckets(count.by_class), count.seconds)
    yield from (answered, statements, taken)


def _buckets(by_class: list[int]) -> list[tuple[str, float]]:
    ends = (*map(str, counting.SECONDS), "+Inf")
    return list(zip(ends, accumulate(by_class), strict=True))


def _acts(counts: Iterable[Count]) -> Iterator[Metric]:
    failed = sum(count.by_status.get(status, 0) for count in counts for status in REFUSED if count.route == SIGN_IN)
    yield CounterMetricFamily("workshops_failed_sign_ins", "Tries to sign in that were refused.", failed)
    prints = [count for count in counts if count.route.endswith(".pdf")]
    made = sum(count.by_status.get("200", 0) for count in prints)
    yield CounterMetricFamily("workshops_prints", "PDF files made for a page.", made)
    seconds = sum(count.seconds for count in prints)
    yield CounterMetricFamily("workshops_print_seconds", "Time it took to answer with PDF files.", seconds)


def _room(session: Session, instance: Path) -> Iterator[Metric]:
    with suppress(OSError):
        free = readiness.free_bytes(instance)
        yield GaugeMetricFamily("workshops_free_disk_bytes", "Room left on the disk of the instance folder.", free)
    size = readiness.database_bytes(session)
    if size is not None:
        yield GaugeMetricFamily("workshops_database_bytes", "What the database takes on its disk.", size)


def _work(session: Session) -> Iterator[Metric]:
    found = readiness.standing(session)
    if found is None:
        return
    jobs = GaugeMetricFamily("workshops_jobs", "Long work that is not over.", labels=("status",))
    jobs.add_metric(("waiting",), found.waiting)
    jobs.add_metric(("running",), found.running)
    yield jobs
    waits = (datetime.now(UTC) - found.oldest).total_seconds() if found.oldest else 0
    yield GaugeMetricFamily("workshops_oldest_waiting_job_seconds", "How long the oldest of them waits.", waits)
    yield GaugeMetricFamily("workshops_workers_seen", "Workers heard of in the last minute.", len(found.workers))
