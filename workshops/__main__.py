"""`python3 -m workshops`: set up what is missing, then run a command (`serve` unless another is named).

Read by whatever Python the machine has, so this file keeps to the standard library and to old syntax; the rest of
the house is imported only once the interpreter and the packages are known to be right.
"""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Run one command; a refusal to start is one line and exit status 78."""
    if os.name != "posix":
        sys.exit("Workshops runs on Linux and macOS; on Windows, start it inside WSL.")
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python reads this line and says so
        sys.exit(f"Workshops needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).")
    from workshops.config import CannotStart

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    try:
        _run(sys.argv[1:])
    except CannotStart as refusal:
        print(refusal, file=sys.stderr)
        sys.exit(refusal.exit_status)


def _run(arguments: list[str]) -> None:
    from workshops.launching import environment

    is_test = arguments[:1] == ["test"] and "--help" not in arguments  # help needs no more than the site does
    environment.enter(environment.TEST_LOCK if is_test else environment.lock_for(os.environ))
    from workshops.cli import command_line

    command_line(arguments)


def _stop(number: int, _frame: object) -> None:
    """End by an exception, so that what we started is ended first; the status is the one shells expect."""
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
