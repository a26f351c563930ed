"""Other programs that the set-up calls (pip, apt): quiet while all is well, and gone when we are."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence


class ChildFailed(Exception):
    """A program ended badly; the text is the last lines it wrote."""


def run(command: Sequence[str], *, environ: Mapping[str, str] | None = None, timeout: float | None = None) -> None:
    """Run a program and wait for it. Its output is shown only when it fails.

    The program gets a process group of its own, and the whole group is ended when we are interrupted or `timeout`
    (seconds) has passed: pip starts a second pip, apt starts dpkg. Raises `ChildFailed`.
    """
    with subprocess.Popen(  # noqa: S603 - fixed programs, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=None if environ is None else {**os.environ, **environ},
        start_new_session=True,
    ) as child:
        try:
            output, _ = child.communicate(timeout=timeout)
        except BaseException as error:
            os.killpg(child.pid, signal.SIGTERM)
            if isinstance(error, subprocess.TimeoutExpired):
                raise ChildFailed(f"{command[0]} took longer than {timeout} s.") from None
            raise
    if child.returncode:
        last = [line.strip() for line in output.splitlines() if line.strip()][-4:]
        raise ChildFailed(" / ".join(last) or f"{command[0]} ended with {child.returncode}.")
