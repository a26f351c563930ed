"""The launcher runs on a bare Python, and says early what it cannot do."""

import subprocess
import sys
from pathlib import Path

import pytest

from workshops import __main__
from workshops.config import CannotStart
from workshops.launching import environment

SET_UP = "workshops.__main__, workshops.config, workshops.launching.environment, workshops.launching.system_parts"


def test_the_launcher_needs_the_standard_library_only() -> None:
    code = f"import sys; sys.path.insert(0, {str(environment.ROOT)!r}); import {SET_UP}"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_python_without_any_pip_gets_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(CannotStart, match="this Python has no pip. Cure: apt-get install python3-pip"):
        environment._pip()


def test_the_environment_is_made_anew_when_the_lock_file_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("flask==3.1.3\n")
    monkeypatch.setattr(environment, "FOLDER", tmp_path)
    monkeypatch.setattr(environment, "RUN_LOCK", lock)
    monkeypatch.setattr(environment.sys, "prefix", str(tmp_path))
    assert not environment.is_ready(lock)
    environment._stamp(lock).write_text(environment._fingerprint(lock))
    assert environment.is_ready(lock)
    lock.write_text("flask==3.1.4\n")
    assert not environment.is_ready(lock)


@pytest.mark.parametrize(
    ("typed", "lock"),
    [
        (["test"], environment.TEST_LOCK),
        (["test", "-k", "press"], environment.TEST_LOCK),
        (["test", "--help"], environment.RUN_LOCK),
        (["serve"], environment.RUN_LOCK),
        ([], environment.RUN_LOCK),
    ],
)
def test_only_running_the_tests_needs_their_packages(
    monkeypatch: pytest.MonkeyPatch, typed: list[str], lock: Path
) -> None:
    entered: list[Path] = []
    monkeypatch.setattr(environment, "enter", entered.append)
    monkeypatch.setattr("workshops.cli.command_line", lambda _typed: None)
    __main__._run(typed)
    assert entered == [lock]
