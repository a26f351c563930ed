"""What the start is doing, said while it does it: one numbered line a step, with the time it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

PLAN = (
    "Python environment",
    "System libraries and fonts",
    "Translations",
    "Database",
    "Demonstration records",
    "Administrator",
)


class Steps:
    """Writes the steps to standard error, so that a command's own output stays clean.

    `is_first` is the first start: then a step with nothing to do is said too. Later starts stay short.
    """

    def __init__(self, *, is_first: bool) -> None:
        self.is_first = is_first
        self._stream = sys.stderr

    @contextmanager
    def step(self, name: str, doing: str) -> Iterator[None]:
        """Say what is being done, then that it is done and how long it took; a failure ends the line."""
        self._stream.write(f"{self._label(name)}: {doing} ... ")
        self._stream.flush()
        started = time.monotonic()
        try:
            yield
        except BaseException:
            self._stream.write("not done\n")
            raise
        self._stream.write(f"done in {time.monotonic() - started:.1f} s\n")

    def nothing_to_do(self, name: str, state: str) -> None:
        """Say on the first start that a step found everything in place."""
        if self.is_first:
            self.note(name, state)

    def note(self, name: str, sentence: str) -> None:
        """Say something about a step in a line of its own."""
        self._stream.write(f"{self._label(name)}: {sentence}\n")
        self._stream.flush()

    @staticmethod
    def _label(name: str) -> str:
        return f"[{PLAN.index(name) + 1}/{len(PLAN)}] {name}"
