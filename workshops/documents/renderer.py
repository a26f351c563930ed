"""Pages to PDF in a process of their own, so that a hard document neither holds up nor brings down a web worker."""

import atexit
import os
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path

from workshops.documents import fonts
from workshops.documents.problems import PrinterBusy, PrintFailed, PrintingUnavailable, TookTooLong
from workshops.documents.worker import problem_in, read_frame, write_frame

SECONDS = 60
CHARACTERS_A_PAGE = 3_000
CHECKOUT = Path(__file__).resolve().parents[2]


def unavailable() -> PrintingUnavailable | None:
    """Gives what keeps this server from printing, None where it can."""
    needed = set(fonts.missing_packages()) - {"libharfbuzz-subset0"}
    return PrintingUnavailable() if needed else None


class Renderer:
    """Prints one document after the other in a process that starts at the first, stays warm, is replaced if it dies."""

    def __init__(self, seconds: int = SECONDS) -> None:
        self.seconds = seconds
        self._turn = threading.Lock()
        self._child: _Child | None = None

    def render(self, page: str) -> bytes:
        """Gives the PDF of a page.

        Raises `PrintingUnavailable`, `MissingGlyph`, `MissingAsset`, `TookTooLong`, `PrinterBusy` or `PrintFailed`.
        """
        if problem := unavailable():
            raise problem
        if not self._turn.acquire(timeout=self.seconds):
            raise PrinterBusy
        try:
            answered = self._answer(page)
        finally:
            self._turn.release()
        if answered.startswith(b"P"):
            return answered[1:]
        raise problem_in(answered)

    def close(self) -> None:
        """Ends the process."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def _answer(self, page: str) -> bytes:
        """What the process answers; asked once more if it had been idle and was just ending."""
        for _ in range(2):
            child, was_warm = self._child or _Child(), self._child is not None
            self._child = child
            answered = child.ask(page, self.seconds)
            if answered is not None:
                return answered
            self.close()
            if child.was_late:
                raise TookTooLong(self.seconds, pages=len(page) // CHARACTERS_A_PAGE + 1)
            if not was_warm:
                break
        raise PrintFailed("The printing process ended before its work was done, perhaps for want of memory.")


class _Child:
    """The printing process. It is given nothing of the settings, which hold secrets."""

    def __init__(self) -> None:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("WORKSHOPS_")}
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(CHECKOUT), environment.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "workshops.documents.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        self.was_late = False

    def ask(self, page: str, seconds: float) -> bytes | None:
        """The answer, None if the process ended without one; it is killed when the time is over."""
        assert self._process.stdin and self._process.stdout  # noqa: S101, PT018 - both are pipes
        alarm = threading.Timer(seconds, self._stop)
        alarm.start()
        try:
            write_frame(self._process.stdin, page.encode())
            return read_frame(self._process.stdout)
        except BrokenPipeError:
            return None
        finally:
            alarm.cancel()

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _stop(self) -> None:
        self.was_late = True
        self._process.kill()


@cache
def shared() -> Renderer:
    """Gives the renderer of this process. It ends with it."""
    renderer = Renderer()
    atexit.register(renderer.close)
    return renderer
