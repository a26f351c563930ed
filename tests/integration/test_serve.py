"""The site as a process: it starts, answers, refuses in one line, and ends with everything it started."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def start(instance: Path, *arguments: str, **given: str) -> "subprocess.Popen[str]":
    left_out = ("WORKSHOPS_", "PYTHONDONTWRITEBYTECODE")  # a start is as fast as where people work
    environ = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return subprocess.Popen(
        [sys.executable, "-m", "workshops", "--port", "0", "--no-demo", *arguments],
        cwd=ROOT,
        env={**environ, **given, "WORKSHOPS_INSTANCE": str(instance)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@contextmanager
def serving(instance: Path, **given: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A running site and its address, with settings of the environment; ended by SIGTERM."""
    process = start(instance, **given)
    assert process.stdout is not None
    address = ""
    for line in process.stdout:
        if " serves on " in line:
            address = line.split(" serves on ")[1].split()[0]
            break
    try:
        yield process, address
    finally:
        process.terminate()
        process.communicate(timeout=40)


def refusal(process: "subprocess.Popen[str]") -> str:
    _, errors = process.communicate(timeout=40)
    assert process.returncode == 78, errors
    last: str = errors.strip().splitlines()[-1]
    assert "Cure: " in last
    assert "Traceback" not in errors
    return last


def members(group: int) -> list[str]:
    """The processes of a process group that still live."""
    listed = subprocess.run(["ps", "-eo", "pgid=,stat=,pid="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return [pid for pgid, state, pid in rows if pgid == str(group) and not state.startswith("Z")]


def seconds_of_work() -> float:
    """What ended children have cost so far: unlike a clock on the wall, the same on a busy machine."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def test_a_second_start_answers_within_three_seconds_and_ends_without_leftovers(tmp_path: Path) -> None:
    with serving(tmp_path):
        pass
    before = seconds_of_work()
    with serving(tmp_path) as (process, address):
        with urllib.request.urlopen(f"{address}/healthz", timeout=20) as answer:
            assert answer.status == 200
        assert len(members(process.pid)) > 1, "one process watches, others serve"
    assert process.returncode == 0
    assert members(process.pid) == []
    assert seconds_of_work() - before < 3


def test_ctrl_c_ends_the_site(tmp_path: Path) -> None:
    with serving(tmp_path) as (process, _):
        os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to every process
        assert process.wait(timeout=20) == 0
        assert members(process.pid) == []


def test_a_second_server_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with serving(tmp_path) as (process, _):
        assert f"another server (process {process.pid})" in refusal(start(tmp_path))


def test_an_occupied_port_is_refused(tmp_path: Path) -> None:
    with serving(tmp_path) as (_, address):
        port = address.rpartition(":")[2]
        assert f"--port {int(port) + 1}" in refusal(start(tmp_path / "other", "--port", port))


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "workshops.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE alembic_version (version_num TEXT)")
        database.execute("INSERT INTO alembic_version VALUES ('9999')")
        database.commit()
    before = path.read_bytes()
    assert "a newer Workshops made this database" in refusal(start(tmp_path))
    assert path.read_bytes() == before


@pytest.mark.parametrize(("variable", "value"), [("WORKSHOPS_SECRET_KEY", "weak"), ("WORKSHOPS_PROXIES", "two")])
def test_a_wrong_setting_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    command = [sys.executable, "-m", "workshops", "migrate"]
    environ = {**os.environ, "WORKSHOPS_INSTANCE": str(tmp_path), variable: value}
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 78
    assert done.stderr.startswith(f"{variable}: ")
    assert len(done.stderr.splitlines()) == 1
