"""What is done in a process of its own: its answer, and its end where it fails."""

import os
import subprocess
import sys

import pytest

from workshops.launching import aside

FAILING = "from workshops.launching import aside\ndef fail(): {how}\naside.answer_of(fail)\nprint('still here')"


def test_the_answer_comes_from_another_process() -> None:
    assert int(aside.answer_of(lambda: str(os.getpid()))) != os.getpid()
    assert aside.answer_of(lambda: "mot de passe « été »") == "mot de passe « été »"


@pytest.mark.parametrize(
    ("how", "status", "said"),
    [
        ("raise ValueError('broken')", 1, "ValueError: broken"),
        ("raise SystemExit(78)", 78, ""),
        ("import os; os.kill(os.getpid(), 9)", 137, ""),
    ],
)
def test_both_end_as_the_first_would_have_ended(how: str, status: int, said: str) -> None:
    ended = subprocess.run([sys.executable, "-c", FAILING.format(how=how)], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (status, "")
    assert ended.stderr.count(said or "Traceback") == bool(said), "said once"
