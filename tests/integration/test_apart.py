"""Work in a process apart ends when its computing time is over."""

import time

import pytest

from workshops import apart


def test_a_task_that_only_computes_is_ended_and_not_tried_again() -> None:
    process = apart.Apart("tests.integration.endless")
    try:
        assert process.ask(b"one", seconds=20) == b"one"
        used = time.monotonic()
        with pytest.raises(apart.TookTooLong):
            process.ask(b"two", seconds=60)
        assert time.monotonic() - used < 50
        assert process.ask(b"three", seconds=20) == b"three"
    finally:
        process.close()
