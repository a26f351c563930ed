"""The processes of a site of several machines, each with a folder of its own, and who visits them."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from workshops.bench._browser import Browser

ROOT = Path(__file__).resolve().parents[1]
T = TypeVar("T")


class Machine:
    """One `python -m workshops ...` with all its processes; what it says is read line by line."""

    def __init__(self, settings: Mapping[str, str], *arguments: str) -> None:
        mine = {name: value for name, value in os.environ.items() if not name.startswith("WORKSHOPS_")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "workshops", *arguments],
            cwd=ROOT,
            env={**mine, **settings},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    def says(self, words: str) -> str:
        """The line with these words; waits for it."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if words in line:
                return line
        raise AssertionError(f"ended with {self.process.wait()} without: {words}")

    def end(self, how: int = signal.SIGTERM) -> None:
        """End it, or with SIGKILL all its processes at once, as when the power fails."""
        if how == signal.SIGKILL:
            os.killpg(self.process.pid, how)
        else:
            self.process.send_signal(how)
        self.process.communicate(timeout=60)


class Visitor(Browser):
    """A browser that goes from one machine to another."""

    def at(self, address: str) -> "Visitor":
        """The same visitor, signed in as before, at another machine."""
        other = Visitor(address)
        other._cookies = self._cookies
        return other


@contextmanager
def redis_server(folder: Path, port: str = "") -> Iterator[str]:
    """The address of a Redis of our own, which keeps nothing; it listens on a free port unless one is given."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = port or str(probe.getsockname()[1])
    command = ["redis-server", "--bind", "127.0.0.1", "--port", port, "--save", "", "--dir", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        assert any("Ready to accept connections" in line for line in process.stdout)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.communicate(timeout=20)


def wait_for(look: Callable[[], T], *, seconds: float = 60, every: float = 0.2) -> T:
    """What `look` gives as soon as it gives something true; it is asked `every` so many seconds."""
    until = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < until, f"not so after {seconds} s"
        time.sleep(every)
    return found
