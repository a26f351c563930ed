"""Programs the set-up calls: their last words are kept, and none outlives us."""

import sys
import time
from pathlib import Path

import pytest

from workshops.launching.children import ChildFailed, run


def test_a_failure_tells_the_last_lines() -> None:
    with pytest.raises(ChildFailed, match="^no such package$"):
        run([sys.executable, "-c", "import sys; print('no such package'); sys.exit(1)"])


def test_a_failure_without_words_tells_the_status() -> None:
    with pytest.raises(ChildFailed, match="ended with 3"):
        run([sys.executable, "-c", "raise SystemExit(3)"])


def test_a_child_that_takes_too_long_is_ended_with_its_own_children(tmp_path: Path) -> None:
    sign = tmp_path / "sign-of-life"
    grandchild = f"import pathlib, time; time.sleep(1); pathlib.Path({str(sign)!r}).touch()"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {grandchild!r}])"
    with pytest.raises(ChildFailed, match=r"took longer than 0\.4 s"):
        run([sys.executable, "-c", child], timeout=0.4)
    time.sleep(1.2)
    assert not sign.exists()
