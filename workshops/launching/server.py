"""Serve the site with gunicorn: the app is built once, then shared by a few processes with many threads each."""

import contextlib
import ctypes
import itertools
import os
import time
from pathlib import Path
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.workers.base import Worker
from gunicorn.workers.gthread import ThreadWorker

from workshops import counting
from workshops.config import Settings
from workshops.logs import log_configuration

MEMORY = Path("/dev/shm")  # noqa: S108 - where workers tell that they live; a disk may block them
SPARE_FILES = 16  # what answering takes at once, in all threads that just begin
UNTIL_FILES_CLOSE = 0.05  # seconds
MALLOC = {-8: 1, -3: 64 * 1024}  # M_ARENA_MAX and M_MMAP_THRESHOLD of malloc.h, pools and bytes


class SiteProcess(ThreadWorker):  # type: ignore[misc]
    """One process of the site. While it may open few more files, callers wait: none is cut off for want of one."""

    def accept(self, listener: Any) -> None:
        """Take a call from the queue of an address, if there are files enough to answer it."""
        if has_spare_files(listener.fileno()):
            super().accept(listener)
        else:
            time.sleep(UNTIL_FILES_CLOSE)


def has_spare_files(opened: int) -> bool:
    """Whether this process may open some more files, beside one that it has. Takes a few microseconds."""
    copies: list[int] = []
    try:
        copies.extend(os.dup(opened) for _ in range(SPARE_FILES))
    except OSError:
        return False
    finally:
        for copy in copies:
            os.close(copy)
    return True


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn in this very process, so that Ctrl-C and SIGTERM reach it and nothing stays behind."""

    def __init__(self, app: Flask, settings: Settings, listener: int, *, ready: str) -> None:
        """`listener` is the file descriptor of a bound socket; `ready` is printed once every process serves."""
        self.ready = ready
        self.options: dict[str, Any] = {
            "bind": f"fd://{listener}",
            "workers": settings.workers,
            "threads": settings.threads,  # a slow client holds one thread: 16 keep the site answering
            "worker_class": SiteProcess,
            "preload_app": True,
            "timeout": 120,
            "graceful_timeout": 30,
            "worker_tmp_dir": str(MEMORY) if MEMORY.is_dir() else None,
            "forwarded_allow_ips": "",  # the app alone decides what proxies say (WORKSHOPS_PROXIES)
            "pre_fork": self.give_row,
            "post_fork": self.take_row,
            "post_worker_init": self.tell_when_all_serve,
            "control_socket_disable": True,
            "logconfig_dict": log_configuration(settings.log_level),
        }
        self.app = app
        share_memory()
        super().__init__()

    def load_config(self) -> None:
        """Hand our options to gunicorn, which asks for them while it starts."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def give_row(self, arbiter: Any, worker: Worker) -> None:
        """Give a process that is about to start a row to count in: a new one, or that of one that ended."""
        taken = {each.row for each in arbiter.WORKERS.values()}
        worker.row = next(row for row in itertools.count() if row not in taken) % self.options["workers"]

    def take_row(self, _arbiter: Any, worker: Worker) -> None:
        """Count in that row from now on."""
        counts = self.app.extensions.get(counting.EXTENSION)
        if counts is not None:
            counts.take_row(worker.row)

    def tell_when_all_serve(self, worker: Worker) -> None:
        """Processes start one after the other and are numbered by age; one that is replaced later gets a new number."""
        if worker.age == self.options["workers"]:
            print(self.ready, flush=True)

    def load(self) -> Flask:
        """The app that every worker serves."""
        return self.app


def share_memory() -> None:
    """Let all threads of a process take memory from two pools and give large pieces back at once.

    By default glibc keeps up to eight pools a core, each with holes of its own: half as much memory again. Another C
    library has no such switch, and is left alone.
    """
    with contextlib.suppress(OSError, AttributeError):
        c_library = ctypes.CDLL(None)
        for switch, value in MALLOC.items():
            c_library.mallopt(switch, value)
