"""The checks of the project, one after the other, with a summary: what `python3 -m workshops test` does."""

import os
import subprocess
import sys
import time

from workshops.config import CannotStart
from workshops.launching import system_parts
from workshops.launching.environment import ROOT, TEST_LOCK, is_checkout
from workshops.launching.steps import Steps

CHECKS = (
    ("lint", ("ruff", "check", "--quiet")),
    ("format", ("ruff", "format", "--check", "--quiet")),
    ("types", ("mypy", "--no-error-summary")),
    ("translations", ("workshops.translations.build",)),
)
NOTHING_COLLECTED = 5  # a status of pytest
TESTS = ("pytest", "--quiet", "--numprocesses=2", "--dist=loadfile", "--no-loadscope-reorder")  # browser tests last
ON_POSTGRESQL = "--database=postgresql"  # those that touch a database, once more: see tests/databases.py
NOTHING_SKIPPED = ("-p", "tests.nothing_skipped")


def run_all(pytest_arguments: tuple[str, ...]) -> int:
    """Install the missing system parts where that is possible, run every check and say how each went.

    Gives the exit status: 0 if all passed, 1 if one failed. Raises `CannotStart` outside a checkout.
    """
    if not is_checkout():
        cure = "take the source and run: python3 -m workshops test"
        raise CannotStart(TEST_LOCK, "the tests are in the source tree, not in the installed package.", cure)
    system_parts.install(Steps(is_first=False), system_parts.PRINTING + system_parts.TESTING)
    is_strict = os.environ.get("CI", "").lower() in ("1", "true")
    tests = (*TESTS, *(NOTHING_SKIPPED if is_strict else ()), *pytest_arguments)
    results = [_run(name, command) for name, command in (*CHECKS, ("tests", tests))]
    if is_strict or system_parts.POSTGRESQL.is_there():
        results.append(_run("tests on PostgreSQL", (*tests, ON_POSTGRESQL)))
    else:
        print(f"--- tests on PostgreSQL are left out: apt-get install {system_parts.POSTGRESQL.package}")
    print("\n" + "\n".join(f"{'passed' if passed else 'FAILED'}  {line}" for passed, line in results))
    return 0 if all(passed for passed, _ in results) else 1


def _run(name: str, command: tuple[str, ...]) -> tuple[bool, str]:
    print(f"--- {name}", flush=True)
    started = time.monotonic()
    code = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False).returncode  # noqa: S603 - our own
    is_right = code == 0 or (ON_POSTGRESQL in command and code == NOTHING_COLLECTED)  # none of those asked for
    return is_right, f"{name} ({time.monotonic() - started:.0f} s)"
