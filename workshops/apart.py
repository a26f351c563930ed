"""A process of its own for work that may hang, crash or eat memory: printing, opening files that somebody sent.

Both sides speak in frames: four bytes of length and the content. The process is a module that calls `serve`; it stays
warm between two tasks and is replaced when it dies. It is given nothing of the settings, which hold secrets.
"""

import gc
import os
import resource
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

IDLE_SECONDS = 600
SECRETS = ("WORKSHOPS_", "AWS_", "PG")  # our settings, and what boto3 and PostgreSQL read beside them
LENGTH = struct.Struct(">I")
CHECKOUT = Path(__file__).resolve().parents[1]


class TookTooLong(Exception):
    """The process was ended because its time, or its computing time, was over."""


class Occupied(Exception):
    """Others had the process all the time."""


class Ended(Exception):
    """The process ended before its work was done, perhaps for want of memory."""


class Apart:
    """Does one task after the other in a process that starts at the first and runs `module`."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._turn = threading.Lock()
        self._asking: int | None = None
        self._child: _Child | None = None

    @property
    def process_id(self) -> int | None:
        """The number of the process, None while there is none."""
        return self._child.process.pid if self._child else None

    def ask(self, content: bytes, *, seconds: float) -> bytes:
        """What the process answers. Raises `TookTooLong`, `Occupied` or `Ended`."""
        if not self._turn.acquire(timeout=seconds):
            raise Occupied
        self._asking = threading.get_ident()
        try:
            return self._answer(content, seconds)
        finally:
            self._asking = None
            self._turn.release()

    def interrupt(self, thread: int) -> None:
        """End what that thread (its `threading.get_ident`) has asked for, if it is being done: it gets `Ended`."""
        if self._asking == thread and self._child:
            self._child.interrupt()

    def close(self) -> None:
        """End the process."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def _answer(self, content: bytes, seconds: float) -> bytes:
        """Asks once more if the process had been idle and was just ending."""
        for _ in range(2):
            child, was_warm = self._child or _Child(self._module), self._child is not None
            self._child = child
            answered = child.ask(content, seconds)
            if answered is not None:
                return answered
            self.close()
            if child.was_late or child.process.returncode == -signal.SIGXCPU:
                raise TookTooLong
            if child.was_interrupted or not was_warm:
                break
        raise Ended


class _Child:
    def __init__(self, module: str) -> None:
        environment = {key: value for key, value in os.environ.items() if not key.startswith(SECRETS)}
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(CHECKOUT), environment.get("PYTHONPATH"))))
        self.process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", module], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        self.was_late = self.was_interrupted = False

    def ask(self, content: bytes, seconds: float) -> bytes | None:
        """The answer, None if the process ended without one; it is killed when the time is over."""
        assert self.process.stdin and self.process.stdout  # noqa: S101, PT018 - both are pipes
        alarm = threading.Timer(seconds, self._stop)
        alarm.start()
        try:
            write_frame(self.process.stdin, content)
            return read_frame(self.process.stdout)
        except BrokenPipeError:
            return None
        finally:
            alarm.cancel()

    def interrupt(self) -> None:
        self.was_interrupted = True
        self.process.kill()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()

    def _stop(self) -> None:
        self.was_late = True
        self.process.kill()


def serve(answer: Callable[[bytes], bytes], *, memory: int, cpu_seconds: int = 0, garbage_threshold: int = 0) -> None:
    """The other side: answer each frame of the standard input until it ends or nothing came for ten minutes.

    `memory` is the most address space in bytes, `cpu_seconds` the most computing time of one frame, which a busy
    machine does not use up (0 for any); `garbage_threshold` as in `gc.set_threshold`, 0 leaves it as it is.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the other side, which ends this one
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if garbage_threshold:
        gc.set_threshold(garbage_threshold)
    os.nice(5)  # pages for people go first
    tasks = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes to the log, not into an answer
    while select.select([tasks], [], [], IDLE_SECONDS)[0]:
        task = read_frame(tasks)
        if task is None:
            return
        if cpu_seconds:
            until = int(time.process_time()) + 1 + cpu_seconds
            resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
        write_frame(answers, answer(task))


def write_frame(stream: IO[bytes], content: bytes) -> None:
    """Sends one content."""
    stream.write(LENGTH.pack(len(content)) + content)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Gives the next content, None where the other side has ended."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    content = stream.read(length)
    return content if len(content) == length else None
