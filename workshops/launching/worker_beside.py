"""A worker for long work beside the site: forked from the loaded application, started again when it dies.

Between the server and the worker stands a small process that only waits: the server has children of its own to look
after. It ends when the server does, however that ends, and takes the worker with it.
"""

import os
import signal
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Final, Protocol

START_AFTER: Final = 1.0
"""Seconds in which the site starts first."""
LONGEST_PAUSE: Final = 30.0
"""Seconds before a worker that dies at once is started again, at most; at first it is one."""
LIVED_WELL: Final = 60.0
LOOK_EVERY: Final = 0.25
SIGNALS: Final = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class SupportsClose(Protocol):
    """A file, a socket."""

    def close(self) -> None:
        """Let it go."""


class WorkerBeside:
    """A worker that runs `work(parent)` in a process of its own until `end` is called or this process is gone."""

    def __init__(self, work: Callable[[int], None], *, not_theirs: Iterable[SupportsClose]) -> None:
        """`not_theirs` are open files (the address, the lock of the folder) that end with this process alone."""
        self._owner = os.getpid()
        self._keeper = os.fork()
        if self._keeper == 0:
            for file in not_theirs:
                file.close()
            _ending_here(lambda: _keep(work, self._owner))

    def end(self) -> None:
        """End the worker after the step it is doing; does nothing in children of this process."""
        if os.getpid() == self._owner:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(self._keeper, signal.SIGTERM)
                os.waitpid(self._keeper, 0)


def _keep(work: Callable[[int], None], server: int) -> None:
    """Keep a worker running until we are told to end, or the server is gone."""
    told: list[int] = []
    for number in SIGNALS:
        signal.signal(number, lambda number, _frame: told.append(number))

    def is_over() -> bool:
        return bool(told) or os.getppid() != server

    def work_here() -> None:
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
        work(keeper)

    pause, keeper = START_AFTER, os.getpid()
    while _slept(pause, is_over):
        started = time.monotonic()
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)  # none may reach the worker before it listens to them
        worker = os.fork()
        if worker == 0:
            _ending_here(work_here)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
        while os.waitpid(worker, os.WNOHANG)[0] == 0:
            if is_over():
                os.kill(worker, signal.SIGTERM)
                os.waitpid(worker, 0)
                return
            time.sleep(LOOK_EVERY)
        pause = START_AFTER if time.monotonic() - started > LIVED_WELL else min(2 * pause, LONGEST_PAUSE)


def _slept(seconds: float, is_over: Callable[[], bool]) -> bool:
    """Sleep in small pieces; gives whether to go on after it."""
    until = time.monotonic() + seconds
    while not is_over() and time.monotonic() < until:
        time.sleep(LOOK_EVERY)
    return not is_over()


def _ending_here(act: Callable[[], None]) -> None:
    """Do something in a forked process and end it, without what our parent would still do at its end."""
    status = 1
    try:
        act()
        status = 0
    finally:
        os._exit(status)
