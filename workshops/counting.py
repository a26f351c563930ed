"""Requests and SQL statements, counted over all processes of the server for those who watch it.

The counts lie in memory that the processes share, so nothing is written to a disk that may be full, and nothing stays
behind. Each process adds in a row of its own and can read the rows of all. A process that takes the place of another
goes on in its row: no count ever goes back.
"""

import mmap
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from flask import Flask, Response, g, has_app_context, request
from sqlalchemy import Engine, event

STATUSES: Final = (200, 202, 204, 206, 303, 304, 308, 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503)
SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""The upper ends of the classes of time; a last class has none."""
OTHER: Final = "other"
EXTENSION: Final = "counts"

_SUM, _STATEMENTS = 0, 1
_FIRST_STATUS = 2
_FIRST_CLASS = _FIRST_STATUS + len(STATUSES) + 1  # one for other statuses
_WIDTH = _FIRST_CLASS + len(SECONDS) + 1
_BYTES = 8  # of a double


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted of one route (as `/workshops/<reference>`) and method, by all processes together."""

    route: str
    method: str
    by_status: dict[str, int]
    by_class: list[int]
    seconds: float
    statements: int


class Counts:
    """The counts of a server with so many processes."""

    def __init__(self, routes: Iterable[tuple[str, str]], *, processes: int) -> None:
        """`routes` are pairs of route and method; what is none of them counts under `OTHER`."""
        self._places = {route: place for place, route in enumerate([(OTHER, OTHER), *routes])}
        self._row_length = len(self._places) * _WIDTH
        self._rows = processes
        self._all = memoryview(mmap.mmap(-1, self._rows * self._row_length * _BYTES)).cast("d")
        self._lock = threading.Lock()
        self._begin = 0

    def take_row(self, number: int) -> None:
        """Say in a process that was just made which row is its own."""
        self._begin = number * self._row_length

    def add(self, route: str, method: str, status: int, seconds: float, statements: int) -> None:
        """Count one request that was answered."""
        place = self._begin + self._places.get((route, method), 0) * _WIDTH
        with self._lock:
            self._all[place + _SUM] += seconds
            self._all[place + _STATEMENTS] += statements
            self._all[place + _STATUS_AT.get(status, _FIRST_CLASS - 1)] += 1
            self._all[place + _FIRST_CLASS + _class_of(seconds)] += 1

    def __iter__(self) -> Iterator[Count]:
        """What was counted of each route that was asked for."""
        for (route, method), place in self._places.items():
            rows = [row * self._row_length + place * _WIDTH for row in range(self._rows)]
            total = [sum(self._all[row + column] for row in rows) for column in range(_WIDTH)]
            statuses = zip((*map(str, STATUSES), OTHER), total[_FIRST_STATUS:_FIRST_CLASS], strict=True)
            by_status = {status: int(count) for status, count in statuses if count}
            if by_status:
                classes = [int(count) for count in total[_FIRST_CLASS:]]
                yield Count(route, method, by_status, classes, total[_SUM], int(total[_STATEMENTS]))


_STATUS_AT = {status: _FIRST_STATUS + place for place, status in enumerate(STATUSES)}


def _class_of(seconds: float) -> int:
    return next((place for place, end in enumerate(SECONDS) if seconds <= end), len(SECONDS))


def count_statements(engine: Engine) -> None:
    """Count in `g.statements` what a request sends to the database."""
    event.listen(engine, "before_cursor_execute", _one_more)


def count_requests(app: Flask, *, processes: int) -> None:
    """Count every request of an application whose routes are all there, in as many processes."""
    methods = ("GET", "POST")
    routes = [
        (rule.rule, method) for rule in app.url_map.iter_rules() for method in methods if method in (rule.methods or ())
    ]
    counts = app.extensions[EXTENSION] = Counts(routes, processes=processes)

    def add(response: Response) -> Response:
        route = request.url_rule.rule if request.url_rule else OTHER
        taken = time.perf_counter() - g.get("started", time.perf_counter())
        counts.add(route, request.method, response.status_code, taken, g.get("statements", 0))
        return response

    app.after_request_funcs.setdefault(None, []).insert(0, add)  # the first is the last to run: packing counts too


def _one_more(*_: Any) -> None:
    if has_app_context():
        g.statements = g.get("statements", 0) + 1
