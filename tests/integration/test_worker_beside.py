"""The worker beside the site: there by itself, there again when it dies, gone when the site is."""

import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.integration.test_serve import members, serving
from tests.machines import wait_for


def workers(instance: Path) -> set[int]:
    """The processes that were noted as workers, whether they live or not."""
    with closing(sqlite3.connect(instance / "workshops.sqlite")) as database:
        return {int(name.rpartition(":")[2]) for (name,) in database.execute("SELECT name FROM job_worker")}


def test_a_worker_that_dies_is_replaced_and_one_that_is_told_to_go_says_so(tmp_path: Path) -> None:
    with serving(tmp_path) as (process, _):
        (first,) = wait_for(lambda: workers(tmp_path))
        os.kill(first, signal.SIGKILL)
        (second,) = wait_for(lambda: workers(tmp_path) - {first})
    assert members(process.pid) == []
    assert workers(tmp_path) == {first}, f"{second} took its leave"


def test_nothing_outlives_a_site_that_ends_suddenly(tmp_path: Path) -> None:
    with serving(tmp_path) as (process, _):
        wait_for(lambda: workers(tmp_path))
        process.kill()
        wait_for(lambda: members(process.pid) == [], seconds=20)
    with serving(tmp_path):
        pass
